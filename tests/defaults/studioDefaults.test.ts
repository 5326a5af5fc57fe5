import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";

import { StudioDefaults, type StudioDefaultsArgs, sdkConfigText } from "../../components/defaults";
import { parameterPath } from "../../components/names";
import { UNKNOWN } from "../../policy-pack/graph";
import { inputsOf, namesOf, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";
import { DEFAULTS } from "./fixture";

const PARAMETER = "aws:ssm/parameter:Parameter";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const ALONE = { job: "arn:job", model: "arn:model", monitor: "arn:monitor", pipeline: "arn:pipeline" };

const ARGS: StudioDefaultsArgs = {
    place: PLACE,
    facts: {
        vpcId: "vpc-1",
        studioSubnetIds: DEFAULTS.subnetIds,
        jobsGroupId: "sg-jobs",
        endpointIds: { "sagemaker.api": "vpce-1", s3: "vpce-2" },
        domainId: "d-1",
        keyArns: { domain: DEFAULTS.volumeKeyArn, data: DEFAULTS.outputKeyArn },
        bucketNames: { data: "fixture-data", accessLogs: "fixture-access-logs" },
        teams: [
            { team: undefined, roles: ALONE },
            { team: "research", roles: DEFAULTS.roles },
        ],
    },
    sdk: {
        bucket: "fixture-data",
        after: [],
        outputKeyArn: DEFAULTS.outputKeyArn,
        volumeKeyArn: DEFAULTS.volumeKeyArn,
        subnetIds: DEFAULTS.subnetIds,
        groupIds: DEFAULTS.groupIds,
        isolation: true,
        interContainerEncryption: true,
        teamTag: "team",
        members: [
            { name: "data-scientist", roleName: "execution-data-scientist" },
            { name: "mlops-engineer_research", roleName: "execution-mlops", team: "research" },
        ],
    },
    tags: { project: "fixture" },
};

function build(changes: Partial<StudioDefaultsArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(
        () => ({ ...new StudioDefaults("defaults", { ...ARGS, ...changes }, inPlace()).outputs }),
        STACK,
    );
}

/** Type and value by name of the parameter. */
function parametersOf({ resources }: RecordedComponent): Record<string, unknown> {
    return Object.fromEntries(
        resources
            .filter(({ type }) => type === PARAMETER)
            .map(({ props }) => [String(props["name"]), [props["type"], props["insecureValue"]]]),
    );
}

describe("StudioDefaults", () => {
    it("makes a parameter of everything people look up, below the stack's own path", async () => {
        const text = (value: string): [string, string] => ["String", value];
        assert.deepEqual(parametersOf(await build()), {
            "/fixture/test/vpc-id": text("vpc-1"),
            "/fixture/test/studio-subnet-ids": ["StringList", "subnet-1,subnet-2"],
            "/fixture/test/jobs-group-id": text("sg-jobs"),
            "/fixture/test/domain-id": text("d-1"),
            "/fixture/test/endpoint-ids/sagemaker.api": text("vpce-1"),
            "/fixture/test/endpoint-ids/s3": text("vpce-2"),
            "/fixture/test/key-arns/domain": text(DEFAULTS.volumeKeyArn),
            "/fixture/test/key-arns/data": text(DEFAULTS.outputKeyArn),
            "/fixture/test/bucket-names/data": text("fixture-data"),
            "/fixture/test/bucket-names/accessLogs": text("fixture-access-logs"),
            "/fixture/test/role-arns/job": text("arn:job"),
            "/fixture/test/role-arns/model": text("arn:model"),
            "/fixture/test/role-arns/monitor": text("arn:monitor"),
            "/fixture/test/role-arns/pipeline": text("arn:pipeline"),
            "/fixture/test/team-role-arns/research/job": text(DEFAULTS.roles.job),
            "/fixture/test/team-role-arns/research/model": text(DEFAULTS.roles.model),
            "/fixture/test/team-role-arns/research/monitor": text(DEFAULTS.roles.monitor),
            "/fixture/test/team-role-arns/research/pipeline": text(DEFAULTS.roles.pipeline),
        });
    });

    it("tags every parameter", async () => {
        const made = (await build()).resources.filter(({ type }) => type === PARAMETER);
        assert.deepEqual(
            [...new Set(made.map(({ props }) => JSON.stringify(props["tags"])))],
            ['{"project":"fixture"}'],
        );
    });

    it("writes each role's defaults under the bucket's key, where only the deployment writes", async () => {
        const recording = await build();
        const inputs = (name: string): Record<string, unknown> => {
            const { bucket, key, content, contentType, kmsKeyId, serverSideEncryption, tags } = inputsOf(
                recording,
                OBJECT,
                name,
            );
            return { bucket, key, content, contentType, kmsKeyId, serverSideEncryption, tags };
        };
        const same = {
            bucket: "fixture-data",
            contentType: "application/yaml",
            kmsKeyId: DEFAULTS.outputKeyArn,
            serverSideEncryption: "aws:kms",
            tags: undefined,
        };
        assert.deepEqual(inputs("defaults-sdk-mlops-engineer_research"), {
            ...same,
            key: "studio/sagemaker-config/execution-mlops.yaml",
            content: sdkConfigText(DEFAULTS),
        });
        assert.deepEqual(inputs("defaults-sdk-data-scientist"), {
            ...same,
            key: "studio/sagemaker-config/execution-data-scientist.yaml",
            content: sdkConfigText({ ...DEFAULTS, prefix: "shared", roles: ALONE, tags: {} }),
        });
    });

    it("tells where everything is", async () => {
        assert.deepEqual((await build()).outputs, {
            bucketNames: { data: "fixture-data", accessLogs: "fixture-access-logs" },
            jobRoleArns: ALONE,
            teamJobRoleArns: { research: DEFAULTS.roles },
            parameterPath: "/fixture/test/",
            sdkConfigUris: {
                "data-scientist": "s3://fixture-data/studio/sagemaker-config/execution-data-scientist.yaml",
                "mlops-engineer_research": "s3://fixture-data/studio/sagemaker-config/execution-mlops.yaml",
            },
        });
    });

    it("writes no defaults without a bucket, and none for a team that has no roles", async () => {
        const files = async (changes: Partial<StudioDefaultsArgs>): Promise<string[]> =>
            (await build(changes)).resources.filter(({ type }) => type === OBJECT).map(({ name }) => name);
        assert.deepEqual(await files({ sdk: undefined }), []);
        assert.deepEqual(await files({ facts: { ...ARGS.facts, teams: [{ team: undefined, roles: ALONE }] } }), [
            "defaults-sdk-data-scientist",
        ]);
    });

    it("keeps the names of all others when a team or an endpoint comes", async () => {
        const before = namesOf(await build());
        const { facts } = ARGS;
        const after = namesOf(
            await build({
                facts: {
                    ...facts,
                    endpointIds: { ...facts.endpointIds, ssm: "vpce-3" },
                    teams: [{ team: "apart", roles: ALONE }, ...facts.teams],
                },
            }),
        );
        assert.deepEqual(
            after.filter((name) => !before.includes(name)),
            [
                ...["endpoint-ids-ssm", ...Object.keys(ALONE).map((kind) => `team-role-arns-apart-${kind}`)].map(
                    (ending) => `${PARAMETER}::defaults-${ending}`,
                ),
            ],
        );
        assert.deepEqual(
            before.filter((name) => !after.includes(name)),
            [],
        );
    });

    it("can be previewed before there is a subnet", async () => {
        const recording = await recordComponent(
            () => {
                const provider = new aws.Provider("home", { region: PLACE.region, allowedAccountIds: [PLACE.account] });
                const subnet = new aws.ec2.Subnet("subnet", { vpcId: "vpc-1" }, { provider });
                const facts = { ...ARGS.facts, studioSubnetIds: [subnet.id] };
                const sdk = ARGS.sdk && { ...ARGS.sdk, subnetIds: [subnet.id] };
                new StudioDefaults("defaults", { ...ARGS, facts, sdk }, { providers: [provider] });
            },
            { ...STACK, unknown: true },
        );
        assert.equal(inputsOf(recording, PARAMETER, "defaults-studio-subnet-ids")["insecureValue"], UNKNOWN);
        assert.equal(inputsOf(recording, PARAMETER, "defaults-vpc-id")["insecureValue"], "vpc-1");
        assert.equal(inputsOf(recording, OBJECT, "defaults-sdk-data-scientist")["content"], UNKNOWN);
    });
});

describe("parameterPath", () => {
    for (const [project, path] of [
        ["private-studio", "/private-studio/test/"],
        ["aws-studio", "/studio/aws-studio/test/"],
        ["SSMstudio", "/studio/SSMstudio/test/"],
        ["my-aws", "/my-aws/test/"],
    ] as const) {
        it(`is ${path} for the project ${project}, which Systems Manager takes`, () => {
            assert.equal(parameterPath({ ...PLACE, project }), path);
        });
    }
});
