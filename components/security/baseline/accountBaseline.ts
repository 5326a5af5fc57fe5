import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountPlace, physicalName, SERVICE_LOG_GROUPS } from "../../names";
import { type AccountBaselineArgs, keepsRecords } from "./args";
import { createRecorder, createRules } from "./config";
import { createRecordsBucket, trailArn } from "./recordsBucket";
import { createServices } from "./services";
import { createTrail } from "./trail";

/**
 * What an account has once in each Region for all its stacks: log groups of the service, trail, AWS Config, and the
 * services that watch. Exactly one stack of account and Region has this component.
 */
export class AccountBaseline extends pulumi.ComponentResource {
    /** Name of the log group the trail writes to; absent without a trail. */
    readonly trailLogGroup: pulumi.Output<string> | undefined;

    constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:AccountBaseline", name, {}, opts);
        if (args.logGroups) {
            this.createLogGroups(name, args);
        }
        const trailName = physicalName(accountPlace(args.place), "trail", "trail");
        const writers = {
            trailArn: args.trail === "none" ? undefined : trailArn(args, trailName),
            config: args.config === "recorder",
        };
        const records = keepsRecords(args) ? createRecordsBucket(this, `${name}-records`, args, writers) : undefined;
        this.trailLogGroup =
            records !== undefined && writers.trailArn !== undefined
                ? createTrail(this, `${name}-trail`, args, { trailName, records })
                : undefined;
        const recording =
            records !== undefined && writers.config ? [createRecorder(this, `${name}-config`, records)] : [];
        if (args.config !== "none") {
            createRules(this, `${name}-config`, args, recording);
        }
        createServices(this, name, args, recording);
        this.registerOutputs({ trailLogGroup: this.trailLogGroup });
    }

    private createLogGroups(name: string, args: AccountBaselineArgs): void {
        for (const [purpose, group] of Object.entries(SERVICE_LOG_GROUPS)) {
            new aws.cloudwatch.LogGroup(
                `${name}-${purpose}`,
                {
                    name: group,
                    kmsKeyId: args.logsKeyArn,
                    retentionInDays: args.logRetentionDays,
                    tags: args.tags,
                },
                { parent: this, protect: args.protect },
            );
        }
    }
}
