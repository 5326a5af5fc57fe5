import * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import { createPrivateBucket, type PrivateBucket } from "../../storage";
import type { Tags } from "../../tags";
import { accessLogPolicy } from "./accessLogPolicy";
import { dataPolicy, type WayIn } from "./dataPolicy";
import { type BucketNames, bucketNames, studioBuckets } from "./names";

export interface BucketsArgs {
    readonly place: Place;
    readonly partition: string;
    /** Whether Canvas has a bucket for its workspace. */
    readonly canvas: boolean;
    /** ARN of the key for data. */
    readonly dataKeyArn: pulumi.Input<string>;
    /** The S3 endpoint through which alone data are reached. */
    readonly wayIn: WayIn;
    /** ARN patterns of the roles of Studio, its apps and jobs. */
    readonly studioRoles: readonly string[];
    /** ARNs of the roles that deploy. Empty: not known; then only Studio's roles are held to the endpoint. */
    readonly deployers: readonly string[];
    /** ARNs of the roles for emergencies, which no endpoint binds. */
    readonly breakGlass: readonly string[];
    /** Days in which what was deleted or overwritten can be brought back. */
    readonly noncurrentDays: number;
    /** Names of further buckets of the stack whose access logs the bucket for them takes. */
    readonly otherLogSources: readonly string[];
    /** Days to keep access logs. */
    readonly accessLogDays: number;
    /** Whether a destroy deletes buckets that still hold something. */
    readonly emptyOnDestroy: boolean;
    /** Pulumi's `protect` on the buckets: their content is lost with them. */
    readonly protect: boolean;
    readonly tags: Tags;
}

/**
 * The stack's own buckets: for data, for models, for Canvas where it is used, and for the access logs of these.
 *
 * Data are reached through the VPC's S3 endpoint and under the stack's key only; deployers, roles for emergencies and
 * services of AWS are let past the endpoint by name.
 */
export class Buckets extends pulumi.ComponentResource {
    /** Names of all buckets a stack can have; that of Canvas stands for a bucket only where it was asked for. */
    readonly names: BucketNames;
    /** Names of the buckets Studio reads and writes. */
    readonly dataBuckets: readonly string[];
    /** ARNs of the buckets that were made. */
    readonly arns: Readonly<Record<"data" | "models" | "accessLogs", pulumi.Output<string>>> & {
        readonly canvas?: pulumi.Output<string>;
    };
    /** Name of the bucket for access logs, known when it stands. */
    readonly accessLogs: pulumi.Output<string>;
    /** Stand when every bucket is closed to others, encrypted and versioned: whatever puts something in waits for them. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: BucketsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:Buckets", name, {}, opts);
        const { account } = args.place;
        this.names = bucketNames(args.place);
        this.dataBuckets = studioBuckets(args.place, { create: true, canvas: args.canvas });

        const accessLogs = createPrivateBucket(this, `${name}-access-logs`, {
            bucketName: this.names.accessLogs,
            // Targets of access logs take no key but S3's own. Source: S3 user guide, "Enabling Amazon S3 server access logging".
            policy: accessLogPolicy({
                ...args,
                account,
                bucket: this.names.accessLogs,
                sources: [...this.dataBuckets, ...args.otherLogSources],
            }),
            keep: { expireDays: args.accessLogDays, noncurrentDays: args.noncurrentDays },
            protect: args.protect,
            forceDestroy: args.emptyOnDestroy,
            tags: args.tags,
        });
        const dataBucket = (purpose: "data" | "models" | "canvas"): PrivateBucket =>
            this.createDataBucket(`${name}-${purpose}`, this.names[purpose], args, {
                accessLogs,
                studioFiles: purpose === "data",
            });
        const data = dataBucket("data");
        const models = dataBucket("models");
        const canvas = args.canvas ? dataBucket("canvas") : undefined;

        this.accessLogs = accessLogs.bucket.bucket;
        this.arns = {
            data: data.bucket.arn,
            models: models.bucket.arn,
            accessLogs: accessLogs.bucket.arn,
            ...(canvas && { canvas: canvas.bucket.arn }),
        };
        this.ready = [accessLogs, data, models, ...(canvas ? [canvas] : [])].flatMap(({ ready }) => ready);
        this.registerOutputs({ names: this.names, arns: this.arns });
    }

    private createDataBucket(
        suffix: string,
        bucketName: string,
        args: BucketsArgs,
        { accessLogs, studioFiles }: { accessLogs: PrivateBucket; studioFiles: boolean },
    ): PrivateBucket {
        return createPrivateBucket(this, suffix, {
            bucketName,
            keyArn: args.dataKeyArn,
            policy: dataPolicy({
                ...args,
                account: args.place.account,
                bucket: bucketName,
                keyArn: args.dataKeyArn,
                studioFiles,
            }),
            keep: { noncurrentDays: args.noncurrentDays },
            accessLogs: { bucket: accessLogs.bucket.bucket, prefix: `${bucketName}/` },
            protect: args.protect,
            forceDestroy: args.emptyOnDestroy,
            tags: args.tags,
        });
    }
}
