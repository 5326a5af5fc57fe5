import { strict as assert } from "node:assert";

import { type GraphResource, ResourceGraph, UNKNOWN } from "../../../policy-pack/graph";
import { roleIntent } from "../../../preflight/intent";
import type { Proof } from "../../../preflight/proofs/proof";
import { type JudgedRole, judgeRoles, roleProofs } from "../../../preflight/proofs/roles";
import { rolesText } from "../../../preflight/report/roles";
import { type Fixture, recordProgram, recordStack } from "../access/fixture";
import { all, type Change, COMPLETE, editDocument, judged, set, worldOf } from "./fixture";

const SCIENTIST = "execution-data-scientist_research";
const ROLE = "aws:iam/role:Role";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

describe("roles: what cannot be read", () => {
    let fixture: Fixture;
    before(async () => {
        fixture = await recordStack(COMPLETE);
    });

    const proofOf = (role: string, change: Change): Proof | undefined => {
        const world = worldOf(fixture, change);
        return roleProofs([judged(world, role)], world.unread)[0];
    };

    for (const name of [
        `studio-${SCIENTIST}-spaces`,
        `studio-${SCIENTIST}-pass`,
        `studio-${SCIENTIST}-data`,
        `studio-${SCIENTIST}-key`,
        "studio-persona-data-scientist-1",
        "studio-guardrails-jobs",
        "studio-guardrails-place",
        "studio-teams-1",
        "studio-buckets-data",
    ]) {
        it(`makes no proof: ${name} is no document`, () => {
            const proof = proofOf(
                SCIENTIST,
                editDocument(name, () => "not JSON"),
            );
            assert.equal(proof?.verdict, "not proven");
            const own = name.startsWith(`studio-${SCIENTIST}-`);
            const told = own ? `the roles' own ${name.slice(`studio-${SCIENTIST}-`.length)}` : name;
            assert.match(proof.evidence[0] ?? "", new RegExp(`^cannot be read yet: .*\\b${told}\\b`));
        });
    }

    it("leaves denied what other documents deny, a boundary that cannot be read included", () => {
        const change = editDocument("studio-execution-boundary", () => "not JSON");
        const proof = proofOf(SCIENTIST, change);
        assert.equal(proof?.verdict, "not proven");
        const answers = answersOf(judged(worldOf(fixture, change), SCIENTIST));
        assert.deepEqual(
            [answers["debug a job from outside"], answers["train without an end"]],
            [["not decided"], ["no"]],
        );
    });

    for (const [what, change, why] of [
        [
            "a profile names a role of elsewhere",
            set(PROFILE, "studio-profiles-kim", "userSettings", {
                executionRole: "arn:aws:iam::111122223333:role/of-somebody-else",
            }),
            /^studio-profiles-kim runs apps as arn:aws:iam::111122223333:role\/of-somebody-else, which is not in this stack$/,
        ],
        [
            "the role of a profile is not known",
            all(set(PROFILE, "studio-profiles-kim", "userSettings", { executionRole: UNKNOWN }), (resources) =>
                resources.map((each): GraphResource =>
                    each.name === "studio-profiles-kim" && each.type === PROFILE
                        ? { ...each, propertyDependencies: {} }
                        : each,
                ),
            ),
            /^the role of studio-profiles-kim cannot be told: /,
        ],
        [
            "who may assume a role is not known",
            set(ROLE, "studio-job", "assumeRolePolicy", UNKNOWN),
            /^who may assume studio-job cannot be told$/,
        ],
        [
            "there is a second domain",
            (resources: readonly GraphResource[]) => [
                ...resources,
                {
                    ...(resources.find(({ type }) => type === "aws:sagemaker/domain:Domain") as GraphResource),
                    urn: "urn:pulumi:dev::private-studio::aws:sagemaker/domain:Domain::second",
                    name: "second",
                },
            ],
            /^nothing was asked in the domain second$/,
        ],
    ] as const) {
        it(`makes no proof: ${what}`, () => {
            const proof = proofOf("execution", change);
            assert.equal(proof?.verdict, "not proven");
            assert.match(proof.evidence[0] ?? "", why);
        });
    }

    it("says nothing of a stack without a domain", () => {
        const resources = fixture.resources.filter(({ type }) => type !== "aws:sagemaker/domain:Domain");
        assert.deepEqual(judgeRoles(new ResourceGraph(resources), roleIntent(fixture.settings), fixture.outputs), {
            classes: [],
            proofs: [],
        });
    });
});

describe("roles: a first preview", () => {
    let fixture: Fixture;
    before(async () => {
        fixture = await recordProgram({ stackFile: COMPLETE, unknown: true });
    });

    it("proves nothing, and says what is missing and what waits for it", () => {
        const { proofs } = judgeRoles(
            new ResourceGraph(fixture.resources),
            roleIntent(fixture.settings),
            fixture.outputs,
        );
        const [proof] = proofs;
        assert.equal(proof?.verdict, "not proven");
        assert.match(proof.evidence[0] ?? "", /^cannot be read yet: .*studio-guardrails-place, .*the roles' own key/);
        assert.match(proof.evidence[1] ?? "", /^so it is open whether a role may .*train in other subnets/);
    });

    it("does not say of anybody that they may look only while that is not decided", () => {
        const { classes } = judgeRoles(
            new ResourceGraph(fixture.resources),
            roleIntent(fixture.settings),
            fixture.outputs,
        );
        const text = rolesText(classes);
        assert.doesNotMatch(text, /look only/);
        assert.match(text.replace(/\s+/g, " "), /administrator: kim .*not decided: work in own spaces/);
    });

    it("allows no call nobody may make, and decides what needs no id", () => {
        const answers = answersOf(judged(worldOf(fixture), SCIENTIST));
        const decided = (wanted: string): string[] =>
            Object.entries(answers)
                .filter(([, all_]) => all_.every((answer) => answer === wanted))
                .map(([label]) => label);
        assert.deepEqual(decided("yes"), []);
        for (const label of [
            "open a colleague's profile",
            "change profiles or the domain",
            "train without subnets",
            "train without an end",
            "train on volumes without a key",
            "debug a job from outside",
            "start an image that is not the stack's",
            "make something in another team's name",
        ]) {
            assert.ok(decided("no").includes(label), label);
        }
        for (const label of [
            "train",
            "train in other subnets",
            "write results under another key",
            "read data from outside the network",
        ]) {
            assert.ok(decided("not decided").includes(label), label);
        }
    });
});

/** The different answers to the calls of each question. */
function answersOf({ findings }: JudgedRole): Record<string, string[]> {
    const answers = new Map<string, Set<string>>();
    for (const { answer, label } of findings) {
        answers.set(label, (answers.get(label) ?? new Set()).add(answer));
    }
    return Object.fromEntries([...answers].map(([label, set_]) => [label, [...set_].sort()]));
}
