import { strict as assert } from "node:assert";
import { checkInputs } from "./check";
import { UNKNOWN } from "./values";

const RULE = { securityGroupId: "sg-1", ipProtocol: "tcp" };
const DOMAIN = {
    authMode: "IAM",
    domainName: "studio",
    vpcId: "vpc-1",
    subnetIds: ["subnet-1"],
    defaultUserSettings: { executionRole: "role" },
};

describe("emulated aws: checks before any call", () => {
    const CASES: readonly [what: string, type: string, inputs: Record<string, unknown>, expected: string[]][] = [
        ["a sound subnet", "aws:ec2/subnet:Subnet", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" }, []],
        ["unknown values", "aws:ec2/subnet:Subnet", { vpcId: UNKNOWN, cidrBlock: UNKNOWN, tags: UNKNOWN }, []],
        ["a missing input", "aws:ec2/subnet:Subnet", {}, ["vpcId: Missing required argument"]],
        [
            "a missing nested input",
            "aws:sagemaker/domain:Domain",
            { ...DOMAIN, defaultUserSettings: {} },
            ["defaultUserSettings.executionRole: Missing required argument"],
        ],
        [
            "a misspelt input",
            "aws:ec2/vpc:Vpc",
            { cidrblock: "10.0.0.0/16" },
            ["cidrblock: An argument of this name is not expected here"],
        ],
        ["a wrong type", "aws:ec2/vpc:Vpc", { cidrBlock: 10 }, ["cidrBlock: Expected a string, got a number"]],
        [
            "a text in place of a list",
            "aws:sagemaker/domain:Domain",
            { ...DOMAIN, subnetIds: "subnet-1" },
            ["subnetIds: Expected a list, got a string"],
        ],
        [
            "a wrong type in a list",
            "aws:sagemaker/domain:Domain",
            { ...DOMAIN, subnetIds: ["subnet-1", 2] },
            ["subnetIds[1]: Expected a string, got a number"],
        ],
        [
            "a value that is not in the list",
            "aws:sagemaker/domain:Domain",
            { ...DOMAIN, authMode: "NONE" },
            ["authMode: expected authMode to be one of SSO, IAM, got NONE"],
        ],
        [
            "a number out of range",
            "aws:kms/key:Key",
            { deletionWindowInDays: 5 },
            ["deletionWindowInDays: expected deletionWindowInDays to be a number from 7 to 30, got 5"],
        ],
        [
            "a retention CloudWatch Logs does not offer",
            "aws:cloudwatch/logGroup:LogGroup",
            { retentionInDays: 31 },
            [
                "retentionInDays: expected retentionInDays to be one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31",
            ],
        ],
        [
            "an idle time SageMaker does not take",
            "aws:sagemaker/userProfile:UserProfile",
            {
                domainId: "d-1",
                userProfileName: "alice",
                userSettings: {
                    executionRole: "role",
                    jupyterLabAppSettings: { appLifecycleManagement: { idleSettings: { idleTimeoutInMinutes: 0 } } },
                },
            },
            [
                "userSettings.jupyterLabAppSettings.appLifecycleManagement.idleSettings.idleTimeoutInMinutes: expected userSettings.jupyterLabAppSettings.appLifecycleManagement.idleSettings.idleTimeoutInMinutes to be a number from 60 to 525600, got 0",
            ],
        ],
        [
            "a range with host bits",
            "aws:ec2/vpc:Vpc",
            { cidrBlock: "10.0.0.1/16" },
            ['cidrBlock: "10.0.0.1/16" is not a valid IPv4 CIDR block: it has bits set after its first 16'],
        ],
        [
            "two ways to name a zone",
            "aws:ec2/subnet:Subnet",
            { vpcId: "vpc-1", availabilityZone: "eu-west-1a", availabilityZoneId: "euw1-az1" },
            ["availabilityZone: conflicts with availabilityZoneId"],
        ],
        [
            "a rule without a source",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            RULE,
            ["cidrIpv4: exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId must be set"],
        ],
        [
            "a rule with two sources",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            { ...RULE, cidrIpv4: "10.0.0.0/8", prefixListId: "pl-1" },
            ["cidrIpv4: exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId must be set"],
        ],
        [
            "a type nobody has",
            "aws:sagemaker/castle:Castle",
            {},
            [": the aws provider has no resource type aws:sagemaker/castle:Castle"],
        ],
    ];

    for (const [what, type, inputs, expected] of CASES) {
        it(`${expected.length === 0 ? "passes" : "refuses"} ${what}`, () => {
            assert.deepEqual(
                checkInputs(type, inputs).map(({ property, reason }) => `${property}: ${reason}`),
                expected,
            );
        });
    }
});
