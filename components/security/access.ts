import type * as pulumi from "@pulumi/pulumi";

/** From where Studio may be opened. */
export interface AccessOrigin {
    /** `vpc`: through the VPC's endpoints. `addresses`: from public ranges. `anywhere`: the escape hatch. */
    readonly from: "vpc" | "addresses" | "anywhere";
    /** Public ranges; used with `addresses`. */
    readonly addresses: readonly string[];
    /** The VPCs whose endpoints count as inside: Studio's own, and the hub's where there is one; used with `vpc`. */
    readonly vpcIds: readonly pulumi.Input<string>[];
}

type Condition = Record<string, Record<string, pulumi.Input<string> | pulumi.Input<string>[]>>;

/**
 * Condition that holds for requests from the origin. The caller's policies are evaluated again for each request and
 * WebSocket frame of a Studio session, so it binds the link's creation and its use alike. `aws:SourceVpc` covers the
 * `sagemaker.api` endpoint (creation) and the `studio` endpoint (use) of each VPC; `aws:SourceIp` is absent from
 * requests through endpoints. Source: sagemaker developer guide, studio-interface-endpoint.
 */
export function originCondition(origin: AccessOrigin): Condition {
    switch (origin.from) {
        case "vpc":
            return { StringEquals: { "aws:SourceVpc": insideVpcs(origin) } };
        case "addresses":
            return { IpAddress: { "aws:SourceIp": [...origin.addresses] } };
        case "anywhere":
            return {};
    }
}

/** Value of `aws:SourceVpc` for what comes from inside: one id by itself, or several, each known when it is known. */
export function insideVpcs({ vpcIds }: Pick<AccessOrigin, "vpcIds">): pulumi.Input<string> | pulumi.Input<string>[] {
    const [first, ...others] = vpcIds;
    return first !== undefined && others.length === 0 ? first : [...vpcIds];
}
