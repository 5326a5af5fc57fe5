import { AwsError } from "../errors";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";

/** Source: S3 user guide, "General purpose bucket naming rules". */
const BUCKET_NAME = /^(?!xn--)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

function bucketName({ properties }: Operation): void {
    const name = textAt(properties, "bucket") ?? "";
    if (!BUCKET_NAME.test(name)) {
        throw new AwsError("InvalidBucketName", `the bucket name '${name}' is not valid`);
    }
}

/** Rules about buckets. */
export const STORAGE: RuleTable = {
    "aws:s3/bucket:Bucket": [bucketName],
};
