import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { DestinationArgs } from "./destination";
import { createBucket } from "./toBucket";
import { createLogGroup } from "./toLogGroup";

export interface FlowLogArgs extends DestinationArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Default: `log-group`. */
    readonly destination?: "log-group" | "bucket";
    /** Pulumi's `protect` on a bucket. Default: true. */
    readonly protect?: boolean;
    /** Whether a destroy deletes a bucket with the logs in it. Default: false, the destroy stops until it is emptied. */
    readonly forceDestroy?: boolean;
}

/**
 * Fields beyond the default format that tell what really happened: the packet's own addresses (behind NAT and
 * endpoints), direction, path and TCP flags. Source: VPC user guide, "Flow log records".
 */
const FORMAT = [
    "version account-id vpc-id subnet-id interface-id instance-id srcaddr dstaddr srcport dstport protocol packets bytes",
    "start end action log-status pkt-srcaddr pkt-dstaddr tcp-flags flow-direction traffic-path",
]
    .join(" ")
    .split(" ")
    .map((field) => "${" + field + "}")
    .join(" ");

/** Seconds; the finest AWS offers, so that an incident can be read minute by minute. */
const AGGREGATION_SECONDS = 60;

/** Logs all traffic of the VPC, accepted and rejected, to a log group or bucket of its own. */
export function createFlowLogs(parent: pulumi.Resource, name: string, args: FlowLogArgs): aws.ec2.FlowLog {
    const { destination = "log-group", protect = true, forceDestroy = false } = args;
    const { delivery, ready } =
        destination === "bucket"
            ? createBucket(parent, name, { ...args, protect, forceDestroy })
            : createLogGroup(parent, name, args);
    return new aws.ec2.FlowLog(
        `${name}-flow-logs`,
        {
            vpcId: args.vpcId,
            trafficType: "ALL",
            ...delivery,
            logFormat: FORMAT,
            maxAggregationInterval: AGGREGATION_SECONDS,
            tags: { ...args.tags, Name: `${name}-flow-logs` },
        },
        { parent, dependsOn: [...ready] },
    );
}
