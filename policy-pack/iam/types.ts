import type { Maybe } from "../graph/unknown";

/**
 * Stands inside a string for text nobody knows yet: `arn:aws:sagemaker:eu-west-1:111122223333:user-profile/` +
 * UNKNOWN_TEXT + `/alice`. Every comparison treats it as "any text, the empty one included". A private-use character,
 * because AWS allows those in no name, ARN or tag.
 */
export const UNKNOWN_TEXT = "\uF8FF";

/** A policy document as AWS writes it. Single values and lists of one are the same. */
export interface PolicyDocument {
    readonly Version?: string;
    readonly Id?: string;
    readonly Statement: Statement | readonly Statement[];
}

/** One statement of a policy document. */
export interface Statement {
    readonly Sid?: string;
    readonly Effect: "Allow" | "Deny";
    readonly Principal?: PrincipalElement;
    readonly NotPrincipal?: PrincipalElement;
    readonly Action?: string | readonly string[];
    readonly NotAction?: string | readonly string[];
    readonly Resource?: string | readonly string[];
    readonly NotResource?: string | readonly string[];
    readonly Condition?: ConditionBlock;
}

/** `"*"`, or ids by type (`AWS`, `Service`, `Federated`, `CanonicalUser`). */
export type PrincipalElement = "*" | Readonly<Record<string, string | readonly string[]>>;

/** Operator to condition key to value or values. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, ConditionValue>>>>;
export type ConditionValue = string | number | boolean | readonly (string | number | boolean)[];

/** A document with the name it is cited by, for example `urn:…::studio-user-role-presign` or `trust policy`. */
export interface NamedDocument {
    readonly name: string;
    /** `Unknown` when the document cannot be read yet: then nothing it might allow or deny is decided. */
    readonly document: Maybe<PolicyDocument>;
}

/** Who makes the request. */
export interface Caller {
    /**
     * As AWS compares it in `Principal`: ARN of a user, a role session (`arn:aws:sts::…:assumed-role/R/S`), a federated
     * user session (`arn:aws:sts::…:federated-user/N`), the root user or an identity provider; or a service name.
     */
    readonly arn: string;
    /** For a session: ARN of the role (or of the user who federated) behind it. A `Principal` may name either. */
    readonly roleArn?: string;
    /** Must be known: whether a request crosses accounts decides which rules apply. */
    readonly account: string;
    readonly type: "user" | "role-session" | "federated" | "root" | "service" | "anonymous";
}

/**
 * Condition keys present in the request. Key names compare without case, as AWS does. A key that is not listed is
 * absent from the request; a key whose value is `Unknown` is present with a value nobody knows.
 */
export type RequestContext = Readonly<Record<string, Maybe<string | readonly string[]>>>;

/** One request to one action on one resource. */
export interface AccessRequest {
    readonly caller: Caller;
    /** For example `sagemaker:CreatePresignedDomainUrl`. */
    readonly action: string;
    /** ARN of the resource, or `*` for actions without resource-level permissions. May contain `UNKNOWN_TEXT`. */
    readonly resource: string;
    /** Account that owns the resource. Must be known, as the caller's. */
    readonly resourceAccount: string;
    readonly context: RequestContext;
}

/**
 * How a resource's own policy and identity policies of the same account go together.
 * - `either`: an Allow in one of them is enough (most resources).
 * - `trust`: a role. Only the trust policy admits; identity policies count where it delegates to the account.
 * - `key`: a KMS key. Identity policies count only where the key policy delegates to the account.
 */
export type ResourcePolicyKind = "either" | "trust" | "key";

/** Layers of policies that bear on one request. An absent layer does not restrict. */
export interface PolicyLayers {
    /** Identity policies of the user or role; empty list: nothing allowed by identity. */
    readonly identity: readonly NamedDocument[];
    /** Permissions boundary. */
    readonly boundary?: NamedDocument;
    /** Session policies passed when the role was assumed. */
    readonly session?: readonly NamedDocument[];
    /** Service control policies by level (root, each OU, account): every level must allow. */
    readonly serviceControl?: readonly (readonly NamedDocument[])[];
    /**
     * Resource control policies by level, `RCPFullAWSAccess` included; every level must allow. Give them only for
     * services that resource control policies support (S3, KMS, STS and others; not SageMaker).
     */
    readonly resourceControl?: readonly (readonly NamedDocument[])[];
    /** Policies of the VPC endpoint the request passes; must allow. */
    readonly endpoint?: NamedDocument;
    /**
     * Kind of that endpoint. In a gateway endpoint's policy an account as `Principal` means its root user only; while
     * the kind is not given, such a principal is not decided.
     */
    readonly endpointType?: "Interface" | "Gateway";
    /** Policy of the resource itself (bucket, key, queue); trust policy when the action is an assume-role call. */
    readonly resource?: NamedDocument;
    /**
     * Default: `trust` for `sts:AssumeRole*`, `sts:TagSession`, `sts:SetSourceIdentity` and `sts:SetContext`; `key` for
     * `kms:` actions on a key; else `either`. Roles and keys always have a policy: not given, the request is undecided.
     */
    readonly resourcePolicyKind?: ResourcePolicyKind;
}

export type LayerName =
    "identity" | "boundary" | "session" | "service control" | "resource control" | "endpoint" | "resource";

/** One statement that decided, so that a reader can find it. */
export interface StatementReference {
    readonly layer: LayerName;
    /** Name of the document. */
    readonly document: string;
    /** `Sid`, or `statement N` (counted from 1); `whole document` when it could not be read. */
    readonly statement: string;
}

/**
 * - `allowed`: every layer that applies allows.
 * - `denied`: a Deny matches (`explicit`), or a layer has no matching Allow (`implicit`), whatever the unknown parts hold.
 * - `undecided`: the unknown parts could turn it either way. Never read as allowed.
 */
export interface Decision {
    readonly verdict: "allowed" | "denied" | "undecided";
    readonly kind: "allow" | "explicit deny" | "implicit deny" | "undecided";
    /** The Deny that matched; or the Allows that together decided; or, undecided, the statements that could not be read. */
    readonly deciding: readonly StatementReference[];
    /** The layer that stopped it, for implicit denies. */
    readonly missing?: LayerName;
    /** One sentence for people. */
    readonly reason: string;
}
