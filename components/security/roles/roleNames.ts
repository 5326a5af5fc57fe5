import { DOMAIN_PERSONA, physicalName, type Place, placePath } from "../../names";
import { type Cast, memberName, teamsOf } from "./cast";

/** What a role is passed to SageMaker for. */
export type JobRoleKind = "job" | "model" | "monitor" | "pipeline";

export const JOB_ROLE_KINDS: readonly JobRoleKind[] = ["job", "model", "monitor", "pipeline"];

/** IAM path of the roles and managed policies of a place, but of the few that came before it. */
export function rolePath(place: Place): string {
    return placePath(place);
}

/** Name of the role of a member of the cast; the domain's default is called `execution`. */
export function executionRoleName(place: Place, persona: string = DOMAIN_PERSONA, team?: string): string {
    return physicalName(
        place,
        "role",
        isDomainRole(persona, team) ? "execution" : `execution-${memberName({ persona, team })}`,
    );
}

/** IAM path of the role of a member of the cast. */
export function executionRolePath(place: Place, persona: string = DOMAIN_PERSONA, team?: string): string {
    return isDomainRole(persona, team) ? "/" : rolePath(place);
}

/** Name of a role that SageMaker runs something under. */
export function jobRoleName(place: Place, kind: JobRoleKind, team?: string): string {
    return physicalName(place, "role", team === undefined ? kind : `${kind}_${team}`);
}

/**
 * ARN of an execution role; known before it exists, so that keys and boundaries can name it.
 *
 * @param persona default: that of the domain's default role
 * @param team default: none
 */
export function executionRoleArn(place: Place, partition: string, persona?: string, team?: string): string {
    const path = executionRolePath(place, persona, team);
    return `arn:${partition}:iam::${place.account}:role${path}${executionRoleName(place, persona, team)}`;
}

/** ARN of a role that SageMaker runs something under. */
export function jobRoleArn(place: Place, partition: string, kind: JobRoleKind, team?: string): string {
    return `arn:${partition}:iam::${place.account}:role${rolePath(place)}${jobRoleName(place, kind, team)}`;
}

/** ARNs of a deployment's roles that use its keys and buckets. */
export interface StudioRoleArns {
    /** Roles of apps, one for each member of the cast; the domain's default among them. */
    readonly execution: readonly string[];
    /** Roles of jobs, models, monitors and pipelines, four for each team. */
    readonly jobs: readonly string[];
}

/** ARNs of all the roles of a cast. */
export function studioRoleArns(place: Place, partition: string, cast: Cast): StudioRoleArns {
    return {
        execution: cast.map(({ persona, team }) => executionRoleArn(place, partition, persona, team)),
        jobs: teamsOf(cast).flatMap((team) => JOB_ROLE_KINDS.map((kind) => jobRoleArn(place, partition, kind, team))),
    };
}

function isDomainRole(persona: string, team: string | undefined): boolean {
    return persona === DOMAIN_PERSONA && team === undefined;
}
