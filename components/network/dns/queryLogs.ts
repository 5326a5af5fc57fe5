import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";

export interface QueryLogArgs {
    readonly place: Place;
    readonly vpcId: pulumi.Input<string>;
    /** Key of the log group; its policy must admit CloudWatch Logs of this region. */
    readonly logsKeyArn: pulumi.Input<string>;
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
    readonly tags: Tags;
}

/**
 * Logs every name that is asked for in the VPC, with what DNS Firewall did about it. Flow logs do not see these queries:
 * traffic to the VPC's resolver is not logged there.
 *
 * AWS itself adds the resource policy by which Resolver may write; the deployer needs `logs:PutResourcePolicy` for it.
 * Source: CloudWatch Logs user guide, "Logs sent to CloudWatch Logs".
 */
export function createQueryLogs(
    parent: pulumi.Resource,
    name: string,
    args: QueryLogArgs,
): aws.route53.ResolverQueryLogConfigAssociation {
    const logGroup = new aws.cloudwatch.LogGroup(
        `${name}-dns-queries`,
        {
            name: physicalName(args.place, "logGroup", "dns-queries"),
            kmsKeyId: args.logsKeyArn,
            retentionInDays: args.logRetentionDays,
            tags: args.tags,
        },
        { parent },
    );
    const config = new aws.route53.ResolverQueryLogConfig(
        `${name}-dns`,
        { name: physicalName(args.place, "queryLog", "dns"), destinationArn: logGroup.arn, tags: args.tags },
        { parent },
    );
    return new aws.route53.ResolverQueryLogConfigAssociation(
        `${name}-dns`,
        { resolverQueryLogConfigId: config.id, resourceId: args.vpcId },
        { parent },
    );
}
