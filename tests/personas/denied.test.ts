import { strict as assert } from "node:assert";

import type { RecordedComponent } from "../harness";
import { ask, EVERYTHING, roleOf } from "../security/role";
import { REFUSED, REFUSED_OF_TEAMS } from "./denied";
import { ALICE, recordPersonas, recordTeams, request, roleName } from "./personaStack";

describe("What no persona may", () => {
    let alone: RecordedComponent;
    let teams: RecordedComponent;
    before(async () => {
        alone = await recordPersonas();
        teams = await recordTeams();
    });

    for (const [persona, what, action, resource, context, answer] of REFUSED) {
        it(`${persona}: ${what}, ${action}: ${answer}`, () => {
            const found = ask(roleOf(alone, roleName(persona)), ...request(action, resource), context);
            assert.equal(found, answer);
        });
    }

    for (const [member, what, action, resource, context, answer] of REFUSED_OF_TEAMS) {
        it(`${member}: ${what}, ${action}: ${answer}`, () => {
            const [persona = "", team] = member.split("_");
            const found = ask(roleOf(teams, roleName(persona, team)), ...request(action, resource), context);
            // The list of actions is long and stands in several statements.
            assert.equal(found.replace(/(ActOnOwnTeams)\d/, "$1"), answer);
        });
    }

    it("keeps a team's role to its team when everything is attached to it", () => {
        const role = roleOf(teams, roleName("mlops-engineer", "research"));
        const layers = { identity: [...role.identity, EVERYTHING] };
        for (const [action, resource] of [
            ["DeleteEndpoint", "endpoint/e"],
            ["StopTrainingJob", "training-job/j"],
            ["InvokeEndpoint", "endpoint/e"],
        ] as const) {
            const found = ask(
                role,
                ...request(action, resource),
                { ...ALICE, "aws:ResourceTag/team": "credit" },
                layers,
            );
            assert.match(found, /^denied by ActOnOwnTeams/, action);
        }
    });

    it("does nothing at all in SageMaker once its role has lost the team's tag", () => {
        const { tags: _, ...role } = roleOf(teams, roleName("data-scientist", "research"));
        const found = ask({ ...role, tags: {} }, ...request("ListDomains", "*"), ALICE);
        assert.equal(found, "denied by RoleHasATeam");
    });
});
