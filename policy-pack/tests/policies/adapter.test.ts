import assert from "node:assert/strict";
import type { ResourceValidationPolicy } from "@pulumi/policy";
import { type GraphResource, UNKNOWN } from "../../graph";
import { POLICIES } from "../../policies";
import { toPulumiPolicy } from "../../policies/adapter";
import type { PolicyDefinition } from "../../policies/definition";
import { type Exception, settingsOf } from "../../policies/settings";
import { change, type Ids, ref, resourcesOf, type Sketch, withOptions } from "../fixture/build";
import { cleanStack } from "../fixture/stack";
import { firewallStack } from "./network/firewallStack";
import { analyze, remediate, secret } from "./engine";
import { configured as underConfiguration, underEngine } from "./every/engineRun";
import { policy, result, TODAY } from "./verdict";

const clock = (): Date => TODAY;

/** The policy with other defaults in place of options, which the engine would hand over by configuration. */
function configured(definition: PolicyDefinition, options: Record<string, unknown>): PolicyDefinition {
    return { ...definition, config: { ...definition.config, defaults: { ...definition.config.defaults, ...options } } };
}

function resource(stack: readonly Sketch[], name: string, ids: Ids = "known"): GraphResource {
    const found = resourcesOf(stack, ids).find((each) => each.name === name);
    assert.ok(found);
    return found;
}

describe("policies under Pulumi's own runtime", () => {
    for (const ids of ["known", "unknown"] as const) {
        for (const definition of POLICIES) {
            it(`${definition.id} says the same as in the preflight, with ids ${ids}`, async () => {
                const said = await underEngine(definition, resourcesOf(firewallStack(), ids));
                const { violations, undecided } = result(definition.id, firewallStack(), {}, ids);
                const expected = [...violations, ...undecided].map(({ message }) => message);
                assert.deepEqual(
                    said.map(({ message }) => message),
                    expected.map((each) => `${definition.description}\nCould not decide at preview: ${each}`),
                );
                assert.ok(said.every(({ level }) => level === "advisory"));
            });
        }
    }

    it("a violation has the policy's level and names the resource", async () => {
        const stack = resourcesOf(change(cleanStack(), "endpoint-s3", "routeTableIds", [ref("table-b")]));
        const [said, ...more] = await underEngine(policy("P48"), stack);
        assert.deepEqual(more, []);
        assert.equal(said?.level, "mandatory");
        assert.equal(said?.urn, "urn:pulumi:test::fixture::aws:sagemaker/domain:Domain::domain");
        assert.match(said?.message ?? "", /is not associated with table-a/);
    });

    it("an unknown value at any depth is reported, with the configured weight", async () => {
        const stack = change(cleanStack(), "domain", "domainSettings.executionRoleIdentityConfig", UNKNOWN);
        const [advisory] = await underEngine(policy("P05"), resourcesOf(stack));
        assert.equal(advisory?.level, "advisory");
        const strict = configured(policy("P05"), {});
        const adapted = toPulumiPolicy(strict, clock) as ResourceValidationPolicy;
        const validate = adapted.validateResource;
        assert.ok(typeof validate === "function");
        const weighted: ResourceValidationPolicy = {
            ...adapted,
            validateResource: (args, report) =>
                validate({ ...args, getConfig: <T extends object>() => ({ unknownsAre: "mandatory" }) as T }, report),
        };
        const [mandatory] = await analyze(weighted, resource(stack, "domain"));
        assert.equal(mandatory?.level, "mandatory");
    });

    it("an exception applies and is told, without weight", async () => {
        const exception: Exception = { name: "domain", reason: "trial", expires: "2026-12-01" };
        const adapted = toPulumiPolicy(policy("P01"), clock) as ResourceValidationPolicy;
        const validate = adapted.validateResource;
        assert.ok(typeof validate === "function");
        const excepted: ResourceValidationPolicy = {
            ...adapted,
            validateResource: (args, report) =>
                validate({ ...args, getConfig: <T extends object>() => ({ exceptions: [exception] }) as T }, report),
        };
        const said = await analyze(
            excepted,
            resource(change(cleanStack(), "domain", "appNetworkAccessType", undefined), "domain"),
        );
        assert.deepEqual(
            said.map(({ level, message }) => [level, message.split("\n")[1]]),
            [
                [
                    "advisory",
                    'Excepted (domain, until 2026-12-01: trial): Domain domain: appNetworkAccessType is not set, which means PublicInternetOnly. Set it to "VpcOnly".',
                ],
            ],
        );
    });

    it("ignoreChanges arrives", async () => {
        const said = await underEngine(
            policy("P10"),
            resourcesOf(withOptions(cleanStack(), "domain", { ignoreChanges: ["vpcId"] })),
        );
        assert.equal(said.length, 1);
    });

    it("a secret in plain text is not printed", async () => {
        const domain = resource(cleanStack(), "domain");
        const word = "hunter2-hunter2";
        const props = {
            ...domain.props,
            appNetworkAccessType: secret(word),
            kmsKeyId: secret(word),
            domainSettings: secret({ executionRoleIdentityConfig: word }),
        };
        for (const id of ["P01", "P02", "P05", "P07"]) {
            const said = await underEngine(policy(id), [{ ...domain, props }]);
            assert.ok(!JSON.stringify(said).includes(word));
        }
    });

    it("an output that nobody set is absent, an input that nobody knows is undecided", async () => {
        const computed = resourcesOf(cleanStack()).map((each) =>
            each.name === "group-everybody" ? { ...each, props: { ...each.props, ingress: UNKNOWN } } : each,
        );
        assert.deepEqual(await underEngine(policy("P61"), computed), []);
        const input = computed.map((each) =>
            each.name === "group-everybody"
                ? { ...each, propertyDependencies: { ...each.propertyDependencies, ingress: [] } }
                : each,
        );
        const said = await underEngine(policy("P61"), input);
        assert.deepEqual(
            said.map(({ level }) => level),
            ["advisory"],
        );
    });
});

describe("remediation under Pulumi's own runtime", () => {
    const cases: readonly (readonly [id: string, name: string, path: string, wrong: unknown, right: unknown])[] = [
        ["P01", "domain", "appNetworkAccessType", "PublicInternetOnly", "VpcOnly"],
        ["P05", "domain", "domainSettings", undefined, { executionRoleIdentityConfig: "USER_PROFILE_NAME" }],
        ["P35", "studio", "enableDnsHostnames", false, true],
        ["P36", "subnet-a", "mapPublicIpOnLaunch", true, false],
        ["P39", "endpoint-sts", "privateDnsEnabled", undefined, true],
        ["P41", "firewall", "deleteProtection", false, true],
        ["P43", "key", "enableKeyRotation", undefined, true],
        ["P47", "flow-log-group", "retentionInDays", 0, 365],
    ];
    for (const [id, name, path, wrong, right] of cases) {
        // Where every resource is judged: one alone does not tell whether SageMaker uses it.
        const options = policy(id).scope === undefined ? {} : { scope: "all" };
        const adapted = underConfiguration(policy(id), options) as ResourceValidationPolicy;
        const sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

        it(`${id} repairs ${path} and keeps unknown values and secrets`, async () => {
            const broken = resource(change(firewallStack(), name, path, wrong), name);
            const hidden = { ...broken, props: { ...broken.props, tags: UNKNOWN, description: secret("x") } };
            const repaired = await remediate(adapted, hidden);
            assert.deepEqual(repaired?.[path], right);
            assert.equal(repaired?.tags, sentinel);
            assert.deepEqual(repaired?.description, secret("x"));
        });

        it(`${id} changes nothing that is right`, async () => {
            assert.equal(await remediate(adapted, resource(firewallStack(), name)), undefined);
        });

        it(`${id} leaves an unknown ${path} alone`, async () => {
            const unread = resource(change(firewallStack(), name, path, UNKNOWN), name);
            assert.equal(await remediate(adapted, unread), undefined);
        });
    }
});

describe("what a remediation leaves alone", () => {
    const network = resource(change(firewallStack(), "studio", "enableDnsHostnames", false), "studio");

    it("where only what SageMaker uses is judged: everything", async () => {
        const adapted = underConfiguration(policy("P35"), { scope: "sagemaker" }) as ResourceValidationPolicy;
        assert.equal(await remediate(adapted, network), undefined);
    });

    for (const [what, expires, repaired] of [
        ["a resource that an exception covers", "2999-12-31", undefined],
        ["nothing once the exception is over", "2020-12-31", true],
    ] as const) {
        it(what, async () => {
            const exceptions = [{ name: "studio", reason: "kept as it is for a while", expires }];
            const adapted = underConfiguration(policy("P35"), { scope: "all", exceptions }) as ResourceValidationPolicy;
            assert.equal((await remediate(adapted, network))?.["enableDnsHostnames"], repaired);
        });
    }
});

describe("settings", () => {
    it("keep the defaults the configuration does not touch", () => {
        const settings = settingsOf(policy("P43"), { "kms-key-rotation-enabled": { minimumDeletionWindowDays: 7 } });
        assert.deepEqual(settings.values, { minimumDeletionWindowDays: 7, maximumRotationDays: 365 });
        assert.deepEqual([settings.exceptions, settings.unknownsAre], [[], "advisory"]);
    });
});
