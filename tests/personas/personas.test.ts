import { strict as assert } from "node:assert";

import type { RecordedComponent } from "../harness";
import { ask, roleOf } from "../security/role";
import { EXPECTED_ACTIONS, type PersonaName } from "./expectedActions";
import { ALICE, recordPersonas, recordTeams, request, roleName } from "./personaStack";

const PERSONAS: readonly PersonaName[] = [
    "administrator",
    "data-scientist",
    "default",
    "mlops-engineer",
    "multi-domain",
];

/** What an administrator may do to others' apps and spaces, which the table gives to owners. */
const BY_OFFICE = ["DeleteApp", "DeleteSpace"];

describe("Personas against the features of the reference systems", () => {
    let alone: RecordedComponent;
    let teams: RecordedComponent;
    before(async () => {
        alone = await recordPersonas();
        teams = await recordTeams();
    });

    for (const { feature, personas, actions, context } of EXPECTED_ACTIONS) {
        describe(feature, () => {
            for (const persona of PERSONAS) {
                const may = personas.includes(persona);
                it(`${persona} ${may ? "may" : "may not"}`, () => {
                    const role = roleOf(alone, roleName(persona));
                    for (const [action, resource] of actions) {
                        const found = ask(role, ...request(action, resource), { ...ALICE, ...context });
                        assert.match(found, may ? /^allowed by/ : /^(denied by|no Allow in identity)/, action);
                    }
                });
            }

            if (personas.includes("mlops-engineer")) {
                it("holds for a team too, whose requests carry the team", () => {
                    const role = roleOf(teams, roleName("mlops-engineer", "research"));
                    for (const [action, resource] of actions) {
                        const named = resource.replace(/^(pipeline\/|model-package\/)/, "$1research--");
                        const own = {
                            "aws:RequestTag/team": "research",
                            "aws:ResourceTag/team": "research",
                            "aws:TagKeys": ["team"],
                        };
                        const found = ask(role, ...request(action, named, "research"), {
                            ...ALICE,
                            ...own,
                            ...context,
                        });
                        assert.match(found, /^allowed by/, action);
                    }
                });
            }
        });
    }

    it("lets an administrator stop and delete what is others', in the own domain alone", () => {
        const role = roleOf(alone, roleName("administrator"));
        const others = {
            ...ALICE,
            "sagemaker:OwnerUserProfileArn": "arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/bob",
            "sagemaker:SpaceSharingType": "Private",
        };
        for (const action of BY_OFFICE) {
            const kind = action === "DeleteApp" ? "app" : "space";
            assert.equal(ask(role, ...request(action, `${kind}/d-1/his`), others), "allowed by AppsAndSpacesOfOthers");
            assert.equal(ask(role, ...request(action, `${kind}/d-2/his`), others), "no Allow in identity");
        }
    });
});
