import type * as pulumi from "@pulumi/pulumi";

import type { Feature, ServiceKey } from "../../policy-pack/facts";
import type { AddressPlan } from "../addresses";
import type { Place } from "../names";
import type { Tags } from "../tags";
import type { ExistingStudioSubnet } from "./vpc";

/** A VPC that exists, and what of it is used. */
export interface ExistingVpc {
    readonly id: string;
    /** Subnets for apps and jobs, by zone. */
    readonly studio: Readonly<Record<string, ExistingStudioSubnet>>;
    /** Endpoints it has, by service; the others are made in it. */
    readonly endpoints: Readonly<Partial<Record<ServiceKey, string>>>;
    /** Groups on its interface endpoints. */
    readonly endpointGroups: readonly string[];
    /** Where NAT gateways send what they forward. */
    readonly internetGateway?: string;
    /** Whether it has the way out that `egress` names; none is made then. */
    readonly ownEgress: boolean;
    /** Whether its owner decides which names resolve; no DNS rules are made then. */
    readonly ownDns: boolean;
}

/** What may pass the network firewall, and how it is run. */
export interface FirewallSettings {
    /** Names of sets, and domains. */
    readonly allow: readonly string[];
    /** IPv4 ranges NTP may go to. */
    readonly timeServers: readonly string[];
    /** AWS managed threat rule groups. */
    readonly threatGroups: readonly string[];
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
}

/** The hub a network is attached to, all of it as plain values of whoever made the hub. */
export interface HubLink {
    /** Transit gateway of the hub. */
    readonly gatewayId: pulumi.Input<string>;
    /** Account the gateway belongs to, twelve digits. */
    readonly gatewayAccount: string;
    /** What shares the gateway with the network's account; the attachment waits for it. Empty in the gateway's own account. */
    readonly shared: readonly pulumi.Resource[];
    /** IPv4 ranges of the subnets with the hub's endpoints. */
    readonly endpointRanges: readonly string[];
    /** Services whose endpoints the hub has, so that none are made here. Gateway endpoints are always the network's own. */
    readonly services: readonly ServiceKey[];
    /** Whether the hub is the network's way to the internet. */
    readonly internet: boolean;
    /** What the hub's firewall lets through, names of sets and domains: it must resolve. Default: nothing. */
    readonly allowDomains?: readonly string[];
    /** IPv4 ranges the hub's firewall lets NTP through to. Default: none. */
    readonly timeServers?: readonly string[];
}

export interface NetworkArgs {
    readonly place: Place;
    readonly partition: string;
    /** IPv4 range of the VPC. */
    readonly cidr: string;
    /** Range by tier and zone; only the tiers that are needed are made. */
    readonly subnets: AddressPlan;
    /** Default: a VPC is made. */
    readonly existing?: ExistingVpc;
    /** Way out of the VPC. */
    readonly egress: "isolated" | "nat" | "firewall";
    /** Needed with egress `firewall`. */
    readonly firewall?: FirewallSettings;
    /** Further names that resolve, and how long queries are kept, in days. */
    readonly dns: { readonly allow: readonly string[]; readonly logRetentionDays: number };
    readonly features: readonly Feature[];
    /** Services with an endpoint in the VPC: what the features need, with what was added and removed. */
    readonly services: readonly ServiceKey[];
    /** AWS organization whose principals and resources the endpoints let through. Default: this account's alone. */
    readonly organization?: string;
    /** ARNs of the roles that alone may use a service's endpoint, by service. */
    readonly onlyRoles: Readonly<Partial<Record<ServiceKey, readonly string[]>>>;
    /** Whether there is a group for jobs on several instances. */
    readonly distributedTraining: boolean;
    /** Company ranges that may open Studio, the gateway they come through, and whether they may ask for names. */
    readonly clients?: { readonly ranges: readonly string[]; readonly via?: string; readonly resolver: boolean };
    /** Hub the network is attached to. Default: it stands alone. */
    readonly hub?: HubLink;
    /** Existing buckets the S3 endpoint lets through. */
    readonly dataBuckets: readonly string[];
    readonly flowLogs: {
        readonly destination: "log-group" | "bucket";
        readonly retentionDays: number;
        /** Permissions boundary of the role that writes a log group. Default: none. */
        readonly boundaryArn?: pulumi.Input<string>;
    };
    /** Key of every log group, and of the bucket for flow logs. */
    readonly logsKeyArn: pulumi.Input<string>;
    /** Key of the firewall; needed with egress `firewall`. */
    readonly networkKeyArn?: pulumi.Input<string>;
    /** Pulumi's `protect` on what holds logs. */
    readonly protect: boolean;
    /** AWS's own protections of firewall and DNS rules against change and deletion; off before a destroy. */
    readonly protections: boolean;
    readonly tags: Tags;
}
