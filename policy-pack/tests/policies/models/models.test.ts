import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../../graph";
import { isAwsImageAccount } from "../../../policies/models/awsImageAccounts";
import { ecrRegistry } from "../../../policies/models/registry";
import { ref, type Sketch } from "../../fixture/build";
import { isUndecidedWithout, policy, verdict } from "../verdict";

const ROLE = "arn:aws:iam::111122223333:role/scoring";
const SUBNET: Sketch = { type: "aws:ec2/subnet:Subnet", name: "private", props: {} };
const GROUP: Sketch = { type: "aws:ec2/securityGroup:SecurityGroup", name: "models", props: {} };

function model(props: Record<string, unknown>): Sketch[] {
    return [{ type: "aws:sagemaker/model:Model", name: "scoring", props: { executionRoleArn: ROLE, ...props } }];
}

const violation = (text: string): string => `violation: Model scoring: ${text}`;
const undecided = (text: string): string => `undecided: Model scoring: ${text}`;

describe("P25 sagemaker-model-network-isolation-enabled", () => {
    const says = (found: string): string[] => [violation(`enableNetworkIsolation is ${found}. Set it to true.`)];
    for (const [what, value, expected] of [
        ["on", true, []],
        ["off", false, says("false")],
        ["absent", undefined, says("not set, which means false")],
        ["null", null, says("not set, which means false")],
        ["garbage", "hunter2", says("set to something else")],
    ] as const) {
        it(what, () => assert.deepEqual(verdict("P25", model({ enableNetworkIsolation: value })), expected));
    }
    isUndecidedWithout("P25", [["scoring", "enableNetworkIsolation"]], model({ enableNetworkIsolation: true }));

    it("repairs once", () => {
        const props: Record<string, unknown> = { executionRoleArn: ROLE };
        assert.equal(policy("P25").remediate?.(props, {}), true);
        assert.deepEqual(props, { executionRoleArn: ROLE, enableNetworkIsolation: true });
        assert.equal(policy("P25").remediate?.(props, {}), false);
    });
});

describe("P26 sagemaker-model-in-vpc", () => {
    const both = { subnets: ["subnet-1"], securityGroupIds: ["sg-1"] };
    const none = [
        violation("vpcConfig.subnets is not set. Name at least one subnet."),
        violation("vpcConfig.securityGroupIds is not set. Name at least one security group."),
    ];
    const cases: readonly (readonly [what: string, props: Record<string, unknown>, expected: readonly string[]])[] = [
        ["subnets and groups made elsewhere", { vpcConfig: both }, []],
        [
            "ids that are not known yet: the length is",
            { vpcConfig: { subnets: [UNKNOWN], securityGroupIds: [UNKNOWN] } },
            [],
        ],
        ["absent", {}, none],
        ["null", { vpcConfig: null }, none],
        [
            "no subnets",
            { vpcConfig: { ...both, subnets: [] } },
            [violation("vpcConfig.subnets is empty. Name at least one subnet.")],
        ],
        [
            "no groups",
            { vpcConfig: { subnets: ["subnet-1"] } },
            [violation("vpcConfig.securityGroupIds is not set. Name at least one security group.")],
        ],
        ["isolation does not replace it", { enableNetworkIsolation: true }, none],
    ];
    for (const [what, props, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P26", model(props)), expected));
    }
    isUndecidedWithout(
        "P26",
        [
            ["scoring", "vpcConfig"],
            ["scoring", "vpcConfig.subnets"],
            ["scoring", "vpcConfig.securityGroupIds"],
        ],
        model({ vpcConfig: both }),
    );

    it("takes lists that are not known yet as filled where they come from subnets and groups of the stack", () => {
        const lists = { subnets: ref("private"), securityGroupIds: ref("models") };
        assert.deepEqual(verdict("P26", [SUBNET, GROUP, ...model({ vpcConfig: lists })], {}, "unknown"), []);
        assert.deepEqual(
            verdict(
                "P26",
                [SUBNET, GROUP, ...model({ vpcConfig: { ...lists, securityGroupIds: UNKNOWN } })],
                {},
                "unknown",
            ),
            [undecided("vpcConfig.securityGroupIds is not known yet; it must name at least one security group.")],
        );
    });

    describe("where isolation suffices", () => {
        const options = { isolationSuffices: true };
        it("an isolated model needs no VPC", () => {
            assert.deepEqual(verdict("P26", model({ enableNetworkIsolation: true }), options), []);
        });
        it("another one does", () => assert.deepEqual(verdict("P26", model({}), options), none));
        for (const value of [UNKNOWN, SECRET]) {
            it(`nothing is decided while isolation is ${String(value)}`, () => {
                const why =
                    "undecided: enableNetworkIsolation is not known yet and may be false; if so: Model scoring: ";
                assert.deepEqual(verdict("P26", model({ enableNetworkIsolation: value }), options), [
                    `${why}vpcConfig.subnets is not set. Name at least one subnet.`,
                    `${why}vpcConfig.securityGroupIds is not set. Name at least one security group.`,
                ]);
            });
        }
    });
});

describe("P27 sagemaker-model-image-registry-allowed", () => {
    const fix =
        "Use an image of the model's own account, or name the account in allowedRegistryAccounts; for a registry in the VPC set imageConfig.repositoryAccessMode to Vpc.";
    const ecr = (account: string, region = "eu-west-1"): string =>
        `${account}.dkr.ecr.${region}.amazonaws.com/scoring:1`;
    const primary = (image: unknown, rest: Record<string, unknown> = {}): Record<string, unknown> => ({
        primaryContainer: { image, ...rest },
    });
    const foreign = "comes from account 444455556666";
    const dlc = "763104351884";
    const cases: readonly (readonly [what: string, props: Record<string, unknown>, expected: readonly string[]])[] = [
        ["own account", primary(ecr("111122223333")), []],
        [
            "own account by the model's ARN",
            {
                executionRoleArn: UNKNOWN,
                arn: "arn:aws:sagemaker:eu-west-1:111122223333:model/scoring",
                ...primary(ecr("111122223333")),
            },
            [],
        ],
        ["AWS's deep learning containers", primary(ecr(dlc)), []],
        ["a model package, which has no image", { primaryContainer: { modelPackageName: "arn:package" } }, []],
        ["a package, after the update", { primaryContainer: { modelPackageName: "arn:package", image: "" } }, []],
        ["no container at all", {}, []],
        [
            "somebody else's account",
            primary(ecr("444455556666")),
            [violation(`primaryContainer.image ${foreign}, which is not allowed. ${fix}`)],
        ],
        [
            "AWS's containers, of a Region where that account has none",
            primary(ecr(dlc, "ap-east-1")),
            [violation(`primaryContainer.image comes from account ${dlc}, which is not allowed. ${fix}`)],
        ],
        ...["docker.io/library/nginx:1", "public.ecr.aws/scoring:1", "nginx", 5].map(
            (image) =>
                [
                    `the registry of ${image}`,
                    primary(image),
                    [violation(`primaryContainer.image comes from no private registry of Amazon ECR. ${fix}`)],
                ] as const,
        ),
        [
            "a registry in the VPC",
            primary("registry.example.com/scoring", { imageConfig: { repositoryAccessMode: "Vpc" } }),
            [],
        ],
        [
            "the platform's registry, said so",
            primary(ecr("444455556666"), { imageConfig: { repositoryAccessMode: "Platform" } }),
            [violation(`primaryContainer.image ${foreign}, which is not allowed. ${fix}`)],
        ],
        [
            "each container of a pipeline",
            { containers: [{ image: ecr("111122223333") }, { image: ecr("444455556666") }, { image: "nginx" }] },
            [
                violation(`containers.1.image ${foreign}, which is not allowed. ${fix}`),
                violation(`containers.2.image comes from no private registry of Amazon ECR. ${fix}`),
            ],
        ],
        [
            "the model's account is not known yet",
            { arn: UNKNOWN, executionRoleArn: UNKNOWN, ...primary(ecr("444455556666")) },
            [undecided(`primaryContainer.image ${foreign}, and the model's own account is not known yet. ${fix}`)],
        ],
        [
            "the access mode is not known yet",
            primary("nginx", { imageConfig: UNKNOWN }),
            [
                undecided(
                    "primaryContainer.image comes from no private registry of Amazon ECR, and repositoryAccessMode, which must be Vpc then, is not known yet.",
                ),
            ],
        ],
    ];
    for (const [what, props, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P27", model(props)), expected));
    }
    isUndecidedWithout(
        "P27",
        [
            ["scoring", "primaryContainer"],
            ["scoring", "primaryContainer.image"],
        ],
        model(primary(ecr("444455556666"))),
    );
    isUndecidedWithout(
        "P27",
        [
            ["scoring", "containers"],
            ["scoring", "containers.0"],
            ["scoring", "containers.0.image"],
        ],
        model({ containers: [{ image: ecr("444455556666") }] }),
    );

    it("an image of a repository of the stack is one's own", () => {
        const repository: Sketch = { type: "aws:ecr/repository:Repository", name: "images", props: {} };
        const bucket: Sketch = { type: "aws:s3/bucket:Bucket", name: "artifacts", props: {} };
        const from = (name: string): Sketch[] => [repository, bucket, ...model(primary(ref(name)))];
        assert.deepEqual(verdict("P27", from("images"), {}, "unknown"), []);
        assert.deepEqual(verdict("P27", from("artifacts"), {}, "unknown"), [
            undecided("primaryContainer.image is not known yet; it must come from an allowed registry."),
        ]);
    });

    it("allows the accounts of the configuration, and forbids AWS's where it says so", () => {
        const options = { allowedRegistryAccounts: ["444455556666"], allowAwsImages: false };
        assert.deepEqual(verdict("P27", model(primary(ecr("444455556666"))), options), []);
        assert.deepEqual(verdict("P27", model(primary(ecr(dlc))), options), [
            violation(`primaryContainer.image comes from account ${dlc}, which is not allowed. ${fix}`),
        ]);
    });
});

describe("registries of images", () => {
    for (const [host, expected] of [
        ["111122223333.dkr.ecr.eu-west-1.amazonaws.com", "eu-west-1"],
        ["111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn", "cn-north-1"],
        ["111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com", "us-gov-west-1"],
        ["111122223333.dkr-ecr.eu-west-1.on.aws", "eu-west-1"],
        ["111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"],
        ["111122223333.dkr.ecr.eu-west-1.amazonaws.com.example.org", undefined],
        ["1111.dkr.ecr.eu-west-1.amazonaws.com", undefined],
        ["evil.example/111122223333.dkr.ecr.eu-west-1.amazonaws.com", undefined],
        ["public.ecr.aws", undefined],
    ] as const) {
        it(`${host} is ${expected === undefined ? "none of an account" : "an account's"}`, () => {
            assert.deepEqual(
                ecrRegistry(`${host}/name:tag`),
                expected === undefined ? undefined : { account: "111122223333", region: expected },
            );
        });
    }

    it("knows AWS's accounts by Region", () => {
        // SageMaker AI developer guide, registry paths: deep learning containers, XGBoost, built-in algorithms.
        assert.equal(isAwsImageAccount("763104351884", "us-east-1"), true);
        assert.equal(isAwsImageAccount("683313688378", "us-east-1"), true);
        assert.equal(isAwsImageAccount("685385470294", "eu-west-1"), true);
        assert.equal(isAwsImageAccount("727897471807", "cn-north-1"), true);
        assert.equal(isAwsImageAccount("683313688378", "us-east-2"), false);
        assert.equal(isAwsImageAccount("", "us-east-1"), false);
        assert.equal(isAwsImageAccount("763104351884", "nowhere-1"), false);
    });
});
