import { ALLOWED_VALUES, describeAllowed, isAllowed } from "./allowedValues";
import { parseCidr } from "../../../policy-pack/net";
import { sdkClass, type SdkInput, sdkObject, type SdkType } from "./sdk";
import { DEFAULTED, isObject, type Properties, UNKNOWN, valuesAt } from "./values";

/** An input the provider refuses before it calls AWS. */
export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

/** Inputs that must be IPv4 ranges without bits set after the prefix. Source: the provider's `ValidIPv4CIDRNetworkAddress`. */
const RANGES = ["cidrBlock", "cidrIpv4", "destinationCidrBlock", "cidrBlocks[]"];

/** At most one of these inputs. Source: `ConflictsWith` in the provider's schemas. */
const CONFLICTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "aws:ec2/subnet:Subnet": [["availabilityZone", "availabilityZoneId"]],
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": [
        ["firewallDomainListId", "dnsThreatProtection"],
        ["firewallDomainListId", "confidenceThreshold"],
    ],
};

/** Exactly one of these inputs. Source: `ExactlyOneOf` in the provider's schemas. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [
        "cidrIpv4",
        "cidrIpv6",
        "prefixListId",
        "referencedSecurityGroupId",
    ],
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [
        "cidrIpv4",
        "cidrIpv6",
        "prefixListId",
        "referencedSecurityGroupId",
    ],
    "aws:ec2/route:Route": ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
};

/** Checks the inputs of a resource as the provider does in a preview; unknown values pass. */
export function checkInputs(type: string, inputs: Properties): CheckFailure[] {
    const sdk = sdkClass(type);
    if (sdk === undefined) {
        return [{ property: "", reason: `the aws provider has no resource type ${type}` }];
    }
    const given = Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== DEFAULTED));
    return [
        ...checkMembers(given, sdk.inputs, ""),
        ...checkValues(type, given),
        ...checkRanges(given),
        ...checkCombinations(type, given),
    ];
}

function checkMembers(given: Properties, members: ReadonlyMap<string, SdkInput>, prefix: string): CheckFailure[] {
    const failures: CheckFailure[] = [];
    for (const [name, { required }] of members) {
        if (required && (given[name] === undefined || given[name] === null)) {
            failures.push({ property: prefix + name, reason: "Missing required argument" });
        }
    }
    for (const [name, value] of Object.entries(given)) {
        const member = members.get(name);
        failures.push(
            ...(member === undefined
                ? [{ property: prefix + name, reason: "An argument of this name is not expected here" }]
                : checkType(value, member.type, prefix + name)),
        );
    }
    return failures;
}

function checkType(value: unknown, type: SdkType, path: string): CheckFailure[] {
    if (value === UNKNOWN || value === null || value === undefined) {
        return [];
    }
    switch (type.kind) {
        case "string":
        case "number":
        case "boolean":
            return typeof value === type.kind ? [] : [wrong(path, type.kind, value)];
        case "list":
            return Array.isArray(value)
                ? value.flatMap((item, index) => checkType(item, type.of, `${path}[${index}]`))
                : [wrong(path, "list", value)];
        case "map":
            return isObject(value) ? [] : [wrong(path, "map", value)];
        case "object":
            return isObject(value)
                ? checkMembers(value, sdkObject(type.name), `${path}.`)
                : [wrong(path, "object", value)];
        case "any":
            return [];
    }
}

function wrong(property: string, expected: string, value: unknown): CheckFailure {
    const found = Array.isArray(value) ? "list" : typeof value;
    return { property, reason: `Expected a ${expected}, got a ${found}` };
}

function checkValues(type: string, given: Properties): CheckFailure[] {
    return Object.entries(ALLOWED_VALUES[type] ?? {}).flatMap(([path, allowed]) =>
        valuesAt(given, path)
            .filter((value) => !isAllowed(allowed, value))
            .map((value) => ({
                property: path,
                reason: `expected ${path} to be ${describeAllowed(allowed)}, got ${String(value)}`,
            })),
    );
}

function checkRanges(given: Properties): CheckFailure[] {
    return RANGES.flatMap((path) =>
        valuesAt(given, path)
            .filter((value): value is string => typeof value === "string")
            .flatMap((value) => {
                const read = parseCidr(value);
                return "mistake" in read
                    ? [{ property: path, reason: `"${value}" is not a valid IPv4 CIDR block: it ${read.mistake}` }]
                    : [];
            }),
    );
}

function checkCombinations(type: string, given: Properties): CheckFailure[] {
    const count = (names: readonly string[]): number => names.filter((name) => given[name] !== undefined).length;
    const conflicts = (CONFLICTS[type] ?? [])
        .filter((names) => count(names) > 1)
        .map((names) => ({ property: names[0] ?? "", reason: `conflicts with ${names.slice(1).join(", ")}` }));
    const oneOf = ONE_OF[type] ?? [];
    return oneOf.length > 0 && count(oneOf) !== 1
        ? [...conflicts, { property: oneOf[0] ?? "", reason: `exactly one of ${oneOf.join(", ")} must be set` }]
        : conflicts;
}
