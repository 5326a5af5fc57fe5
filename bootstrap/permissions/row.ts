import type { ScopeName } from "./scopes";

/** A stack's way to the internet, as `network.egress` of its stack file. */
export const EGRESS = ["isolated", "nat", "firewall"] as const;

export type Egress = (typeof EGRESS)[number];

/** Life-cycle phases of a resource. */
export type Phase = "create" | "read" | "update" | "delete";

export const PHASES: readonly Phase[] = ["create", "read", "update", "delete"];

/** Actions by the scope they are granted on. */
export type Grants = Readonly<Partial<Record<ScopeName, readonly string[]>>>;

/** What deploying one resource type takes. A phase lists what it calls beyond `read`, which every phase ends with. */
export interface PermissionRow extends Readonly<Record<Phase, Grants>> {
    /** Ways out that need the type; left out: stacks of every kind do. */
    readonly egress?: readonly Egress[];
    /** Where the calls are written down; see {@link SOURCES}. */
    readonly source: string;
}

/** Rows by the token of a Pulumi type or function. */
export type PermissionTable = Readonly<Record<string, PermissionRow>>;

/**
 * Prefixes of `source`. Both name API calls; the IAM action of a call, its resource types and condition keys are in the
 * service authorization reference, against which the tests hold every row.
 */
export const SOURCES = {
    TF: "hashicorp/terraform-provider-aws, the code below the Pulumi provider: create, read, update and delete functions of",
    CFN: "`handlers` of the CloudFormation resource schema",
} as const;
