import { strict as assert } from "node:assert";

import { Network, type NetworkArgs } from "../../components/network";
import { type Caller, derivedContext, evaluate, type NamedDocument, type PolicyDocument } from "../../policy-pack/iam";
import { inputsOf, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

const ARGS: NetworkArgs = {
    place: PLACE,
    partition: "aws",
    cidr: "10.20.0.0/16",
    subnets: {
        studio: { "euw1-az1": "10.20.0.0/18" },
        endpoint: { "euw1-az1": "10.20.64.0/19" },
        transit: { "euw1-az1": "10.20.112.0/21" },
    },
    features: ["studio", "jobs"],
    dataBuckets: ["example-data"],
    flowLogRetentionDays: 365,
    logsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
    tags: {},
};

function build(changes: Partial<NetworkArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        new Network("net", { ...ARGS, ...changes }, inPlace());
    }, STACK);
}

const FOREIGN = "444455556666";

function session(account: string): Caller {
    const role = `arn:aws:iam::${account}:role/someone`;
    return { arn: `arn:aws:sts::${account}:assumed-role/someone/s`, roleArn: role, account, type: "role-session" };
}

const OWN = session(PLACE.account);
const STRANGER = session(FOREIGN);
const NOBODY: Caller = { arn: "*", account: "", type: "anonymous" };

/** Policies of caller and resource that allow everything, so that the endpoint alone decides. */
function everything(action: string): { identity: NamedDocument[]; resource: NamedDocument } {
    const statement = { Effect: "Allow", Action: "*" } as const;
    const version = { Version: "2012-10-17" };
    const isTrust = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"].includes(action);
    const resource = { ...statement, Principal: "*", ...(isTrust ? {} : { Resource: "*" }) } as const;
    return {
        identity: [{ name: "everything", document: { ...version, Statement: { ...statement, Resource: "*" } } }],
        resource: { name: "open to everybody", document: { ...version, Statement: resource } },
    };
}

/** Whether the request passes the endpoint with this logical name. */
function passes(
    recording: RecordedComponent,
    endpoint: string,
    caller: Caller,
    action: string,
    resource: string,
): boolean {
    const { policy, vpcEndpointType } = inputsOf(recording, "aws:ec2/vpcEndpoint:VpcEndpoint", endpoint);
    const owner = /^arn:aws:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1] ?? PLACE.account;
    const request = {
        caller,
        action,
        resource,
        resourceAccount: owner,
        context: derivedContext({ caller, resourceAccount: owner }),
    };
    const decision = evaluate(request, {
        ...everything(action),
        endpoint: { name: endpoint, document: JSON.parse(String(policy)) as PolicyDocument },
        endpointType: vpcEndpointType as "Interface" | "Gateway",
    });
    assert.notEqual(decision.verdict, "undecided", decision.reason);
    if (decision.verdict === "denied") {
        assert.equal(decision.missing, "endpoint", decision.reason);
    }
    return decision.verdict === "allowed";
}

function arn(service: string, resource: string, account = PLACE.account, region = PLACE.region): string {
    return `arn:aws:${service}:${region}:${account}:${resource}`;
}

const LAYERS = "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/layer";
const ROLE = `arn:aws:iam::${PLACE.account}:role/jobs`;
const API = "net-sagemaker-api";

type Row = readonly [endpoint: string, action: string, resource: string];

/** Passes for principals of the account, and for nobody of another account. */
const PASS: readonly Row[] = [
    [API, "sagemaker:CreatePresignedDomainUrl", arn("sagemaker", "user-profile/d-1/alice")],
    [API, "sagemaker:CreateApp", arn("sagemaker", "app/d-1/space/jupyterlab/default")],
    [API, "sagemaker:DeleteApp", arn("sagemaker", "app/d-1/space/jupyterlab/default")],
    [API, "sagemaker:CreateSpace", arn("sagemaker", "space/d-1/new")],
    [API, "sagemaker:UpdateSpace", arn("sagemaker", "space/d-1/new")],
    [API, "sagemaker:AddTags", arn("sagemaker", "space/d-1/new")],
    [API, "sagemaker:DescribeDomain", arn("sagemaker", "domain/d-1")],
    [API, "sagemaker:ListApps", "*"],
    [API, "sagemaker:ListSpaces", "*"],
    [API, "sagemaker:ListDomains", "*"],
    [API, "sagemaker:ListUserProfiles", "*"],
    [API, "sagemaker:CreateTrainingJob", arn("sagemaker", "training-job/t")],
    [API, "sagemaker:CreateModel", arn("sagemaker", "model/m")],
    [API, "sagemaker:ListTrainingJobs", "*"],
    ["net-studio", "sagemaker:CreatePresignedDomainUrl", arn("sagemaker", "user-profile/d-1/alice")],
    ["net-sagemaker-runtime", "sagemaker:InvokeEndpoint", arn("sagemaker", "endpoint/e")],
    ["net-sagemaker-runtime", "sagemaker:InvokeEndpointAsync", arn("sagemaker", "endpoint/e")],
    ["net-sts", "sts:AssumeRole", ROLE],
    ["net-sts", "sts:TagSession", ROLE],
    ["net-sts", "sts:SetSourceIdentity", ROLE],
    ["net-sts", "sts:GetCallerIdentity", "*"],
    ["net-logs", "logs:PutLogEvents", arn("logs", "log-group:/aws/sagemaker/studio:log-stream:x")],
    ["net-logs", "logs:GetLogEvents", arn("logs", "log-group:/aws/sagemaker/TrainingJobs:log-stream:x")],
    ["net-ecr-api", "ecr:GetAuthorizationToken", "*"],
    ["net-ecr-api", "ecr:BatchGetImage", arn("ecr", "repository/train")],
    ["net-ecr-dkr", "ecr:GetDownloadUrlForLayer", arn("ecr", "repository/train")],
    ["net-monitoring", "cloudwatch:PutMetricData", "*"],
    ["net-kms", "kms:Decrypt", arn("kms", "key/1")],
    ["net-kms", "kms:GenerateDataKey", arn("kms", "key/1")],
    ["net-s3", "s3:ListBucket", "arn:aws:s3:::example-data"],
    ["net-s3", "s3:GetObject", "arn:aws:s3:::example-data/a"],
    ["net-s3", "s3:PutObject", "arn:aws:s3:::example-data/a"],
    ["net-s3", "s3:DeleteObject", "arn:aws:s3:::example-data/a"],
];

/** Passes for nobody, not even the account's administrators. */
const STOP: readonly Row[] = [
    [API, "sagemaker:CreatePresignedDomainUrl", arn("sagemaker", "user-profile/d-1/alice", FOREIGN)],
    [API, "sagemaker:CreateApp", arn("sagemaker", "app/d-1/space/jupyterlab/default", FOREIGN)],
    [API, "sagemaker:CreateTrainingJob", arn("sagemaker", "training-job/t", FOREIGN)],
    [API, "sagemaker:CreateModel", arn("sagemaker", "model/m", PLACE.account, "us-east-1")],
    [API, "sagemaker:UpdateDomain", arn("sagemaker", "domain/d-1")],
    [API, "sagemaker:CreateNotebookInstance", arn("sagemaker", "notebook-instance/n")],
    [API, "sagemaker:StartSession", arn("sagemaker", "space/d-1/new")],
    ["net-studio", "sagemaker:CreatePresignedDomainUrl", arn("sagemaker", "user-profile/d-1/alice", FOREIGN)],
    ["net-studio", "sagemaker:CreateApp", arn("sagemaker", "app/d-1/space/jupyterlab/default")],
    ["net-sagemaker-runtime", "sagemaker:InvokeEndpoint", arn("sagemaker", "endpoint/e", FOREIGN)],
    ["net-sts", "sts:AssumeRole", `arn:aws:iam::${FOREIGN}:role/jobs`],
    ["net-sts", "sts:TagSession", `arn:aws:iam::${FOREIGN}:role/jobs`],
    ["net-sts", "sts:GetFederationToken", `arn:aws:sts::${PLACE.account}:federated-user/x`],
    ["net-logs", "logs:PutLogEvents", arn("logs", "log-group:/aws/sagemaker/studio:log-stream:x", FOREIGN)],
    ["net-logs", "logs:PutLogEvents", arn("logs", "log-group:/fixture/test/flow-logs:log-stream:x")],
    ["net-logs", "logs:DeleteLogGroup", arn("logs", "log-group:/aws/sagemaker/studio")],
    ["net-ecr-api", "ecr:BatchGetImage", arn("ecr", "repository/train", FOREIGN)],
    ["net-ecr-api", "ecr:PutImage", arn("ecr", "repository/train")],
    ["net-ecr-dkr", "ecr:PutImage", arn("ecr", "repository/train")],
    ["net-monitoring", "cloudwatch:DeleteAlarms", arn("cloudwatch", "alarm:a")],
    ["net-kms", "kms:Decrypt", arn("kms", "key/1", FOREIGN)],
    ["net-kms", "kms:CreateGrant", arn("kms", "key/1")],
    ["net-kms", "kms:PutKeyPolicy", arn("kms", "key/1")],
    ["net-s3", "s3:GetObject", "arn:aws:s3:::somebodys-bucket/a"],
    ["net-s3", "s3:PutObject", "arn:aws:s3:::somebodys-bucket/a"],
    ["net-s3", "s3:PutObject", "arn:aws:s3:::example-data-2/a"],
    ["net-s3", "s3:PutBucketPolicy", "arn:aws:s3:::example-data"],
    ["net-s3", "s3:PutObject", LAYERS],
    ["net-s3", "s3:ListBucket", "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket"],
    ["net-s3", "s3:GetObject", "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/layer"],
];

describe("Endpoint policies", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build();
    });

    for (const [endpoint, action, resource] of PASS) {
        it(`${endpoint}: ${action} on ${resource} passes for the account's principals only`, () => {
            const answers = [OWN, STRANGER, NOBODY].map((caller) =>
                passes(recording, endpoint, caller, action, resource),
            );
            assert.deepEqual(answers, [true, false, false]);
        });
    }

    for (const [endpoint, action, resource] of STOP) {
        it(`${endpoint}: ${action} on ${resource} passes for nobody`, () => {
            const answers = [OWN, STRANGER, NOBODY].map((caller) =>
                passes(recording, endpoint, caller, action, resource),
            );
            assert.deepEqual(answers, [false, false, false]);
        });
    }

    it("net-s3: image layers pass for everybody, because ECR signs their links", () => {
        const answers = [OWN, STRANGER, NOBODY].map((caller) =>
            passes(recording, "net-s3", caller, "s3:GetObject", LAYERS),
        );
        assert.deepEqual(answers, [true, true, true]);
    });

    it("gives every endpoint a policy of its own", () => {
        const endpoints = recording.resources.filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.equal(endpoints.length, 10);
        assert.deepEqual(
            endpoints.filter(({ props }) => typeof props.policy !== "string").map(({ name }) => name),
            [],
        );
    });

    it("lets nothing but image layers pass S3 without data buckets", async () => {
        const changed = await build({ dataBuckets: [] });
        assert.equal(passes(changed, "net-s3", OWN, "s3:GetObject", "arn:aws:s3:::example-data/a"), false);
        assert.equal(passes(changed, "net-s3", OWN, "s3:ListBucket", "arn:aws:s3:::example-data"), false);
        assert.equal(passes(changed, "net-s3", OWN, "s3:GetObject", LAYERS), true);
    });

    it("lets no job's action pass without the feature jobs", async () => {
        const changed = await build({ features: ["studio"] });
        const jobs: readonly (readonly [action: string, resource: string])[] = [
            ["CreateTrainingJob", arn("sagemaker", "training-job/t")],
            ["StopTrainingJob", arn("sagemaker", "training-job/t")],
            ["CreateProcessingJob", arn("sagemaker", "processing-job/p")],
            ["CreateHyperParameterTuningJob", arn("sagemaker", "hyper-parameter-tuning-job/h")],
            ["CreateTransformJob", arn("sagemaker", "transform-job/t")],
            ["CreateModel", arn("sagemaker", "model/m")],
            ["ListTrainingJobs", "*"],
            ["ListModels", "*"],
        ];
        for (const [name, resource] of jobs) {
            assert.equal(passes(recording, API, OWN, `sagemaker:${name}`, resource), true, name);
            assert.equal(passes(changed, API, OWN, `sagemaker:${name}`, resource), false, name);
        }
        assert.equal(passes(changed, API, OWN, "sagemaker:CreateSpace", arn("sagemaker", "space/d-1/new")), true);
    });
});
