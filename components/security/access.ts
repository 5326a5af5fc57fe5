import type * as pulumi from "@pulumi/pulumi";

/** From where Studio may be opened. */
export interface AccessOrigin {
    /** `vpc`: through the VPC's endpoints. `addresses`: from public ranges. `anywhere`: the escape hatch. */
    readonly from: "vpc" | "addresses" | "anywhere";
    /** Public ranges; used with `addresses`. */
    readonly addresses: readonly string[];
    /** The VPC whose endpoints count as inside; used with `vpc`. */
    readonly vpcId: pulumi.Input<string>;
}

type Condition = Record<string, Record<string, pulumi.Input<string | string[]>>>;

/**
 * Condition that holds for requests from the origin. The caller's policies are evaluated again for each request and
 * WebSocket frame of a Studio session, so it binds the link's creation and its use alike. `aws:SourceVpc` covers the
 * `sagemaker.api` endpoint (creation) and the `studio` endpoint (use) of the VPC; `aws:SourceIp` is absent from
 * requests through endpoints. Source: sagemaker developer guide, studio-interface-endpoint.
 */
export function originCondition(origin: AccessOrigin): Condition {
    switch (origin.from) {
        case "vpc":
            return { StringEquals: { "aws:SourceVpc": origin.vpcId } };
        case "addresses":
            return { IpAddress: { "aws:SourceIp": [...origin.addresses] } };
        case "anywhere":
            return {};
    }
}
