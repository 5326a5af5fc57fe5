import { LIFECYCLE_APPS, lifecycleConfigStart, physicalName, type Place } from "../../components/names";

/**
 * Purposes of what one stack names itself. A new purpose is a new name the deploy role must be given, on purpose by hand:
 * adding it here and updating the bootstrap is the approval.
 */
const PURPOSES = {
    /** Roles that carry a permissions boundary, with the purpose of the boundary. */
    boundedRoles: { execution: "execution-boundary" },
    openRoles: ["flow-logs", "user"],
    keyAliases: ["domain", "logs", "network"],
    buckets: ["flow-logs"],
    /** One name for the firewall and its policy. */
    firewall: "firewall",
    firewallRuleGroups: ["domains", "time"],
} as const;

/** Physical names of one stack, exact: another stack's may begin with the same letters. */
export interface StackNames {
    readonly executionRole: string;
    readonly executionBoundary: string;
    readonly flowLogRole: string;
    /** Roles without a boundary. */
    readonly openRoles: readonly string[];
    readonly roles: readonly string[];
    readonly policies: readonly string[];
    readonly keyAliases: readonly string[];
    readonly buckets: readonly string[];
    /** Name of the firewall, and of its policy. */
    readonly firewall: string;
    readonly firewallRuleGroups: readonly string[];
    /** Beginnings of the names of lifecycle configurations, by app; each ends in a hash of the stack and a hyphen. */
    readonly lifecycleConfigStarts: readonly string[];
    /** Beginning of every log group of the stack; ends in a slash, which no project or stack name contains. */
    readonly logGroupPrefix: string;
}

/** What the stack at this place calls what a policy can name. */
export function stackNames(place: Place): StackNames {
    const executionRole = physicalName(place, "role", "execution");
    const executionBoundary = physicalName(place, "policy", PURPOSES.boundedRoles.execution);
    const openRoles = PURPOSES.openRoles.map((purpose) => physicalName(place, "role", purpose));
    return {
        executionRole,
        executionBoundary,
        flowLogRole: physicalName(place, "role", "flow-logs"),
        openRoles,
        roles: [executionRole, ...openRoles],
        policies: [executionBoundary],
        keyAliases: PURPOSES.keyAliases.map((purpose) => physicalName(place, "keyAlias", purpose)),
        buckets: PURPOSES.buckets.map((purpose) => physicalName(place, "bucket", purpose)),
        firewall: physicalName(place, "firewall", PURPOSES.firewall),
        firewallRuleGroups: PURPOSES.firewallRuleGroups.map((purpose) => physicalName(place, "firewall", purpose)),
        lifecycleConfigStarts: LIFECYCLE_APPS.map((app) => lifecycleConfigStart(place, app)),
        logGroupPrefix: `/${place.project}/${place.stack}/`,
    };
}
