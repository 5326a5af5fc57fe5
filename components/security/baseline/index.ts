export { AccountBaseline } from "./accountBaseline";
export { type AccountBaselineArgs, type BaselineParts, keepsRecords } from "./args";
export { recordsBucketName } from "./recordsBucket";
