import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { Tags } from "../../tags";

/** Which parts the baseline has. */
export interface BaselineParts {
    /** Log groups SageMaker would make without key and retention. */
    readonly logGroups: boolean;
    /** `data` also records calls on objects, endpoints and feature stores. */
    readonly trail: "none" | "management" | "data";
    /** `rules` needs a recorder of the account. */
    readonly config: "none" | "rules" | "recorder";
    readonly accessAnalyzer: boolean;
    readonly guardDuty: boolean;
    readonly macie: boolean;
    readonly securityHub: boolean;
}

/** Whether a baseline with these parts records anything in a bucket. */
export function keepsRecords({ trail, config }: Pick<BaselineParts, "trail" | "config">): boolean {
    return trail !== "none" || config === "recorder";
}

export interface AccountBaselineArgs extends BaselineParts {
    readonly place: Place;
    readonly partition: string;
    /**
     * Key of log groups and of the records' bucket. Its policy must admit CloudWatch Logs for the groups, CloudTrail with a
     * trail, and AWS Config with a recorder.
     */
    readonly logsKeyArn: pulumi.Input<string>;
    /** Days to keep logs; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
    /** Bucket for the access logs of the records' bucket. Default: none are written. */
    readonly accessLogs?: pulumi.Input<string> | undefined;
    /** Days to keep the records of CloudTrail and AWS Config in their bucket. */
    readonly trailDays: number;
    /** Names of the buckets whose objects a trail with data events watches. */
    readonly dataBuckets: readonly string[];
    /** Permissions boundary of the role that writes the trail's log group. */
    readonly boundaryArn: pulumi.Input<string>;
    /** Pulumi's `protect` on the bucket and the trail's group: the records are lost with them. */
    readonly protect: boolean;
    /** Whether a destroy deletes a bucket that still holds records. */
    readonly forceDestroy: boolean;
    readonly tags: Tags;
}
