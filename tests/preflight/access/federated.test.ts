import { strict as assert } from "node:assert";
import path from "node:path";

import { accessProofs, PLACES } from "../../../preflight/proofs/access";
import { type Fixture, matrixOf, recordStack, worldOf } from "./fixture";

const STACK = path.resolve(__dirname, "../../stacks/federated-saml.yaml");

/** Company, VPC, internet, colleague's notebook. */
const OWN = ["yes", "yes", "no", "yes"];
const NEVER = ["no", "no", "no", "no"];

const EXPECTED: readonly (readonly [who: string, tag: string, verdicts: readonly string[], step: string])[] = [
    ["operator", "on behalf", OWN, "use the link"],
    ["operator", "missing", NEVER, "assume the user role"],
    ["anyone else", "same", NEVER, "assume the user role"],
    ...["SAML person", "OIDC person"].flatMap((who): [string, string, readonly string[], string][] => [
        [who, "same", OWN, "use the link"],
        [who, "other", NEVER, "make the link"],
        [who, "missing", NEVER, "assume the user role"],
        [who, "other case", NEVER, "make the link"],
        [who, "other audience", NEVER, "assume the user role"],
        [who, "other provider", NEVER, "assume the user role"],
    ]),
];

describe("access: the matrix of people from identity providers", () => {
    let fixture: Fixture;
    before(async () => {
        fixture = await recordStack(STACK);
    });

    it("opens to each their own profile, and to nobody another's or with another assertion", () => {
        const [cls] = matrixOf(fixture);
        const rows = (cls?.rows ?? []).filter(({ persona }) => persona !== "Studio app");
        assert.deepEqual(
            rows.map(({ persona, relation, cells }) => [
                persona,
                relation,
                PLACES.map((place) => cells[place]?.verdict),
                cells["company network"]?.step,
            ]),
            EXPECTED,
        );
    });

    it("is as the stack file wants it", () => {
        const wrong = matrixOf(fixture).flatMap(({ rows }) =>
            rows.flatMap(({ cells }) => Object.values(cells).filter(({ verdict, expected }) => verdict !== expected)),
        );
        assert.deepEqual(wrong, []);
    });

    /** The trust of the user role, with one piece of its text replaced. */
    const withTrust = (from: string | RegExp, to: string): Fixture["resources"] =>
        fixture.resources.map((resource) => {
            const { name, type, props } = resource;
            if (type !== "aws:iam/role:Role" || name !== "studio-user") {
                return resource;
            }
            const text = String(props.assumeRolePolicy);
            assert.notEqual(text.replace(from, to), text);
            return { ...resource, props: { ...props, assumeRolePolicy: text.replace(from, to) } };
        });

    for (const [what, from, to, found] of [
        [
            "the audience of assertions",
            /"StringEquals":\{"SAML:aud":"[^"]+"\}/,
            '"Bool":{"aws:SecureTransport":"true"}',
            "SAML person (other audience)",
        ],
        [
            "the audience of tokens",
            /"StringEquals":\{"[^"]+:aud":\[[^\]]+\]\}/,
            '"Bool":{"aws:SecureTransport":"true"}',
            "OIDC person (other audience)",
        ],
        ["the name of the provider", /(saml-provider\/[^"]+)/g, "$1-of-somebody-else", "SAML person (other provider)"],
    ] as const) {
        it(`is no longer what it was without ${what}`, () => {
            const resources = withTrust(from, to);
            const proofs = accessProofs(matrixOf(fixture, resources), worldOf(fixture, resources));
            const evidence = proofs
                .filter(({ verdict }) => verdict !== "holds")
                .flatMap(({ evidence: lines }) => lines);
            assert.ok(evidence.join("\n").includes(found), evidence.join("\n"));
        });
    }
});
