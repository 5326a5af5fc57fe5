import { isUnknown, UNKNOWN, type Maybe } from "../../policy-pack/graph";
import type { Assumption } from "./types";

/** Where a provider puts things. */
export interface Place {
    /** Twelve digits. */
    readonly account: Maybe<string>;
    readonly region: Maybe<string>;
    /** Tags the provider adds to every taggable resource. */
    readonly defaultTags: Maybe<Readonly<Record<string, unknown>>>;
    /** What the provider left open and was made up. */
    readonly assumed: readonly Assumption[];
    /** Why AWS would refuse the provider's configuration. */
    readonly problem?: string;
}

/** Account and Region of a provider that states none: AWS's documentation account, AWS's first Region. */
const ASSUMED_ACCOUNT = "111122223333";
const ASSUMED_REGION = "us-east-1";

const ROLE_ACCOUNT = /^arn:[\w-]+:iam::(\d{12}):role\//;

/**
 * Account and Region that an aws provider with these inputs works in: the account of the last role it assumes (roles
 * are assumed one after the other), else the only account it allows.
 *
 * @param name logical name for messages
 * @param inputs decoded inputs; composite ones are JSON strings, as the SDK sends them
 */
export function placeOf(name: string, inputs: Readonly<Record<string, unknown>>): Place {
    const assumed: Assumption[] = [];
    const assume = (property: string, answer: string): string => {
        const why = `provider ${name} does not state its ${property}`;
        assumed.push({ token: "pulumi:providers:aws", args: { provider: name, property }, answer, why });
        return answer;
    };
    const roles = parsed(inputs["assumeRoles"]);
    const allowed = parsed(inputs["allowedAccountIds"]);
    const viaRole = roleAccount(roles);
    const only = isUnknown(allowed) ? UNKNOWN : onlyAccount(allowed);
    const region = inputs["region"];
    const tags = parsed(inputs["defaultTags"]);
    return {
        account: viaRole ?? only ?? assume("account (allowedAccountIds or assumeRoles)", ASSUMED_ACCOUNT),
        region: isUnknown(region)
            ? UNKNOWN
            : typeof region === "string" && region !== ""
              ? region
              : assume("region", ASSUMED_REGION),
        defaultTags: isUnknown(tags) ? UNKNOWN : ((tags as { tags?: Record<string, unknown> } | undefined)?.tags ?? {}),
        assumed,
        ...refusal(name, viaRole, allowed),
    };
}

function refusal(name: string, account: Maybe<string> | undefined, allowed: unknown): { problem?: string } {
    if (
        typeof account !== "string" ||
        !Array.isArray(allowed) ||
        allowed.some(isUnknown) ||
        allowed.includes(account)
    ) {
        return {};
    }
    return {
        problem:
            `Provider "${name}" assumes a role in account ${account} but allows only ${allowed.join(", ")}: ` +
            "make assumeRoles and allowedAccountIds name the same account.",
    };
}

function roleAccount(roles: unknown): Maybe<string> | undefined {
    if (isUnknown(roles)) {
        return UNKNOWN;
    }
    const last: unknown = Array.isArray(roles) ? roles.at(-1) : undefined;
    if (last === undefined) {
        return undefined;
    }
    const roleArn = (last as { roleArn?: unknown }).roleArn;
    return (typeof roleArn === "string" ? ROLE_ACCOUNT.exec(roleArn)?.[1] : undefined) ?? UNKNOWN;
}

function onlyAccount(allowed: unknown): string | undefined {
    return Array.isArray(allowed) && allowed.length === 1 && typeof allowed[0] === "string" ? allowed[0] : undefined;
}

function parsed(value: unknown): unknown {
    if (typeof value !== "string") {
        return value;
    }
    try {
        return JSON.parse(value) as unknown;
    } catch {
        return UNKNOWN;
    }
}
