import { strict as assert } from "node:assert";

import { SETS } from "../../components/security/roles/personas/personas";
import { NAMED_ACTIONS, teamActions } from "../../components/security/roles/teamActions";
import type { Feature } from "../../policy-pack/facts";
import { type ActionFacts, actionsOf, carries } from "../iam-linter/facts";

const FEATURES: readonly Feature[] = ["studio", "jobs", "canvas", "jumpstart", "featureStore", "projects"];

/** Kinds of resources that belong to a person or to the deployment, not to a team. */
const NOBODYS_TEAM = [
    "app",
    "app-image-config",
    "domain",
    "hub",
    "hub-content",
    "image",
    "image-version",
    "mlflow-app",
    "mlflow-tracking-server",
    "space",
    "studio-lifecycle-config",
    "user-profile",
];

async function factsOf(action: string): Promise<ActionFacts> {
    const [facts] = await actionsOf(action);
    assert.ok(facts, `AWS has no action ${action}`);
    return facts;
}

function kindsOf({ arns }: ActionFacts): string[] {
    return arns.map(({ format }) => /:([a-z-]+)\//.exec(format.slice(format.indexOf("${Account}")))?.[1] ?? format);
}

describe("Actions that have to respect teams", () => {
    const { creating, acting } = teamActions(FEATURES);

    it("create what can be tagged in the call", async () => {
        const facts = await Promise.all(creating.map(factsOf));
        assert.deepEqual(
            facts.filter((each) => !carries(each, "aws:RequestTag/team")).map(({ action }) => action),
            [],
        );
    });

    it("act on what carries tags", async () => {
        const facts = await Promise.all(acting.map(factsOf));
        assert.deepEqual(
            facts.filter((each) => !carries(each, "aws:ResourceTag/team")).map(({ action }) => action),
            [],
        );
    });

    it("are all that the sets allow on things of a team, by tag or by name", async () => {
        const all: readonly string[] = [
            ...creating,
            ...acting,
            ...NAMED_ACTIONS.executions,
            ...NAMED_ACTIONS.versions,
            // Told apart in the boundary, for all roles.
            "sagemaker:AddTags",
        ];
        const allowed = Object.values(SETS)
            .flatMap(({ grants }) => grants)
            .filter(({ resources }) => !resources.includes("*"))
            .flatMap(({ actions }) => actions)
            .filter((action) => action.startsWith("sagemaker:") && !all.includes(action));
        const facts = await Promise.all([...new Set(allowed)].map(factsOf));
        assert.deepEqual(
            facts
                .filter((each) => kindsOf(each).some((kind) => !NOBODYS_TEAM.includes(kind)))
                .map(({ action }) => action),
            // Reading one's own domain's tags.
            ["sagemaker:ListTags"],
        );
    });
});
