import { partitionOf } from "../../../policy-pack/facts";
import { ProviderError } from "./errors";
import type { Properties } from "./values";

/** Where one provider instance works. */
export interface Place {
    /** Twelve digits. */
    readonly account: string;
    readonly region: string;
    /** Tags the provider adds to every taggable resource. */
    readonly defaultTags: Readonly<Record<string, string>>;
}

/** What the machine brings along when the provider's own configuration leaves it open. */
export interface Credentials {
    /** Account of the caller. Left out: the only account the provider allows, else AWS's documentation account. */
    readonly account?: string;
    /** As `AWS_REGION` would give it. */
    readonly region?: string;
}

/** AWS's documentation account. */
export const DOCUMENTATION_ACCOUNT = "111122223333";

const ROLE = /^arn:[\w-]+:iam::(\d{12}):role\/.+$/;

/**
 * Account and Region an aws provider with this configuration works in: the account of the last role it assumes, else
 * the caller's. Composite values arrive as JSON texts.
 *
 * @throws ProviderError as the real provider does: no Region, a role ARN that is none, an account that is not allowed
 */
export function placeOf(configuration: Properties, credentials: Credentials): Place {
    const region = text(configuration["region"]) ?? credentials.region;
    if (region === undefined) {
        throw new ProviderError(
            "Missing region configuration: set aws:region or AWS_REGION, or give the provider a region.",
        );
    }
    const allowed = list(configuration["allowedAccountIds"]);
    const account = assumedAccount(list(configuration["assumeRoles"])) ?? credentials.account ?? onlyOne(allowed);
    const resolved = account ?? DOCUMENTATION_ACCOUNT;
    if (
        (allowed.length > 0 && !allowed.includes(resolved)) ||
        list(configuration["forbiddenAccountIds"]).includes(resolved)
    ) {
        throw new ProviderError(`AWS account ID not allowed: ${resolved}`);
    }
    const tags = (parsed(configuration["defaultTags"]) as { tags?: Record<string, string> } | undefined)?.tags;
    return { account: resolved, region, defaultTags: tags ?? {} };
}

/** ARN of something that lives in one Region. */
export function regionalArn({ account, region }: Place, service: string, resource: string): string {
    return `arn:${partitionOf(region).id}:${service}:${region}:${account}:${resource}`;
}

/** ARN of something an account has once for all Regions. */
export function globalArn({ account, region }: Place, service: string, resource: string): string {
    return `arn:${partitionOf(region).id}:${service}::${account}:${resource}`;
}

function assumedAccount(roles: readonly unknown[]): string | undefined {
    const last = roles.at(-1) as { roleArn?: unknown } | undefined;
    if (last === undefined) {
        return undefined;
    }
    const account = typeof last.roleArn === "string" ? ROLE.exec(last.roleArn)?.[1] : undefined;
    if (account === undefined) {
        throw new ProviderError(`assumeRoles: "${String(last.roleArn)}" is not the ARN of a role`);
    }
    return account;
}

function onlyOne(allowed: readonly unknown[]): string | undefined {
    return allowed.length === 1 && typeof allowed[0] === "string" ? allowed[0] : undefined;
}

function list(value: unknown): readonly unknown[] {
    const read = parsed(value);
    return Array.isArray(read) ? (read as unknown[]) : [];
}

function parsed(value: unknown): unknown {
    return typeof value === "string" && value !== "" ? (JSON.parse(value) as unknown) : value;
}

function text(value: unknown): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}
