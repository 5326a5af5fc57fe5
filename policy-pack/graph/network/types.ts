import type { GraphResource } from "../types";
import type { Maybe } from "../unknown";
import type { Resolution } from "../resolve";

/** Where one route sends packets. */
export type TargetKind =
    | "internet-gateway"
    | "egress-only-internet-gateway"
    | "nat-gateway"
    | "transit-gateway"
    | "virtual-gateway"
    | "peering"
    | "vpc-endpoint"
    | "network-interface"
    | "carrier-gateway"
    | "local-gateway"
    | "core-network"
    | "local"
    | "unknown";

export interface RouteTarget {
    /** `unknown` when the id cannot be read and its dependencies leave more than one kind open. */
    readonly kind: TargetKind;
    /** The resource, when it is in the graph. */
    readonly resource?: GraphResource;
    /** The id, when it is known and in no resource of the graph. */
    readonly id?: string;
    /** For `unknown`: kinds it may be; empty when nothing is known. */
    readonly possible?: readonly TargetKind[];
    /**
     * For an endpoint of a firewall: the subnet it stands in. Several when it may be any of them, none when the firewall
     * has no mapping there.
     */
    readonly subnets?: readonly GraphResource[];
    /** With `subnets`: why the endpoint may stand in another one. */
    readonly subnetsUndecided?: string;
    /** Set where it cannot be told whether it is an endpoint of a firewall of the graph. */
    readonly mayBeFirewall?: true;
}

export interface RouteDestination {
    readonly kind: "ipv4" | "ipv6" | "prefix-list" | "unknown";
    /** CIDR block or prefix list id. */
    readonly value: Maybe<string>;
}

export interface Route {
    /** The `Route`, or the table that holds the route inline. */
    readonly resource: GraphResource;
    readonly destination: RouteDestination;
    readonly target: RouteTarget;
}

export interface RouteTable {
    /** URN of the table, or `main table of <VPC URN>` for the one AWS makes with the VPC. */
    readonly key: string;
    /** Name for messages. */
    readonly name: string;
    /** The `RouteTable` or `DefaultRouteTable`; absent for a main table the program did not adopt. */
    readonly resource?: GraphResource;
    readonly routes: readonly Route[];
    /** Why routes of this table may be missing here; empty when the list is whole. */
    readonly undecided: readonly string[];
}

/** The route table in force for a subnet. */
export type EffectiveTable =
    | { readonly decided: true; readonly by: "association" | "main"; readonly table: RouteTable }
    | { readonly decided: false; readonly why: string; readonly candidates: readonly RouteTable[] };

export interface Subnet {
    readonly resource: GraphResource;
    readonly vpc: Resolution;
    /** Zone name or zone id, whichever the program sets; unknown when neither can be read. */
    readonly zone: Maybe<string>;
    readonly cidr: Maybe<string> | undefined;
    readonly table: EffectiveTable;
}

export interface Vpc {
    readonly resource: GraphResource;
    /** Primary and secondary IPv4 ranges. */
    readonly cidrs: readonly Maybe<string>[];
}

/** Route tables a gateway endpoint is associated with. */
export interface TableAssociations {
    readonly tables: readonly RouteTable[];
    readonly external: readonly string[];
    readonly undecided: readonly string[];
}

/** Resources gathered from an endpoint's own list and from separate association resources. */
export interface Associations {
    readonly found: readonly GraphResource[];
    readonly external: readonly string[];
    readonly undecided: readonly string[];
}

export interface Endpoint {
    readonly resource: GraphResource;
    readonly type: Maybe<string>;
    readonly serviceName: Maybe<string> | undefined;
    readonly vpc: Resolution;
    readonly privateDns: Maybe<boolean>;
    /** Gateway type only. */
    readonly tables: TableAssociations;
    /** Interface type only. */
    readonly subnets: Associations;
    readonly groups: Associations;
}

export type Peer =
    | { readonly kind: "ipv4" | "ipv6"; readonly cidr: string }
    | { readonly kind: "group"; readonly group: GraphResource }
    | { readonly kind: "external-group"; readonly id: string }
    | { readonly kind: "prefix-list"; readonly id: Maybe<string> }
    | { readonly kind: "unknown"; readonly why: string };

export interface Rule {
    /** The rule resource, or the group that holds the rule inline. */
    readonly resource: GraphResource;
    readonly direction: "ingress" | "egress";
    /** `tcp`, `udp`, `icmp`, `icmpv6`, `all`, or a protocol number. */
    readonly protocol: Maybe<string>;
    /** Absent when the protocol has no ports or all ports are meant. */
    readonly fromPort?: Maybe<number>;
    readonly toPort?: Maybe<number>;
    readonly peer: Peer;
}

export interface SecurityGroup {
    readonly resource: GraphResource;
    readonly ingress: readonly Rule[];
    readonly egress: readonly Rule[];
    /** Why rules may be missing here; empty when the lists are whole. */
    readonly undecided: readonly string[];
}
