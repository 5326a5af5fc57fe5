import assert from "node:assert/strict";
import { POLICIES } from "../../policies";
import { type PolicyResult, runPolicies } from "../../policies/run";
import { change, graphOf, ref, type Sketch, without, withOptions } from "../fixture/build";
import { cleanStack, document } from "../fixture/stack";
import { firewallStack, natStack } from "./network/firewallStack";
import { policy, result, TODAY } from "./verdict";

const open = (name: string): Sketch[] =>
    change(cleanStack(), name, "policy", document({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }));
const grant = (statement: object): Sketch[] => change(cleanStack(), "execution-jobs", "policy", document(statement));
const igw: Sketch[] = [
    { type: "aws:ec2/internetGateway:InternetGateway", name: "igw", props: {} },
    {
        type: "aws:ec2/route:Route",
        name: "default",
        props: { routeTableId: ref("table-a"), destinationCidrBlock: "0.0.0.0/0", gatewayId: ref("igw") },
    },
];

const groupRule = (type: string, name: string, props: Record<string, unknown>): Sketch[] => [
    ...cleanStack(),
    { type: `aws:vpc/${type}:${type.replace("security", "Security")}`, name, props: { ipProtocol: "-1", ...props } },
];

/** For each policy: a stack that breaks it, and the logical name of the resource it reports. */
const BROKEN: Readonly<Record<string, readonly [stack: readonly Sketch[], subject: string]>> = {
    P01: [change(cleanStack(), "domain", "appNetworkAccessType", undefined), "domain"],
    P02: [change(cleanStack(), "domain", "kmsKeyId", undefined), "domain"],
    P05: [change(cleanStack(), "domain", "domainSettings", undefined), "domain"],
    P07: [change(cleanStack(), "domain", "defaultUserSettings.securityGroups", []), "domain"],
    P10: [withOptions(cleanStack(), "domain", { ignoreChanges: ["kmsKeyId"] }), "domain"],
    P12: [change(cleanStack(), "profile-ann", "tags", {}), "profile-ann"],
    P35: [change(cleanStack(), "studio", "enableDnsHostnames", false), "studio"],
    P36: [change(cleanStack(), "subnet-a", "mapPublicIpOnLaunch", true), "subnet-a"],
    P37: [groupRule("securityGroupIngressRule", "in", { cidrIpv4: "0.0.0.0/0" }), "in"],
    P38: [groupRule("securityGroupEgressRule", "out", { cidrIpv4: "0.0.0.0/0" }), "out"],
    P39: [change(cleanStack(), "endpoint-sts", "privateDnsEnabled", false), "endpoint-sts"],
    P40: [open("endpoint-sts"), "endpoint-sts"],
    P41: [change(firewallStack(), "firewall", "deleteProtection", false), "firewall"],
    P42: [change(firewallStack(), "policy", "firewallPolicy.statefulDefaultActions", []), "policy"],
    P43: [change(cleanStack(), "key", "enableKeyRotation", false), "key"],
    P45: [grant({ Effect: "Allow", Action: "*", Resource: "arn:aws:s3:::*" }), "execution-jobs"],
    P46: [grant({ Effect: "Allow", Action: "iam:PassRole", Resource: "*" }), "execution-jobs"],
    P47: [change(cleanStack(), "flow-log-group", "kmsKeyId", undefined), "flow-log-group"],
    P48: [without(cleanStack(), "endpoint-sts"), "domain"],
    P49: [change(cleanStack(), "endpoint-sts", "securityGroupIds", []), "endpoint-sts"],
    P50: [change(cleanStack(), "domain", "subnetIds", [ref("subnet-a")]), "domain"],
    P51: [[...cleanStack(), ...igw], "default"],
    P52: [without(natStack(), "default-b"), "default-a"],
    P53: [without(firewallStack(), "back-a"), "table-nat-a"],
    P54: [without(firewallStack(), "logging"), "firewall"],
    P55: [without(cleanStack(), "flow-log"), "studio"],
    P56: [without(cleanStack(), "default-group"), "studio"],
    P57: [change(cleanStack(), "execution", "permissionsBoundary", undefined), "execution"],
    P59: [
        change(cleanStack(), "boundary", "policy", document({ Effect: "Allow", Action: "s3:*", Resource: "*" })),
        "execution",
    ],
    P60: [grant({ Effect: "Allow", Action: "sagemaker:*", Resource: "*" }), "execution-jobs"],
    P61: [
        [
            ...cleanStack(),
            {
                type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                name: "in",
                props: { securityGroupId: ref("group-everybody"), cidrIpv4: "10.0.0.0/8", ipProtocol: "-1" },
            },
        ],
        "group-everybody",
    ],
};

function withException(id: string, exception: object): PolicyResult {
    const [stack] = BROKEN[id] ?? [[]];
    return result(id, stack, { [policy(id).name]: { exceptions: [exception] } });
}

describe("exceptions", () => {
    it("every policy has a broken stack here", () => {
        assert.deepEqual(
            Object.keys(BROKEN),
            POLICIES.map(({ id }) => id),
        );
    });

    for (const [id, [, name]] of Object.entries(BROKEN)) {
        describe(id, () => {
            const valid = { name, reason: "migration until Christmas", expires: "2026-12-24" };

            it("is broken, and nothing else is reported, without an exception", () => {
                const bare = result(id, BROKEN[id]?.[0] ?? []);
                assert.ok(bare.violations.length > 0);
                assert.ok(bare.violations.every(({ urn }) => urn.endsWith(`::${name}`)));
            });

            it("a valid exception silences it and is listed", () => {
                const { violations, excepted } = withException(id, valid);
                assert.deepEqual(violations, []);
                assert.ok(excepted.length > 0);
                assert.ok(excepted.every(({ exception }) => exception.reason === valid.reason));
            });

            for (const [what, exception, problem] of [
                [
                    "expired",
                    { ...valid, expires: "2026-11-20" },
                    "it expired on 2026-11-20. Fix the resource, or renew the exception with a new date.",
                ],
                [
                    "without reason",
                    { ...valid, reason: " " },
                    "it has no reason. Give the reason, or remove the exception.",
                ],
            ] as const) {
                it(`an exception ${what} silences nothing and is a violation itself`, () => {
                    const { violations, excepted } = withException(id, exception);
                    const messages = violations.map(({ message }) => message);
                    assert.deepEqual(excepted, []);
                    assert.equal(messages.at(-1), `exception for ${name}: ${problem}`);
                    assert.ok(messages.length > 1);
                });
            }
        });
    }

    const base = { name: "domain", reason: "r", expires: "2026-12-24" };
    const rows: readonly (readonly [string, object, boolean, string?])[] = [
        ["holds on its last day", { ...base, expires: "2026-11-21" }, true],
        ["name is a pattern", { ...base, name: "dom.*" }, true],
        ["name is anchored at both ends", { ...base, name: "omai" }, false],
        ["alternatives are anchored too", { ...base, name: "x|doma" }, false],
        ["by URN", { ...base, name: undefined, urn: ".*::aws:sagemaker/domain:Domain::domain" }, true],
        ["a part of the URN is not enough", { ...base, name: undefined, urn: "Domain::domain" }, false],
        ["name and URN must both match", { ...base, urn: ".*UserProfile.*" }, false],
        ["another resource", { ...base, name: "profile" }, false],
        [
            "neither name nor URN",
            { reason: "r", expires: "2026-12-24" },
            false,
            "exception for (no name or urn): it names no resource. Give name or urn.",
        ],
        [
            "no regular expression",
            { ...base, name: "(" },
            false,
            "exception for (: its name or urn is no regular expression. Correct the pattern.",
        ],
        [
            "no date",
            { name: "domain", reason: "r" },
            false,
            "exception for domain: it has no expiry date (YYYY-MM-DD). Give the last day on which it holds.",
        ],
        [
            "no such day",
            { ...base, expires: "2027-02-30" },
            false,
            "exception for domain: it has no expiry date (YYYY-MM-DD). Give the last day on which it holds.",
        ],
    ];
    for (const [what, exception, silences, problem] of rows) {
        it(what, () => {
            const { violations, excepted } = withException("P01", exception);
            assert.equal(excepted.length, silences ? 1 : 0);
            assert.equal(violations.filter(({ urn }) => urn !== "").length, silences ? 0 : 1);
            assert.deepEqual(
                violations.filter(({ urn }) => urn === "").map(({ message }) => message),
                problem === undefined ? [] : [problem],
            );
        });
    }

    it("an expired exception is reported even when nothing is broken any more", () => {
        const config = { [policy("P01").name]: { exceptions: [{ ...base, expires: "2020-01-01" }] } };
        const report = runPolicies(graphOf(cleanStack()), config, { now: TODAY });
        assert.equal(report.blocked, true);
    });
});
