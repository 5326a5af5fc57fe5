import type * as pulumi from "@pulumi/pulumi";

import type { ServiceKey } from "../../policy-pack/facts";
import type { AddressPlan } from "../addresses";
import type { PlainSettings } from "./settings";
import type { TopValues } from "./schema";

/** One AWS account, and how the deployment gets into it. */
export type AccountSetting = TopValues["account"];

/** The company network that may reach the hub. */
export interface HubClients {
    /** Ranges beyond `attachment`; the on-premises simulator's own range is not among them, see `companyRanges`. */
    readonly ranges: readonly string[];
    /** Attachment of a VPN or Direct Connect gateway to the hub's transit gateway; there when `ranges` are. */
    readonly attachment?: string | undefined;
    /** Whether the hub makes an inbound resolver. */
    readonly resolver: boolean;
}

/** The shared network: transit gateway, endpoints and, where wanted, the one way out. */
export interface HubSetting {
    /** Name in `accounts`. */
    readonly account: string;
    readonly cidr: string;
    /** Zone ids, sorted. */
    readonly zones: readonly string[];
    /** Ranges of the tiers endpoint, transit, firewall and nat; studio is empty. */
    readonly subnets: AddressPlan;
    /** Private ASN of the transit gateway. */
    readonly asn: number;
    readonly endpoints: "shared" | "local";
    /** Supernets in which every line of business lies, now and later. */
    readonly lobRanges: readonly string[];
    /** Organization whose principals the endpoints let through; without it, those of `accounts`. */
    readonly organization?: string | undefined;
    readonly egress: "isolated" | "firewall";
    /** With `protections` decided; there exactly when egress is `firewall`. */
    readonly firewall?: TopValues["network"]["firewall"];
    readonly dns: TopValues["network"]["dns"];
    readonly clients?: HubClients | undefined;
    readonly flowLogRetentionDays: number;
    readonly flowLogDestination: "log-group" | "bucket";
    readonly logRetentionDays: number;
    /** ARNs of the roles that administer the keys; empty: whoever IAM allows. */
    readonly keyAdministrators: readonly string[];
    /** Days, 7 to 30; also of the access service's and the simulator's keys. */
    readonly keyDeletionDays: number;
    /** Services whose interface endpoint the hub makes, in the order of the catalogue. */
    readonly services: readonly ServiceKey[];
}

/** Features of a user pool, which AWS bills for by plan. */
export type SignInPlan = "essentials" | "plus";

/** A SAML 2.0 identity provider of the user pool. */
export interface SamlProvider {
    readonly name: string;
    /** Metadata document or where Cognito reads it: exactly one of the two. */
    readonly metadata?: string | undefined;
    readonly metadataUrl?: string | undefined;
}

/** An OpenID Connect provider of the user pool. */
export interface OidcProvider<Secret = pulumi.Input<string>> {
    readonly name: string;
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: Secret;
}

/** How people sign in to the access service. */
export type AccessSignIn<Secret = pulumi.Input<string>> =
    | { readonly mode: "private"; readonly plan: SignInPlan }
    | {
          readonly mode: "hosted";
          readonly plan: SignInPlan;
          readonly domainPrefix: string;
          /** At most one of the two, so that a name means one person. */
          readonly saml?: SamlProvider | undefined;
          readonly oidc?: OidcProvider<Secret> | undefined;
      };

/** The private API that opens people's profiles. */
export interface AccessServiceSetting<Secret = pulumi.Input<string>> {
    /** Name in `accounts`. */
    readonly account: string;
    readonly cidr: string;
    /** The hub's. */
    readonly zones: readonly string[];
    readonly subnets: {
        readonly functions: Readonly<Record<string, string>>;
        readonly transit: Readonly<Record<string, string>>;
    };
    /** Key of the ABAC tag on profiles and sessions. */
    readonly tag: string;
    readonly link: { readonly seconds: number; readonly sessionMinutes: number };
    readonly throttle: { readonly requestsPerSecond: number; readonly burst: number };
    readonly logRetentionDays: number;
    /** ARNs of the roles that administer the keys; empty: whoever IAM allows. */
    readonly keyAdministrators: readonly string[];
    readonly alarms: { readonly emails: readonly string[] };
    readonly signIn: AccessSignIn<Secret>;
    /** Whether the pool gets a user for each person of the lines of business. */
    readonly createUsers: boolean;
}

/** One line of business: the single account's settings, complete, and its place among the others. */
export interface LobSetting extends PlainSettings {
    /** Its name, and unit of its names. */
    readonly lob: string;
    /** Name in `accounts`. */
    readonly accountName: string;
    /** Whether its way out is the hub's firewall. */
    readonly centralEgress: boolean;
}

/** The on-premises simulator. */
export interface OnpremSetting {
    /** Name in `accounts`. */
    readonly account: string;
    readonly cidr: string;
    /** Zone ids, sorted. */
    readonly zones: readonly string[];
    readonly connect: "peering" | "attachment";
    /** EC2 instance type of the host with a browser. */
    readonly hostType: string;
}

/** All of a stack file with many accounts, checked and complete. */
export interface PlainMultiSettings {
    readonly deployment: "multi-account";
    readonly project: string;
    readonly stack: string;
    readonly region: string;
    /** `aws`, `aws-cn` or `aws-us-gov`. */
    readonly partition: string;
    readonly production: boolean;
    readonly protect: boolean;
    /** By name. An account may serve several purposes and lines of business. */
    readonly accounts: Readonly<Record<string, AccountSetting>>;
    readonly hub: HubSetting;
    readonly access: AccessServiceSetting<string>;
    /** By name, whatever their order in the file. */
    readonly lobs: readonly LobSetting[];
    readonly onprem?: OnpremSetting | undefined;
    readonly tags: Readonly<Record<string, string>>;
}

/** A line of business as the program uses it: tags as `MultiSettings` has them. */
export type Lob = Omit<LobSetting, "tags"> & { readonly tags: Readonly<Record<string, pulumi.Input<string>>> };

/** The settings of many accounts as the program uses them. */
export type MultiSettings = Omit<PlainMultiSettings, "access" | "lobs" | "tags"> & {
    readonly access: AccessServiceSetting;
    readonly lobs: readonly Lob[];
    /** Tags of every taggable resource; a value may be a secret. */
    readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
};

/** Every range people may come from: the company's, and the on-premises simulator's. */
export function companyRanges({ hub, onprem }: Pick<PlainMultiSettings, "hub" | "onprem">): string[] {
    return [...(hub.clients?.ranges ?? []), ...(onprem === undefined ? [] : [onprem.cidr])];
}
