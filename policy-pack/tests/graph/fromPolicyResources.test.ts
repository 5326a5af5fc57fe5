import assert from "node:assert/strict";
import * as policy from "@pulumi/policy";
import * as fc from "fast-check";
import { SECRET, UNKNOWN } from "../../graph";
import { fromResourceArgs, fromStackResources, snapshot } from "../../graph/fromPolicyResources";

/** Exported at run time; its type is stripped from the published package. */
const { unknownCheckingProxy } = policy as unknown as { unknownCheckingProxy: <T>(value: T) => T };
const SENTINELS = {
    boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    string: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    array: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
};
const OPTIONS: policy.PolicyResourceOptions = {
    protect: true,
    ignoreChanges: ["tags"],
    aliases: [],
    customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    additionalSecretOutputs: [],
};

function args(type: string, name: string, props: Record<string, unknown>): policy.ResourceValidationArgs {
    return {
        type,
        name,
        props: unknownCheckingProxy(props),
        urn: `urn:pulumi:s::p::${type}::${name}`,
        opts: OPTIONS,
        stackTags: new Map(),
        isType: () => false,
        asType: () => undefined,
        getConfig: <T extends object>() => ({}) as T,
        notApplicable: () => {
            throw new Error("not applicable");
        },
    };
}

function stackResource(
    type: string,
    name: string,
    props: Record<string, unknown>,
    more: Partial<policy.PolicyResource> = {},
): policy.PolicyResource {
    const { urn, opts } = args(type, name, props);
    return {
        type,
        name,
        urn,
        opts,
        props: unknownCheckingProxy(props),
        isType: () => false,
        asType: () => undefined,
        dependencies: [],
        propertyDependencies: {},
        ...more,
    };
}

describe("resources as policies are shown them", () => {
    it("unknown values at every depth, lists keep their length, the rest is kept", () => {
        const props = {
            known: "x",
            whole: SENTINELS.array,
            list: ["a", SENTINELS.string, { deep: SENTINELS.number, beside: 1 }],
            object: { flag: SENTINELS.boolean, none: null },
            nothing: SENTINELS.object,
            masked: "[secret]",
        };
        assert.deepEqual(fromResourceArgs(args("aws:x/y:Y", "y", props)).props, {
            known: "x",
            whole: UNKNOWN,
            list: ["a", UNKNOWN, { deep: UNKNOWN, beside: 1 }],
            object: { flag: UNKNOWN, none: null },
            nothing: UNKNOWN,
            masked: SECRET,
        });
    });

    it("what is plain and known is copied as it is, whatever it is", () => {
        fc.assert(
            fc.property(fc.jsonValue(), (value) => {
                fc.pre(!JSON.stringify(value).includes("[secret]"));
                assert.deepEqual(
                    snapshot(() => unknownCheckingProxy({ value }).value),
                    value,
                );
            }),
        );
    });

    it("never throws: an error, a promise or a function is unknown", () => {
        const values = { promise: Promise.resolve(1), call: () => 1 };
        const read = snapshot(() => values) as Record<string, unknown>;
        assert.deepEqual(read, { promise: UNKNOWN, call: UNKNOWN });
        assert.equal(
            snapshot(() => {
                throw new TypeError("no");
            }),
            UNKNOWN,
        );
    });

    it("identity, options and links between resources", () => {
        const vpc = stackResource("aws:ec2/vpc:Vpc", "vpc", { id: "vpc-1" });
        const component = stackResource("a:b:C", "c", {});
        const provider = { type: "pulumi:providers:aws", name: "aws", urn: "urn:provider", props: {} };
        const subnet = stackResource(
            "aws:ec2/subnet:Subnet",
            "subnet",
            { vpcId: SENTINELS.string, id: SENTINELS.string },
            { parent: component, provider, dependencies: [vpc], propertyDependencies: { vpcId: [vpc] } },
        );
        const [, fromComponent, fromSubnet] = fromStackResources([vpc, component, subnet]);
        assert.deepEqual([fromComponent?.custom, fromComponent?.id], [false, ""]);
        assert.deepEqual(fromSubnet, {
            urn: subnet.urn,
            type: "aws:ec2/subnet:Subnet",
            name: "subnet",
            id: UNKNOWN,
            props: { vpcId: UNKNOWN },
            custom: true,
            parent: component.urn,
            provider: "urn:provider",
            protect: true,
            ignoreChanges: ["tags"],
            dependencies: [vpc.urn],
            propertyDependencies: { vpcId: [vpc.urn] },
        });
    });

    it("an unknown output that is no input is absent; without dependencies from the engine nothing is dropped", () => {
        const props = { cidrBlock: "10.0.0.0/16", ipv6CidrBlock: SENTINELS.string };
        const [told] = fromStackResources([
            stackResource("aws:ec2/vpc:Vpc", "a", props, { propertyDependencies: { cidrBlock: [] } }),
        ]);
        const [untold] = fromStackResources([stackResource("aws:ec2/vpc:Vpc", "a", props)]);
        assert.deepEqual(told?.props, { cidrBlock: "10.0.0.0/16" });
        assert.deepEqual(untold?.props, { cidrBlock: "10.0.0.0/16", ipv6CidrBlock: UNKNOWN });
    });
});
