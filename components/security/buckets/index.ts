export { Buckets, type BucketsArgs } from "./buckets";
export { type BucketNames, bucketNames, DATA_FOLDERS, studioBuckets } from "./names";
