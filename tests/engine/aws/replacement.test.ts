import { strict as assert } from "node:assert";
import { compare } from "./replacement";
import { UNKNOWN } from "./values";

type Bag = Record<string, unknown>;

describe("emulated aws: what a change means", () => {
    const CASES: readonly [what: string, type: string, old: Bag, next: Bag, changed: string[], replacing: string[]][] =
        [
            ["nothing", "aws:ec2/vpc:Vpc", { cidrBlock: "a" }, { cidrBlock: "a" }, [], []],
            ["a VPC's range", "aws:ec2/vpc:Vpc", { cidrBlock: "a" }, { cidrBlock: "b" }, ["cidrBlock"], ["cidrBlock"]],
            ["a VPC's tags", "aws:ec2/vpc:Vpc", { tags: { a: "1" } }, { tags: { a: "2" } }, ["tags"], []],
            [
                "a value that is not known yet",
                "aws:ec2/subnet:Subnet",
                { vpcId: "vpc-1" },
                { vpcId: UNKNOWN },
                ["vpcId"],
                ["vpcId"],
            ],
            [
                "the order of subnets",
                "aws:sagemaker/domain:Domain",
                { subnetIds: ["a", "b"] },
                { subnetIds: ["b", "a"] },
                [],
                [],
            ],
            [
                "a subnet more",
                "aws:sagemaker/domain:Domain",
                { subnetIds: ["a"] },
                { subnetIds: ["a", "b"] },
                ["subnetIds"],
                ["subnetIds"],
            ],
            [
                "the network mode of a domain",
                "aws:sagemaker/domain:Domain",
                { appNetworkAccessType: "VpcOnly" },
                { appNetworkAccessType: "PublicInternetOnly" },
                ["appNetworkAccessType"],
                [],
            ],
            [
                "groups of the domain boundary",
                "aws:sagemaker/domain:Domain",
                { domainSettings: { securityGroupIds: ["a"], executionRoleIdentityConfig: "DISABLED" } },
                { domainSettings: { securityGroupIds: ["b"], executionRoleIdentityConfig: "DISABLED" } },
                ["domainSettings"],
                ["domainSettings"],
            ],
            [
                "another of the domain's settings",
                "aws:sagemaker/domain:Domain",
                { domainSettings: { securityGroupIds: ["a"], executionRoleIdentityConfig: "DISABLED" } },
                { domainSettings: { securityGroupIds: ["a"], executionRoleIdentityConfig: "USER_PROFILE_NAME" } },
                ["domainSettings"],
                [],
            ],
            [
                "what happens to homes",
                "aws:sagemaker/domain:Domain",
                {},
                { retentionPolicy: { homeEfsFileSystem: "Delete" } },
                ["retentionPolicy"],
                ["retentionPolicy"],
            ],
            [
                "a rule's range",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                { cidrIpv4: "10.0.0.0/8" },
                { cidrIpv4: "10.0.0.0/9" },
                ["cidrIpv4"],
                [],
            ],
            [
                "a rule's kind of source",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                { cidrIpv4: "10.0.0.0/8" },
                { prefixListId: "pl-1" },
                ["cidrIpv4", "prefixListId"],
                ["cidrIpv4", "prefixListId"],
            ],
            ["another Region", "aws:ssm/parameter:Parameter", { region: "a" }, { region: "b" }, ["region"], ["region"]],
            ["the provider's own notes", "aws:ec2/vpc:Vpc", { __defaults: ["a"] }, { __defaults: [] }, [], []],
        ];

    for (const [what, type, old, next, changed, replacing] of CASES) {
        it(`${what}: ${changed.length === 0 ? "no change" : replacing.length > 0 ? "replaced" : "updated"}`, () => {
            const change = compare(type, old, next);
            assert.deepEqual([change.changed, change.replacing], [changed, replacing]);
        });
    }

    const NAMES: readonly [what: string, old: Bag, next: Bag, expected: boolean][] = [
        ["a name of its own that stays", { name: "studio", path: "/a/" }, { name: "studio", path: "/b/" }, true],
        ["a name that changes", { name: "studio", path: "/a/" }, { name: "other", path: "/b/" }, false],
        [
            "a name the provider made up",
            { name: "role-1234567", path: "/a/", __defaults: ["name"] },
            { name: "role-1234567", path: "/b/", __defaults: ["name"] },
            false,
        ],
    ];

    for (const [what, old, next, expected] of NAMES) {
        it(`a replaced role with ${what} is deleted ${expected ? "first" : "last"}`, () => {
            assert.equal(compare("aws:iam/role:Role", old, next).deleteBeforeReplace, expected);
        });
    }
});
