import { isUnknown } from "../../../policy-pack/graph";
import { type RequestContext, UNKNOWN_TEXT } from "../../../policy-pack/iam";
import { rightJob } from "./rightJob";
import type { Ask, Probe, Subject } from "./types";
import type { RoleWorld } from "./world";

/** A profile of the domain that is not the caller's. */
export const COLLEAGUE = "a-colleague";

/** Stands between a team and the rest of the name of what AWS gives no tags. */
const TEAM_SEPARATOR = "--";

/** The calls one role makes: names, tags and contexts the questions share. */
export class Calls {
    /** What a job states that keeps to every rule, tagged as the role's team. */
    readonly job: RequestContext;
    /** What says that a space or app is the caller's own and private. */
    readonly own: RequestContext;
    readonly colleagues: RequestContext;
    /** A team that is not the role's; undefined where no user is in a team. */
    readonly otherTeam: string | undefined;

    constructor(
        readonly world: RoleWorld,
        readonly subject: Subject,
    ) {
        this.own = this.space(subject.own);
        this.colleagues = this.space(COLLEAGUE);
        this.job = { ...rightJob(world), ...this.createdFor(subject.team) };
        this.otherTeam =
            world.teams.length === 0
                ? undefined
                : (world.teams.find((team) => team !== subject.team) ?? "nobodys-team");
    }

    get domain(): string {
        return isUnknown(this.world.domainId) ? UNKNOWN_TEXT : this.world.domainId;
    }

    /** ARN of something of a service in the stack's Region. */
    arn(service: string, resource: string): string {
        const { account, partition, region } = this.world.intent.facts;
        return `arn:${partition}:${service}:${region}:${account}:${resource}`;
    }

    /** A call to SageMaker's API, as apps and jobs make it: through the VPC's endpoint. */
    call(action: string, resource: string, context: RequestContext = {}): Ask {
        return {
            action: `sagemaker:${action}`,
            resource: this.arn("sagemaker", resource),
            context,
            through: "sagemaker.api",
        };
    }

    /** A call on something that the role's own team has. */
    onOwn(action: string, resource: string, context: RequestContext = {}): Ask {
        return this.call(action, resource, { ...this.tagsOf(this.subject.team), ...context });
    }

    /** Tags of something a team has. */
    tagsOf(team: string | undefined): RequestContext {
        const { teamTag } = this.world.intent;
        return team === undefined
            ? {}
            : { [`aws:ResourceTag/${teamTag}`]: team, [`sagemaker:ResourceTag/${teamTag}`]: team };
    }

    /** Tags given in the call that creates. */
    createdFor(team: string | undefined): RequestContext {
        const { teamTag } = this.world.intent;
        return team === undefined ? {} : { [`aws:RequestTag/${teamTag}`]: team, "aws:TagKeys": [teamTag] };
    }

    /** What else SageMaker asks of whoever creates something with the tag of a team. */
    tagging(resource: string, action: string, team: string | undefined): Ask[] {
        const context = { ...this.createdFor(team), "sagemaker:TaggingAction": action };
        return team === undefined ? [] : [this.call("AddTags", resource, context)];
    }

    /** Name of something that takes no tags. */
    named(team: string | undefined, name = "probe"): string {
        return team === undefined ? name : `${team}${TEAM_SEPARATOR}${name}`;
    }

    private space(profile: string): RequestContext {
        return {
            "sagemaker:OwnerUserProfileArn": this.arn("sagemaker", `user-profile/${this.domain}/${profile}`),
            "sagemaker:SpaceSharingType": "Private",
        };
    }
}

/** What no role may, whichever of the calls it tries: one that passes is one too many. */
export function never(label: string, ...asks: Ask[]): Probe[] {
    return asks.map((ask) => ({ label, expected: "never", asks: [ask] }));
}

/** What no role may that takes several calls: one that is denied is enough. */
export function neverAll(label: string, ...asks: [Ask, ...Ask[]]): Probe[] {
    return [{ label, expected: "never", asks }];
}
