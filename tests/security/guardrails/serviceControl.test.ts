import { strict as assert } from "node:assert";

import { type ServiceControlArgs, serviceControlPolicies } from "../../../components/security";
import type { RequestContext } from "../../../policy-pack/iam";
import { DEPLOYER, IMAGE, named, OTHER_KEY, SERVICE_CONTROL_ARGS, underServiceControl, VOLUMES } from "./fixture";

const ADMINISTRATOR = "arn:aws:iam::111122223333:role/administrator";
/** Of another account the policies may be attached to. */
const NEIGHBOUR = "arn:aws:iam::444455556666:role/administrator";

const DOMAIN: RequestContext = {
    "sagemaker:AppNetworkAccessType": "VpcOnly",
    "sagemaker:VpcSubnets": ["subnet-a"],
    "sagemaker:VolumeKmsKeyArn": VOLUMES,
};
const without = (key: string): RequestContext =>
    Object.fromEntries(Object.entries(DOMAIN).filter(([name]) => name !== `sagemaker:${key}`));
const TAG = { "aws:TagKeys": ["team", "StudioUserId"] };

type Row = readonly [what: string, role: string, action: string, context: RequestContext, expected: string];

const OWN = "arn:aws:sagemaker:eu-west-1:111122223333";
/** Resources of actions that are denied by resource. */
const RESOURCES: Readonly<Record<string, string>> = {
    CreateAppImageConfig: `${OWN}:app-image-config/lab`,
    UpdateAppImageConfig: `${OWN}:app-image-config/draft-lab`,
};

const ROWS: readonly Row[] = [
    ["the domain as it should be", DEPLOYER, "CreateDomain", DOMAIN, "allowed"],
    ["by nobody else", ADMINISTRATOR, "CreateDomain", DOMAIN, "DomainIsTheDeployers"],
    [
        "open to the internet by default",
        DEPLOYER,
        "CreateDomain",
        without("AppNetworkAccessType"),
        "MissingNetworkAccess",
    ],
    [
        "open to the internet",
        DEPLOYER,
        "CreateDomain",
        { ...DOMAIN, "sagemaker:AppNetworkAccessType": "PublicInternetOnly" },
        "OtherNetworkAccess",
    ],
    [
        "opened later",
        DEPLOYER,
        "UpdateDomain",
        { "sagemaker:AppNetworkAccessType": "PublicInternetOnly" },
        "OtherNetworkAccess",
    ],
    ["another change", DEPLOYER, "UpdateDomain", {}, "allowed"],
    ["no subnets", DEPLOYER, "CreateDomain", without("VpcSubnets"), "MissingDomainSubnets"],
    ["other subnets", DEPLOYER, "UpdateDomain", { "sagemaker:VpcSubnets": ["subnet-x"] }, "OtherDomainSubnets"],
    ["no key", DEPLOYER, "CreateDomain", without("VolumeKmsKeyArn"), "MissingDomainKey"],
    ["another key", DEPLOYER, "CreateDomain", { ...DOMAIN, "sagemaker:VolumeKmsKeyArn": OTHER_KEY }, "OtherDomainKey"],
    ...["CreateUserProfile", "DeleteDomain", "DeleteUserProfile", "UpdateUserProfile", "UpdateDomain"].flatMap(
        (action): Row[] => [
            ["the deployer", DEPLOYER, action, {}, "allowed"],
            ["an administrator", ADMINISTRATOR, action, {}, "DomainIsTheDeployers"],
            ["a neighbour's administrator", NEIGHBOUR, action, {}, "allowed"],
        ],
    ),
    [
        "a neighbour's domain under its own key",
        NEIGHBOUR,
        "CreateDomain",
        { ...DOMAIN, "sagemaker:VolumeKmsKeyArn": OTHER_KEY },
        "allowed",
    ],
    ["a neighbour's open domain", NEIGHBOUR, "CreateDomain", without("AppNetworkAccessType"), "MissingNetworkAccess"],
    ["an image", DEPLOYER, "CreateImageVersion", {}, "allowed"],
    ["an image of an administrator's", ADMINISTRATOR, "CreateImageVersion", {}, "StartingContentIsTheDeployers"],
    ["how apps run on an image", ADMINISTRATOR, "CreateAppImageConfig", {}, "ImageConfigsAreTheDeployers"],
    ["a draft of it", ADMINISTRATOR, "UpdateAppImageConfig", {}, "allowed"],
    ["the person's tag", ADMINISTRATOR, "AddTags", TAG, "PersonTagIsTheDeployers"],
    [
        "the person's tag where SageMaker gives it to what is created",
        ADMINISTRATOR,
        "AddTags",
        { ...TAG, "sagemaker:TaggingAction": "CreateSpace" },
        "allowed",
    ],
    ["no person's tag", ADMINISTRATOR, "AddTags", { "aws:TagKeys": ["team"] }, "allowed"],
    ["the end of the person's tag", ADMINISTRATOR, "DeleteTags", TAG, "PersonTagStays"],
    ["the deployer's tags", DEPLOYER, "DeleteTags", TAG, "allowed"],
    ["remote access", ADMINISTRATOR, "CreateSpace", { "sagemaker:RemoteAccess": "ENABLED" }, "NoRemoteAccess"],
    ["no remote access", ADMINISTRATOR, "CreateSpace", { "sagemaker:RemoteAccess": "DISABLED" }, "allowed"],
    ["a tunnel", DEPLOYER, "StartSession", {}, "NoRemoteSessions"],
    [
        "a shell in a job",
        ADMINISTRATOR,
        "UpdateTrainingJob",
        { "sagemaker:EnableRemoteDebug": "true" },
        "NoRemoteDebug",
    ],
    [
        "a job without a shell",
        ADMINISTRATOR,
        "UpdateTrainingJob",
        { "sagemaker:EnableRemoteDebug": "false" },
        "allowed",
    ],
    ["a link to hub content", ADMINISTRATOR, "CreateHubContentPresignedUrls", {}, "NoOtherLinks"],
    ["a link to a partner's app", ADMINISTRATOR, "CreatePartnerAppPresignedUrl", {}, "NoOtherLinks"],
    ["a link to MLflow", ADMINISTRATOR, "CreatePresignedMlflowAppUrl", {}, "NoOtherLinks"],
    ["a notebook instance", NEIGHBOUR, "CreateNotebookInstance", {}, "NoNotebookInstances"],
    ["a bearer token", NEIGHBOUR, "CallWithBearerToken", {}, "NoBearerTokens"],
    ["an image of the account", ADMINISTRATOR, "CreateApp", { "sagemaker:ImageArns": [`${IMAGE}2`] }, "allowed"],
    [
        "an image of a neighbour's",
        ADMINISTRATOR,
        "CreateApp",
        { "sagemaker:ImageArns": ["arn:aws:sagemaker:eu-west-1:444455556666:image/lab"] },
        "OtherImages",
    ],
    ["from the VPC", ADMINISTRATOR, "CreatePresignedDomainUrl", { "aws:SourceVpc": "vpc-studio" }, "allowed"],
    [
        "from another VPC",
        ADMINISTRATOR,
        "CreatePresignedDomainUrl",
        { "aws:SourceVpc": "vpc-x" },
        "SignInThroughTheVpc",
    ],
    [
        "from the internet",
        ADMINISTRATOR,
        "CreatePresignedDomainUrl",
        { "aws:SourceIp": "203.0.113.7" },
        "SignInThroughTheVpc",
    ],
    [
        "a neighbour's link from its own VPC",
        NEIGHBOUR,
        "CreatePresignedDomainUrl",
        { "aws:SourceVpc": "vpc-x" },
        "allowed",
    ],
];

const policies = (changes: Partial<ServiceControlArgs> = {}) =>
    named(serviceControlPolicies({ ...SERVICE_CONTROL_ARGS, ...changes }));

describe("Service control policies: domain, people and ways in", () => {
    for (const [what, role, action, context, expected] of ROWS) {
        it(`${action}, ${what}: ${expected}`, () => {
            const found = underServiceControl(policies(), `sagemaker:${action}`, context, {
                role,
                resource: RESOURCES[action] ?? "*",
            });
            assert.equal(found, expected);
        });
    }

    it("hold jobs of a neighbour to rules, not to another account's network", () => {
        const model = { "sagemaker:VpcSubnets": ["subnet-x"], "sagemaker:VpcSecurityGroupIds": ["sg-x"] };
        const ask = (context: RequestContext): string =>
            underServiceControl(policies(), "sagemaker:CreateModel", context, { role: NEIGHBOUR });
        assert.equal(ask({ ...model, "sagemaker:NetworkIsolation": "true" }), "allowed");
        assert.equal(ask({ ...model, "sagemaker:NetworkIsolation": "false" }), "NoIsolation");
    });

    it("leave the domain to whom IAM allows while nobody is known to deploy", () => {
        const found = underServiceControl(policies({ deployers: [] }), "sagemaker:UpdateDomain", {});
        assert.equal(found, "allowed");
    });

    it("let people in from the named addresses and not through an endpoint", () => {
        const origin = { from: "addresses", addresses: ["203.0.113.0/24"], vpcIds: ["vpc-studio"] } as const;
        const ask = (context: RequestContext): string =>
            underServiceControl(policies({ origin }), "sagemaker:CreatePresignedDomainUrl", context);
        assert.equal(ask({ "aws:SourceIp": "203.0.113.7" }), "allowed");
        assert.equal(ask({ "aws:SourceIp": "198.51.100.7" }), "SignInFromAddresses");
        assert.equal(ask({ "aws:SourceVpc": "vpc-studio" }), "SignInFromAddresses");
    });

    it("say nothing of the way in where there is none to name", () => {
        const origin = { from: "anywhere", addresses: [], vpcIds: ["vpc-studio"] } as const;
        const found = underServiceControl(policies({ origin }), "sagemaker:CreatePresignedDomainUrl", {});
        assert.equal(found, "allowed");
    });

    it("leave tunnels to the roles' boundary with the feature remoteIde, links to MLflow with mlflow", () => {
        const open = policies({ features: ["studio", "remoteIde", "mlflow"] });
        const ask = (action: string, context: RequestContext = {}): string =>
            underServiceControl(open, `sagemaker:${action}`, context);
        assert.equal(ask("StartSession"), "allowed");
        assert.equal(ask("CreateSpace", { "sagemaker:RemoteAccess": "ENABLED" }), "allowed");
        assert.equal(ask("CreatePresignedMlflowTrackingServerUrl"), "allowed");
        assert.equal(ask("CreatePartnerAppPresignedUrl"), "NoOtherLinks");
    });
});
