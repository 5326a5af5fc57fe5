import type { Settings } from "../settings";

/** ARNs of the roles that are known to deploy the stack; empty when it is deployed with the caller's own credentials. */
export function deployersOf({ account, security }: Pick<Settings, "account" | "security">): string[] {
    const assumed = account.assumeRole === undefined ? [] : [account.assumeRole.arn];
    return [...new Set([...assumed, ...security.buckets.deployers])];
}
