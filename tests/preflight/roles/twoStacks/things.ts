import { type GraphResource, ResourceGraph } from "../../../../policy-pack/graph";
import { ROLE, sourced } from "../../../../policy-pack/graph/identity";
import type { NamedDocument, RequestContext } from "../../../../policy-pack/iam";
import type { Ask } from "../../../../preflight/proofs/roles/types";
import type { Fixture } from "../../access/fixture";

const ACCOUNT = "111122223333";
const SM = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}`;

/** Calls on things of a stack, by what kind of thing it is. */
export type Things = Readonly<Record<string, readonly Ask[]>>;

/** Everything of a stack that somebody of another may want. */
export function thingsOf({ resources }: Fixture): Things {
    const graph = new ResourceGraph(resources);
    const domain = String(graph.ofType("aws:sagemaker/domain:Domain")[0]?.props.domainId);
    const profiles = graph.ofType("aws:sagemaker/userProfile:UserProfile");
    return {
        profiles: profiles.flatMap((profile) => openings(domain, profile)),
        "spaces and apps": profiles.flatMap((profile) => inSpaces(domain, profile)),
        domain: [
            ...["DescribeDomain", "UpdateDomain", "DeleteDomain"].map((action) =>
                sagemaker(action, `domain/${domain}`),
            ),
            ...["CreateUserProfile", "UpdateUserProfile", "DeleteUserProfile"].map((action) =>
                sagemaker(action, `user-profile/${domain}/ada`),
            ),
        ],
        "what its people made": [teamTag, {}].flatMap((tags) =>
            MADE.map(([action, resource]) =>
                sagemaker(action, resource, {
                    ...tags,
                    "aws:ResourceTag/sagemaker:domain-arn": `${SM}:domain/${domain}`,
                    "sagemaker:ResourceTag/sagemaker:domain-arn": `${SM}:domain/${domain}`,
                }),
            ),
        ),
        objects: graph.ofType("aws:s3/bucket:Bucket").flatMap((bucket) => objects(graph, bucket)),
        keys: graph.ofType("aws:kms/key:Key").flatMap(keyUses),
        roles: graph.ofType(ROLE).flatMap(roleUses),
        logs: [
            ...["JupyterLab/default", "LifecycleConfigOnStart"].map((stream) =>
                logs("GetLogEvents", `/aws/sagemaker/studio:log-stream:${domain}/ada/${stream}`),
            ),
            ...graph
                .ofType("aws:cloudwatch/logGroup:LogGroup")
                // Groups of jobs are the account's.
                .filter(({ props }) => !String(props.name).endsWith("Jobs"))
                .flatMap(({ props }) =>
                    ["GetLogEvents", "FilterLogEvents", "StartQuery"].map((action) =>
                        logs(action, `${String(props.name)}${action === "GetLogEvents" ? ":log-stream:x" : ""}`),
                    ),
                ),
        ],
        operations: operations(graph, domain),
    };
}

/**
 * What belongs to account and team, not to a domain: jobs that pipelines start carry no tag of a domain, and logs of
 * jobs lie in groups of the account, where names alone tell them apart.
 */
export function sharedThings(): Things {
    const stopped = (team: RequestContext): Ask => sagemaker("StopTrainingJob", "training-job/of-the-other", team);
    const stream = (name: string): Ask => logs("GetLogEvents", `/aws/sagemaker/TrainingJobs:log-stream:${name}/algo-1`);
    return {
        "a job of research": [stopped(teamTag)],
        "a job of no team": [stopped({})],
        "logs of research": [stream("research--t")],
        "logs of no team": [stream("t")],
    };
}

const teamTag = { "aws:ResourceTag/team": "research", "sagemaker:ResourceTag/team": "research" };

const MADE = [
    ["DescribeTrainingJob", "training-job/t"],
    ["StopTrainingJob", "training-job/t"],
    ["DescribeModel", "model/m"],
    ["DeleteModel", "model/m"],
    ["DeleteEndpoint", "endpoint/e"],
    ["InvokeEndpoint", "endpoint/e"],
    ["StartPipelineExecution", "pipeline/research--p"],
] as const;

function sagemaker(action: string, resource: string, context: RequestContext = {}): Ask {
    return {
        action: `sagemaker:${action}`,
        resource: `${SM}:${resource}`,
        context,
        through: action === "InvokeEndpoint" ? "sagemaker.runtime" : "sagemaker.api",
    };
}

function tagsOf({ props }: GraphResource): RequestContext {
    const tags = props.tags as Readonly<Record<string, string>>;
    return Object.fromEntries(
        Object.entries(tags).flatMap(([key, value]) => [
            [`aws:ResourceTag/${key}`, value],
            [`sagemaker:ResourceTag/${key}`, value],
        ]),
    );
}

/** A link to the profile, in sessions with and without the tag of its person. */
function openings(domain: string, profile: GraphResource): Ask[] {
    const person = (profile.props.tags as Readonly<Record<string, string>>).employeeNumber ?? "";
    const sessions: readonly RequestContext[] = [{}, { "aws:PrincipalTag/employeeNumber": person }];
    return sessions.map((context) =>
        sagemaker("CreatePresignedDomainUrl", `user-profile/${domain}/${String(profile.props.userProfileName)}`, {
            ...tagsOf(profile),
            ...context,
        }),
    );
}

function inSpaces(domain: string, profile: GraphResource): Ask[] {
    const name = String(profile.props.userProfileName);
    const context = {
        "sagemaker:OwnerUserProfileArn": `${SM}:user-profile/${domain}/${name}`,
        "sagemaker:SpaceSharingType": "Private",
    };
    return [
        ...["CreateSpace", "UpdateSpace", "DeleteSpace", "DescribeSpace", "StartSession"].map((action) =>
            sagemaker(action, `space/${domain}/${name}`, context),
        ),
        ...["CreateApp", "DeleteApp", "DescribeApp"].map((action) =>
            sagemaker(action, `app/${domain}/${name}/jupyterlab/default`, context),
        ),
    ];
}

const FOLDERS = ["shared/x", "teams/research/x", "users/ada/x", "studio/x", "AWSLogs/x"];

function objects(graph: ResourceGraph, bucket: GraphResource): Ask[] {
    const name = String(bucket.props.bucket);
    const policy = graph
        .ofType("aws:s3/bucketPolicy:BucketPolicy")
        .find((each) => graph.refs(each, "bucket", [bucket.type]).found.includes(bucket));
    const on = (action: string, resource: string): Ask => ({
        action: `s3:${action}`,
        resource: `arn:aws:s3:::${name}${resource}`,
        through: "s3",
        resourcePolicy: policy && sourced(policy.name, policy.urn, policy.props.policy),
    });
    return [
        ...FOLDERS.flatMap((key) => ["GetObject", "PutObject", "DeleteObject"].map((action) => on(action, `/${key}`))),
        ...["ListBucket", "PutBucketPolicy"].map((action) => on(action, "")),
    ];
}

/** Directly, and as services ask in the caller's name. */
function keyUses({ name, props, urn }: GraphResource): Ask[] {
    const resource = String(props.arn);
    const resourcePolicy: NamedDocument = sourced(name, urn, props.policy);
    const via = (service: string): RequestContext => ({
        "kms:ViaService": `${service}.eu-west-1.amazonaws.com`,
        "aws:ViaAWSService": "true",
    });
    return [
        ...[{}, ...["s3", "ec2", "sagemaker", "elasticfilesystem", "sqs", "sns"].map(via)].map((context): Ask => ({
            action: "kms:Decrypt",
            resource,
            resourcePolicy,
            context,
        })),
        {
            action: "kms:CreateGrant",
            resource,
            resourcePolicy,
            context: { ...via("sagemaker"), "kms:GrantIsForAWSResource": "true" },
        },
        { action: "kms:ScheduleKeyDeletion", resource, resourcePolicy },
    ];
}

function roleUses({ name, props, urn }: GraphResource): Ask[] {
    const resource = String(props.arn);
    const trust = sourced(`trust policy of ${name}`, urn, props.assumeRolePolicy);
    return [
        ...["sagemaker", "lambda"].map((service): Ask => ({
            action: "iam:PassRole",
            resource,
            context: { "iam:PassedToService": `${service}.amazonaws.com` },
        })),
        {
            action: "sts:AssumeRole",
            resource,
            resourcePolicy: trust,
            context: { "aws:RequestTag/employeeNumber": "a00001", "aws:TagKeys": ["employeeNumber"] },
        },
    ];
}

function logs(action: string, group: string): Ask {
    return {
        action: `logs:${action}`,
        resource: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${group}`,
        through: "logs",
    };
}

/** What keeps the stack going: functions, queues, topics, parameters, and what the domain will leave behind. */
function operations(graph: ResourceGraph, domain: string): Ask[] {
    const call = (type: string, ...actions: string[]): Ask[] =>
        graph
            .ofType(type)
            .flatMap(({ props }) => actions.map((action): Ask => ({ action, resource: String(props.arn) })));
    const [sweep] = graph.ofType("aws:lambda/function:Function").filter(({ name }) => name.includes("drain"));
    const left = {
        "aws:ResourceTag/private-studio-drain": String(sweep?.props.name),
        "aws:ResourceTag/ManagedByAmazonSageMakerResource": `${SM}:domain/${domain}`,
        "ec2:Vpc": `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc/${String(graph.ofType("aws:ec2/vpc:Vpc")[0]?.id)}`,
    };
    return [
        ...call("aws:lambda/function:Function", "lambda:InvokeFunction", "lambda:UpdateFunctionCode"),
        ...call("aws:sqs/queue:Queue", "sqs:ReceiveMessage", "sqs:SendMessage", "sqs:PurgeQueue"),
        ...call("aws:sns/topic:Topic", "sns:Publish", "sns:Subscribe"),
        ...call("aws:ssm/parameter:Parameter", "ssm:GetParameter", "ssm:PutParameter"),
        ...["DeleteFileSystem", "DeleteMountTarget", "TagResource"].map((action): Ask => ({
            action: `elasticfilesystem:${action}`,
            resource: `arn:aws:elasticfilesystem:eu-west-1:${ACCOUNT}:file-system/fs-0123456789abcdef0`,
            context: left,
        })),
        ...["DeleteSecurityGroup", "RevokeSecurityGroupIngress", "CreateTags"].map((action): Ask => ({
            action: `ec2:${action}`,
            resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:security-group/sg-0123456789abcdef0`,
            context: left,
        })),
        {
            action: "ec2:DeleteNetworkInterface",
            resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:network-interface/eni-0123456789abcdef0`,
            context: left,
        },
    ];
}
