import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../names";
import type { Tags } from "../tags";

/** How people prove who they are. */
export type SignInArgs = PrivateSignIn | HostedSignIn;

/** The page at the API's root signs people in through the `cognito-idp` endpoint; nothing is public. */
export interface PrivateSignIn {
    readonly mode: "private";
    /** `plus` adds threat protection. */
    readonly plan: "essentials" | "plus";
}

/** Cognito's own pages, which are public, with people of the pool or of an identity provider. */
export interface HostedSignIn {
    readonly mode: "hosted";
    readonly plan: "essentials" | "plus";
    /** Beginning of the pages' host, one of its kind in the Region. */
    readonly domainPrefix: string;
    readonly saml?: SamlProvider | undefined;
    readonly oidc?: OidcProvider | undefined;
}

/** A SAML 2.0 identity provider: the address of its metadata, or their text. */
export interface SamlProvider {
    /** Also what the pool puts before its people's names, with an underscore. */
    readonly name: string;
    readonly metadataUrl?: string | undefined;
    readonly metadata?: string | undefined;
}

/** An OpenID Connect identity provider. */
export interface OidcProvider {
    /** Also what the pool puts before its people's names, with an underscore. */
    readonly name: string;
    /** With https://. */
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: pulumi.Input<string>;
}

/** A line of business as far as the presign function knows it. */
export interface LobOfAccess {
    readonly name: string;
    /** Twelve digits. */
    readonly account: string;
    /** As `accessRoleArn` gives it. */
    readonly accessRoleArn: string;
}

/** Network of the presign function. */
export interface AccessNetworkArgs {
    readonly cidr: string;
    /** Ranges by zone. */
    readonly subnets: {
        readonly functions: Readonly<Record<string, string>>;
        readonly transit: Readonly<Record<string, string>>;
    };
    /** Transit gateway of the hub. */
    readonly gatewayId: pulumi.Input<string>;
    /** Account the gateway belongs to, twelve digits. */
    readonly gatewayAccount: string;
    /** What makes the gateway known to this account; the attachment waits for it. */
    readonly shared: readonly pulumi.Resource[];
    /** Ranges of the hub's endpoint subnets. */
    readonly endpointRanges: readonly string[];
    readonly flowLogs: { readonly destination: "log-group" | "bucket"; readonly retentionDays: number };
    /** Days queries for names are kept; a value CloudWatch Logs accepts. */
    readonly dnsLogRetentionDays: number;
    /** AWS's own protection of DNS rules against change; off before a destroy. */
    readonly protections: boolean;
}

export interface AccessServiceArgs {
    readonly place: Place;
    readonly partition: string;
    readonly network: AccessNetworkArgs;
    /** The hub's endpoint for private APIs. */
    readonly executeApiEndpointId: pulumi.Input<string>;
    readonly signIn: SignInArgs;
    /** Names of the people who get an account in the pool. Empty: administrators make all accounts. */
    readonly people: readonly string[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    readonly lobs: readonly LobOfAccess[];
    /** How long a link may be followed, in seconds (5 to 30), and how long the session it opens lasts, in minutes (30 to 720). */
    readonly link: { readonly seconds: number; readonly sessionMinutes: number };
    /** Of all people together. */
    readonly throttle: { readonly requestsPerSecond: number; readonly burst: number };
    /** Who is told by e-mail when an alarm goes off. */
    readonly alarms: { readonly emails: readonly string[] };
    readonly keys: {
        /** Of every log group, the one API Gateway names itself among them; see `EXECUTION_LOG_GROUPS`. */
        readonly logsKeyArn: pulumi.Input<string>;
        /** Of the directory. */
        readonly tablesKeyArn: pulumi.Input<string>;
        /** Of the topic; its policy must admit CloudWatch alarms. */
        readonly topicsKeyArn: pulumi.Input<string>;
    };
    /** Days; a value CloudWatch Logs accepts. */
    readonly logRetentionDays: number;
    /**
     * Whether the stack sets the role API Gateway writes logs with. An account has one in a Region: where another stack
     * or somebody else sets it, false. Default: true.
     */
    readonly setsApiGatewayLogRole?: boolean;
    /** Pulumi's `protect` on directory and user pool, and AWS's own protection of them against deletion. */
    readonly protect: boolean;
    readonly tags: Tags;
}
