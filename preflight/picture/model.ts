import type { ExistingVpc } from "./existingVpc";
import type { Overview } from "./overview/model";
import type { Feature } from "../../policy-pack/facts";

/** What a picture is asked with, beside the resources. */
export interface PictureIntent {
    readonly stack: string;
    readonly account: string;
    readonly region: string;
    /** `isolated`, `nat` or `firewall`, for the title. */
    readonly egress: string;
    /** Chosen features, in the order of the stack file: they group the endpoints. */
    readonly features: readonly Feature[];
    /** Zones as the stack file writes them. */
    readonly zones: readonly string[];
    readonly clientRanges: readonly string[];
    /** The VPC of `network.vpc`; drawn as far as settings and facts know it. */
    readonly existingVpc?: ExistingVpc;
}

/** Tiers in the order of the rows, from the internet inwards. */
export const TIERS = ["nat", "firewall", "studio", "other", "endpoint", "transit"] as const;

export type Tier = (typeof TIERS)[number];

/** The network of a stack as a reader sees it: places, and the ways between them. Plain data, in a fixed order. */
export interface Topology {
    readonly stack: string;
    readonly egress: string;
    readonly accounts: readonly AccountPart[];
    /** Places of no account here: the internet, company networks, gateways made elsewhere. */
    readonly outside: readonly Place[];
    readonly links: readonly Link[];
    /** Drawn in place of everything above, where there are many accounts. */
    readonly overview?: Overview;
}

export interface AccountPart {
    readonly account: string;
    readonly region: string;
    readonly vpcs: readonly VpcPart[];
}

export interface VpcPart {
    readonly id: string;
    readonly name: string;
    readonly cidrs: readonly string[];
    /** Made by somebody else; drawn dashed. */
    readonly existing: boolean;
    /** Internet and VPN gateways of the VPC. */
    readonly gateways: readonly Place[];
    readonly zones: readonly ZonePart[];
    /** Endpoints by the features that need them; empty where there are none. */
    readonly endpoints: readonly EndpointGroup[];
    /** How names are resolved, one statement a line. */
    readonly dns: readonly string[];
}

export interface ZonePart {
    readonly zone: string;
    readonly subnets: readonly SubnetPart[];
}

export interface SubnetPart {
    readonly id: string;
    readonly tier: Tier;
    readonly cidr: string;
    /** What stands in it, and the gateway endpoints its table leads to. */
    readonly holds: readonly string[];
    /** The route table in force, and why its routes may not be all. */
    readonly table: string;
    readonly existing: boolean;
}

export interface EndpointGroup {
    readonly title: string;
    readonly endpoints: readonly EndpointPart[];
}

export interface EndpointPart {
    readonly service: string;
    /** Its groups admit a client range. */
    readonly forClients: boolean;
    readonly existing: boolean;
    /** Said where it stands in fewer zones than the others. */
    readonly note?: string;
}

export type PlaceKind = "internet" | "internet gateway" | "gateway" | "clients" | "elsewhere";

export interface Place {
    readonly id: string;
    readonly kind: PlaceKind;
    readonly title: string;
    readonly lines: readonly string[];
    readonly existing: boolean;
}

/**
 * - `out`: a route towards the internet
 * - `back`: a route of answers, into a range of the VPC
 * - `clients`: between the company network and the endpoints
 * - `inside`: the VPC's own local route
 * - `unknown`: a route whose target or table cannot be read
 */
export type LinkKind = "out" | "back" | "clients" | "inside" | "unknown";

/** A way from one place to another. */
export interface Link {
    readonly from: string;
    readonly to: string;
    readonly kind: LinkKind;
    /** Destinations of the routes; empty where the way is no route. */
    readonly label: string;
    /** False where the way is open in both directions. */
    readonly directed: boolean;
}
