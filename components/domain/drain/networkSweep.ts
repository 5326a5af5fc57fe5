import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { DRAIN_TAG, type NetworkTask } from "../../../assets/functions/drain/event";
import { documentText } from "../../documents";
import { functionNames, NodeFunction } from "../../functions";
import type { Place } from "../../names";
import type { Tags } from "../../tags";
import { markedStatements, networkStatements, type StatementArgs } from "./statements";

export interface NetworkSweepArgs {
    readonly place: Place;
    readonly partition: string;
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of the domain: they cannot go before what the domain left in them. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    readonly homes: "retain" | "delete";
    /** Whether the VPC is the stack's own, so that nothing may stay in it. */
    readonly ownVpc: boolean;
    readonly logsKeyArn: pulumi.Input<string>;
    readonly logRetentionDays: number;
    readonly boundaryArn: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Lambda's longest; a mount target takes minutes to go. */
const TIMEOUT_SECONDS = 900;

/** Function that empties domains and removes what they leave behind; what calls it are two resources around the domain. */
const ENTRY = "assets/functions/drain/index.ts";
const PURPOSE = "drain";

/** Physical name of the drain function of a deployment: the mark on what it may delete. */
export function drainFunctionName(place: Place, partition: string): string {
    return functionNames(place, partition, PURPOSE).functionName;
}

/** Tag by which a domain lets the drain function empty it. */
export function drainTag(place: Place, partition: string): Readonly<Record<string, string>> {
    return { [DRAIN_TAG]: drainFunctionName(place, partition) };
}

/**
 * Stands before the domain and after the subnets, and so goes between them: on its way out it calls the function that
 * removes the mount targets, file system and NFS groups a domain left, without which subnets and VPC do not go.
 */
export class NetworkSweep extends pulumi.ComponentResource {
    readonly functionName: pulumi.Output<string>;
    /** Name of the function's role. */
    readonly roleName: pulumi.Output<string>;
    readonly statementArgs: StatementArgs;
    /** What must stand as long as the domain does. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: NetworkSweepArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:domain:NetworkSweep", name, {}, opts);
        const { place, partition, vpcId, homes } = args;
        this.statementArgs = { place, partition, owner: drainFunctionName(place, partition), homes };
        const drain = new NodeFunction(
            `${name}-function`,
            {
                place,
                partition,
                purpose: PURPOSE,
                entry: ENTRY,
                description: "Empties the Studio domain when the stack is destroyed",
                statements: markedStatements(this.statementArgs),
                timeoutSeconds: TIMEOUT_SECONDS,
                logsKeyArn: args.logsKeyArn,
                logRetentionDays: args.logRetentionDays,
                boundaryArn: args.boundaryArn,
                tags: args.tags,
            },
            { parent: this },
        );
        const policy = new aws.iam.RolePolicy(
            name,
            {
                name: "network",
                role: drain.roleName,
                policy: documentText("inline policy", name, {
                    Version: "2012-10-17",
                    Statement: networkStatements(this.statementArgs, vpcId),
                }),
            },
            { parent: this },
        );
        const task = pulumi.output(vpcId).apply((id): NetworkTask => ({
            task: "network",
            vpcId: id,
            homes,
            ownVpc: args.ownVpc,
        }));
        const invocation = new aws.lambda.Invocation(
            name,
            {
                functionName: drain.functionName,
                lifecycleScope: "CRUD",
                input: pulumi.jsonStringify(task),
                // Another place is another resource, so that the old one sweeps before the old subnets go.
                triggers: { vpcId, subnetIds: pulumi.all([...args.subnetIds]).apply((ids) => ids.join(" ")) },
            },
            { parent: this, dependsOn: [policy, ...drain.ready] },
        );
        this.functionName = drain.functionName;
        this.roleName = drain.roleName;
        this.ready = [invocation];
        this.registerOutputs({ functionName: this.functionName });
    }
}
