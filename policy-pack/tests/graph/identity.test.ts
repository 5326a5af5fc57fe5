import assert from "node:assert/strict";
import { isUnknown, UNKNOWN } from "../../graph";
import { rolePolicies, type SourcedDocument } from "../../graph/identity";
import { change, graphOf, ref, type Sketch, Text } from "../fixture/build";
import { cleanStack, document } from "../fixture/stack";

const ALLOW = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

function policies(stack: readonly Sketch[], ids: "known" | "unknown" = "known"): ReturnType<typeof rolePolicies> {
    const graph = graphOf(stack, ids);
    const role = graph.resources.find(({ name }) => name === "user");
    assert.ok(role);
    return rolePolicies(graph, role);
}

const line = ({ name, urn, document: text, managedArn }: SourcedDocument): string =>
    `${name} in ${urn.slice(urn.lastIndexOf("::") + 2)}${isUnknown(text) ? " ?" : ""}${managedArn === undefined ? "" : ` = ${managedArn}`}`;

describe("policies of a role", () => {
    const managed: Sketch = { type: "aws:iam/policy:Policy", name: "managed", props: { policy: document(ALLOW) } };
    const attach = (name: string, policyArn: unknown): Sketch => ({
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        name,
        props: { role: ref("user"), policyArn },
    });

    for (const ids of ["known", "unknown"] as const) {
        it(`inline, attached in each of three ways, and of AWS, ids ${ids}`, () => {
            const stack = [
                ...change(
                    change(cleanStack(), "user", "inlinePolicies", [{ name: "inside", policy: document(ALLOW) }]),
                    "user",
                    "managedPolicyArns",
                    ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
                ),
                managed,
                attach("attachment", ref("managed", "arn")),
                {
                    type: "aws:iam/policyAttachment:PolicyAttachment",
                    name: "many",
                    props: { roles: [ref("user"), ref("execution")], policyArn: ref("boundary", "arn") },
                },
            ];
            const { trust, identity, boundary, undecided } = policies(stack, ids);
            assert.equal(line(trust), "trust policy of user in user");
            assert.deepEqual(identity.map(line), [
                "user-presign in user-presign",
                "user-guard in user-guard",
                "inside in user",
                "managed in managed",
                "boundary in boundary",
                "arn:aws:iam::aws:policy/ReadOnlyAccess in user ? = arn:aws:iam::aws:policy/ReadOnlyAccess",
            ]);
            assert.equal(boundary, undefined);
            assert.deepEqual(undecided, []);
        });
    }

    it("a boundary is no identity policy", () => {
        const { identity, boundary } = policies(
            change(cleanStack(), "user", "permissionsBoundary", ref("boundary", "arn")),
        );
        assert.equal(boundary && line(boundary), "boundary in boundary");
        assert.deepEqual(identity.map(line), ["user-presign in user-presign", "user-guard in user-guard"]);
    });

    it("an unknown document is listed, one with a mistake says so", () => {
        const stack = change(change(cleanStack(), "user-guard", "policy", UNKNOWN), "user-presign", "policy", "{}");
        const [presign, guard] = policies(stack).identity;
        assert.equal(presign && isUnknown(presign.document), true);
        assert.notEqual(presign?.problem, undefined);
        assert.equal(guard && line(guard), "user-guard in user-guard ?");
        assert.equal(guard?.problem, undefined);
    });

    it("a document with an unknown id is unknown as text", () => {
        const text = new Text([ref("studio")], (vpc) => document({ ...ALLOW, Resource: vpc }));
        const stack = change(cleanStack(), "user-guard", "policy", text);
        assert.deepEqual(policies(stack, "unknown").identity.map(line), [
            "user-presign in user-presign",
            "user-guard in user-guard ?",
        ]);
    });

    it("a policy of an unknown role may be this one's", () => {
        const { identity, undecided } = policies(change(cleanStack(), "execution-jobs", "role", UNKNOWN));
        assert.equal(identity.length, 2);
        assert.deepEqual(undecided, ["execution-jobs: role is not known yet"]);
    });
});
