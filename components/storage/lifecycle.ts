import type * as aws from "@pulumi/aws";

type Rule = aws.types.input.s3.BucketLifecycleConfigurationRule;

/** How long a bucket keeps what. */
export interface KeepArgs {
    /** Days after which objects are deleted. Default: they stay. */
    readonly expireDays?: number | undefined;
    /** Days in which what was deleted or overwritten can be brought back. */
    readonly noncurrentDays: number;
}

/** Days in which an upload in parts may be completed. */
const UPLOAD_DAYS = 7;

/** Lifecycle rules of a versioned bucket: nothing is kept that nobody sees or brings back any more. */
export function lifecycleRules({ expireDays, noncurrentDays }: KeepArgs): Rule[] {
    const everything = { status: "Enabled", filter: {} };
    return [
        {
            id: "retention",
            ...everything,
            ...(expireDays === undefined ? {} : { expiration: { days: expireDays } }),
            noncurrentVersionExpiration: { noncurrentDays },
            abortIncompleteMultipartUpload: { daysAfterInitiation: UPLOAD_DAYS },
        },
        // Apart, because one rule takes either an age or this.
        { id: "delete-markers", ...everything, expiration: { expiredObjectDeleteMarker: true } },
    ];
}
