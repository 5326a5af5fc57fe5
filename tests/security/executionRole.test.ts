import { strict as assert } from "node:assert";

import type { RequestContext } from "../../policy-pack/iam";
import { inputsOf, type RecordedComponent } from "../harness";
import { PLACE } from "../place";
import { EXECUTION_ROLE, recordExecutionRole } from "./executionStack";
import { ask, askTrust, EVERYTHING, keyPolicyOf, type Layers, roleOf, sessionOf } from "./role";

const KEY = "aws:kms/key:Key";

function arn(service: string, resource: string, account = PLACE.account): string {
    return `arn:aws:${service}:${PLACE.region}:${account}:${resource}`;
}

/** A session of an app that runs in Alice's profile. */
const ALICE: RequestContext = { "sagemaker:DomainId": "d-1", "sagemaker:UserProfileName": "alice" };
const IN_VPC: RequestContext = { ...ALICE, "aws:SourceVpc": "vpc-studio" };

function space(owner: string, sharing: string, more: RequestContext = {}): RequestContext {
    return {
        ...ALICE,
        "sagemaker:OwnerUserProfileArn": arn("sagemaker", `user-profile/d-1/${owner}`),
        "sagemaker:SpaceSharingType": sharing,
        ...more,
    };
}

const OWN = space("alice", "Private");
const SUBNETS: RequestContext = { ...ALICE, "sagemaker:VpcSubnets": ["subnet-1", "subnet-2"] };
const GROUPS: RequestContext = { ...ALICE, "sagemaker:VpcSecurityGroupIds": ["sg-jobs"] };
const PLACED: RequestContext = { ...SUBNETS, ...GROUPS };
const CREATING = { "sagemaker:TaggingAction": "CreateSpace" };

type Row = readonly [what: string, action: string, resource: string, context: RequestContext, answer: string];

const SPACES: readonly Row[] = [
    ["its own private space", "CreateSpace", "space/d-1/new", OWN, "allowed by OwnPrivateSpaces"],
    ["changing its own space", "UpdateSpace", "space/d-1/mine", OWN, "allowed by OwnPrivateSpaces"],
    ["deleting its own space", "DeleteSpace", "space/d-1/mine", OWN, "allowed by OwnPrivateSpaces"],
    ["an app in its own space", "CreateApp", "app/d-1/mine/jupyterlab/default", OWN, "allowed by OwnPrivateSpaces"],
    ["stopping its app", "DeleteApp", "app/d-1/mine/jupyterlab/default", OWN, "allowed by OwnPrivateSpaces"],
    ["a shared space", "CreateSpace", "space/d-1/new", space("alice", "Shared"), "no Allow in identity"],
    ["a space for a colleague", "CreateSpace", "space/d-1/new", space("bob", "Private"), "no Allow in identity"],
    ["a colleague's space", "DeleteSpace", "space/d-1/his", space("bob", "Private"), "no Allow in identity"],
    ["a colleague's app", "DeleteApp", "app/d-1/his/jupyterlab/x", space("bob", "Private"), "no Allow in identity"],
    ["an app of no space", "CreateApp", "app/d-1/alice/jupyterserver/default", ALICE, "no Allow in identity"],
    ["a space of another domain", "CreateSpace", "space/d-2/new", OWN, "no Allow in identity"],
    ["a space out of a shared space", "CreateSpace", "space/d-1/new", withoutProfile(OWN), "no Allow in identity"],
    [
        "remote access to its space",
        "CreateSpace",
        "space/d-1/new",
        space("alice", "Private", { "sagemaker:RemoteAccess": "ENABLED" }),
        "denied by NoRemoteAccess",
    ],
    [
        "remote access later",
        "UpdateSpace",
        "space/d-1/mine",
        space("alice", "Private", { "sagemaker:RemoteAccess": "ENABLED" }),
        "denied by NoRemoteAccess",
    ],
    [
        "a space that says no to remote access",
        "CreateSpace",
        "space/d-1/new",
        space("alice", "Private", { "sagemaker:RemoteAccess": "DISABLED" }),
        "allowed by OwnPrivateSpaces",
    ],
    ["its own domain", "DescribeDomain", "domain/d-1", ALICE, "allowed by ReadOwnDomain"],
    [
        "a colleague's profile, to list who there is",
        "DescribeUserProfile",
        "user-profile/d-1/bob",
        ALICE,
        "allowed by ReadOwnDomain",
    ],
    ["another domain", "DescribeDomain", "domain/d-2", ALICE, "no Allow in identity"],
    ["the list of spaces", "ListSpaces", "*", ALICE, "allowed by List"],
];

const TAGS: readonly Row[] = [
    [
        "tags of what it creates",
        "AddTags",
        "space/d-1/new",
        { ...ALICE, ...CREATING, "aws:TagKeys": ["team"] },
        "allowed by TagWhatIsCreated",
    ],
    [
        "tags of its app",
        "AddTags",
        "app/d-1/mine/jupyterlab/default",
        { ...ALICE, ...CREATING },
        "allowed by TagWhatIsCreated",
    ],
    ["tags later", "AddTags", "space/d-1/mine", { ...ALICE, "aws:TagKeys": ["team"] }, "no Allow in identity"],
    ["tags of its profile", "AddTags", "user-profile/d-1/alice", { ...ALICE, ...CREATING }, "no Allow in identity"],
    [
        "the person's tag, even at creation",
        "AddTags",
        "space/d-1/new",
        { ...ALICE, ...CREATING, "aws:TagKeys": ["team", "employeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "taking away the person's tag",
        "DeleteTags",
        "user-profile/d-1/bob",
        { ...ALICE, "aws:TagKeys": ["employeeNumber"] },
        "denied by PersonTagIsTheDeployers",
    ],
    [
        "taking away any tag",
        "DeleteTags",
        "space/d-1/mine",
        { ...ALICE, "aws:TagKeys": ["team"] },
        "no Allow in identity",
    ],
];

const LINKS: readonly Row[] = [
    [
        "its own profile through the VPC",
        "CreatePresignedDomainUrl",
        "user-profile/d-1/alice",
        IN_VPC,
        "allowed by OpenOwnProfile",
    ],
    ["a colleague's profile", "CreatePresignedDomainUrl", "user-profile/d-1/bob", IN_VPC, "denied by OnlyOwnProfile"],
    [
        "its name in another domain",
        "CreatePresignedDomainUrl",
        "user-profile/d-2/alice",
        IN_VPC,
        "denied by OnlyOwnProfile",
    ],
    [
        "a name that begins like its own",
        "CreatePresignedDomainUrl",
        "user-profile/d-1/alice2",
        IN_VPC,
        "denied by OnlyOwnProfile",
    ],
    [
        "its own profile from another VPC",
        "CreatePresignedDomainUrl",
        "user-profile/d-1/alice",
        { ...ALICE, "aws:SourceVpc": "vpc-other" },
        "no Allow in identity",
    ],
    [
        "its own profile over the internet",
        "CreatePresignedDomainUrl",
        "user-profile/d-1/alice",
        { ...ALICE, "aws:SourceIp": "203.0.113.7" },
        "no Allow in identity",
    ],
    [
        "any profile from a shared space",
        "CreatePresignedDomainUrl",
        "user-profile/d-1/alice",
        withoutProfile(IN_VPC),
        "denied by OnlyOwnProfile",
    ],
    [
        "a notebook instance",
        "CreatePresignedNotebookInstanceUrl",
        "notebook-instance/x",
        IN_VPC,
        "denied by NoOtherDoors",
    ],
    [
        "a tracking server",
        "CreatePresignedMlflowTrackingServerUrl",
        "mlflow-tracking-server/x",
        IN_VPC,
        "denied by NoOtherDoors",
    ],
    ["a tunnel into its own space", "StartSession", "space/d-1/mine", IN_VPC, "denied by NoOtherDoors"],
    ["another role for its profile", "UpdateUserProfile", "user-profile/d-1/alice", ALICE, "denied by NoOtherDoors"],
    ["a profile of its own making", "CreateUserProfile", "user-profile/d-1/eve", ALICE, "denied by NoOtherDoors"],
    ["deleting a profile", "DeleteUserProfile", "user-profile/d-1/bob", ALICE, "denied by NoOtherDoors"],
    ["the domain's settings", "UpdateDomain", "domain/d-1", ALICE, "denied by NoOtherDoors"],
    ["deleting the domain", "DeleteDomain", "domain/d-1", ALICE, "denied by NoOtherDoors"],
    ["a domain beside it", "CreateDomain", "domain/d-9", ALICE, "denied by NoOtherDoors"],
    ["a start script", "CreateStudioLifecycleConfig", "studio-lifecycle-config/x", ALICE, "denied by NoOtherDoors"],
    [
        "a start script of notebooks",
        "CreateNotebookInstanceLifecycleConfig",
        "notebook-instance-lifecycle-config/x",
        ALICE,
        "denied by NoOtherDoors",
    ],
    ["a custom image", "UpdateAppImageConfig", "app-image-config/x", ALICE, "denied by NoOtherDoors"],
];

const JOBS: readonly Row[] = [
    ["training in the VPC", "CreateTrainingJob", "training-job/t", PLACED, "allowed by Jobs"],
    ["processing in the VPC", "CreateProcessingJob", "processing-job/p", PLACED, "allowed by Jobs"],
    ["tuning in the VPC", "CreateHyperParameterTuningJob", "hyper-parameter-tuning-job/h", PLACED, "allowed by Jobs"],
    ["a model in the VPC", "CreateModel", "model/m", PLACED, "allowed by Jobs"],
    ["training without groups", "CreateTrainingJob", "training-job/t", SUBNETS, "denied by JobsNeedGroups"],
    ["training without subnets", "CreateTrainingJob", "training-job/t", GROUPS, "denied by JobsNeedSubnets"],
    [
        "training without a network",
        "CreateTrainingJob",
        "training-job/t",
        ALICE,
        "denied by JobsNeedSubnets, JobsNeedGroups",
    ],
    [
        "processing without a network",
        "CreateProcessingJob",
        "processing-job/p",
        ALICE,
        "denied by JobsNeedSubnets, JobsNeedGroups",
    ],
    [
        "tuning without groups",
        "CreateHyperParameterTuningJob",
        "hyper-parameter-tuning-job/h",
        SUBNETS,
        "denied by JobsNeedGroups",
    ],
    ["a model without subnets", "CreateModel", "model/m", GROUPS, "denied by JobsNeedSubnets"],
    ["a transform, which runs where its model does", "CreateTransformJob", "transform-job/t", ALICE, "allowed by Jobs"],
    [
        "a shell in the job",
        "CreateTrainingJob",
        "training-job/t",
        { ...PLACED, "sagemaker:EnableRemoteDebug": "true" },
        "denied by NoRemoteDebug",
    ],
    [
        "a job that says no to a shell",
        "CreateTrainingJob",
        "training-job/t",
        { ...PLACED, "sagemaker:EnableRemoteDebug": "false" },
        "allowed by Jobs",
    ],
    [
        "a shell later",
        "UpdateTrainingJob",
        "training-job/t",
        { ...ALICE, "sagemaker:EnableRemoteDebug": "true" },
        "denied by NoRemoteDebug",
    ],
    ["stopping a job", "StopTrainingJob", "training-job/t", ALICE, "allowed by Jobs"],
    ["the list of jobs", "ListTrainingJobs", "*", ALICE, "allowed by ListJobs"],
    ["an endpoint", "CreateEndpoint", "endpoint/e", ALICE, "no Allow in identity"],
    ["a pipeline", "CreatePipeline", "pipeline/p", ALICE, "no Allow in identity"],
    ["an AutoML job", "CreateAutoMLJobV2", "automl-job/a", PLACED, "no Allow in identity"],
];

const PASSED = { ...ALICE, "iam:PassedToService": "sagemaker.amazonaws.com" };
const LAMBDA = { ...ALICE, "iam:PassedToService": "lambda.amazonaws.com" };
const OTHER_ROLE = `arn:aws:iam::${PLACE.account}:role/administrator`;

/** Actions by full name, on full ARNs. */
const BEYOND: readonly Row[] = [
    ["itself to a job", "iam:PassRole", EXECUTION_ROLE, PASSED, "allowed by RunJobsAsThisRole"],
    ["itself to a function", "iam:PassRole", EXECUTION_ROLE, LAMBDA, "no Allow in identity"],
    ["another role to a job", "iam:PassRole", OTHER_ROLE, PASSED, "no Allow in identity"],
    ["its own policies", "iam:PutRolePolicy", EXECUTION_ROLE, ALICE, "no Allow in identity"],
    ["its own boundary", "iam:DeleteRolePermissionsBoundary", EXECUTION_ROLE, ALICE, "no Allow in identity"],
    ["a new role", "iam:CreateRole", OTHER_ROLE, ALICE, "no Allow in identity"],
    ["reading roles", "iam:GetRole", EXECUTION_ROLE, ALICE, "no Allow in identity"],
    [
        "its own log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/aws/sagemaker/studio:log-stream:d-1/alice"),
        ALICE,
        "allowed by WriteStudioLogs",
    ],
    [
        "a job's log group",
        "logs:CreateLogGroup",
        arn("logs", "log-group:/aws/sagemaker/TrainingJobs"),
        ALICE,
        "allowed by WriteStudioLogs",
    ],
    [
        "the flow log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/fixture/test/flow-logs:log-stream:x"),
        ALICE,
        "no Allow in identity",
    ],
    [
        "reading logs",
        "logs:GetLogEvents",
        arn("logs", "log-group:/aws/sagemaker/studio:log-stream:d-1/bob"),
        ALICE,
        "no Allow in identity",
    ],
    [
        "deleting logs",
        "logs:DeleteLogGroup",
        arn("logs", "log-group:/aws/sagemaker/studio"),
        ALICE,
        "no Allow in identity",
    ],
    ["reading data", "s3:GetObject", "arn:aws:s3:::example-data/a/b.csv", ALICE, "allowed by DataObjects"],
    ["writing data", "s3:PutObject", "arn:aws:s3:::example-data/a/b.csv", ALICE, "allowed by DataObjects"],
    ["listing data", "s3:ListBucket", "arn:aws:s3:::example-data", ALICE, "allowed by ListDataBuckets"],
    ["the data bucket's policy", "s3:PutBucketPolicy", "arn:aws:s3:::example-data", ALICE, "no Allow in identity"],
    ["another bucket", "s3:GetObject", "arn:aws:s3:::example-database/a", ALICE, "no Allow in identity"],
    [
        "a bucket with sagemaker in its name",
        "s3:PutObject",
        "arn:aws:s3:::sagemaker-eu-west-1-444455556666/x",
        ALICE,
        "no Allow in identity",
    ],
    ["the names of all buckets", "s3:ListAllMyBuckets", "*", ALICE, "no Allow in identity"],
    ["seeing the network", "ec2:DescribeSubnets", "*", ALICE, "allowed by SeeTheNetwork"],
    [
        "a job's interface",
        "ec2:CreateNetworkInterface",
        arn("ec2", "subnet/subnet-1"),
        ALICE,
        "allowed by JobInterfaces",
    ],
    ["a way out of the VPC", "ec2:CreateVpcEndpoint", arn("ec2", "vpc/vpc-studio"), ALICE, "no Allow in identity"],
    [
        "a rule in a group",
        "ec2:AuthorizeSecurityGroupEgress",
        arn("ec2", "security-group/sg-1"),
        ALICE,
        "no Allow in identity",
    ],
    ["an instance", "ec2:RunInstances", arn("ec2", "instance/*"), ALICE, "no Allow in identity"],
    [
        "an image of the account",
        "ecr:BatchGetImage",
        arn("ecr", "repository/train"),
        ALICE,
        "allowed by PullAccountImages",
    ],
    ["pushing an image", "ecr:PutImage", arn("ecr", "repository/train"), ALICE, "no Allow in identity"],
    [
        "a foreign image",
        "ecr:BatchGetImage",
        arn("ecr", "repository/train", "444455556666"),
        ALICE,
        "no Allow in identity",
    ],
    ["signing in to the registry", "ecr:GetAuthorizationToken", "*", ALICE, "allowed by RegistryTokenAndMetrics"],
    ["metrics", "cloudwatch:PutMetricData", "*", ALICE, "allowed by RegistryTokenAndMetrics"],
    ["secrets", "secretsmanager:GetSecretValue", arn("secretsmanager", "secret:x"), ALICE, "no Allow in identity"],
    ["parameters", "ssm:GetParameter", arn("ssm", "parameter/x"), ALICE, "no Allow in identity"],
];

function withoutProfile(context: RequestContext): RequestContext {
    return Object.fromEntries(Object.entries(context).filter(([key]) => key !== "sagemaker:UserProfileName"));
}

describe("ExecutionRole", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordExecutionRole();
    });

    const sagemaker = (rows: readonly Row[]): readonly Row[] =>
        rows.map(([what, action, resource, context, answer]) => [
            what,
            `sagemaker:${action}`,
            resource === "*" ? "*" : arn("sagemaker", resource),
            context,
            answer,
        ]);

    const table = (title: string, rows: readonly Row[]): void => {
        describe(title, () => {
            for (const [what, action, resource, context, answer] of rows) {
                it(`${what}, ${action}: ${answer}`, () => {
                    assert.equal(ask(roleOf(recording, "execution"), action, resource, context), answer);
                });
            }
        });
    };
    table("spaces and apps", sagemaker(SPACES));
    table("tags", sagemaker(TAGS));
    table("links and other doors", sagemaker(LINKS));
    table("jobs", sagemaker(JOBS));
    table("other services", BEYOND);

    describe("keys", () => {
        const via: RequestContext = { ...ALICE, "kms:ViaService": "ec2.eu-west-1.amazonaws.com" };
        const rows: readonly (readonly [string, string, string, RequestContext, string])[] = [
            ["its volumes through EC2", "keys-domain", "kms:Decrypt", via, "allowed by UseThroughStudio, DomainKey"],
            [
                "a new volume's key",
                "keys-domain",
                "kms:GenerateDataKeyWithoutPlaintext",
                via,
                "allowed by UseThroughStudio, DomainKey",
            ],
            ["the key by itself", "keys-domain", "kms:Decrypt", ALICE, "no Allow in resource"],
            [
                "the key for a service's volume",
                "keys-domain",
                "kms:CreateGrant",
                { ...via, "kms:GrantIsForAWSResource": "true" },
                "allowed by GrantsOfServices, DomainKeyForServices",
            ],
            [
                "the key for somebody",
                "keys-domain",
                "kms:CreateGrant",
                { ...via, "kms:GrantIsForAWSResource": "false" },
                "no Allow in identity",
            ],
            ["changing the key's policy", "keys-domain", "kms:PutKeyPolicy", ALICE, "no Allow in identity"],
            ["deleting the key", "keys-domain", "kms:ScheduleKeyDeletion", ALICE, "no Allow in identity"],
            ["the logs' key", "keys-logs", "kms:Decrypt", via, "no Allow in identity"],
        ];
        for (const [what, key, action, context, answer] of rows) {
            it(`${what}, ${action} on ${key}: ${answer}`, () => {
                const resource = keyPolicyOf(recording, key);
                const keyArn = String(inputsOf(recording, KEY, key).arn);
                const found = ask(roleOf(recording, "execution"), action, keyArn, context, { resource });
                assert.deepEqual(words(found), words(answer));
            });
        }

        it("another key, even one whose policy leaves the choice to IAM", () => {
            const root = { AWS: `arn:aws:iam::${PLACE.account}:root` };
            const layers: Layers = {
                resource: {
                    name: "default key policy",
                    document: {
                        Version: "2012-10-17",
                        Statement: { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" },
                    },
                },
            };
            const found = ask(roleOf(recording, "execution"), "kms:Decrypt", arn("kms", "key/other"), via, layers);
            assert.equal(found, "no Allow in identity");
        });
    });

    it("assumes no other role, even one that trusts the account", () => {
        const layers: Layers = {
            resource: {
                name: "trust policy",
                document: {
                    Version: "2012-10-17",
                    Statement: {
                        Effect: "Allow",
                        Principal: { AWS: `arn:aws:iam::${PLACE.account}:root` },
                        Action: "sts:AssumeRole",
                    },
                },
            },
        };
        const found = ask(roleOf(recording, "execution"), "sts:AssumeRole", OTHER_ROLE, ALICE, layers);
        assert.equal(found, "no Allow in identity");
        const withEverything = ask(roleOf(recording, "execution"), "sts:AssumeRole", OTHER_ROLE, ALICE, {
            ...layers,
            identity: [EVERYTHING],
        });
        assert.equal(withEverything, "no Allow in boundary");
    });

    describe("trust", () => {
        it("is exactly this", () => {
            assert.deepEqual(roleOf(recording, "execution").trust, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "SageMakerOfThisAccount",
                        Effect: "Allow",
                        Principal: { Service: "sagemaker.amazonaws.com" },
                        Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
                        Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
                    },
                ],
            });
        });

        const service = (name: string) => ({ arn: name, account: "", type: "service" }) as const;
        const here = { "aws:SourceAccount": PLACE.account };
        const rows = [
            [
                "SageMaker for this account",
                service("sagemaker.amazonaws.com"),
                here,
                "allowed by SageMakerOfThisAccount",
            ],
            [
                "SageMaker for another account",
                service("sagemaker.amazonaws.com"),
                { "aws:SourceAccount": "444455556666" },
                "no Allow in resource",
            ],
            ["SageMaker for nobody named", service("sagemaker.amazonaws.com"), {}, "no Allow in resource"],
            ["another service", service("lambda.amazonaws.com"), here, "no Allow in resource"],
            ["an administrator", sessionOf(OTHER_ROLE), here, "no Allow in resource"],
            ["the role itself", sessionOf(EXECUTION_ROLE), here, "no Allow in resource"],
        ] as const;
        for (const [who, caller, context, answer] of rows) {
            for (const action of ["sts:AssumeRole", "sts:SetSourceIdentity"]) {
                it(`${who}, ${action}: ${answer}`, () => {
                    assert.equal(askTrust(roleOf(recording, "execution"), caller, action, context), answer);
                });
            }
        }
    });

    describe("settings", () => {
        const own = arn("sagemaker", "user-profile/d-1/alice");
        const open = (role: RecordedComponent, context: RequestContext): string =>
            ask(roleOf(role, "execution"), "sagemaker:CreatePresignedDomainUrl", own, { ...ALICE, ...context });

        it("opens from the listed addresses only, with access.from addresses", async () => {
            const changed = await recordExecutionRole({
                origin: { from: "addresses", addresses: ["203.0.113.0/24"], vpcId: "vpc-studio" },
            });
            assert.equal(open(changed, { "aws:SourceIp": "203.0.113.7" }), "allowed by OpenOwnProfile");
            assert.equal(open(changed, { "aws:SourceIp": "198.51.100.7" }), "no Allow in identity");
            assert.equal(open(changed, { "aws:SourceVpc": "vpc-studio" }), "no Allow in identity");
        });

        it("opens its own profile, and no other, from anywhere with access.from anywhere", async () => {
            const changed = await recordExecutionRole({
                origin: { from: "anywhere", addresses: [], vpcId: "vpc-studio" },
            });
            assert.equal(open(changed, { "aws:SourceIp": "198.51.100.7" }), "allowed by OpenOwnProfile");
            const other = arn("sagemaker", "user-profile/d-1/bob");
            const role = roleOf(changed, "execution");
            const found = ask(role, "sagemaker:CreatePresignedDomainUrl", other, ALICE);
            assert.equal(found, "denied by OnlyOwnProfile");
        });

        it("reaches no object at all without data buckets", async () => {
            const role = roleOf(await recordExecutionRole({ dataBuckets: [] }), "execution");
            assert.deepEqual(
                role.identity.map(({ name }) => name),
                ["execution-spaces", "execution-presign", "execution-key", "execution-logs", "execution-jobs"],
            );
            for (const [action, resource] of [
                ["s3:GetObject", "arn:aws:s3:::example-data/a"],
                ["s3:ListBucket", "arn:aws:s3:::example-data"],
            ] as const) {
                assert.equal(ask(role, action, resource, ALICE), "no Allow in identity");
            }
        });

        it("runs no job, passes no role and touches no network without the feature jobs", async () => {
            const role = roleOf(await recordExecutionRole({ features: ["studio"] }), "execution");
            for (const [action, resource, context] of [
                ["sagemaker:CreateTrainingJob", arn("sagemaker", "training-job/t"), PLACED],
                ["sagemaker:ListTrainingJobs", "*", ALICE],
                ["iam:PassRole", EXECUTION_ROLE, PASSED],
                ["ec2:DescribeSubnets", "*", ALICE],
                ["ec2:CreateNetworkInterface", arn("ec2", "subnet/subnet-1"), ALICE],
                ["ecr:GetAuthorizationToken", "*", ALICE],
            ] as const) {
                assert.equal(ask(role, action, resource, context), "no Allow in identity", action);
            }
            assert.equal(
                ask(role, "sagemaker:CreateSpace", arn("sagemaker", "space/d-1/new"), OWN),
                "allowed by OwnPrivateSpaces",
            );
        });
    });

    it("has one document only that waits for an id, besides the network's", async () => {
        const early = await recordExecutionRole({}, true);
        const policies = early.resources.filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy");
        assert.deepEqual(
            policies.map(({ name, props }) => [name, typeof props.policy === "string"]),
            [
                ["execution-spaces", true],
                ["execution-presign", true],
                ["execution-key", false],
                ["execution-logs", true],
                ["execution-jobs", true],
                ["execution-data", true],
            ],
        );
        assert.equal(typeof inputsOf(early, "aws:iam/role:Role", "execution").assumeRolePolicy, "string");
        assert.equal(typeof inputsOf(early, "aws:iam/policy:Policy", "execution-boundary").policy, "string");
    });
});

/** An answer without the order of its statements, which is the evaluator's. */
function words(answer: string): string[] {
    return answer.split(/,? /).sort();
}
