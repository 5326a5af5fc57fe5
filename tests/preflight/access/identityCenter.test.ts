import { strict as assert } from "node:assert";
import path from "node:path";

import { type GraphResource, ResourceGraph, UNKNOWN } from "../../../policy-pack/graph";
import { identityCenterProofs } from "../../../preflight/proofs/access";
import { recordStack } from "./fixture";

const STACK = path.resolve(__dirname, "../../stacks/identity-center.yaml");
const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

describe("access: proofs where IAM Identity Center signs people in", () => {
    let resources: readonly GraphResource[];
    before(async () => {
        ({ resources } = await recordStack(STACK));
    });

    /** Verdict by proof, with a property of every resource of the type set. */
    const verdicts = (type?: string, property = "", value?: unknown): Record<string, string> => {
        const changed = resources.map((resource) =>
            resource.type === type ? { ...resource, props: { ...resource.props, [property]: value } } : resource,
        );
        return Object.fromEntries(
            identityCenterProofs(new ResourceGraph(changed)).map(({ id, verdict }) => [id, verdict]),
        );
    };
    const AS_IT_IS = {
        "access.identity-center": "holds",
        "access.identity-center.profiles": "holds",
        "access.identity-center.sign-in": "not proven",
    };

    it("hold for mode and profiles, and never claim who signs in", () => {
        assert.deepEqual(verdicts(), AS_IT_IS);
    });

    for (const [what, type, property, value, changed] of [
        ["the domain makes presigned URLs", DOMAIN, "authMode", "IAM", { "access.identity-center": "broken" }],
        ["the domain's mode is not known", DOMAIN, "authMode", UNKNOWN, { "access.identity-center": "not proven" }],
        [
            "profiles name no user",
            PROFILE,
            "singleSignOnUserValue",
            undefined,
            { "access.identity-center.profiles": "broken" },
        ],
        [
            "two profiles name one user",
            PROFILE,
            "singleSignOnUserValue",
            "Jon",
            { "access.identity-center.profiles": "broken" },
        ],
        [
            "users are not known yet",
            PROFILE,
            "singleSignOnUserValue",
            UNKNOWN,
            { "access.identity-center.profiles": "not proven" },
        ],
    ] as const) {
        it(`say so when ${what}`, () => {
            assert.deepEqual(verdicts(type, property, value), { ...AS_IT_IS, ...changed });
        });
    }

    it("name every group that may sign in, and what decides beside it", () => {
        const proof = identityCenterProofs(new ResourceGraph(resources)).find(
            ({ verdict }) => verdict === "not proven",
        );
        assert.match(proof?.evidence[0] ?? "", /^studio-groups-studio-\S+: every member of the group may sign in$/);
        assert.equal(proof?.evidence.length, 3);
    });

    it("leave out the role that presigned URLs need", () => {
        assert.deepEqual(
            resources.filter(({ name }) => name.startsWith("studio-user")).map(({ name }) => name),
            [],
        );
    });
});
