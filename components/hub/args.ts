import type * as pulumi from "@pulumi/pulumi";

import type { Feature, ServiceKey } from "../../policy-pack/facts";
import type { AddressPlan } from "../addresses";
import type { Place } from "../names";
import type { FirewallSettings } from "../network/args";
import type { Tags } from "../tags";

/** The company network, as far as the hub serves it. */
export interface HubClients {
    /** IPv4 ranges that may call the endpoints a browser needs and, with `resolver`, ask for their names. */
    readonly ranges: readonly string[];
    /**
     * Those of the ranges that come over the transit gateway, by `attachment` or by one made elsewhere and given to a
     * {@link Spoke}; the others (a peered VPC) get their way back from whoever connects them. Empty: none, and there is
     * no table for clients.
     */
    readonly overGateway: readonly string[];
    /** Attachment (`tgw-attach-…`) of a VPN or Direct Connect that is on the gateway already. Default: none. */
    readonly attachment?: string;
    /** Whether the company's name servers may ask for the private names. */
    readonly resolver: boolean;
}

/** Whose traffic the hub connects, by account and range. */
export interface HubMembers {
    /** Accounts of the lines of business, twelve digits. */
    readonly lobAccounts: readonly string[];
    /** Account of the access service. */
    readonly accessAccount: string;
    /**
     * Accounts whose VPCs are attached to the gateway, the hub's own may be among them. Where sharing is switched on in
     * the organization, and all are in it, the share needs no acceptance.
     */
    readonly attached: readonly string[];
    /** IPv4 ranges all lines of business lie in, those to come included: what is open to them is open to these. */
    readonly lobRanges: readonly string[];
    /** IPv4 range of the access service's VPC. */
    readonly accessRange: string;
    readonly clients?: HubClients;
    /** AWS organization whose principals and resources the endpoints let through. Default: the accounts named here alone. */
    readonly organization?: string;
}

export interface HubArgs {
    /** Account of the hub, unit `hub`. */
    readonly place: Place;
    readonly partition: string;
    /** IPv4 range of the hub's VPC. */
    readonly cidr: string;
    /** Range by tier and zone; endpoint, transit and, with egress `firewall`, firewall and nat are used. */
    readonly subnets: AddressPlan;
    /** Number of the gateway on Amazon's side of a BGP session, 64512 to 65534 or 4200000000 to 4294967294. */
    readonly asn: number;
    readonly members: HubMembers;
    /** Services of which the hub has endpoints; those a hub cannot share are left out, see `Hub.services`. */
    readonly services: readonly ServiceKey[];
    /** `shared`: the lines of business use the hub's endpoints; `local`: they have their own, and none of the hub's. */
    readonly endpoints: "shared" | "local";
    /** What the lines of business do, all together: what the endpoints' policies let them call. */
    readonly features: readonly Feature[];
    /** Way to the internet for the lines of business. */
    readonly egress: "isolated" | "firewall";
    /** Needed with egress `firewall`. */
    readonly firewall?: FirewallSettings;
    /** Further names that resolve in the hub's VPC, and how long queries are kept, in days. */
    readonly dns: { readonly allow: readonly string[]; readonly logRetentionDays: number };
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
