import { strict as assert } from "node:assert";

import type { GraphResource } from "../../../policy-pack/graph";
import { accessProofs, type Place } from "../../../preflight/proofs/access";
import { type Fixture, matrixOf, recordStack, worldOf } from "./fixture";

/** Expected verdicts of the dev stack, from the sentence "each person opens their own profile, from inside, and no other". */
const EXPECTED: readonly [who: string, company: string, vpc: string, internet: string, notebook: string][] = [
    ["person same", "yes", "yes", "no", "yes"],
    ["person other", "no", "no", "no", "no"],
    ["person missing", "no", "no", "no", "no"],
    ["person other case", "no", "no", "no", "no"],
    ["person claims colleague's", "no", "no", "no", "no"],
    ["operator on behalf", "yes", "yes", "no", "yes"],
    ["operator missing", "no", "no", "no", "no"],
    ["anyone else same", "no", "no", "no", "no"],
    ["Studio app own profile", "yes", "yes", "no", "no"],
];
const PLACES: readonly Place[] = ["company network", "VPC", "internet", "colleague's notebook"];

describe("access: the matrix of the dev stack", () => {
    let fixture: Fixture;
    before(async () => {
        fixture = await recordStack();
    });

    it("has the verdicts the stack file asks for", () => {
        const [cls, ...rest] = matrixOf(fixture);
        assert.deepEqual(rest, []);
        assert.deepEqual(
            cls?.rows.map(({ persona, relation, cells }) => [
                `${persona} ${relation}`,
                ...PLACES.map((place) => cells[place]?.verdict),
            ]),
            EXPECTED,
        );
        assert.deepEqual([...(cls?.profiles ?? [])].sort(), ["jon-doe", "lwdvin", "lwdvin-developer"]);
    });

    it("computes the same for each profile by itself", () => {
        const only = (profile: string): readonly GraphResource[] =>
            fixture.resources.filter(
                ({ type, props }) =>
                    type !== "aws:sagemaker/userProfile:UserProfile" || props.userProfileName === profile,
            );
        const verdicts = ["jon-doe", "lwdvin", "lwdvin-developer"].map((profile) =>
            matrixOf(fixture, only(profile)).flatMap(({ rows }) =>
                rows.map(({ cells }) => PLACES.map((place) => cells[place]?.verdict)),
            ),
        );
        for (const each of verdicts) {
            assert.deepEqual(
                each,
                EXPECTED.map(([, ...row]) => row),
            );
        }
    });

    it("puts a profile that a document names into a class of its own, with what holds for it", () => {
        const grant = {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "BackDoor",
                    Effect: "Allow",
                    Action: "sagemaker:CreatePresignedDomainUrl",
                    Resource: "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/*/jon-doe",
                },
            ],
        };
        const matrix = matrixOf(fixture, replacePolicy(fixture.resources, "studio-user-presign", grant));
        const classes = matrix.map(({ profiles }) => profiles);
        assert.deepEqual(classes, [["lwdvin-developer", "lwdvin"], ["jon-doe"]]);
        const same = (profiles: string): unknown =>
            matrix.find((cls) => cls.profiles.includes(profiles))?.rows[0]?.cells.internet?.verdict;
        assert.deepEqual([same("lwdvin"), same("jon-doe")], ["no", "yes"]);
    });

    it("is broken, naming who, from where and by which statement, when the network condition goes", () => {
        const allow = {
            Version: "2012-10-17",
            Statement: [{ Sid: "Open", Effect: "Allow", Action: "sagemaker:CreatePresignedDomainUrl", Resource: "*" }],
        };
        const resources = replacePolicy(fixture.resources, "studio-user-presign", allow);
        const proofs = accessProofs(matrixOf(fixture, resources), worldOf(fixture, resources));
        const broken = proofs.find(({ id }) => id === "access.nobody-elses-profile");
        assert.equal(broken?.verdict, "broken");
        assert.deepEqual(broken?.evidence, [
            "person (same) from internet on lwdvin-developer, operator (on behalf) from internet on lwdvin-developer: " +
                'yes at "use the link": studio-boundaries-person › OpeningProfiles, studio-user-presign › Open: allowed',
        ]);
        assert.match(broken?.fix ?? "", /Restore the condition/);
    });

    it("says nobody can open a profile when the user role is gone", () => {
        const resources = fixture.resources.filter(({ name }) => !name.startsWith("studio-user"));
        const proofs = accessProofs(matrixOf(fixture, resources), worldOf(fixture, resources));
        assert.deepEqual(
            proofs.map(({ id, verdict }) => [id, verdict]).filter(([, verdict]) => verdict !== "holds"),
            [["access.user-role", "broken"]],
        );
    });

    it("never says yes where a document of the role cannot be read", () => {
        const resources = replacePolicy(fixture.resources, "studio-user-guard", undefined);
        const cells = matrixOf(fixture, resources).flatMap(({ rows }) =>
            rows
                .filter(({ persona }) => persona === "person" || persona === "operator")
                .flatMap(({ cells: row }) => Object.values(row)),
        );
        assert.ok(cells.every(({ verdict }) => verdict !== "yes"));
        assert.ok(
            cells.some(
                ({ verdict, deciding }) => verdict === "not decided" && deciding.join().includes("studio-user-guard"),
            ),
        );
    });
});

/** The resources with another policy text in one role policy; `undefined`: a text that is no document. */
function replacePolicy(resources: readonly GraphResource[], name: string, document: unknown): readonly GraphResource[] {
    return resources.map((resource) =>
        resource.name === name && resource.type === "aws:iam/rolePolicy:RolePolicy"
            ? {
                  ...resource,
                  props: { ...resource.props, policy: document === undefined ? "not JSON" : JSON.stringify(document) },
              }
            : resource,
    );
}
