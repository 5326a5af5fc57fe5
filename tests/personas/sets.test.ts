import { strict as assert } from "node:assert";

import fc from "fast-check";

import { castOf, executionRoleArn, studioRoleArns, teamsOf } from "../../components/security";
import { packed } from "../../components/security/roles/pack";
import { setsOf } from "../../components/security/roles/personas/personas";
import { ask, roleOf } from "../security/role";
import { PLACE } from "../place";
import { ALICE, OWN_BUCKETS, recordPersonas, request, roleName } from "./personaStack";

describe("Sets of a persona", () => {
    it("count with their features", () => {
        assert.deepEqual(setsOf("data-scientist", {}, ["studio"]), ["reading", "studio", "data", "inference"]);
        assert.deepEqual(setsOf("administrator", {}, ["studio", "jobs", "observability"]), [
            "reading",
            "studio",
            "administration",
            "observability",
        ]);
        assert.deepEqual(setsOf("default", {}, ["studio", "jobs", "canvas", "remoteIde"]), ["reading"]);
    });

    it("are those of the persona it is like, with what is added and without what is removed", () => {
        const own = {
            forecaster: { like: "data-scientist", add: ["endpoints"], remove: ["tuning", "studio"] },
        } as const;
        assert.deepEqual(setsOf("forecaster", own, ["studio", "jobs"]), [
            "reading",
            "data",
            "jobs",
            "autoMl",
            "experiments",
            "models",
            "endpoints",
            "inference",
        ]);
    });

    it("are nobody's for a persona nobody made", () => {
        assert.throws(() => setsOf("toString", {}, ["studio"]), /persona "toString" is neither built in/);
    });
});

describe("The cast", () => {
    it("is each persona and team once, sorted, with the domain's default", () => {
        const users = [
            { persona: "mlops-engineer", team: "research" },
            { persona: "data-scientist" },
            { persona: "mlops-engineer", team: "research" },
            { persona: "data-scientist", team: "credit" },
        ];
        const cast = [
            { persona: "data-scientist" },
            { persona: "data-scientist", team: "credit" },
            { persona: "default" },
            { persona: "mlops-engineer", team: "research" },
        ];
        assert.deepEqual(castOf(users), cast);
        assert.deepEqual(castOf([...users].reverse()), cast);
        assert.deepEqual(teamsOf(cast), [undefined, "credit", "research"]);
        assert.deepEqual(teamsOf(castOf([])), []);
    });

    it("gives no two members one role", () => {
        const part = fc.stringMatching(/^[a-z](-?[a-z0-9]){0,8}$/);
        const member = fc.record({ persona: part, team: fc.option(part, { nil: undefined }) });
        fc.assert(
            fc.property(
                fc.uniqueArray(member, { selector: ({ persona, team }) => `${persona} ${team ?? ""}` }),
                (users) => {
                    const { execution } = studioRoleArns(PLACE, "aws", castOf(users));
                    assert.equal(new Set(execution).size, execution.length);
                },
            ),
        );
    });

    it("keeps the domain's default role where it was, and puts the others below the stack's path", () => {
        assert.match(executionRoleArn(PLACE, "aws"), /^arn:aws:iam::111122223333:role\/fixture-test-execution-\w{8}$/);
        assert.equal(executionRoleArn(PLACE, "aws", "default"), executionRoleArn(PLACE, "aws"));
        assert.match(
            executionRoleArn(PLACE, "aws-cn", "data-scientist", "research"),
            /^arn:aws-cn:iam::111122223333:role\/fixture\/test\/fixture-test-execution-data-scientist_research-\w{8}$/,
        );
    });
});

describe("Documents that are divided", () => {
    const statement = (length: number): { Sid: string; Effect: "Deny"; Action: string; Resource: string } => ({
        Sid: "S",
        Effect: "Deny",
        Action: "a".repeat(length),
        Resource: "*",
    });

    it("lose nothing, keep the order and stay within the limit", () => {
        fc.assert(
            fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 })), (lengths) => {
                const groups = lengths.map((group) => group.map(statement));
                const documents = packed(groups, 500);
                assert.deepEqual(documents.map(({ Statement }) => Statement).flat(), groups.flat());
                assert.ok(documents.every((each) => JSON.stringify(each).length <= 500));
            }),
        );
    });

    it("say which statements can never fit", () => {
        assert.throws(
            () => packed([[statement(600)]], 500),
            /a document of 500 characters has no room for \[\{"Sid":"S"/,
        );
    });
});

describe("Features in personas", () => {
    const OWNER = "sagemaker:ResourceTag/sagemaker:user-profile-arn";
    const profile = (name: string): string => `arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/${name}`;

    it("remoteIde opens tunnels into own spaces, for who works there", async () => {
        const recording = await recordPersonas({ features: ["studio", "jobs", "remoteIde"] });
        const tunnel = (persona: string, owner: string): string =>
            ask(roleOf(recording, roleName(persona)), ...request("StartSession", "space/d-1/x"), {
                ...ALICE,
                [OWNER]: profile(owner),
            });
        assert.equal(tunnel("data-scientist", "alice"), "allowed by TunnelToOwnSpaces");
        assert.equal(tunnel("data-scientist", "bob"), "denied by TunnelsToOwnSpaces");
        assert.equal(tunnel("administrator", "alice"), "no Allow in identity");
        const enable = (persona: string): string =>
            ask(roleOf(recording, roleName(persona)), ...request("UpdateSpace", "space/d-1/x"), {
                ...ALICE,
                "sagemaker:OwnerUserProfileArn": profile("alice"),
                "sagemaker:SpaceSharingType": "Private",
                "sagemaker:RemoteAccess": "ENABLED",
            });
        assert.equal(enable("data-scientist"), "allowed by OwnPrivateSpaces");
        assert.equal(enable("administrator"), "denied by NoRemoteAccess");
    });

    it("canvas keeps to the person's workspace and runs under the person's own role", async () => {
        const recording = await recordPersonas({
            features: ["studio", "canvas"],
            ownBuckets: { ...OWN_BUCKETS, canvas: "own-canvas" },
        });
        const role = roleOf(recording, roleName("data-scientist"));
        const object = (name: string): string =>
            ask(role, "s3:PutObject", `arn:aws:s3:::own-canvas/Canvas/${name}/Training/x`, ALICE);
        assert.equal(object("alice"), "allowed by CanvasWorkspace");
        assert.equal(object("bob"), "no Allow in identity");
        const pass = (arn: string): string =>
            ask(role, "iam:PassRole", arn, { ...ALICE, "iam:PassedToService": "sagemaker.amazonaws.com" });
        assert.equal(pass(executionRoleArn(PLACE, "aws", "data-scientist")), "allowed by PassJobRoles");
        assert.equal(pass(executionRoleArn(PLACE, "aws", "mlops-engineer")), "no Allow in identity");
        assert.equal(ask(role, "ec2:DescribeVpcEndpointServices", "*", ALICE), "allowed by CanvasSeesItsEndpoints");
    });

    for (const [feature, action, resource] of [
        ["bedrock", "bedrock:InvokeModel", "arn:aws:bedrock:eu-west-1::foundation-model/m"],
        [
            "codeArtifact",
            "codeartifact:ReadFromRepository",
            "arn:aws:codeartifact:eu-west-1:111122223333:repository/d/r",
        ],
        ["dataAccess", "athena:StartQueryExecution", "arn:aws:athena:eu-west-1:111122223333:workgroup/w"],
        ["emr", "elasticmapreduce:DescribeCluster", "arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j"],
        ["featureStore", "sagemaker:GetRecord", "arn:aws:sagemaker:eu-west-1:111122223333:feature-group/f"],
        ["glue", "glue:RunStatement", "arn:aws:glue:eu-west-1:111122223333:session/s"],
        [
            "jumpstart",
            "sagemaker:DescribeHubContent",
            "arn:aws:sagemaker:eu-west-1:aws:hub-content/SageMakerPublicHub/Model/m/1",
        ],
        ["mlflow", "sagemaker:CreatePresignedMlflowAppUrl", "arn:aws:sagemaker:eu-west-1:111122223333:mlflow-app/a"],
        ["observability", "xray:PutTraceSegments", "*"],
    ] as const) {
        it(`${feature} is a data scientist's with the feature alone: ${action}`, async () => {
            const found = async (...features: (typeof feature)[]): Promise<string> => {
                const recording = await recordPersonas({
                    features: ["studio", ...features],
                    users: [{ persona: "data-scientist" }, { persona: "administrator" }],
                });
                return ask(roleOf(recording, roleName("data-scientist")), action, resource, ALICE);
            };
            assert.match(await found(feature), /^allowed by/);
            assert.match(await found(), /^(denied by|no Allow in identity)/);
        });
    }

    it("projects are an MLOps engineer's", async () => {
        const recording = await recordPersonas({ features: ["studio", "jobs", "projects"] });
        const provision = (persona: string): string =>
            ask(
                roleOf(recording, roleName(persona)),
                "servicecatalog:ProvisionProduct",
                "arn:aws:catalog:eu-west-1:111122223333:product/p",
                ALICE,
            );
        assert.equal(provision("mlops-engineer"), "allowed by Products");
        assert.equal(provision("data-scientist"), "no Allow in identity");
    });
});
