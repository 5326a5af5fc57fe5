import { strict as assert } from "node:assert";

import fc from "fast-check";

import { OUTSIDE_VPC } from "../../components/access";
import { directoryArn } from "../../components/access/names";
import { inPolicies, takeOnRoles } from "../../components/access/presignPolicies";
import { functionNames } from "../../components/functions";
import { accessRoleArn, directoryName, type Place } from "../../components/names";
import type { NamedDocument } from "../../policy-pack/iam";
import { inputsOf, one, type RecordedComponent } from "../harness";
import { ask, roleOf } from "../security/role";
import { HOSTED, LOB_A, LOB_B, parsed, PLACE, recordAccess } from "./fixture";

const FUNCTION = "aws:lambda/function:Function";
const PURPOSES = ["authorizer", "page", "presign"] as const;

/** Trust policy of a role that admits whoever may ask: what decides is the asking role. */
const TRUSTS_EVERYBODY: NamedDocument = {
    name: "trust",
    document: {
        Version: "2012-10-17",
        Statement: { Sid: "Trusts", Effect: "Allow", Principal: { AWS: "*" }, Action: "*" },
    },
};

function environmentOf(recording: RecordedComponent, name: string): unknown {
    return (inputsOf(recording, FUNCTION, name)["environment"] as { variables: unknown }).variables;
}

describe("functions of the access service", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordAccess();
    });

    it("W3-7: have time-outs and memory, a supported runtime and traces; one of them is in the VPC", () => {
        const facts = PURPOSES.map((purpose) => {
            const { timeout, memorySize, runtime, tracingConfig, vpcConfig } = inputsOf(
                recording,
                FUNCTION,
                `access-${purpose}`,
            );
            return [timeout, memorySize, runtime, tracingConfig, vpcConfig];
        });
        const group = one(recording, "aws:ec2/securityGroup:SecurityGroup").id;
        const subnetIds = ["1", "2"].map(
            (zone) => one(recording, "aws:ec2/subnet:Subnet", `access-functions-euw1-az${zone}`).id,
        );
        const traces = { mode: "Active" };
        assert.deepEqual(facts, [
            [5, 256, "nodejs24.x", traces, undefined],
            [3, 256, "nodejs24.x", traces, undefined],
            [10, 512, "nodejs24.x", traces, { securityGroupIds: [group], subnetIds }],
        ]);
        assert.deepEqual(Object.keys(OUTSIDE_VPC).sort(), ["authorizer", "page"]);
    });

    it("are told what they need and no secret", async () => {
        const pool = String(one(recording, "aws:cognito/userPool:UserPool").id);
        const client = one(recording, "aws:cognito/userPoolClient:UserPoolClient").id;
        const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${pool}`;
        const authorizer = {
            API_ID: one(recording, "aws:apigateway/restApi:RestApi").id,
            CLIENT_ID: client,
            JWKS_URI: `${issuer}/.well-known/jwks.json`,
            SIGN_IN: "private",
            STAGE: "studio",
            USER_POOL_ISSUER: issuer,
        };
        const page = { CLIENT_ID: client, REGION: "eu-west-1", SIGN_IN: "private", USER_POOL_ID: pool };
        assert.deepEqual(environmentOf(recording, "access-authorizer"), authorizer);
        assert.deepEqual(environmentOf(recording, "access-page"), page);
        assert.deepEqual(environmentOf(recording, "access-presign"), {
            LINK_SECONDS: "20",
            PARTITION: "aws",
            REGION: "eu-west-1",
            SESSION_SECONDS: "28800",
            TABLE: directoryName(PLACE),
            TAG_KEY: "studiouserid",
        });
        const hosted = await recordAccess({ signIn: { ...HOSTED, saml: { name: "acme", metadata: "<xml/>" } } });
        const SCOPE = "private-studio/open";
        assert.deepEqual(environmentOf(hosted, "access-authorizer"), {
            ...authorizer,
            SIGN_IN: "hosted",
            SCOPE,
            PROVIDER_NAMES: "acme",
        });
        assert.deepEqual(environmentOf(hosted, "access-page"), {
            ...page,
            SIGN_IN: "hosted",
            SCOPE,
            HOSTED_DOMAIN: "acme-studio.auth.eu-west-1.amazoncognito.com",
        });
    });

    it("give the presign function exactly these rights beside its logs and traces", () => {
        const own = parsed(inputsOf(recording, "aws:iam/rolePolicy:RolePolicy", "access-presign")["policy"]) as {
            Statement: readonly { Sid: string }[];
        };
        const interfaces = [
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:UnassignPrivateIpAddresses",
        ];
        assert.deepEqual(
            own.Statement.filter(({ Sid }) => !["WriteOwnLogs", "SendTraces"].includes(Sid)),
            [
                { Sid: "KeepInterfaces", Effect: "Allow", Action: interfaces, Resource: "*" },
                {
                    Sid: "NoInterfacesForTheCode",
                    Effect: "Deny",
                    Action: interfaces,
                    Resource: "*",
                    Condition: {
                        ArnEquals: { "lambda:SourceFunctionArn": functionNames(PLACE, "aws", "presign").functionArn },
                    },
                },
                {
                    Sid: "AskTheDirectory",
                    Effect: "Allow",
                    Action: "dynamodb:Query",
                    Resource: directoryArn(PLACE, "aws"),
                },
            ],
        );
        const documents = ["access-presign-lobs-1"].map((name) =>
            parsed(inputsOf(recording, "aws:iam/policy:Policy", name)["policy"]),
        );
        assert.deepEqual(documents, [takeOnRoles([accessRoleArn(LOB_A, "aws"), accessRoleArn(LOB_B, "aws")])]);
    });

    const table = directoryArn(PLACE, "aws");
    const rows: readonly (readonly [role: string, action: string, resource: string, answer: string])[] = [
        ["presign", "dynamodb:Query", table, "allowed by AskTheDirectory"],
        ["presign", "dynamodb:PutItem", table, "no Allow in identity"],
        ["presign", "dynamodb:Scan", table, "no Allow in identity"],
        ["presign", "sts:AssumeRole", accessRoleArn(LOB_A, "aws"), "allowed by TakeOnAccessRoles"],
        ["presign", "sts:TagSession", accessRoleArn(LOB_B, "aws"), "allowed by TakeOnAccessRoles"],
        ["presign", "sts:SetSourceIdentity", accessRoleArn(LOB_B, "aws"), "allowed by TakeOnAccessRoles"],
        ["presign", "sts:AssumeRole", "arn:aws:iam::222233334444:role/other", "no Allow in identity"],
        ["presign", "sagemaker:CreatePresignedDomainUrl", "*", "no Allow in identity"],
        ["presign", "ec2:CreateNetworkInterface", "*", "allowed by KeepInterfaces"],
        ["presign", "logs:CreateLogGroup", "*", "no Allow in identity"],
        ["authorizer", "dynamodb:Query", table, "no Allow in identity"],
        ["authorizer", "sts:AssumeRole", accessRoleArn(LOB_A, "aws"), "no Allow in identity"],
        ["authorizer", "ec2:CreateNetworkInterface", "*", "no Allow in identity"],
        ["page", "sts:AssumeRole", accessRoleArn(LOB_A, "aws"), "no Allow in identity"],
    ];
    for (const [role, action, resource, answer] of rows) {
        it(`${role}: ${action} on ${resource.replace(/^.*:/, "")}: ${answer}`, () => {
            const layers = action.startsWith("sts:")
                ? { resource: TRUSTS_EVERYBODY, resourceAccount: LOB_A.account }
                : {};
            const said = ask(roleOf(recording, `access-${role}`), action, resource, {}, layers);
            assert.equal(said.replace(", Trusts", ""), answer);
        });
    }

    it("refuse the code of the presign function what Lambda does for it", () => {
        const context = { "lambda:SourceFunctionArn": functionNames(PLACE, "aws", "presign").functionArn };
        assert.equal(
            ask(roleOf(recording, "access-presign"), "ec2:CreateNetworkInterface", "*", context),
            "denied by NoInterfacesForTheCode",
        );
    });
});

describe("policies for the roles of many lines of business", () => {
    /** The longest names there may be. */
    const places = (count: number): Place[] =>
        Array.from({ length: count }, (_, index) => ({
            project: "p".repeat(100),
            stack: "s".repeat(100),
            account: String(100000000000 + index),
            region: "ap-southeast-2",
            unit: `line-of-business-${index}`,
        }));
    const arns = (count: number): string[] => places(count).map((place) => accessRoleArn(place, "aws-us-gov"));

    it("hold 200 in 4 policies, each within IAM's limit, every role once and in order", () => {
        const groups = inPolicies(arns(200));
        assert.deepEqual(groups.flat(), arns(200));
        assert.equal(groups.length, 4);
        for (const group of groups) {
            assert.ok(JSON.stringify(takeOnRoles(group)).length <= 6144);
        }
    });

    it("attach them all to the presign function's role", async () => {
        const recording = await recordAccess({
            lobs: arns(200).map((accessRole, index) => ({
                name: `lob-${index}`,
                account: String(100000000000 + index),
                accessRoleArn: accessRole,
            })),
        });
        const role = inputsOf(recording, "aws:iam/role:Role", "access-presign")["name"];
        const attached = recording.resources.filter(
            ({ type, props }) => type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment" && props["role"] === role,
        );
        assert.deepEqual(
            attached.map(({ name }) => name).sort(),
            [1, 2, 3, 4].map((number) => `access-presign-lobs-${number}`),
        );
    });

    it("never lose a role, never exceed the limit, and change nothing before a role that is added", () => {
        fc.assert(
            fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 30 }), (count, more) => {
                const groups = inPolicies(arns(count));
                const grown = inPolicies(arns(count + more));
                assert.deepEqual(groups.flat(), arns(count));
                assert.ok(groups.every((group) => JSON.stringify(takeOnRoles(group)).length <= 6144));
                assert.deepEqual(grown.slice(0, Math.max(0, groups.length - 1)), groups.slice(0, -1));
            }),
            { numRuns: 30 },
        );
    });

    it("say so when a role cannot take them all", () => {
        assert.throws(() => inPolicies(arns(900)), {
            message:
                /^lobs: the roles of 900 lines of business need 1[0-9] managed policies; a role has 10 \(IAM and AWS STS quotas\)\. Choose shorter names/,
        });
    });
});
