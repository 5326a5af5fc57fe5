export { createPrivateBucket, type PrivateBucket, type PrivateBucketArgs } from "./privateBucket";
