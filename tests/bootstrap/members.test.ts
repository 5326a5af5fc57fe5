import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";

import { parse } from "yaml";

import type { RawConfig } from "../../bootstrap/configuration";
import { createMember } from "../../bootstrap/members/program";
import { type MemberSettings, parseMemberSettings, PROJECT } from "../../bootstrap/members/settings";
import { stackNames, typesOf } from "../../bootstrap/permissions";
import { MANAGED_POLICY_LIMIT, POLICIES_PER_ROLE } from "../../bootstrap/policies/document";
import { type Place, placePath } from "../../components/names";
import { derivedContext, evaluate } from "../../policy-pack/iam";
import { recordComponent, type RecordedComponent } from "../harness";
import { assertDeploys } from "./deploys";
import { ACCOUNT, ask, recordBootstrap, REGION, settings, workflowRole, type WorkflowRoleView } from "./fixture";

const PIPELINE = "999900001111";
const DEPLOY_ROLE = `arn:aws:iam::${PIPELINE}:role/private-studio-bootstrap-main-deploy-prod-0a1b2c3d`;
const CONFIG = {
    "aws:region": REGION,
    [`${PROJECT}:account`]: ACCOUNT,
    [`${PROJECT}:deployedStack`]: "prod",
    [`${PROJECT}:units`]: ["lob-a", "lob-b"],
    [`${PROJECT}:deployRole`]: DEPLOY_ROLE,
    [`${PROJECT}:externalId`]: "private-studio-prod",
};

function member(changes: Readonly<Record<string, unknown>> = {}): MemberSettings {
    const parsed = parseMemberSettings("lobs", { ...CONFIG, ...changes });
    assert.ok("settings" in parsed, JSON.stringify(parsed));
    return parsed.settings;
}

function recordMember(given: MemberSettings = member()): Promise<RecordedComponent> {
    return recordComponent(() => createMember(given), { project: PROJECT, stack: given.stack });
}

/** Place of a unit of the deployed stack in the account. */
function unit(name: string): Place {
    return { project: "private-studio", stack: "prod", account: ACCOUNT, region: REGION, unit: name };
}

const iam = (resource: string): string => `arn:aws:iam::${ACCOUNT}:${resource}`;

describe("the deployer of a member account", () => {
    let role: WorkflowRoleView;
    before(async () => {
        role = workflowRole(await recordMember(), "deployer");
    });

    describe("trust", () => {
        function verdict(caller: string, externalId: string | undefined): string {
            const roleArn = caller;
            const account = caller.split(":")[4] ?? "";
            const session = `arn:aws:sts::${account}:assumed-role/${caller.split("/").pop()}/job`;
            const request = {
                caller: { arn: session, roleArn, account, type: "role-session" },
                resourceAccount: ACCOUNT,
            } as const;
            return evaluate(
                {
                    ...request,
                    action: "sts:AssumeRole",
                    resource: role.arn,
                    context: {
                        ...derivedContext(request),
                        ...(externalId === undefined ? {} : { "sts:ExternalId": externalId }),
                    },
                },
                {
                    identity: [
                        {
                            name: "whatever the caller may",
                            document: {
                                Version: "2012-10-17",
                                Statement: { Effect: "Allow", Action: "sts:*", Resource: "*" },
                            },
                        },
                    ],
                    resource: role.trust,
                },
            ).verdict;
        }

        for (const [who, caller, externalId, expected] of [
            ["the stack's deploy role with the external id", DEPLOY_ROLE, "private-studio-prod", "allowed"],
            ["the deploy role with another external id", DEPLOY_ROLE, "private-studio-dev", "denied"],
            ["the deploy role without external id", DEPLOY_ROLE, undefined, "denied"],
            ["another role of the pipeline's account", `${DEPLOY_ROLE}-two`, "private-studio-prod", "denied"],
            [
                "the role of that name in another account",
                DEPLOY_ROLE.replace(PIPELINE, "222233334444"),
                "private-studio-prod",
                "denied",
            ],
        ] as const) {
            it(`${who}: ${expected}`, () => assert.equal(verdict(caller, externalId), expected));
        }
    });

    for (const name of ["lob-a", "lob-b"]) {
        it(`deploys what is of ${name}, below the boundary of ${name}`, () => {
            const names = stackNames(unit(name));
            const bounded = (boundary: string): string =>
                ask(role, {
                    action: "iam:CreateRole",
                    resource: iam(`role/${names.executionRole}`),
                    context: { "iam:PermissionsBoundary": iam(`policy/${boundary}`) },
                });
            const other = stackNames(unit(name === "lob-a" ? "lob-b" : "lob-a"));
            assert.deepEqual(
                [
                    bounded(names.executionBoundary),
                    bounded(other.executionBoundary),
                    ask(role, {
                        action: "iam:DeleteRole",
                        resource: iam(`role${placePath(unit(name))}persona`),
                    }),
                    ask(role, {
                        action: "s3:CreateBucket",
                        resource: `arn:aws:s3:::${names.buckets[0]}`,
                    }),
                ],
                ["allowed", "denied", "allowed", "allowed"],
            );
        });
    }

    for (const name of ["hub", "access", "onprem"]) {
        describe(`of ${name}`, () => {
            let deployer: WorkflowRoleView;
            before(async () => {
                deployer = workflowRole(await recordMember(member({ [`${PROJECT}:units`]: [name] })), "deployer");
            });

            for (const type of typesOf(name).filter((each) => !typesOf(undefined).includes(each))) {
                it(`makes, reads, changes and destroys ${type}`, () => assertDeploys(deployer, type, unit(name)));
            }
        });
    }

    for (const [what, action, resource] of [
        [
            "a role of a line of business elsewhere",
            "iam:DeleteRole",
            iam(`role/${stackNames(unit("lob-c")).executionRole}`),
        ],
        ["a role of the hub", "iam:DeleteRole", iam(`role${placePath(unit("hub"))}function-presign`)],
        [
            "a bucket of a line of business elsewhere",
            "s3:DeleteBucket",
            `arn:aws:s3:::${stackNames(unit("lob-c")).buckets[0]}`,
        ],
        [
            "a bucket of the stack itself",
            "s3:DeleteBucket",
            `arn:aws:s3:::${stackNames({ ...unit("lob-a"), unit: undefined }).buckets[0]}`,
        ],
        ["roles of others", "sts:AssumeRole", iam("role/platform-administrators")],
        ["administrators", "iam:PutRolePolicy", iam("role/platform-administrators")],
        ["a way out", "ec2:CreateInternetGateway", `arn:aws:ec2:${REGION}:${ACCOUNT}:internet-gateway/igw-0123`],
        ["another Region", "ec2:CreateVpc", `arn:aws:ec2:eu-central-1:${ACCOUNT}:vpc/vpc-0123`],
    ] as const) {
        it(`is refused ${what}: ${action}`, () => {
            const context = { "aws:RequestedRegion": what === "another Region" ? "eu-central-1" : REGION };
            assert.equal(ask(role, { action, resource, context }), "denied");
        });
    }

    it("deploys the firewall of a hub with central egress", async () => {
        const hub = member({ [`${PROJECT}:units`]: ["hub", "access"], [`${PROJECT}:egress`]: "firewall" });
        const deployer = workflowRole(await recordMember(hub), "deployer");
        const resource = `arn:aws:ec2:${REGION}:${ACCOUNT}:internet-gateway/igw-0123`;
        assert.equal(ask(deployer, { action: "ec2:CreateInternetGateway", resource }), "allowed");
    });

    it("keeps every policy under AWS's size, and their number under AWS's count, for all that is no line of business", async () => {
        const shared = member({
            [`${PROJECT}:units`]: ["hub", "access", "onprem"],
            [`${PROJECT}:egress`]: "firewall",
        });
        const { resources } = await recordMember(shared);
        const texts = resources
            .filter(({ type }) => type === "aws:iam/policy:Policy")
            .map(({ name, props }) => `${name} ${String(props["policy"]).length}`);
        assert.deepEqual(
            texts.filter((text) => Number(text.split(" ")[1]) > MANAGED_POLICY_LIMIT),
            [],
        );
        const attached = resources.filter(({ type }) => type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment");
        assert.ok(attached.length <= POLICIES_PER_ROLE, `${attached.length} policies`);
    });

    it("hands out what the stack file needs", async () => {
        const { outputs } = await recordMember();
        assert.deepEqual(outputs["assumeRole"], { arn: role.arn, externalId: "private-studio-prod" });
    });
});

describe("the deploy role of a stack with many accounts", () => {
    const DEPLOYERS = [
        "arn:aws:iam::444455556666:role/private-studio-members-hub-deployer-00000000",
        "arn:aws:iam::777788889999:role/private-studio-members-lob-a-deployer-00000000",
    ];
    let role: WorkflowRoleView;
    before(async () => {
        const environments = [{ environment: "production", stack: "prod", deployers: DEPLOYERS }];
        const recording = await recordBootstrap(settings({ "private-studio-bootstrap:environments": environments }));
        role = workflowRole(recording, "deploy-prod");
    });

    /** Asked of the role's own policies: whether the other account admits it, its trust policy says. */
    function mayBecome(resource: string): string {
        const trust = {
            name: "trust policy",
            document: {
                Version: "2012-10-17",
                Statement: {
                    Effect: "Allow",
                    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
                    Action: "sts:AssumeRole",
                },
            },
        } as const;
        return ask(role, { action: "sts:AssumeRole", resource, policy: trust });
    }

    it("becomes these deployers and nobody else", () => {
        assert.deepEqual([...DEPLOYERS, `${DEPLOYERS[0]}-two`, "arn:aws:iam::444455556666:role/admin"].map(mayBecome), [
            "allowed",
            "allowed",
            "denied",
            "denied",
        ]);
    });

    it("deploys nothing itself where no unit stands in its account", () => {
        const names = stackNames({ project: "private-studio", stack: "prod", account: ACCOUNT, region: REGION });
        assert.deepEqual(
            [
                ask(role, { action: "ec2:CreateVpc", resource: `arn:aws:ec2:${REGION}:${ACCOUNT}:vpc/vpc-0123` }),
                ask(role, { action: "iam:DeleteRole", resource: iam(`role/${names.executionRole}`) }),
                ask(role, { action: "iam:CreateUser", resource: iam("user/backdoor") }),
            ],
            ["denied", "denied", "denied"],
        );
    });

    it("deploys the units that stand in its account, and becomes the deployers of the others", async () => {
        const environments = [{ environment: "production", stack: "prod", deployers: DEPLOYERS, units: ["hub"] }];
        const recording = await recordBootstrap(settings({ "private-studio-bootstrap:environments": environments }));
        const both = workflowRole(recording, "deploy-prod");
        assert.deepEqual(
            ["hub", "access"].map((name) =>
                ask(both, { action: "s3:CreateBucket", resource: `arn:aws:s3:::${stackNames(unit(name)).buckets[0]}` }),
            ),
            ["allowed", "denied"],
        );
    });
});

describe("settings of a member account", () => {
    it("accepts the committed sample", () => {
        const { config } = parse(readFileSync("bootstrap/members/Pulumi.hub.yaml", "utf8")) as { config: RawConfig };
        assert.ok("settings" in parseMemberSettings("hub", config));
    });

    for (const [what, key, value] of [
        ["no units", "units", []],
        ["a unit twice", "units", ["hub", "hub"]],
        ["a unit with a wildcard", "units", ["lob-*"]],
        ["a deploy role with a wildcard", "deployRole", "arn:aws:iam::999900001111:role/*"],
        ["an external id of one letter", "externalId", "x"],
        ["a key there is not", "unit", "hub"],
    ] as const) {
        it(`refuses ${what}`, () => {
            const parsed = parseMemberSettings("lobs", { ...CONFIG, [`${PROJECT}:${key}`]: value });
            assert.deepEqual("problems" in parsed && parsed.problems.map(({ path }) => path), [[key]]);
        });
    }
});
