import type { PolicyDefinition } from "../definition";
import { bucketBaseline } from "./bucketBaseline";
import { bucketNetwork } from "./bucketNetwork";

/** Of buckets and what is kept in them. */
export const STORAGE_POLICIES: readonly PolicyDefinition[] = [bucketNetwork, bucketBaseline];
