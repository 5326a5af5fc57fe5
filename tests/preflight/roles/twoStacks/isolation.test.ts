import { strict as assert } from "node:assert";

import { answer } from "../../../../preflight/proofs/roles/ask";
import type { Ask, Subject } from "../../../../preflight/proofs/roles/types";
import type { RoleWorld } from "../../../../preflight/proofs/roles/world";
import type { Fixture } from "../../access/fixture";
import { all, type Change, widened, without, worldOf } from "../fixture";
import { CROSSES, CROSSES_WITH_RESPONSE, DENIED, DENIED_BELOW, type Denied, type Place, PLACES } from "./expected";
import { recordTwoStacks, type TwoStacks } from "./stacks";
import { sharedThings, thingsOf } from "./things";

interface Pair {
    readonly what: string;
    /** Whose roles ask. */
    readonly roles: (stacks: TwoStacks) => Fixture;
    /** What they ask for. */
    readonly things: (stacks: TwoStacks) => Fixture;
    readonly crosses: readonly string[];
    readonly denied: Readonly<Record<Place, Denied>>;
}

const PAIRS: readonly Pair[] = [
    {
        what: "another stack",
        roles: ({ own }) => own,
        things: ({ others }) => others.stack,
        crosses: CROSSES,
        denied: { "own VPC": DENIED, "other's VPC": DENIED },
    },
    {
        what: "a unit of the same stack",
        roles: ({ own }) => own,
        things: ({ others }) => others.unit,
        crosses: CROSSES,
        denied: { "own VPC": DENIED, "other's VPC": DENIED },
    },
    {
        what: "the stack a unit is of",
        roles: ({ others }) => others.unit,
        things: ({ own }) => own,
        crosses: CROSSES_WITH_RESPONSE,
        denied: DENIED_BELOW,
    },
];

describe("roles: two domains in one account", () => {
    let stacks: TwoStacks;
    before(async () => {
        stacks = await recordTwoStacks();
    });

    for (const { crosses, denied: stoppedBy, roles, things, what } of PAIRS) {
        for (const place of PLACES) {
            it(`no role reaches what is of ${what}, from the ${place}, but what is known`, () => {
                const { allowed, denied } = outcomes(worldFrom(roles(stacks), things(stacks), place), things(stacks));
                assert.deepEqual(allowed, [...crosses].sort());
                assert.deepEqual(denied, sorted(stoppedBy[place]));
            });
        }
    }

    it("what belongs to the account is shared by teams of the same name, or by those without one", () => {
        const world = worldFrom(stacks.own, stacks.others.stack, "own VPC");
        const who = Object.entries(sharedThings()).map(([kind, asks]) => [
            kind,
            subjectsOf(world)
                .filter((subject) => asks.some((ask) => answered(world, subject, ask).answer !== "no"))
                .map(({ role }) => role.name.replace("studio-", "")),
        ]);
        assert.deepEqual(Object.fromEntries(who), {
            "a job of research": ["execution-data-scientist_research", "pipeline_research"],
            "a job of no team": ["execution-data-scientist", "pipeline"],
            "logs of research": ["execution-data-scientist_research"],
            "logs of no team": ["execution-data-scientist"],
        });
    });

    const ROLE = "studio-execution-data-scientist_research";
    for (const [what, change, opened] of [
        [
            "profiles, when Allow and boundary name all",
            all(
                without("studio-execution-boundary", "OnlyOwnProfile"),
                widened(`${ROLE}-presign`, "OpenOwnProfile", "*"),
            ),
            "profiles: execution-data-scientist_research may sagemaker:CreatePresignedDomainUrl",
        ],
        [
            "what its people made, when NothingOfOtherDomains is gone",
            without(`${ROLE}-spaces`, "NothingOfOtherDomains"),
            "what its people made: execution-data-scientist_research may sagemaker:InvokeEndpoint",
        ],
        [
            "roles, when all may be passed",
            widened(`${ROLE}-pass`, "PassJobRoles", "*"),
            "roles: execution-data-scientist_research may iam:PassRole",
        ],
    ] as const satisfies readonly (readonly [string, Change, string])[]) {
        it(`finds ${what}`, () => {
            const things = stacks.others.stack;
            const { allowed } = outcomes(worldFrom(stacks.own, things, "own VPC", change), things);
            assert.ok(allowed.includes(opened), allowed.join("\n"));
        });
    }
});

function worldFrom(roles: Fixture, things: Fixture, place: Place, change?: Change): RoleWorld {
    const world = worldOf(roles, change);
    return place === "own VPC" ? world : { ...world, endpoint: worldOf(things).endpoint };
}

/** Every role of the stack; those of services and people ask as sessions that know no profile. */
function subjectsOf({ otherRoles, subjects }: RoleWorld): Subject[] {
    return [
        ...subjects,
        ...otherRoles.map((role): Subject => ({
            role,
            session: "job",
            persona: role.name,
            team: undefined,
            profiles: [],
            own: "somebody",
        })),
    ];
}

interface Outcomes {
    /** `kind: role may action`. */
    readonly allowed: readonly string[];
    /** What denied, by kind. */
    readonly denied: Readonly<Record<string, readonly string[]>>;
}

function outcomes(world: RoleWorld, of: Fixture): Outcomes {
    const allowed = new Set<string>();
    const denied: Record<string, Set<string>> = {};
    for (const [kind, asks] of Object.entries(thingsOf(of))) {
        assert.ok(asks.length > 0, `there is nothing of the kind ${kind}`);
        for (const subject of subjectsOf(world)) {
            for (const ask of asks) {
                const { answer: said, by } = answered(world, subject, ask);
                if (said === "no") {
                    (denied[kind] ??= new Set()).add(by);
                } else {
                    allowed.add(`${kind}: ${subject.role.name.replace("studio-", "")} may ${ask.action}`);
                }
            }
        }
    }
    return {
        allowed: [...allowed].sort(),
        denied: sorted(Object.fromEntries(Object.entries(denied).map(([kind, by]) => [kind, [...by]]))),
    };
}

const LAYERS: Readonly<Record<string, string>> = {
    "identity policies": "the role",
    "policy of the resource": "the key",
    "trust policy of the role": "the trust policy",
};

function answered(world: RoleWorld, subject: Subject, ask: Ask): { answer: string; by: string } {
    const finding = answer(world, subject, { label: "", expected: "never", asks: [ask] });
    const layer = /no matching Allow in the ([^.]+)\./.exec(finding.reason)?.[1] ?? "";
    const statements = finding.deciding.map((statement) =>
        statement.replace("studio-execution-boundary", "BOUNDARY").replace(subject.role.name, "ROLE"),
    );
    return {
        answer: finding.answer,
        by: statements.length > 0 ? statements.sort().join(" + ") : `no Allow of ${LAYERS[layer] ?? layer}`,
    };
}

function sorted(table: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
    return Object.fromEntries(
        Object.entries(table)
            .map(([kind, by]): [string, string[]] => [kind, [...by].sort()])
            .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
}
