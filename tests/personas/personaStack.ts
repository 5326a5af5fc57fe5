import { jobRoleArn, type JobRoleKind } from "../../components/security";
import type { RequestContext } from "../../policy-pack/iam";
import type { RecordedComponent } from "../harness";
import { PLACE } from "../place";
import { recordRoles, type RoleChanges } from "../security/roles/rolesStack";

/** A session of an app that runs in Alice's profile of the domain d-1. */
export const ALICE: RequestContext = { "sagemaker:DomainId": "d-1", "sagemaker:UserProfileName": "alice" };

/** Buckets of the stack itself. */
export const OWN_BUCKETS = { data: "own-data", models: "own-models" };

/** Every persona without a team. */
export function recordPersonas(changes: RoleChanges = {}): Promise<RecordedComponent> {
    return recordRoles({
        ownBuckets: OWN_BUCKETS,
        users: ["administrator", "data-scientist", "default", "mlops-engineer", "multi-domain"].map((persona) => ({
            persona,
        })),
        ...changes,
    });
}

/** Two teams, and people without one. */
export function recordTeams(changes: RoleChanges = {}): Promise<RecordedComponent> {
    return recordRoles({
        ownBuckets: OWN_BUCKETS,
        users: [
            { persona: "data-scientist" },
            { persona: "administrator" },
            { persona: "data-scientist", team: "research" },
            { persona: "mlops-engineer", team: "research" },
            { persona: "data-scientist", team: "credit" },
        ],
        ...changes,
    });
}

/** Logical name of a persona's role. */
export function roleName(persona: string, team?: string): string {
    return persona === "default" && team === undefined
        ? "studio-execution"
        : `studio-execution-${persona}${team === undefined ? "" : `_${team}`}`;
}

/** Full action and ARN of what tables write short: SageMaker's own without service, `role of job` for a job role. */
export function request(action: string, resource: string, team?: string): readonly [action: string, arn: string] {
    const full = action.includes(":") ? action : `sagemaker:${action}`;
    const [, kind] = /^role of (\w+)$/.exec(resource) ?? [];
    if (kind !== undefined) {
        return [full, jobRoleArn(PLACE, "aws", kind as JobRoleKind, team)];
    }
    return [
        full,
        resource === "*" || resource.startsWith("arn:")
            ? resource
            : `arn:aws:sagemaker:${PLACE.region}:${PLACE.account}:${resource}`,
    ];
}
