import type * as aws from "@pulumi/aws";

import type { ActionSetName } from "../../names";
import { OWN_PROFILE, TEAM_SEPARATOR } from "./own";
import type { JobRoleKind } from "./roleNames";

export interface LogPlace {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
}

export interface ReaderArgs extends LogPlace {
    readonly sets: readonly ActionSetName[];
    /** Default: none. */
    readonly team?: string | undefined;
    /** Whether any user of the deployment is in a team. */
    readonly teams: boolean;
}

type Statement = aws.iam.PolicyStatement;

const ROOT = "/aws/sagemaker";
/** Groups SageMaker writes jobs' logs to, `TrainingJobs` and the like; the job's name begins the stream's. */
const JOB_GROUPS = `${ROOT}/*Jobs`;

/** Groups that each kind of job role writes to. A transform runs under its model's role. */
const WRITTEN: Readonly<Record<JobRoleKind, readonly string[]>> = {
    job: [`${ROOT}/ProcessingJobs`, `${ROOT}/TrainingJobs`, `${ROOT}/TransformJobs`],
    model: [`${ROOT}/Endpoints/*`, `${ROOT}/InferenceComponents/*`, `${ROOT}/TransformJobs`],
    monitor: [`${ROOT}/ProcessingJobs`],
    pipeline: [],
};

/** What an app writes of itself. */
export function appLogs(place: LogPlace): Statement[] {
    return write(place, [`${ROOT}/studio`]);
}

/** What jobs write. */
export function jobLogs(place: LogPlace, kind: JobRoleKind): Statement[] {
    return WRITTEN[kind].length === 0 ? [] : write(place, WRITTEN[kind]);
}

/**
 * What people read: streams of their own profile, and of jobs and endpoints of their team, which logs know by name
 * alone: they begin with `TEAM--`. Everything else is denied (F-113); searching a whole group takes no account of
 * streams, and is denied with it.
 */
export function readableLogs(args: ReaderArgs): Statement[] {
    const own = arn(args, `${ROOT}/studio:log-stream:${OWN_PROFILE}/*`);
    const prefix = args.team === undefined ? "" : `${args.team}${TEAM_SEPARATOR}`;
    const groups = args.sets.includes("jobs") ? [JOB_GROUPS] : [];
    const jobs = groups.map((group) => arn(args, `${group}:log-stream:${prefix}*`));
    const endpoints = args.sets.includes("endpoints") ? [arn(args, `${ROOT}/Endpoints/${prefix}*`)] : [];
    const readable = [own, ...jobs, ...endpoints];
    const described = [arn(args, `${ROOT}/studio`), ...groups.map((group) => arn(args, group)), ...endpoints];
    return [
        { Sid: "ReadOwnStreams", Effect: "Allow", Action: ["logs:GetLogEvents"], Resource: readable },
        { Sid: "FindOwnStreams", Effect: "Allow", Action: ["logs:DescribeLogStreams"], Resource: described },
        { Sid: "OnlyOwnStreams", Effect: "Deny", Action: ["logs:GetLogEvents"], NotResource: readable },
        {
            Sid: "NoSearchOfWholeGroups",
            Effect: "Deny",
            Action: ["logs:FilterLogEvents", "logs:StartLiveTail", "logs:StartQuery"],
            Resource: [arn(args, `${ROOT}/*`)],
        },
        ...(args.teams && args.team === undefined ? streamsOfTeams(args) : []),
    ];
}

function streamsOfTeams(place: LogPlace): Statement[] {
    const streams = [`${JOB_GROUPS}:log-stream:*`, `${ROOT}/Endpoints/*`];
    return [
        {
            Sid: "NoStreamsOfTeams",
            Effect: "Deny",
            Action: ["logs:GetLogEvents"],
            Resource: streams.map((stream) => arn(place, `${stream}${TEAM_SEPARATOR}*`)),
        },
    ];
}

function write(place: LogPlace, groups: readonly string[]): Statement[] {
    return [
        {
            Sid: "WriteLogs",
            Effect: "Allow",
            Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: groups.flatMap((group) => [arn(place, group), arn(place, `${group}:log-stream:*`)]),
        },
    ];
}

function arn({ account, partition, region }: LogPlace, group: string): string {
    return `arn:${partition}:logs:${region}:${account}:log-group:${group}`;
}
