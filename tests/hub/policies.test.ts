import { strict as assert } from "node:assert";

import { hubEndpointPolicy, type HubPolicyArgs } from "../../components/hub/endpoints/policies";
import { isSharable } from "../../components/hub/zones/zoneNames";
import { CATALOGUE_ORDER, type Feature, FEATURES, type ServiceKey } from "../../policy-pack/facts";
import { ACCESS, HUB, LOB_A, LOB_B, MEMBERS, REGION } from "./fixture";

const ACCOUNTS = [ACCESS, LOB_A, LOB_B];

/** VPC PrivateLink quotas: characters of an endpoint policy. */
const LIMIT = 20480;

/** A document of plain values. */
interface Document {
    readonly Version: string;
    readonly Statement: readonly Statement[];
}

interface Statement {
    readonly Sid: string;
    readonly Action: string | readonly string[];
    readonly Resource: readonly string[];
    readonly Condition?: unknown;
}

function policy(service: ServiceKey, changes: Partial<HubPolicyArgs> = {}): Document | undefined {
    const document = hubEndpointPolicy(service, {
        account: HUB,
        partition: "aws",
        region: REGION,
        features: ["studio", "jobs"],
        members: MEMBERS,
        ...changes,
    });
    return document as Document | undefined;
}

function statement(service: ServiceKey, sid: string, changes: Partial<HubPolicyArgs> = {}): Statement | undefined {
    return policy(service, changes)?.Statement.find(({ Sid }) => Sid === sid);
}

describe("hubEndpointPolicy", () => {
    it("lets principals of the named accounts alone use roles of these accounts alone", () => {
        assert.deepEqual(policy("sts"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "AssumeAccountRoles",
                    Effect: "Allow",
                    Principal: "*",
                    Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
                    Resource: ["arn:aws:iam::*:role/*"],
                    Condition: {
                        StringEquals: { "aws:PrincipalAccount": ACCOUNTS, "aws:ResourceAccount": ACCOUNTS },
                    },
                },
                {
                    Sid: "WhoAmI",
                    Effect: "Allow",
                    Principal: "*",
                    Action: ["sts:GetCallerIdentity"],
                    Resource: ["*"],
                    Condition: { StringEquals: { "aws:PrincipalAccount": ACCOUNTS } },
                },
            ],
        });
    });

    it("says the same by the organization where one is named", () => {
        const members = { ...MEMBERS, organization: "o-example1234" };
        assert.deepEqual(statement("studio", "OpenProfiles", { members }), {
            Sid: "OpenProfiles",
            Effect: "Allow",
            Principal: "*",
            Action: ["sagemaker:CreatePresignedDomainUrl"],
            Resource: ["arn:aws:sagemaker:eu-west-1:*:user-profile/*"],
            Condition: {
                StringEquals: { "aws:PrincipalOrgID": "o-example1234", "aws:ResourceOrgID": "o-example1234" },
            },
        });
    });

    it("keeps what is AWS's own apart, since it is of no account", () => {
        const own = { StringEquals: { "aws:PrincipalAccount": ACCOUNTS, "aws:ResourceAccount": ACCOUNTS } };
        const anybodys = { StringEquals: { "aws:PrincipalAccount": ACCOUNTS } };
        const features: Feature[] = ["studio", "bedrock"];
        assert.deepEqual(
            [
                statement("bedrock-runtime", "Invoke", { features }),
                statement("bedrock-runtime", "InvokeOfAws", { features }),
            ].map((found) => [found?.Resource, found?.Condition]),
            [
                [["arn:aws:bedrock:eu-west-1:*:*", "arn:aws:bedrock::*:system-tool/*"], own],
                [["arn:aws:bedrock:*::foundation-model/*"], anybodys],
            ],
        );
        assert.deepEqual(statement("sagemaker.api", "PublicHub", { features: ["jumpstart"] })?.Condition, anybodys);
    });

    it("lets the access service make links whatever the lines of business do", () => {
        const found = statement("sagemaker.api", "AccessApi");
        assert.deepEqual(found?.Resource, ["arn:aws:sagemaker:eu-west-1:*:*"]);
        assert.ok([found.Action].flat().includes("sagemaker:CreatePresignedDomainUrl"));
    });

    it("lets anybody call the access service's API and no other", () => {
        assert.deepEqual(policy("execute-api"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "AccessApi",
                    Effect: "Allow",
                    Principal: "*",
                    Action: "execute-api:Invoke",
                    Resource: [`arn:aws:execute-api:eu-west-1:${ACCESS}:*/studio/GET/*`],
                },
            ],
        });
    });

    it("lets anybody sign in, and administer nothing", () => {
        assert.deepEqual(policy("cognito-idp"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "SignIn",
                    Effect: "Allow",
                    Principal: "*",
                    Action: [
                        "cognito-idp:AssociateSoftwareToken",
                        "cognito-idp:InitiateAuth",
                        "cognito-idp:RespondToAuthChallenge",
                        "cognito-idp:RevokeToken",
                        "cognito-idp:VerifySoftwareToken",
                    ],
                    Resource: ["*"],
                },
            ],
        });
    });

    const features = Object.keys(FEATURES) as Feature[];
    const sharable = CATALOGUE_ORDER.filter((service) => isSharable(service, REGION));

    it("names principals in every statement of every service, but the two that people use without a signature", () => {
        const open = sharable.flatMap((service) =>
            (policy(service, { features })?.Statement ?? [])
                .filter(({ Condition }) => JSON.stringify(Condition)?.includes("aws:PrincipalAccount") !== true)
                .map(({ Sid }) => `${service}: ${Sid}`),
        );
        assert.deepEqual(open, ["execute-api: AccessApi", "cognito-idp: SignIn"]);
    });

    it("limits to the accounts whatever has an account in its ARN", () => {
        const loose = sharable.flatMap((service) =>
            (policy(service, { features })?.Statement ?? [])
                .filter(({ Resource }) => Resource.some((arn) => /^arn:[^:]*:[^:]*:[^:]*:\*:/.test(arn)))
                .filter(({ Condition }) => JSON.stringify(Condition)?.includes("aws:ResourceAccount") !== true)
                .map(({ Sid }) => `${service}: ${Sid}`),
        );
        // The directory of people belongs to the organization's management account.
        assert.deepEqual(loose, ["identitystore: People"]);
    });

    it("fits for ten accounts by list and for any number by organization, with every feature", () => {
        const many = (count: number) => Array.from({ length: count }, (_, index) => String(100000000000 + index));
        const longest = (members: HubPolicyArgs["members"]): number =>
            Math.max(...sharable.map((service) => JSON.stringify(policy(service, { features, members }) ?? "").length));
        assert.ok(longest({ ...MEMBERS, lobAccounts: many(10) }) <= LIMIT);
        assert.ok(longest({ ...MEMBERS, lobAccounts: many(200), organization: "o-example1234" }) <= LIMIT);
        assert.ok(
            longest({ ...MEMBERS, lobAccounts: many(200) }) > LIMIT,
            "the documentation says when it does not fit",
        );
    });
});
