import assert from "node:assert/strict";
import { SECRET, UNKNOWN, usedBySageMaker } from "../../graph";
import { change, graphOf, type Ids, ref, type Sketch, Text } from "../fixture/build";
import { document } from "../fixture/stack";

const ACCOUNT = "111122223333";

/** Names of what is used, in order. */
function used(stack: readonly Sketch[], ids: Ids = "known"): string[] {
    return [...usedBySageMaker(graphOf(stack, ids))].map((urn) => urn.split("::").at(-1) ?? "").sort();
}

function make(type: string, name: string, props: Record<string, unknown> = {}): Sketch {
    const kind = type.split("/")[1] ?? "";
    return { type: `aws:${type}:${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, name, props };
}

const link = { Effect: "Allow", Action: "sagemaker:CreatePresignedDomainUrl", Resource: "*" };
const other = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const notebook = (props: Record<string, unknown>): Sketch => make("sagemaker/notebookInstance", "notebook", props);

/** Two of everything: what the first notebook uses, and the same of nobody. */
function pair(...make: readonly ((suffix: string) => Sketch)[]): Sketch[] {
    return ["used", "free"].flatMap((suffix) => make.map((each) => each(suffix)));
}

describe("what SageMaker uses", () => {
    const cases: readonly (readonly [what: string, stack: readonly Sketch[], expected: readonly string[]])[] = [
        ["nothing without SageMaker", [make("ec2/vpc", "web"), make("s3/bucket", "b")], []],
        [
            "a notebook's subnet, its VPC and all that makes up the VPC, but groups it does not name",
            [
                notebook({ subnetId: ref("subnet-used"), securityGroups: [ref("group-used")] }),
                ...pair(
                    (s) => make("ec2/vpc", `vpc-${s}`),
                    (s) => make("ec2/subnet", `subnet-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) => make("ec2/subnet", `sibling-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) => make("ec2/internetGateway", `igw-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) => make("ec2/routeTable", `table-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) => make("ec2/route", `route-${s}`, { routeTableId: ref(`table-${s}`) }),
                    (s) => make("ec2/natGateway", `nat-${s}`, { subnetId: ref(`sibling-${s}`) }),
                    (s) => make("ec2/vpcEndpoint", `endpoint-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) => make("ec2/defaultSecurityGroup", `default-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) =>
                        make("ec2/flowLog", `flow-${s}`, { vpcId: ref(`vpc-${s}`), logDestination: ref(`logs-${s}`) }),
                    (s) => make("cloudwatch/logGroup", `logs-${s}`, { kmsKeyId: ref(`key-${s}`, "arn") }),
                    (s) => make("kms/key", `key-${s}`),
                    (s) => make("kms/keyPolicy", `key-policy-${s}`, { keyId: ref(`key-${s}`) }),
                    (s) => make("ec2/securityGroup", `group-${s}`, { vpcId: ref(`vpc-${s}`) }),
                    (s) => make("vpc/securityGroupIngressRule", `rule-${s}`, { securityGroupId: ref(`group-${s}`) }),
                    (s) =>
                        make("networkfirewall/firewall", `wall-${s}`, {
                            vpcId: ref(`vpc-${s}`),
                            firewallPolicyArn: ref(`policy-${s}`, "arn"),
                        }),
                    (s) => make("networkfirewall/firewallPolicy", `policy-${s}`),
                    (s) =>
                        make("networkfirewall/loggingConfiguration", `logging-${s}`, {
                            firewallArn: ref(`wall-${s}`, "arn"),
                        }),
                ),
                make("ec2/securityGroup", "web-group", { vpcId: ref("vpc-used") }),
                make("ec2/instance", "web", { subnetId: ref("sibling-used"), vpcSecurityGroupIds: [ref("web-group")] }),
            ],
            [
                "default-used",
                "endpoint-used",
                "flow-used",
                "group-used",
                "igw-used",
                "key-policy-used",
                "key-used",
                "logging-used",
                "logs-used",
                "nat-used",
                "notebook",
                "policy-used",
                "route-used",
                "rule-used",
                "sibling-used",
                "subnet-used",
                "table-used",
                "vpc-used",
                "wall-used",
            ],
        ],
        [
            "the role, what is attached to it, what its policies name, and the function that has it too",
            [
                notebook({ roleArn: ref("role-used", "arn") }),
                ...pair(
                    (s) => make("iam/role", `role-${s}`),
                    (s) => make("iam/policy", `policy-${s}`, { policy: document(other) }),
                    (s) =>
                        make("iam/rolePolicyAttachment", `attached-${s}`, {
                            role: ref(`role-${s}`),
                            policyArn: ref(`policy-${s}`, "arn"),
                        }),
                    (s) =>
                        make("iam/rolePolicy", `inline-${s}`, {
                            role: ref(`role-${s}`),
                            policy: new Text([ref(`data-${s}`)], (name) =>
                                document({ ...other, Resource: `arn:aws:s3:::${name}/*` }),
                            ),
                        }),
                    (s) => make("s3/bucket", `data-${s}`),
                    (s) => make("s3/bucketVersioning", `versions-${s}`, { bucket: ref(`data-${s}`) }),
                    (s) =>
                        make("s3/bucketLogging", `logging-${s}`, {
                            bucket: ref(`data-${s}`),
                            targetBucket: ref(`logs-${s}`),
                        }),
                    (s) => make("s3/bucket", `logs-${s}`),
                    (s) => make("lambda/function", `worker-${s}`, { role: ref(`role-${s}`, "arn") }),
                    (s) => make("lambda/permission", `calls-${s}`, { function: ref(`worker-${s}`) }),
                    (s) =>
                        make("apigateway/integration", `integration-${s}`, {
                            restApi: ref(`api-${s}`),
                            uri: new Text(
                                [ref(`worker-${s}`)],
                                (name) =>
                                    `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${name}/invocations`,
                            ),
                        }),
                    (s) => make("apigateway/restApi", `api-${s}`),
                    (s) => make("apigateway/stage", `stage-${s}`, { restApi: ref(`api-${s}`) }),
                ),
                // The policy is somebody else's as well: that makes them nothing of SageMaker's.
                make("iam/rolePolicyAttachment", "shared", {
                    role: ref("role-free"),
                    policyArn: ref("policy-used", "arn"),
                }),
            ],
            [
                "api-used",
                "attached-used",
                "calls-used",
                "data-used",
                "inline-used",
                "integration-used",
                "logging-used",
                "logs-used",
                "notebook",
                "policy-used",
                "role-used",
                "stage-used",
                "versions-used",
                "worker-used",
            ],
        ],
        [
            "who may make links into Studio: role, function and its API",
            [
                make("iam/role", "opener"),
                make("iam/rolePolicy", "opens", { role: ref("opener"), policy: document(link) }),
                make("lambda/function", "portal", { role: ref("opener", "arn") }),
                make("lambda/functionUrl", "url", { functionName: ref("portal") }),
                make("lambda/function", "web", { role: "arn:aws:iam::111122223333:role/web" }),
            ],
            ["opener", "opens", "portal", "url"],
        ],
        [
            "roles with a managed policy that makes links, AWS's own included",
            [
                make("iam/policy", "links", { policy: document({ ...link, Action: "sagemaker:*" }) }),
                make("iam/role", "one"),
                make("iam/rolePolicyAttachment", "to-one", { role: ref("one"), policyArn: ref("links", "arn") }),
                make("iam/role", "two", { managedPolicyArns: [ref("links", "arn")] }),
                make("iam/role", "three", { managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"] }),
                make("iam/role", "four", { managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }),
                make("iam/role", "bound", { permissionsBoundary: ref("links", "arn") }),
            ],
            ["links", "one", "three", "to-one", "two"],
        ],
        [
            "calling a model, denying links, or being allowed everything opens no Studio",
            [
                make("iam/policy", "calls", { policy: document({ ...link, Action: "sagemaker:InvokeEndpoint" }) }),
                make("iam/policy", "denies", { policy: document({ ...link, Effect: "Deny" }) }),
                make("iam/policy", "everything", { policy: document({ ...link, Action: "*" }) }),
            ],
            [],
        ],
        [
            "log groups and buckets that say so, and endpoints of SageMaker with their VPC",
            [
                make("cloudwatch/logGroup", "studio-logs", { name: "/aws/sagemaker/studio" }),
                make("cloudwatch/logGroup", "web-logs", { name: "/aws/ecs/web" }),
                make("s3/bucket", "named", { bucket: "acme-sagemaker-data" }),
                make("s3/bucket", "tagged", { tags: { use: "SageMaker" } }),
                make("s3/bucket", "assets", { bucket: "acme-assets", tags: { use: "web" } }),
                make("ec2/vpc", "hub"),
                make("ec2/vpcEndpoint", "api", {
                    vpcId: ref("hub"),
                    serviceName: "com.amazonaws.eu-west-1.sagemaker.api",
                }),
                make("ec2/vpcEndpoint", "kms", { vpcId: ref("hub"), serviceName: "com.amazonaws.eu-west-1.kms" }),
            ],
            ["api", "hub", "kms", "named", "studio-logs", "tagged"],
        ],
        [
            "whom a key, a bucket or a role lets in is not used",
            [
                notebook({ kmsKeyId: ref("key", "arn"), roleArn: ref("role", "arn") }),
                make("kms/key", "key", {
                    policy: new Text([ref("web")], (name) => document({ ...other, Principal: { AWS: name } })),
                }),
                make("iam/role", "role", {
                    assumeRolePolicy: new Text([ref("web")], (name) =>
                        document({ ...other, Principal: { AWS: name } }),
                    ),
                }),
                make("iam/role", "web"),
            ],
            ["key", "notebook", "role"],
        ],
        [
            "through a transit gateway, a VPC that inspects with a firewall, and no other",
            [
                notebook({ subnetId: ref("subnet") }),
                make("ec2/vpc", "studio"),
                make("ec2/subnet", "subnet", { vpcId: ref("studio") }),
                make("ec2transitgateway/transitGateway", "transit"),
                ...["studio", "inspection", "web"].map((vpc) =>
                    make("ec2transitgateway/vpcAttachment", `${vpc}-attachment`, {
                        vpcId: ref(vpc),
                        transitGatewayId: ref("transit"),
                    }),
                ),
                make("ec2/vpc", "inspection"),
                make("ec2/vpc", "web"),
                make("networkfirewall/firewall", "wall", { vpcId: ref("inspection") }),
            ],
            [
                "inspection",
                "inspection-attachment",
                "notebook",
                "studio",
                "studio-attachment",
                "subnet",
                "transit",
                "wall",
            ],
        ],
        [
            "resources of AWS's native provider",
            [
                {
                    type: "aws-native:sagemaker:ModelBiasJobDefinition",
                    name: "bias",
                    props: { roleArn: ref("role", "arn") },
                },
                make("iam/role", "role"),
            ],
            ["bias", "role"],
        ],
    ];
    for (const [what, stack, expected] of cases) {
        for (const ids of ["known", "unknown"] as const) {
            it(`${what}, ids ${ids}`, () => assert.deepEqual(used(stack, ids), [...expected]));
        }
    }

    it("names link what other stacks made: the VPC, the role, the bucket", () => {
        const stack = [
            notebook({ subnetId: "subnet-far", roleArn: `arn:aws:iam::${ACCOUNT}:role/team/far` }),
            make("sagemaker/domain", "domain", { vpcId: "vpc-far" }),
            make("sagemaker/model", "model", { primaryContainer: { modelDataUrl: "s3://far-models/a.tar.gz" } }),
            make("ec2/vpcEndpoint", "endpoint", { vpcId: "vpc-far" }),
            make("ec2/vpcEndpoint", "elsewhere", { vpcId: "vpc-web" }),
            make("iam/rolePolicyAttachment", "attached", {
                role: "far",
                policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
            }),
            make("iam/rolePolicyAttachment", "another", {
                role: "web",
                policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
            }),
            make("s3/bucketPolicy", "policy", { bucket: "far-models" }),
            make("s3/bucketPolicy", "web-policy", { bucket: "far-assets" }),
        ];
        assert.deepEqual(used(stack), ["attached", "domain", "endpoint", "model", "notebook", "policy"]);
    });

    it("names count only under a key that says what they name", () => {
        const stack = [
            notebook({ name: "prod", platformIdentifier: "shop", kmsKeyId: "web" }),
            make("s3/bucket", "a", { bucket: "prod" }),
            make("iam/role", "b", { name: "shop" }),
            make("dynamodb/table", "c", { name: "web" }),
        ];
        assert.deepEqual(used(stack), ["notebook"]);
    });

    describe("what is not known is never left out", () => {
        const stack = [
            notebook({ subnetId: ref("subnet"), securityGroups: [ref("group")], roleArn: ref("role", "arn") }),
            make("ec2/vpc", "vpc"),
            make("ec2/subnet", "subnet", { vpcId: ref("vpc") }),
            make("ec2/securityGroup", "group"),
            make("iam/role", "role"),
            make("ec2/vpcEndpoint", "endpoint", { vpcId: ref("vpc") }),
        ];
        const all = ["endpoint", "group", "notebook", "role", "subnet", "vpc"];
        for (const value of [UNKNOWN, SECRET]) {
            for (const [name, path] of [
                ["notebook", "subnetId"],
                ["notebook", "securityGroups"],
                ["notebook", "roleArn"],
                ["subnet", "vpcId"],
                ["endpoint", "vpcId"],
            ] as const) {
                it(`${path} of ${name} is ${String(value)}`, () => {
                    assert.deepEqual(used(change(stack, name, path, value)), all);
                });
            }
        }

        it("a document that depends on Studio's network, or on nothing, may open Studio where there is one", () => {
            const role = make("iam/role", "opener");
            const unread = make("iam/rolePolicy", "unread", { role: ref("opener"), policy: UNKNOWN });
            const ofVpc = make("iam/rolePolicy", "of-vpc", {
                role: ref("opener"),
                policy: new Text([ref("vpc")], () => document(link)),
            });
            const ofTable = make("iam/rolePolicy", "of-table", {
                role: ref("opener"),
                policy: new Text([ref("table")], () => document(other)),
            });
            const table = make("dynamodb/table", "table");
            assert.deepEqual(used([...stack, role, unread]), [...all, "opener", "unread"].sort());
            assert.deepEqual(used([...stack, role, ofVpc], "unknown"), [...all, "of-vpc", "opener"].sort());
            assert.deepEqual(used([...stack, role, ofTable, table], "unknown"), all);
            assert.deepEqual(used([role, unread]), []);
        });
    });

    it("is computed once for a graph", () => {
        const graph = graphOf([notebook({})]);
        assert.equal(usedBySageMaker(graph), usedBySageMaker(graph));
    });
});
