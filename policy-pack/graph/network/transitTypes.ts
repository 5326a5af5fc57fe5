import type { Resolution } from "../resolve";
import type { GraphResource } from "../types";
import type { Maybe } from "../unknown";

/** A VPC's attachment to a transit gateway. */
export interface TransitAttachment {
    readonly resource: GraphResource;
    readonly gateway: Resolution;
    readonly vpc: Resolution;
    /** Subnets its interfaces stand in: packets that come in through it are sent on by the tables of these. */
    readonly subnets: Resolution;
    /** Why it carries nothing: it is of another account than its gateway, and nobody accepts it. Absent when it does. */
    readonly pending?: string;
    /** Keeps both directions of a connection in one zone. */
    readonly applianceMode: Maybe<boolean>;
}

/** What a route, association or propagation of a transit gateway names. */
export interface AttachmentReference {
    readonly attachment?: TransitAttachment;
    /** Id of an attachment made elsewhere: a VPN, a Direct Connect gateway. */
    readonly id?: string;
    /** Why it is not known which is meant. */
    readonly undecided?: string;
}

export interface TransitRoute {
    readonly resource: GraphResource;
    readonly destination: Maybe<string>;
    /** Drops what it matches. */
    readonly blackhole: Maybe<boolean>;
    /** Absent for a blackhole. */
    readonly target?: AttachmentReference;
}

export interface TransitTable {
    readonly resource: GraphResource;
    readonly associated: readonly AttachmentReference[];
    /** Attachments whose ranges AWS puts into the table by itself. */
    readonly propagated: readonly AttachmentReference[];
    readonly routes: readonly TransitRoute[];
    /** Why routes, associations or propagations may be missing here; empty when the lists are whole. */
    readonly undecided: readonly string[];
}

/** The table by which packets are routed that come out of an attachment. */
export type AttachmentTable =
    | { readonly kind: "table"; readonly table: TransitTable }
    /** Associated with none: everything is dropped. */
    | { readonly kind: "none" }
    | { readonly kind: "undecided"; readonly why: string };

/** The transit gateways of a graph. */
export interface Transit {
    readonly gateways: readonly GraphResource[];
    readonly attachments: readonly TransitAttachment[];
    readonly tables: readonly TransitTable[];
    tableOf(attachment: TransitAttachment): AttachmentTable;
    /** The table of an attachment made elsewhere, by its id. */
    tableOfId(id: string): AttachmentTable;
}
