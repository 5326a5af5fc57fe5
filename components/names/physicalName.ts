import { createHash } from "node:crypto";

/** Where a name lives: two deployments differ in at least one of these. */
export interface Place {
    readonly project: string;
    readonly stack: string;
    /** Twelve digits. */
    readonly account: string;
    readonly region: string;
    /**
     * One of several like things of a stack, as a further domain or a line of business: letters, digits and hyphens.
     * Default: none, what the stack has once.
     */
    readonly unit?: string | undefined;
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
    samlProvider: { limit: 128, source: "IAM API CreateSAMLProvider: Name" },
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
    function: { limit: 64, source: "Lambda API CreateFunction: FunctionName" },
    resolver: { limit: 64, source: "Route 53 API CreateResolverEndpoint: Name" },
    image: {
        limit: 30,
        source: "SageMaker API CreateImage: ImageName, no two hyphens side by side, and CreateAppImageConfig: AppImageConfigName, 63, less 33 for the image's name and the app",
    },
    repository: {
        limit: 235,
        source: "ECR API CreateRepository: repositoryName, no two hyphens side by side, 256, less 21 for the image's name",
    },
    trail: { limit: 128, source: "CloudTrail API CreateTrail: Name" },
    configRule: { limit: 128, source: "AWS Config API PutConfigRule: ConfigRuleName" },
    analyzer: { limit: 255, source: "IAM Access Analyzer API CreateAnalyzer: analyzerName" },
    topic: { limit: 256, source: "SNS API CreateTopic: Name" },
    queue: { limit: 80, source: "SQS API CreateQueue: QueueName" },
    eventRule: { limit: 64, source: "EventBridge API PutRule: Name" },
    instanceProfile: { limit: 128, source: "IAM API CreateInstanceProfile: InstanceProfileName" },
    alarm: { limit: 255, source: "CloudWatch API PutMetricAlarm: AlarmName" },
    table: { limit: 255, source: "DynamoDB API CreateTable: TableName" },
    restApi: { limit: 128, source: "API Gateway API CreateRestApi: name; AWS states no limit, this is ours" },
    userPool: { limit: 128, source: "Cognito API CreateUserPool: PoolName; CreateUserPoolClient: ClientName" },
    resourceShare: { limit: 128, source: "RAM API CreateResourceShare: name; AWS states no limit, this is ours" },
} as const satisfies Record<string, NameForm>;

export type NamedKind = keyof typeof FORMS;

/**
 * Physical name of the thing that serves `purpose` in `place`.
 *
 * Pure, so that a document can name a thing before it exists and the document is readable at preview. Two places never
 * share a name: what could be ambiguous when joined by hyphens (`a` + `b-c`, `a-b` + `c`) or cut at the limit is told
 * apart by a hash of all parts.
 *
 * @throws Error when `purpose` alone leaves no room for the hash, or reads as the path of a unit (a mistake in this
 * program, not in a setting).
 */
export function physicalName(place: Place, kind: NamedKind, purpose: string): string {
    if (purpose.startsWith(`${UNITS}/`)) {
        throw new Error(`physicalName: purpose "${purpose}" begins as the path of a unit does`);
    }
    const limit = FORMS[kind].limit;
    if (kind === "logGroup" || kind === "keyAlias") {
        const path = `${kind === "keyAlias" ? "alias" : ""}${placePath(place)}${purpose}`;
        return path.length <= limit ? path : `${path.slice(0, limit - 9)}-${hash(place, purpose)}`;
    }
    const end = `${purpose}-${hash(place, purpose)}`;
    const room = limit - end.length - 1;
    if (room < 0) {
        throw new Error(`physicalName: purpose "${purpose}" is too long for a ${kind} of at most ${limit} characters`);
    }
    const start = [place.project, place.stack, ...unitOf(place)]
        .join("-")
        .slice(0, room)
        .replace(/[^a-zA-Z0-9-]/g, "-")
        .replace(/^-+|-+$/g, "");
    const name = start === "" ? end : `${start}-${end}`;
    return spelled(kind, name);
}

/** The name as its kind is written; the hash of the whole place keeps apart those that become alike. */
function spelled(kind: NamedKind, name: string): string {
    const single = kind === "image" || kind === "repository" ? name.replace(/--+/g, "-") : name;
    return kind === "bucket" || kind === "repository" ? single.toLowerCase() : single;
}

/** Where the paths of units lie within the stack's; no purpose begins so. */
const UNITS = "unit";

/**
 * Path that all names with slashes of a place begin with, slashes at both ends: `/PROJECT/STACK/`, and
 * `/PROJECT/STACK/unit/UNIT/` within it. What may act on a stack's path may act on its units'.
 */
export function placePath(place: Place): string {
    const unit = unitOf(place).flatMap((name) => [UNITS, name]);
    return `/${[place.project, place.stack, ...unit].join("/")}/`;
}

/** @throws Error when the unit is none (a mistake in this program: the settings refuse such a name). */
function unitOf({ unit }: Place): readonly string[] {
    if (unit === undefined) {
        return [];
    }
    if (!/^[a-zA-Z0-9-]+$/.test(unit)) {
        throw new Error(`physicalName: unit "${unit}" is not of letters, digits and hyphens`);
    }
    return [unit];
}

function hash(place: Place, purpose: string): string {
    // The number of parts tells a place without unit from one with.
    const parts = [place.project, place.stack, ...unitOf(place), place.account, place.region, purpose];
    return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 8);
}
