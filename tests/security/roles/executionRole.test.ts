import { strict as assert } from "node:assert";

import { jobRoleArn } from "../../../components/security";
import type { RequestContext } from "../../../policy-pack/iam";
import { inputsOf, type RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { LINKS } from "./cases/doors";
import { JOBS } from "./cases/jobs";
import { OTHER_ROLE, OTHER_SERVICES, PASSED } from "./cases/services";
import { ALICE, arn, OWN, PLACED, type Row } from "./cases/shape";
import { SPACES, TAGS } from "./cases/spaces";
import { recordRoles, SCIENTIST, SCIENTIST_ARN } from "./rolesStack";
import { ask, askTrust, EVERYTHING, type Layers, roleOf, sessionOf } from "../role";

describe("ExecutionRole", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles();
    });

    const table = (title: string, rows: readonly Row[]): void => {
        describe(title, () => {
            for (const [what, action, resource, context, answer] of rows) {
                it(`${what}, ${action}: ${answer}`, () => {
                    assert.equal(ask(roleOf(recording, SCIENTIST), action, resource, context), answer);
                });
            }
        });
    };
    table("spaces and apps", SPACES);
    table("tags", TAGS);
    table("links and other doors", LINKS);
    table("jobs", JOBS);
    table("other services", OTHER_SERVICES);

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
        const found = ask(roleOf(recording, SCIENTIST), "sts:AssumeRole", OTHER_ROLE, ALICE, layers);
        assert.equal(found, "no Allow in identity");
        const withEverything = ask(roleOf(recording, SCIENTIST), "sts:AssumeRole", OTHER_ROLE, ALICE, {
            ...layers,
            identity: [EVERYTHING],
        });
        assert.equal(withEverything, "no Allow in boundary");
    });

    describe("trust", () => {
        it("is exactly this", () => {
            assert.deepEqual(roleOf(recording, SCIENTIST).trust, {
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
            ["the role itself", sessionOf(SCIENTIST_ARN), here, "no Allow in resource"],
        ] as const;
        for (const [who, caller, context, answer] of rows) {
            for (const action of ["sts:AssumeRole", "sts:SetSourceIdentity"]) {
                it(`${who}, ${action}: ${answer}`, () => {
                    assert.equal(askTrust(roleOf(recording, SCIENTIST), caller, action, context), answer);
                });
            }
        }
    });

    describe("settings", () => {
        const own = arn("sagemaker", "user-profile/d-1/alice");
        const open = (role: RecordedComponent, context: RequestContext): string =>
            ask(roleOf(role, SCIENTIST), "sagemaker:CreatePresignedDomainUrl", own, { ...ALICE, ...context });

        it("opens from the listed addresses only, with access.from addresses", async () => {
            const changed = await recordRoles({
                origin: { from: "addresses", addresses: ["203.0.113.0/24"], vpcIds: ["vpc-studio"] },
            });
            assert.equal(open(changed, { "aws:SourceIp": "203.0.113.7" }), "allowed by OpenOwnProfile");
            assert.equal(open(changed, { "aws:SourceIp": "198.51.100.7" }), "no Allow in identity");
            assert.equal(open(changed, { "aws:SourceVpc": "vpc-studio" }), "no Allow in identity");
        });

        it("opens its own profile, and no other, from anywhere with access.from anywhere", async () => {
            const changed = await recordRoles({
                origin: { from: "anywhere", addresses: [], vpcIds: ["vpc-studio"] },
            });
            assert.equal(open(changed, { "aws:SourceIp": "198.51.100.7" }), "allowed by OpenOwnProfile");
            const other = arn("sagemaker", "user-profile/d-1/bob");
            const role = roleOf(changed, SCIENTIST);
            const found = ask(role, "sagemaker:CreatePresignedDomainUrl", other, ALICE);
            assert.equal(found, "denied by OnlyOwnProfile");
        });

        it("reaches no object at all without data buckets", async () => {
            const role = roleOf(await recordRoles({ dataBuckets: [] }), SCIENTIST);
            assert.deepEqual(role.identity.map(({ name }) => name).sort(), [
                "studio-execution-data-scientist-key",
                "studio-execution-data-scientist-logs",
                "studio-execution-data-scientist-pass",
                "studio-execution-data-scientist-presign",
                "studio-execution-data-scientist-spaces",
                "studio-persona-data-scientist-1",
                "studio-persona-data-scientist-2",
            ]);
            for (const [action, resource] of [
                ["s3:GetObject", "arn:aws:s3:::example-data/a"],
                ["s3:ListBucket", "arn:aws:s3:::example-data"],
            ] as const) {
                assert.equal(ask(role, action, resource, ALICE), "no Allow in identity");
            }
        });

        it("runs no job, passes no role and touches no network without the feature jobs", async () => {
            const role = roleOf(await recordRoles({ features: ["studio"] }), SCIENTIST);
            for (const [action, resource, context] of [
                ["sagemaker:CreateTrainingJob", arn("sagemaker", "training-job/t"), PLACED],
                ["sagemaker:ListTrainingJobs", "*", ALICE],
                ["iam:PassRole", jobRoleArn(PLACE, "aws", "job"), PASSED],
                ["ec2:DescribeSubnets", "*", ALICE],
                ["ec2:CreateNetworkInterface", arn("ec2", "subnet/subnet-1"), ALICE],
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
        const early = await recordRoles({}, true);
        const policies = early.resources.filter(({ type }) => type === "aws:iam/rolePolicy:RolePolicy");
        assert.deepEqual(
            Object.fromEntries(policies.map(({ name, props }) => [name, typeof props.policy === "string"])),
            {
                "studio-execution-key": false,
                "studio-execution-spaces": true,
                "studio-execution-data-scientist-data": true,
                "studio-execution-data-scientist-key": false,
                "studio-execution-data-scientist-logs": true,
                "studio-execution-data-scientist-pass": true,
                "studio-execution-data-scientist-presign": true,
                "studio-execution-data-scientist-spaces": true,
                ...Object.fromEntries(
                    ["job", "model", "monitor"].flatMap((kind) => [
                        [`studio-${kind}-data`, true],
                        [`studio-${kind}-key`, false],
                        [`studio-${kind}-logs`, true],
                        [`studio-${kind}-network`, true],
                    ]),
                ),
                "studio-pipeline-data": true,
                "studio-pipeline-key": false,
                "studio-pipeline-pass": true,
            },
        );
        assert.equal(typeof inputsOf(early, "aws:iam/role:Role", SCIENTIST).assumeRolePolicy, "string");
        assert.equal(typeof inputsOf(early, "aws:iam/policy:Policy", "studio-execution-boundary").policy, "string");
    });
});
