import type { Feature } from "./feature";
import { SYS0 } from "./sys0";
import { SYS1, SYS1_REQUIREMENTS } from "./sys1";
import { SYS2 } from "./sys2";
import { SYS3 } from "./sys3";
import { SYS4 } from "./sys4";

export type { Feature } from "./feature";

/** The reference systems with their features, in the order of their numbers. */
export const SYSTEMS: readonly { readonly title: string; readonly features: readonly Feature[] }[] = [
    { title: "Sys0: VPC-only domain with Canvas", features: SYS0 },
    { title: "Sys1: VPC with NAT and Network Firewall", features: [...SYS1, ...SYS1_REQUIREMENTS] },
    { title: "Sys2: administration workshop", features: SYS2 },
    { title: "Sys3: private access from several accounts", features: SYS3 },
    { title: "Sys4: presigned URL with ABAC", features: SYS4 },
];

/** Every feature. */
export const FEATURES: readonly Feature[] = SYSTEMS.flatMap(({ features }) => features);
