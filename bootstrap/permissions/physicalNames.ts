import {
    accountPlace,
    directoryName,
    imageStart,
    LIFECYCLE_APPS,
    lifecycleConfigStart,
    parameterPath,
    physicalName,
    type Place,
    repositoryStart,
} from "../../components/names";

/**
 * Purposes of what one stack names itself. A new purpose is a new name the deploy role must be given, on purpose by hand:
 * adding it here and updating the bootstrap is the approval.
 */
const PURPOSES = {
    /** Roles that carry a permissions boundary, with the purpose of the boundary. */
    boundedRoles: { execution: "execution-boundary" },
    openRoles: ["flow-logs", "user", "access"],
    samlProvider: "people",
    /** Managed policies below the stack's path. */
    guardrails: ["guardrail-jobs", "guardrail-limits", "guardrail-doors", "guardrail-place"],
    keyAliases: ["data", "domain", "logs", "network", "queues", "tables", "topics", "volumes"],
    buckets: ["access-logs", "data", "flow-logs", "models", "records", "sagemaker-canvas"],
    imageReader: "images",
    /** Role of the on-premises simulator's host, and its instance profile. */
    host: "host",
    /** Functions; the role of each is called `function-` and the same. */
    functions: ["authorizer", "drain", "page", "presign", "stop"],
    /** Role that writes the trail to its log group; it lies below the stack's path and has the functions' boundary. */
    trailRole: "trail",
    topic: "notices",
    queues: ["events", "dead-letters"],
    eventRules: ["calls", "states"],
    /** One name for the firewall and its policy. */
    firewall: "firewall",
    firewallRuleGroups: ["domains", "time"],
} as const;

/** Physical names of one stack, exact: another stack's may begin with the same letters. */
export interface StackNames {
    readonly executionRole: string;
    readonly executionBoundary: string;
    readonly flowLogRole: string;
    /** Roles outside the stack's path: flow logs', the one people assume, and the one the access service assumes for them. */
    readonly openRoles: readonly string[];
    readonly roles: readonly string[];
    readonly policies: readonly string[];
    /** Those of the policies that lie below the stack's path. */
    readonly guardrails: readonly string[];
    /** Boundary of functions' roles; it lies below the stack's path. */
    readonly serviceBoundary: string;
    /** Boundary of the role people assume; it lies below the stack's path. */
    readonly personBoundary: string;
    readonly functions: readonly string[];
    /** Roles of functions; they lie below the stack's path. */
    readonly functionRoles: readonly string[];
    /** Role that writes the trail to its log group; it lies below the stack's path. */
    readonly trailRole: string;
    /** What the account has once for all stacks of the project. */
    readonly trail: string;
    readonly analyzer: string;
    /** Role API Gateway writes logs with; it lies below the stack's path and has the functions' boundary. */
    readonly apiLogRole: string;
    /** The access service's directory. */
    readonly table: string;
    readonly topic: string;
    readonly queues: readonly string[];
    readonly eventRules: readonly string[];
    readonly samlProvider: string;
    readonly keyAliases: readonly string[];
    readonly buckets: readonly string[];
    /** Name of the firewall, and of its policy. */
    readonly firewall: string;
    readonly firewallRuleGroups: readonly string[];
    /** Beginnings of the names of lifecycle configurations, by app; each ends in a hash of the stack and a hyphen. */
    readonly lifecycleConfigStarts: readonly string[];
    /** Role SageMaker reads container images with; it lies below the stack's path. */
    readonly imageReader: string;
    /** Role of the on-premises simulator's host, and its instance profile; both lie below the stack's path. */
    readonly hostRole: string;
    readonly hostProfile: string;
    /** Beginnings of the names of images and of their repositories; each ends in a hash of the stack and a hyphen. */
    readonly imageStart: string;
    readonly repositoryStart: string;
    /** Beginning of every log group of the stack; ends in a slash, which no project or stack name contains. */
    readonly logGroupPrefix: string;
    /** Bucket that holds the deployment's files for Studio. */
    readonly dataBucket: string;
    /** Beginning of every parameter of the stack; ends in a slash. */
    readonly parameterPath: string;
}

/** What the stack at this place calls what a policy can name. */
export function stackNames(place: Place): StackNames {
    const executionRole = physicalName(place, "role", "execution");
    const executionBoundary = physicalName(place, "policy", PURPOSES.boundedRoles.execution);
    const openRoles = PURPOSES.openRoles.map((purpose) => physicalName(place, "role", purpose));
    const guardrails = PURPOSES.guardrails.map((purpose) => physicalName(place, "policy", purpose));
    const functionRoles = PURPOSES.functions.map((purpose) => physicalName(place, "role", `function-${purpose}`));
    const trailRole = physicalName(place, "role", PURPOSES.trailRole);
    return {
        executionRole,
        executionBoundary,
        flowLogRole: physicalName(place, "role", "flow-logs"),
        openRoles,
        roles: [executionRole, ...openRoles, ...functionRoles, trailRole],
        policies: [executionBoundary, ...guardrails],
        guardrails,
        serviceBoundary: physicalName(place, "policy", "service-boundary"),
        personBoundary: physicalName(place, "policy", "person-boundary"),
        functions: PURPOSES.functions.map((purpose) => physicalName(place, "function", purpose)),
        functionRoles,
        trailRole,
        trail: physicalName(accountPlace(place), "trail", "trail"),
        analyzer: physicalName(accountPlace(place), "analyzer", "outside-access"),
        apiLogRole: physicalName(place, "role", "api-logs"),
        table: directoryName(place),
        topic: physicalName(place, "topic", PURPOSES.topic),
        queues: PURPOSES.queues.map((purpose) => physicalName(place, "queue", purpose)),
        eventRules: PURPOSES.eventRules.map((purpose) => physicalName(place, "eventRule", purpose)),
        samlProvider: physicalName(place, "samlProvider", PURPOSES.samlProvider),
        keyAliases: PURPOSES.keyAliases.map((purpose) => physicalName(place, "keyAlias", purpose)),
        buckets: PURPOSES.buckets.map((purpose) => physicalName(place, "bucket", purpose)),
        firewall: physicalName(place, "firewall", PURPOSES.firewall),
        firewallRuleGroups: PURPOSES.firewallRuleGroups.map((purpose) => physicalName(place, "firewall", purpose)),
        lifecycleConfigStarts: LIFECYCLE_APPS.map((app) => lifecycleConfigStart(place, app)),
        imageReader: physicalName(place, "role", PURPOSES.imageReader),
        hostRole: physicalName(place, "role", PURPOSES.host),
        hostProfile: physicalName(place, "instanceProfile", PURPOSES.host),
        imageStart: imageStart(place),
        repositoryStart: repositoryStart(place),
        logGroupPrefix: `/${place.project}/${place.stack}/`,
        dataBucket: physicalName(place, "bucket", "data"),
        parameterPath: parameterPath(place),
    };
}
