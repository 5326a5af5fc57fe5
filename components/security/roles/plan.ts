import type { Feature } from "../../../policy-pack/facts";
import type { ActionSetName, OwnPersona, Place } from "../../names";
import { type Cast, type CastMember, DOMAIN_MEMBER, memberName, teamsOf } from "./cast";
import { SETS, setsOf } from "./personas/personas";
import { executionRoleArn, JOB_ROLE_KINDS, jobRoleArn, type JobRoleKind } from "./roleNames";

/** What decides which roles a deployment has. */
export interface RolePlanArgs {
    readonly place: Place;
    readonly partition: string;
    readonly features: readonly Feature[];
    readonly cast: Cast;
    /** Personas of the stack file's own. */
    readonly personas: Readonly<Record<string, OwnPersona>>;
}

/** One execution role. */
export interface ExecutionRolePlan {
    readonly member: CastMember;
    /** Whether it is the domain's default. */
    readonly isDefault: boolean;
    readonly sets: readonly ActionSetName[];
    /** ARNs of the roles one may hand to SageMaker. */
    readonly passed: readonly string[];
}

/** One role SageMaker runs something under. */
export interface JobRolePlan {
    readonly kind: JobRoleKind;
    readonly team?: string | undefined;
    readonly passed: readonly string[];
}

/** The roles of a deployment: one for each member of the cast, and four for the jobs of each team. */
export interface RolePlan {
    readonly execution: readonly ExecutionRolePlan[];
    readonly jobs: readonly JobRolePlan[];
    /** Whether any user is in a team. */
    readonly hasTeams: boolean;
}

/** Roles a pipeline's steps run under. */
const STEP_KINDS: readonly JobRoleKind[] = ["job", "model"];

/** Which roles there are, and who may hand on which. */
export function rolePlan(args: RolePlanArgs): RolePlan {
    const { cast, features, partition, personas, place } = args;
    const execution = cast.map((member): ExecutionRolePlan => {
        const sets = setsOf(member.persona, personas, features);
        const kinds = JOB_ROLE_KINDS.filter((kind) => sets.some((set) => SETS[set].passes?.includes(kind)));
        const itself = sets.some((set) => SETS[set].passesItself === true);
        return {
            member,
            isDefault: memberName(member) === memberName(DOMAIN_MEMBER),
            sets,
            passed: [
                ...kinds.map((kind) => jobRoleArn(place, partition, kind, member.team)),
                ...(itself ? [executionRoleArn(place, partition, member.persona, member.team)] : []),
            ],
        };
    });
    const jobs = teamsOf(cast).flatMap((team) =>
        JOB_ROLE_KINDS.map((kind): JobRolePlan => ({
            kind,
            ...(team === undefined ? {} : { team }),
            passed: kind === "pipeline" ? STEP_KINDS.map((step) => jobRoleArn(place, partition, step, team)) : [],
        })),
    );
    return { execution, jobs, hasTeams: cast.some(({ team }) => team !== undefined) };
}
