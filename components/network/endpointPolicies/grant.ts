/**
 * What one statement lets pass.
 *
 * Resources are written short: `athena:workgroup/*` is that resource of the network's own account and Region. What does
 * not fit the pattern is written as an ARN with `{partition}`, `{region}` and `{account}` in it.
 */
export interface Grant {
    readonly sid: string;
    readonly actions: readonly string[];
    readonly resources: readonly string[];
    /** Further condition: the resource belongs to the account, for what no ARN can say. Default false. */
    readonly ownResource?: boolean;
    /**
     * Lets requests pass whose requester is no principal of anybody here: links AWS signs, and calls without a
     * signature. Only for AWS's own buckets, read only, and for the account's own APIs. Default false.
     */
    readonly anybody?: boolean;
}

/** Allows actions on resources that an ARN can name. */
export function on(sid: string, actions: readonly string[], resources: readonly string[]): Grant {
    return { sid, actions, resources };
}

/** Allows actions that have no resource type: AWS knows no narrower resource for them than `*`. */
export function onEverything(sid: string, actions: readonly string[]): Grant {
    return { sid, actions, resources: ["*"] };
}

/** The actions of one service by name: `of("kms", "Decrypt")` is `kms:Decrypt`. */
export function of(service: string, ...names: readonly string[]): string[] {
    return names.map((name) => `${service}:${name}`);
}
