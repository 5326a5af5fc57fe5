import { createHash } from "node:crypto";

/** Where a name lives: two deployments differ in at least one of these. */
export interface Place {
    readonly project: string;
    readonly stack: string;
    /** Twelve digits. */
    readonly account: string;
    readonly region: string;
}

interface NameForm {
    /** Longest name AWS accepts. */
    readonly limit: number;
    readonly source: string;
}

/**
 * Kinds of physical names and AWS's limits. Log groups and key aliases take slashes, so their parts need no hash to
 * stay apart; the other kinds end in a hash of the place.
 */
const FORMS = {
    role: { limit: 64, source: "IAM and AWS STS quotas: role name" },
    policy: { limit: 128, source: "IAM and AWS STS quotas: policy name" },
    domain: { limit: 63, source: "SageMaker API CreateDomain: DomainName" },
    lifecycleConfig: {
        limit: 54,
        source: "SageMaker API CreateStudioLifecycleConfig: StudioLifecycleConfigName, 63, less nine for a hash of the content",
    },
    securityGroup: { limit: 255, source: "EC2 API CreateSecurityGroup: GroupName" },
    logGroup: { limit: 512, source: "CloudWatch Logs API CreateLogGroup: logGroupName" },
    keyAlias: { limit: 256, source: "KMS API CreateAlias: AliasName" },
    firewall: {
        limit: 128,
        source: "Network Firewall API CreateFirewall, CreateFirewallPolicy, CreateRuleGroup: names",
    },
    bucket: { limit: 63, source: "S3 user guide, general purpose bucket naming rules" },
    dnsRules: { limit: 64, source: "Route 53 API CreateFirewallRuleGroup, CreateFirewallDomainList: Name" },
    queryLog: { limit: 64, source: "Route 53 API CreateResolverQueryLogConfig: Name" },
    resolver: { limit: 64, source: "Route 53 API CreateResolverEndpoint: Name" },
} as const satisfies Record<string, NameForm>;

export type NamedKind = keyof typeof FORMS;

/**
 * Physical name of the thing that serves `purpose` in `place`.
 *
 * Pure, so that a document can name a thing before it exists and the document is readable at preview. Two places never
 * share a name: what could be ambiguous when joined by hyphens (`a` + `b-c`, `a-b` + `c`) or cut at the limit is told
 * apart by a hash of all parts.
 *
 * @throws Error when `purpose` alone leaves no room for the hash (a mistake in this program, not in a setting).
 */
export function physicalName(place: Place, kind: NamedKind, purpose: string): string {
    const limit = FORMS[kind].limit;
    if (kind === "logGroup" || kind === "keyAlias") {
        const path = `${kind === "keyAlias" ? "alias/" : "/"}${place.project}/${place.stack}/${purpose}`;
        return path.length <= limit ? path : `${path.slice(0, limit - 9)}-${hash(place, purpose)}`;
    }
    const end = `${purpose}-${hash(place, purpose)}`;
    const room = limit - end.length - 1;
    if (room < 0) {
        throw new Error(`physicalName: purpose "${purpose}" is too long for a ${kind} of at most ${limit} characters`);
    }
    const start = `${place.project}-${place.stack}`
        .slice(0, room)
        .replace(/[^a-zA-Z0-9-]/g, "-")
        .replace(/^-+|-+$/g, "");
    const name = start === "" ? end : `${start}-${end}`;
    // Buckets take no upper-case letters; the hash of the whole place keeps two such stacks apart.
    return kind === "bucket" ? name.toLowerCase() : name;
}

function hash(place: Place, purpose: string): string {
    const parts = [place.project, place.stack, place.account, place.region, purpose];
    return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 8);
}
