import assert from "node:assert/strict";
import { resolveMany, resolveOne, UNKNOWN } from "../../graph";
import { graphOf, ref, type Sketch, urnOf } from "../fixture/build";

const SUBNET = "aws:ec2/subnet:Subnet";
const ROLE = "aws:iam/role:Role";
const subnet = (name: string): Sketch => ({ type: SUBNET, name, props: {} });

function user(props: Record<string, unknown>): Sketch {
    return { type: "aws:sagemaker/domain:Domain", name: "user", props };
}

function names(answer: {
    found: readonly { name: string }[];
    external: readonly string[];
    undecided?: string;
}): object {
    return { found: answer.found.map(({ name }) => name), external: answer.external, undecided: answer.undecided };
}

describe("what a property refers to", () => {
    const many: readonly (readonly [string, Record<string, unknown>, "known" | "unknown", object])[] = [
        [
            "known ids",
            { ids: [ref("a"), ref("b")] },
            "known",
            { found: ["a", "b"], external: [], undecided: undefined },
        ],
        [
            "ids of another stack",
            { ids: [ref("a"), "subnet-far"] },
            "known",
            { found: ["a"], external: ["subnet-far"], undecided: undefined },
        ],
        [
            "as many dependencies as unknown ids",
            { ids: [ref("a"), ref("b")] },
            "unknown",
            { found: ["a", "b"], external: [], undecided: undefined },
        ],
        [
            "one known and external, one unknown",
            { ids: ["subnet-far", ref("b")] },
            "unknown",
            { found: ["b"], external: ["subnet-far"], undecided: undefined },
        ],
        [
            "the same resource twice",
            { ids: [ref("a"), ref("a")] },
            "unknown",
            { found: ["a"], external: [], undecided: "ids holds 2 unknown ids, its dependencies name 1 resources" },
        ],
        [
            "nothing to go by",
            { ids: [UNKNOWN] },
            "unknown",
            { found: [], external: [], undecided: "ids is not known yet" },
        ],
        ["absent", {}, "known", { found: [], external: [], undecided: undefined }],
        [
            "nested in a block with another list",
            { block: { ids: [ref("a")], more: [ref("b")] } },
            "unknown",
            {
                found: ["a", "b"],
                external: [],
                undecided: "block.ids holds 1 unknown ids, its dependencies name 2 resources",
            },
        ],
    ];
    for (const [what, props, ids, expected] of many) {
        it(`list: ${what}`, () => {
            const graph = graphOf([subnet("a"), subnet("b"), user(props)], ids);
            const [resource] = graph.ofType("aws:sagemaker/domain:Domain");
            assert.ok(resource);
            assert.deepEqual(
                names(resolveMany(graph, resource, Object.hasOwn(props, "block") ? "block.ids" : "ids", [SUBNET])),
                expected,
            );
        });
    }

    it("one: several candidates are undecided", () => {
        const graph = graphOf(
            [subnet("a"), subnet("b"), user({ block: { id: ref("a"), other: ref("b") } })],
            "unknown",
        );
        const [resource] = graph.ofType("aws:sagemaker/domain:Domain");
        assert.ok(resource);
        assert.deepEqual(names(resolveOne(graph, resource, "block.id", [SUBNET])), {
            found: ["a", "b"],
            external: [],
            undecided: "block.id may mean any of a, b",
        });
    });

    describe("two accounts with one role name", () => {
        const role = (name: string, provider: string): Sketch => ({
            type: ROLE,
            name,
            provider,
            props: { name: "studio" },
        });
        const policy = (props: Record<string, unknown>, provider: string): Sketch => ({
            type: "aws:iam/rolePolicy:RolePolicy",
            name: "policy",
            provider,
            props,
        });

        it("the role the property depends on is meant", () => {
            const graph = graphOf([role("one", "p1"), role("two", "p2"), policy({ role: ref("one", "name") }, "p2")]);
            const [resource] = graph.ofType("aws:iam/rolePolicy:RolePolicy");
            assert.ok(resource);
            const named = { ...resource, props: { role: "studio" } };
            assert.deepEqual(
                resolveOne(graph, named, "role", [ROLE]).found.map(({ urn }) => urn),
                [urnOf(role("one", "p1"))],
            );
        });

        it("else the one of the same provider", () => {
            const graph = graphOf([role("one", "p1"), role("two", "p2"), policy({ role: "studio" }, "p2")]);
            const [resource] = graph.ofType("aws:iam/rolePolicy:RolePolicy");
            assert.ok(resource);
            assert.deepEqual(names(resolveOne(graph, resource, "role", [ROLE])), {
                found: ["two"],
                external: [],
                undecided: undefined,
            });
        });

        it("else it is undecided", () => {
            const graph = graphOf([role("one", "p1"), role("two", "p2"), policy({ role: "studio" }, "p3")]);
            const [resource] = graph.ofType("aws:iam/rolePolicy:RolePolicy");
            assert.ok(resource);
            assert.equal(resolveOne(graph, resource, "role", [ROLE]).undecided, "role may mean any of one, two");
        });
    });
});
