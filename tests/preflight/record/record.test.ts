import assert from "node:assert/strict";
import * as path from "node:path";
import { ResourceGraph, SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { record, type RecordedResource, type Recording } from "../../../preflight/record";
import { namesOf, one } from "../../harness/queries";

const ROOT = path.resolve(__dirname, "../../..");
const PLACEHOLDER = "secret-5d1f0c";
const HOME = "arn:aws:sagemaker:eu-west-1:444455556666:";
const TYPES = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    closed: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    role: "aws:iam/role:Role",
    key: "aws:kms/key:Key",
    domain: "aws:sagemaker/domain:Domain",
    profile: "aws:sagemaker/userProfile:UserProfile",
    bucket: "aws:s3/bucket:Bucket",
    attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    parameter: "aws:ssm/parameter:Parameter",
} as const;

function run(
    program: string,
    config: Record<string, string>,
    unknown = false,
    timeLimitMs = 30_000,
): Promise<Recording> {
    return record({
        entry: `tests/preflight/record/programs/${program}.ts`,
        projectDir: ROOT,
        project: "fixture",
        stack: "dev",
        config: { token: PLACEHOLDER, "pulumi:disable-default-providers": '["aws"]', ...config },
        secretKeys: ["token"],
        secretPlaceholder: PLACEHOLDER,
        unknown,
        timeLimitMs,
    });
}

describe("record: a program with made-up ids", () => {
    let recording: Recording;
    const get = (key: keyof typeof TYPES): RecordedResource => one(recording, TYPES[key]);

    before(async () => {
        recording = await run("studio", {});
    });

    it("succeeds and records every registration once, components, providers and the stack included", () => {
        assert.deepEqual([recording.diagnostics, recording.failed], [[], false]);
        assert.deepEqual(namesOf(recording), [
            `${TYPES.closed}::closed`,
            `${TYPES.subnet}::net-a`,
            `${TYPES.vpc}::net-vpc`,
            `${TYPES.role}::role`,
            `${TYPES.attachment}::attachment`,
            `${TYPES.key}::key`,
            `${TYPES.bucket}::logs`,
            `${TYPES.domain}::domain`,
            `${TYPES.profile}::alice`,
            `${TYPES.parameter}::parameter`,
            "fixture:network:Network::net",
            "pulumi:providers:aws::audit",
            "pulumi:providers:aws::home",
            "pulumi:pulumi:Stack::fixture-dev",
        ]);
        const components = recording.resources.filter(({ custom }) => !custom).map(({ name, id }) => [name, id]);
        assert.deepEqual(components, [
            ["fixture-dev", ""],
            ["net", ""],
        ]);
    });

    it("forms URNs, parents and providers as the engine does", () => {
        const { urn, parent, provider } = get("vpc");
        const prefix = "urn:pulumi:dev::fixture::";
        assert.equal(urn, `${prefix}fixture:network:Network$aws:ec2/vpc:Vpc::net-vpc`);
        assert.equal(parent, `${prefix}fixture:network:Network::net`);
        assert.equal(provider, `${prefix}pulumi:providers:aws::home`);
        assert.equal(get("bucket").provider, `${prefix}pulumi:providers:aws::audit`);
        assert.equal(one(recording, "fixture:network:Network").parent, `${prefix}pulumi:pulumi:Stack::fixture-dev`);
    });

    it("gives ids and ARNs in AWS's form, in the account and Region of the provider", () => {
        assert.match(String(get("vpc").id), /^vpc-[0-9a-f]{17}$/);
        assert.match(String(get("domain").id), /^d-[a-z0-9]{12}$/);
        assert.match(
            String(get("key").props["arn"]),
            /^arn:aws:kms:eu-west-1:444455556666:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        );
        assert.equal(get("role").props["arn"], "arn:aws:iam::444455556666:role/studio-role");
        assert.equal(get("profile").id, `${HOME}user-profile/${String(get("domain").id)}/alice`);
        assert.equal(get("bucket").props["bucketRegionalDomainName"], "audit-logs.s3.eu-central-1.amazonaws.com");
        assert.equal(recording.outputs["account"], "999900001111");
    });

    it("hands the same values to the program: what it passes on maps back to the resource", () => {
        const graph = new ResourceGraph(recording.resources);
        const found = (key: keyof typeof TYPES, property: string, target: keyof typeof TYPES): unknown => {
            const references = graph.refs(get(key), property, [TYPES[target]]);
            return {
                names: references.found.map(({ name }) => name),
                external: references.external,
                derived: references.derived,
            };
        };
        const expected = (name: string): unknown => ({ names: [name], external: [], derived: false });
        assert.deepEqual(found("domain", "vpcId", "vpc"), expected("net-vpc"));
        assert.deepEqual(found("domain", "subnetIds", "subnet"), expected("net-a"));
        assert.deepEqual(found("domain", "kmsKeyId", "key"), expected("key"));
        assert.deepEqual(found("domain", "defaultUserSettings.executionRole", "role"), expected("role"));
        assert.deepEqual(found("attachment", "role", "role"), expected("role"));
        assert.equal(get("closed").id, get("vpc").props["defaultSecurityGroupId"]);
        assert.equal(recording.outputs["profileArn"], get("profile").id);
    });

    it("adds the provider's default tags", () => {
        assert.deepEqual(get("bucket").props["tagsAll"], { stack: "fixture", owner: "audit" });
    });

    it("leaves unknown what it cannot make up, never absent", () => {
        assert.equal(get("role").props["createDate"], UNKNOWN);
        assert.equal(get("bucket").props["hostedZoneId"], UNKNOWN);
        assert.equal("description" in get("role").props, false);
    });

    it("records resource options; protection comes from the parent unless the resource says otherwise", () => {
        assert.deepEqual([get("vpc").protect, get("subnet").protect, get("domain").protect], [true, false, false]);
        assert.deepEqual(get("key").ignoreChanges, ["description"]);
        assert.deepEqual(get("key").aliases, ["urn:pulumi:dev::fixture::aws:kms/key:Key::old-key"]);
        assert.deepEqual([get("domain").deleteBeforeReplace, get("vpc").deleteBeforeReplace], [true, undefined]);
        assert.deepEqual(get("profile").dependencies, [get("key").urn, get("domain").urn]);
        assert.deepEqual(get("profile").propertyDependencies, { domainId: [get("domain").urn] });
    });

    it("shows no secret: neither configured nor computed, neither whole nor inside a document", () => {
        const { value, description, tags } = get("parameter").props;
        assert.deepEqual([value, description, tags], [SECRET, SECRET, { other: SECRET }]);
        assert.equal(recording.outputs["token"], SECRET);
        const text = JSON.stringify(recording);
        assert.deepEqual([text.includes(PLACEHOLDER), text.includes("never shown")], [false, false]);
    });

    it("records the outputs of components", () => {
        assert.equal(one(recording, "fixture:network:Network").props["vpcId"], get("vpc").id);
    });

    it("lists what it assumed, and not what follows from arguments alone", () => {
        assert.deepEqual(
            recording.assumptions
                .map(({ token, args, answer }) => ({ token, args, answer }))
                .sort((a, b) => a.token.localeCompare(b.token)),
            [
                {
                    token: TYPES.subnet,
                    args: { availabilityZoneId: "euw1-az2" },
                    answer: { availabilityZone: "eu-west-1b" },
                },
                {
                    token: "aws:index/getCallerIdentity:getCallerIdentity",
                    args: {},
                    answer: {
                        id: "999900001111",
                        accountId: "999900001111",
                        arn: "arn:aws:sts::999900001111:assumed-role/deployment/preflight",
                        userId: "AROAPREFLIGHT0000000A:preflight",
                    },
                },
            ],
        );
        assert.equal(recording.outputs["zone"], "eu-west-1b");
    });

    it("gives the same recording again", async () => {
        const byUrn = (all: readonly RecordedResource[]): readonly RecordedResource[] =>
            [...all].sort((a, b) => a.urn.localeCompare(b.urn));
        assert.deepEqual(byUrn((await run("studio", {})).resources), byUrn(recording.resources));
    });
});

describe("record: a program with unknown ids", () => {
    let recording: Recording;
    const get = (key: keyof typeof TYPES): RecordedResource => one(recording, TYPES[key]);

    before(async () => {
        recording = await run("studio", {}, true);
    });

    it("keeps every id and computed output unknown, and what is made from them", () => {
        assert.deepEqual([recording.diagnostics, recording.failed], [[], false]);
        const ids = recording.resources.filter(({ custom }) => custom).map(({ id }) => id);
        assert.deepEqual(
            ids,
            ids.map(() => UNKNOWN),
        );
        const { arn, vpcId, subnetIds, defaultUserSettings, domainName } = get("domain").props;
        assert.deepEqual([arn, vpcId, subnetIds, domainName], [UNKNOWN, UNKNOWN, [UNKNOWN], "studio"]);
        assert.deepEqual(defaultUserSettings, { executionRole: UNKNOWN, securityGroups: [UNKNOWN] });
        assert.equal(get("subnet").props["availabilityZone"], UNKNOWN);
        assert.deepEqual(
            [recording.outputs["profileArn"], recording.outputs["account"], recording.outputs["token"]],
            [UNKNOWN, "999900001111", SECRET],
        );
    });

    it("still records what each property depends on", () => {
        const { vpc, subnet, key, role, closed } = {
            vpc: get("vpc").urn,
            subnet: get("subnet").urn,
            key: get("key").urn,
            role: get("role").urn,
            closed: get("closed").urn,
        };
        assert.deepEqual(get("domain").propertyDependencies, {
            vpcId: [vpc],
            subnetIds: [subnet],
            kmsKeyId: [key],
            defaultUserSettings: [closed, role],
        });
        const references = new ResourceGraph(recording.resources).refs(get("domain"), "subnetIds", [TYPES.subnet]);
        assert.deepEqual([references.found.map(({ name }) => name), references.derived], [["net-a"], true]);
    });
});

describe("record: a program that goes wrong", () => {
    const NO_PROVIDER =
        "names no provider, and the stack disables the default one: pass { provider } or a parent that has it, so that it cannot land in another account.";
    const cases: Record<string, readonly string[]> = {
        "run-error": ["network.cidr: 10.0.0.0/8 is larger than /16"],
        logged: ["this stack is broken"],
        duplicate: [
            'Two resources have the URN urn:pulumi:dev::fixture::aws:ec2/vpc:Vpc::vpc: give one of the two aws:ec2/vpc:Vpc named "vpc" another name.',
        ],
        "no-provider": [
            `Invoke aws:index/getCallerIdentity:getCallerIdentity ${NO_PROVIDER}`,
            `Resource "first" (aws:ec2/vpc:Vpc) ${NO_PROVIDER}`,
            `Resource "second" (aws:ec2/vpc:Vpc) ${NO_PROVIDER}`,
        ],
        "unknown-invoke": [
            "Invoke aws:ec2/getAmi:getAmi cannot be answered: the preflight asks no cloud and has no answer for it; " +
                "write the value into the stack file, or add an answer to preflight/record/invokes.",
        ],
        "wrong-account": [
            'Provider "contradiction" assumes a role in account 999900001111 but allows only 444455556666: ' +
                "make assumeRoles and allowedAccountIds name the same account.",
        ],
        exit: ["The program ended with status 3.\ngiving up"],
        "secret-in-message": ["the token is [secret]"],
    };
    for (const [mistake, messages] of Object.entries(cases)) {
        it(`reports exactly the mistake: ${mistake}`, async () => {
            const recording = await run("mistakes", { mistake });
            assert.deepEqual(recording.diagnostics.map(({ message }) => message).sort(), [...messages].sort());
            assert.deepEqual(
                recording.diagnostics.map(({ severity }) => severity),
                messages.map(() => "error"),
            );
            assert.equal(recording.failed, true);
        });
    }

    for (const [mistake, message] of [
        ["error", "Error: a mistake in the program"],
        ["apply-error", "Error: lost in apply"],
        ["rejection", "Error: lost in a promise"],
    ] as const) {
        it(`says where an unexpected error came from: ${mistake}`, async () => {
            const { diagnostics, failed } = await run("mistakes", { mistake });
            const text = diagnostics.map((diagnostic) => diagnostic.message).join("\n");
            assert.equal(diagnostics.length, 1);
            assert.ok(text.includes(message), text);
            assert.match(text, /mistakes\.ts:\d+:\d+/);
            assert.equal(failed, true);
        });
    }

    it("stops a program that never ends", async () => {
        const { diagnostics, failed } = await run("mistakes", { mistake: "endless" }, false, 4000);
        assert.deepEqual(
            diagnostics.map(({ message }) => message),
            [
                "The program did not end within 4 s and was stopped: it waits for something that never comes (a promise nobody settles, a timer, an open connection).",
            ],
        );
        assert.equal(failed, true);
    });

    it("reports an error in an asynchronous program, whose stack has frames of Pulumi only", async () => {
        const { diagnostics, failed } = await run("asyncError", {});
        assert.equal(diagnostics.length, 1);
        assert.match(diagnostics[0]?.message ?? "", /ENOENT: no such file or directory, open '\/nonexistent'/);
        assert.equal(failed, true);
    });

    it("does not take a program for complete that waits for ever without keeping the process alive", async () => {
        const { diagnostics, failed } = await run("neverSettles", {});
        assert.deepEqual(
            diagnostics.map(({ message }) => message),
            [
                "The program ended before it was complete, and what it would still have registered is missing: " +
                    "it called process.exit, or waits for a promise that nobody settles.",
            ],
        );
        assert.equal(failed, true);
    });

    it("reports a program file that does not exist", async () => {
        const { diagnostics, failed, resources } = await run("nowhere", {});
        const program = path.join(ROOT, "tests/preflight/record/programs/nowhere.ts");
        assert.deepEqual(
            diagnostics.map(({ message }) => message),
            [`There is no program at ${program}: check the path, and \`main\` in Pulumi.yaml.`],
        );
        assert.deepEqual([failed, resources], [true, []]);
    });
});

describe("record: default providers", () => {
    it("are made as the engine makes them, where the stack allows them", async () => {
        const recording = await run("mistakes", {
            mistake: "no-provider",
            "pulumi:disable-default-providers": "[]",
            "aws:region": "eu-west-3",
            "aws:allowedAccountIds": '["123456789012"]',
        });
        assert.equal(recording.failed, false);
        const provider = one(recording, "pulumi:providers:aws", "default_7_48_0");
        const vpc = one(recording, TYPES.vpc, "first");
        assert.equal(vpc.provider, provider.urn);
        assert.equal(vpc.props["arn"], `arn:aws:ec2:eu-west-3:123456789012:vpc/${String(vpc.id)}`);
    });
});
