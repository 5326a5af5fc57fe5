import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../../names";
import type { Tags } from "../../../tags";

export interface FirewallLogArgs {
    readonly place: Place;
    readonly firewallArn: pulumi.Input<string>;
    /** Key of the log groups; its policy must admit CloudWatch Logs of this region. */
    readonly logsKeyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
    readonly tags: Tags;
}

/** ALERT: what was dropped or matched a threat. FLOW: every connection. TLS logs belong to TLS inspection. */
const LOG_TYPES = ["ALERT", "FLOW"] as const;

/**
 * Logs what the stateful engine sees, each type to a group of its own.
 *
 * AWS itself adds the resource policy by which the delivery service may write; the deployer needs `logs:CreateLogDelivery`
 * and `logs:PutResourcePolicy` for it. Source: CloudWatch Logs user guide, "Logs sent to CloudWatch Logs".
 */
export function createFirewallLogs(parent: pulumi.Resource, name: string, args: FirewallLogArgs): pulumi.Resource {
    return new aws.networkfirewall.LoggingConfiguration(
        `${name}-firewall`,
        {
            firewallArn: args.firewallArn,
            loggingConfiguration: {
                logDestinationConfigs: LOG_TYPES.map((logType) => ({
                    logType,
                    logDestinationType: "CloudWatchLogs",
                    logDestination: { logGroup: createGroup(parent, name, logType.toLowerCase(), args).name },
                })),
            },
        },
        { parent },
    );
}

function createGroup(
    parent: pulumi.Resource,
    name: string,
    type: string,
    args: FirewallLogArgs,
): aws.cloudwatch.LogGroup {
    return new aws.cloudwatch.LogGroup(
        `${name}-firewall-${type}`,
        {
            name: physicalName(args.place, "logGroup", `firewall-${type}`),
            kmsKeyId: args.logsKeyArn,
            retentionInDays: args.logRetentionDays,
            tags: args.tags,
        },
        { parent },
    );
}
