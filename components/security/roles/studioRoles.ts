import * as pulumi from "@pulumi/pulumi";

import { PERSONA_TAG } from "../../names";
import type { Tags } from "../../tags";
import type { AccessOrigin } from "../access";
import { DOMAIN_MEMBER, memberName } from "./cast";
import type { OwnBuckets } from "./dataStatements";
import { executionDocuments } from "./executionDocuments";
import { ExecutionRole } from "./executionRole";
import { jobDocuments, PIPELINE_SETS } from "./jobDocuments";
import { JobRole } from "./jobRole";
import { type ExecutionRolePlan, type JobRolePlan, type RolePlan, rolePlan, type RolePlanArgs } from "./plan";
import { counting } from "./personas/personas";
import type { RoleSpec } from "./role";
import { executionRoleName, executionRolePath, jobRoleName, type JobRoleKind, rolePath } from "./roleNames";
import { actionPolicies, createPolicies, type SharedPolicy, teamPolicies } from "./sharedPolicies";

export interface StudioRolesArgs extends RolePlanArgs {
    /** Key of the tag that holds the team. */
    readonly teamTag: string;
    readonly boundaryArn: pulumi.Input<string>;
    /** ARNs of the guardrails every role gets, by purpose. */
    readonly guardrails: Readonly<Record<string, pulumi.Input<string>>>;
    /** Existing buckets, by name. */
    readonly dataBuckets: readonly string[];
    /** Default: the stack has none. */
    readonly ownBuckets?: OwnBuckets | undefined;
    readonly origin: AccessOrigin;
    /** Key of homes, of the volumes of spaces, and of those of jobs. */
    readonly domainKeyArn: pulumi.Input<string>;
    /** Key of the stack's own buckets. Default: there are none. */
    readonly dataKeyArn?: pulumi.Input<string> | undefined;
    /** Key of outputs shared with a notebook. Default: nothing is shared. */
    readonly sharingKeyArn?: string | undefined;
    /** Whether IAM Identity Center hands on who signed in. Default: false. */
    readonly trustedPropagation?: boolean;
    /** What the logical names of the roles begin with: `studio` makes `studio-execution`. */
    readonly prefix: string;
    readonly tags: Tags;
}

/** The job roles of a team; none where nobody is in it. */
export type JobRoleOutputs = Readonly<Partial<Record<JobRoleKind, pulumi.Output<string>>>>;

/** The roles of a deployment: of apps by persona and team, and of what they start by team. */
export class StudioRoles extends pulumi.ComponentResource {
    /** ARN of the domain's default role. */
    readonly defaultArn: pulumi.Output<string>;
    private readonly execution = new Map<string, pulumi.Output<string>>();
    private readonly jobs = new Map<string, JobRoleOutputs>();

    constructor(name: string, args: StudioRolesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:StudioRoles", name, {}, opts);
        const plan = rolePlan(args);
        const shared = sharedPolicies(args, plan);
        const policies = createPolicies(this, args.prefix, args, [...new Set([...shared.values()].flat())]);
        const attachments = (key: string): Readonly<Record<string, pulumi.Input<string>>> => ({
            ...Object.fromEntries(
                (shared.get(key) ?? []).map(({ purpose }) => [purpose, policies[purpose] as pulumi.Output<string>]),
            ),
            ...Object.fromEntries(Object.entries(args.guardrails).map(([key, arn]) => [`guardrail-${key}`, arn])),
        });
        for (const role of plan.execution) {
            const { persona, team } = role.member;
            const logical = logicalName(role);
            const made = new ExecutionRole(
                `${args.prefix}-${logical}`,
                {
                    name: executionRoleName(args.place, persona, team),
                    path: executionRolePath(args.place, persona, team),
                    description: role.isDefault
                        ? "Studio apps without a persona"
                        : `Studio apps of ${describe(role.member)}`,
                    ...this.common(args, team, { [PERSONA_TAG]: persona }),
                    documents: executionDocuments({
                        ...args,
                        ...placeOf(args),
                        sets: role.sets,
                        team,
                        teams: plan.hasTeams,
                        passed: role.passed,
                    }),
                    attachments: attachments(logical),
                },
                {
                    parent: this,
                    // The domain's default stood below the deployment before there were others.
                    ...(role.isDefault ? { aliases: [{ parent: opts?.parent ?? pulumi.rootStackResource }] } : {}),
                },
            );
            this.execution.set(memberName(role.member), made.arn);
        }
        for (const role of plan.jobs) {
            const { kind, team } = role;
            const logical = jobLogicalName(role);
            const made = new JobRole(
                `${args.prefix}-${logical}`,
                {
                    name: jobRoleName(args.place, kind, team),
                    path: rolePath(args.place),
                    description: `Studio ${kind}s${team === undefined ? "" : ` of team ${team}`}`,
                    ...this.common(args, team, {}),
                    documents: jobDocuments({ ...args, ...placeOf(args), kind, team, passed: role.passed }),
                    attachments: attachments(logical),
                },
                { parent: this },
            );
            this.jobs.set(team ?? "", { ...this.jobs.get(team ?? ""), [kind]: made.arn });
        }
        this.defaultArn = this.executionArn(DOMAIN_MEMBER.persona);
        this.registerOutputs({ defaultArn: this.defaultArn });
    }

    /**
     * ARN of the role of a member of the cast.
     *
     * @throws Error when nobody like that was in the cast (a mistake in this program)
     */
    executionArn(persona: string, team?: string): pulumi.Output<string> {
        const arn = this.execution.get(memberName({ persona, team }));
        if (arn === undefined) {
            throw new Error(`no role was made for ${memberName({ persona, team })}`);
        }
        return arn;
    }

    /** Job roles of a team, or of the users without one. */
    jobArns(team?: string): JobRoleOutputs {
        return this.jobs.get(team ?? "") ?? {};
    }

    private common(
        args: StudioRolesArgs,
        team: string | undefined,
        tags: Readonly<Record<string, string>>,
    ): Pick<RoleSpec, "account" | "boundaryArn" | "identityContext" | "tags"> {
        return {
            account: args.place.account,
            boundaryArn: args.boundaryArn,
            identityContext: args.trustedPropagation ?? false,
            tags: { ...args.tags, ...tags, ...(team === undefined ? {} : { [args.teamTag]: team }) },
        };
    }
}

function placeOf({ partition, place }: StudioRolesArgs): { account: string; partition: string; region: string } {
    return { account: place.account, partition, region: place.region };
}

function describe({ persona, team }: ExecutionRolePlan["member"]): string {
    return team === undefined ? persona : `${persona}, team ${team}`;
}

/** Logical name of an execution role without its prefix. */
function logicalName({ isDefault, member }: Pick<ExecutionRolePlan, "isDefault" | "member">): string {
    return isDefault ? "execution" : `execution-${memberName(member)}`;
}

/** Logical name of a job role without its prefix. */
function jobLogicalName({ kind, team }: JobRolePlan): string {
    return team === undefined ? kind : `${kind}_${team}`;
}

/** Managed policies of each role but the guardrails, by the role's logical name. Equal ones are one object. */
function sharedPolicies(args: StudioRolesArgs, plan: RolePlan): ReadonlyMap<string, readonly SharedPolicy[]> {
    const place = placeOf(args);
    const byPersona = new Map<string, SharedPolicy[]>();
    const teams = plan.hasTeams
        ? teamPolicies({ place, features: args.features, teamTag: args.teamTag })
        : { inTeam: [], without: [] };
    const ofTeam = (team: string | undefined): readonly SharedPolicy[] =>
        team === undefined ? teams.without : teams.inTeam;
    const pipelines = actionPolicies(
        "pipelines",
        "What pipelines of Studio start",
        counting(PIPELINE_SETS, args.features),
        place,
    );
    const execution = plan.execution.map(({ isDefault, member, sets }) => {
        const { persona, team } = member;
        const own =
            byPersona.get(persona) ??
            actionPolicies(`persona-${persona}`, `What ${persona} does beside spaces and data`, sets, place);
        byPersona.set(persona, own);
        return [logicalName({ isDefault, member }), [...own, ...(isDefault ? [] : ofTeam(team))]] as const;
    });
    const jobs = plan.jobs.map((role) => {
        const own = role.kind === "pipeline" ? [...pipelines, ...ofTeam(role.team)] : [];
        return [jobLogicalName(role), own] as const;
    });
    return new Map([...execution, ...jobs]);
}
