import type { RequestContext } from "../../../policy-pack/iam";

export const ACCOUNT = "111122223333";
const DOMAIN = "d-probe";
const SM = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}`;
const LOGS = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/aws/sagemaker/studio`;
const OWN = `${SM}:user-profile/${DOMAIN}/ana`;

/** What an app's session says of itself. */
export const APP_SESSION: RequestContext = { "sagemaker:DomainId": DOMAIN, "sagemaker:UserProfileName": "ana" };

export type Asker =
    /** Whoever assumes a role: a person and an operator the user role, SageMaker the one of apps or the domain's default. */
    | "person"
    | "operator"
    | "SageMaker"
    | "SageMaker for the default"
    /** Sessions of the user role, of a data scientist's app, and of an app under the domain's default role. */
    | "user session"
    | "app"
    | "default app";

/** A request to one of the roles that the matrix, which is about links, does not make. */
export interface Probe {
    readonly as: Asker;
    readonly action: string;
    /** An ARN, or `role` for the role that is assumed. */
    readonly resource: string;
    readonly context: RequestContext;
}

/** Ids and names of the recording that requests have to state. */
export interface Recorded {
    /** What a job states that keeps to every guardrail. */
    readonly job: RequestContext;
    readonly jobRole: string;
    readonly domainKey: string;
    readonly dataKey: string;
    readonly dataBucket: string;
}

const space = { "sagemaker:OwnerUserProfileArn": OWN, "sagemaker:SpaceSharingType": "Private" };
const tag = "employeeNumber";
const session = { [`aws:PrincipalTag/${tag}`]: "a1", [`aws:RequestTag/${tag}`]: "a1", "aws:TagKeys": [tag] };
const elsewhere = {
    "aws:ResourceTag/sagemaker:domain-arn": `${SM}:domain/d-another`,
    "sagemaker:ResourceTag/sagemaker:domain-arn": `${SM}:domain/d-another`,
};

/** Requests by name. */
export function probes(recorded: Recorded): Readonly<Record<string, Probe>> {
    return { ...assuming(), ...people(), ...spaces(), ...work(recorded), ...data(recorded) };
}

function assuming(): Record<string, Probe> {
    const stranger = { "aws:SourceAccount": "999900001111" };
    return {
        "SageMaker of this account assumes": ask("SageMaker", "sts:AssumeRole", "role", {
            "aws:SourceAccount": ACCOUNT,
        }),
        "SageMaker of another account assumes": ask("SageMaker", "sts:AssumeRole", "role", stranger),
        "SageMaker of another account assumes the default": ask(
            "SageMaker for the default",
            "sts:AssumeRole",
            "role",
            stranger,
        ),
        "person passes the own tag": ask("person", "sts:TagSession", "role", session),
        "person passes a second tag": ask("person", "sts:TagSession", "role", {
            ...session,
            "aws:TagKeys": [tag, "team"],
        }),
        "operator passes a tag": ask("operator", "sts:TagSession", "role", without(session, `aws:PrincipalTag/${tag}`)),
        "operator passes a second tag": ask("operator", "sts:TagSession", "role", {
            [`aws:RequestTag/${tag}`]: "a1",
            "aws:TagKeys": [tag, "team"],
        }),
    };
}

function people(): Record<string, Probe> {
    return {
        "session without a tag makes a link": ask("user session", "sagemaker:CreatePresignedDomainUrl", OWN, {
            [`sagemaker:ResourceTag/${tag}`]: "a1",
        }),
        "session opens a profile without a tag": ask("user session", "sagemaker:CreatePresignedDomainUrl", OWN, {
            [`aws:PrincipalTag/${tag}`]: "a1",
        }),
        "session retags a profile": ask("user session", "sagemaker:AddTags", OWN, { "aws:TagKeys": [tag] }),
    };
}

function spaces(): Record<string, Probe> {
    const own = `${SM}:space/${DOMAIN}/s`;
    const create = (context: RequestContext): Probe => ask("app", "sagemaker:CreateSpace", own, context);
    const config = `${SM}:app-image-config/of-the-domain`;
    return {
        "app makes its private space": create(space),
        "app makes a shared space": create({ ...space, "sagemaker:SpaceSharingType": "Shared" }),
        "app makes a space for a colleague": create({
            ...space,
            "sagemaker:OwnerUserProfileArn": `${SM}:user-profile/${DOMAIN}/ben`,
        }),
        "app makes a space with remote access": create({ ...space, "sagemaker:RemoteAccess": "ENABLED" }),
        "app tags what it creates": ask("app", "sagemaker:AddTags", own, {
            "aws:TagKeys": ["owner"],
            "sagemaker:TaggingAction": "CreateSpace",
        }),
        "app tags what exists": ask("app", "sagemaker:AddTags", own, { "aws:TagKeys": ["owner"] }),
        "app sets the person's tag": ask("app", "sagemaker:AddTags", own, {
            "aws:TagKeys": [tag],
            "sagemaker:TaggingAction": "CreateSpace",
        }),
        "app makes a profile": ask("app", "sagemaker:CreateUserProfile", `${SM}:user-profile/${DOMAIN}/new`, {}),
        "app changes an image config": ask("app", "sagemaker:UpdateAppImageConfig", config, {}),
        "default app reads an image config": ask("default app", "sagemaker:DescribeAppImageConfig", config, {}),
        "default app reads what another domain made": ask(
            "default app",
            "sagemaker:DescribeAppImageConfig",
            config,
            elsewhere,
        ),
    };
}

function work({ job, jobRole }: Recorded): Record<string, Probe> {
    const train = (context: RequestContext): Probe =>
        ask("app", "sagemaker:CreateTrainingJob", `${SM}:training-job/t`, context);
    const stop = (context: RequestContext): Probe =>
        ask("app", "sagemaker:StopTrainingJob", `${SM}:training-job/t`, context);
    const pass = (service: string): Probe =>
        ask("app", "iam:PassRole", jobRole, { "iam:PassedToService": `${service}.amazonaws.com` });
    return {
        "app trains in the VPC": train(job),
        "app trains without subnets": train(without(job, "sagemaker:VpcSubnets")),
        "app trains without groups": train(without(job, "sagemaker:VpcSecurityGroupIds")),
        "app trains with remote debug": train({ ...job, "sagemaker:EnableRemoteDebug": "true" }),
        "app stops a job": stop({}),
        "app stops a job of another domain": stop(elsewhere),
        "app passes a job's role to SageMaker": pass("sagemaker"),
        "app passes a job's role to Lambda": pass("lambda"),
    };
}

function data({ dataBucket, dataKey, domainKey }: Recorded): Record<string, Probe> {
    const grant = (as: Asker, forService: boolean): Probe =>
        ask(as, "kms:CreateGrant", domainKey, { "kms:GrantIsForAWSResource": String(forService) });
    const list = (prefix: string): Probe =>
        ask("app", "s3:ListBucket", `arn:aws:s3:::${dataBucket}`, { "s3:prefix": prefix });
    const read = (stream: string): Probe => ask("app", "logs:GetLogEvents", `${LOGS}:log-stream:${stream}`, {});
    return {
        "service attaches the key for the app": grant("app", true),
        "app grants the key itself": grant("app", false),
        "service attaches the key for a default app": grant("default app", true),
        "default app grants the key itself": grant("default app", false),
        "S3 decrypts data for the app": ask("app", "kms:Decrypt", dataKey, {
            "kms:ViaService": "s3.eu-west-1.amazonaws.com",
        }),
        "app decrypts data itself": ask("app", "kms:Decrypt", dataKey, {}),
        "app lists its folder": list("users/ana/"),
        "app lists a colleague's folder": list("users/ben/"),
        "app reads its stream": read(`${DOMAIN}/ana/JupyterLab/default`),
        "app reads a colleague's stream": read(`${DOMAIN}/ben/JupyterLab/default`),
        "app searches all streams": ask("app", "logs:FilterLogEvents", LOGS, {}),
    };
}

function ask(as: Asker, action: string, resource: string, context: RequestContext): Probe {
    return { as, action, resource, context };
}

function without(context: RequestContext, key: string): RequestContext {
    return Object.fromEntries(Object.entries(context).filter(([name]) => name !== key));
}
