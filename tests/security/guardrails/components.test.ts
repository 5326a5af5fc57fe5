import { strict as assert } from "node:assert";

import {
    guardrailDocuments,
    Guardrails,
    OrganizationGuardrails,
    SERVICE_CONTROL_POLICIES,
    serviceControlPolicies,
    serviceControlTexts,
} from "../../../components/security";
import { UNKNOWN } from "../../../policy-pack/graph";
import { LOCAL_STORAGE_FAMILIES } from "../../../policy-pack/facts";
import { inputsOf, namesOf, one, recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, PLACE, STACK } from "../../place";
import { ARGS, IMAGE, SERVICE_CONTROL_ARGS } from "./fixture";

const POLICY = "aws:iam/policy:Policy";
const { account: _account, region: _region, ...REST } = ARGS;

function record(): Promise<RecordedComponent> {
    return recordComponent(() => {
        const made = new Guardrails("limits", { ...REST, place: PLACE, tags: { a: "b" } }, inPlace());
        return { arns: made.arns, policyArns: made.policyArns };
    }, STACK);
}

describe("Guardrails", () => {
    it("makes one policy for each purpose, below the stack's path, and hands out their ARNs", async () => {
        const recording = await record();
        const purposes = ["jobs", "limits", "doors", "place"];
        assert.deepEqual(
            namesOf(recording).filter((name) => name.startsWith(POLICY)),
            purposes.map((purpose) => `${POLICY}::limits-${purpose}`).sort(),
        );
        const arn = (purpose: string): unknown => inputsOf(recording, POLICY, `limits-${purpose}`).arn;
        assert.match(
            String(arn("jobs")),
            /^arn:aws:iam::111122223333:policy\/fixture\/test\/fixture-test-guardrail-jobs-[0-9a-f]{8}$/,
        );
        assert.deepEqual(recording.outputs["policyArns"], purposes.map(arn));
        assert.deepEqual(
            recording.outputs["arns"],
            Object.fromEntries(purposes.map((purpose) => [purpose, arn(purpose)])),
        );
        assert.deepEqual(inputsOf(recording, POLICY, "limits-jobs").tags, { a: "b" });
    });

    it("keeps readable at a first preview what holds no id made at deployment", async () => {
        const recording = await recordComponent(
            () => {
                const home = inPlace();
                const before = new Guardrails("first", { ...REST, place: PLACE, tags: {} }, home);
                const ids = [before.arns.jobs];
                new Guardrails("limits", { ...REST, subnetIds: ids, volumeKeyArns: ids, place: PLACE, tags: {} }, home);
            },
            { ...STACK, unknown: true },
        );
        const text = (purpose: string): unknown => inputsOf(recording, POLICY, `limits-${purpose}`).policy;
        assert.equal(text("place"), UNKNOWN);
        for (const purpose of ["jobs", "limits", "doors"]) {
            assert.match(String(text(purpose)), /^\{"Version":"2012-10-17","Statement":\[/);
        }
    });

    it("fits AWS's limits with six zones, three groups, twenty images and forty instance types", () => {
        const id = (kind: string, index: number): string =>
            `${kind}-0123456789abcde${index.toString(16).padStart(2, "0")}`;
        const many = (count: number, make: (index: number) => string): string[] =>
            Array.from({ length: count }, (_, i) => make(i));
        const args = {
            ...SERVICE_CONTROL_ARGS,
            subnetIds: many(6, (index) => id("subnet", index)),
            groupIds: many(3, (index) => id("sg", index)),
            imageArns: many(20, (index) => `${IMAGE}-private-studio-production-${index}-0123abcd`),
            instances: { apps: many(20, (i) => `ml.m5.${i}xlarge`), jobs: many(20, (i) => `ml.m5.${i}xlarge`) },
            deployers: many(3, (index) => `arn:aws:iam::111122223333:role/private-studio-deployer-${index}`),
        };
        const tooLong = (documents: object, limit: number): string[] =>
            Object.entries(documents)
                .map(([name, document]) => [name, JSON.stringify(document).length] as const)
                .filter(([, length]) => length > limit)
                .map(([name, length]) => `${name}: ${length}`);
        assert.deepEqual(tooLong(guardrailDocuments(args), 6144), []);
        assert.deepEqual(tooLong(serviceControlPolicies(args), 5120), []);
    });
});

describe("OrganizationGuardrails", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordComponent(
            () =>
                void new OrganizationGuardrails("bound", {
                    place: PLACE,
                    managementRole: "arn:aws:iam::444455556666:role/policy-administrator",
                    targets: ["ou-a1b2-c3d4e5f6", "111122223333"],
                    texts: serviceControlTexts(SERVICE_CONTROL_ARGS),
                    tags: {},
                }),
            STACK,
        );
    });

    it("works as the management role in its account, not as the deployer", () => {
        const provider = one(recording, "pulumi:providers:aws");
        const setting = (name: string): unknown => JSON.parse(String(provider.props[name]));
        assert.deepEqual(setting("allowedAccountIds"), ["444455556666"]);
        assert.deepEqual(setting("assumeRoles"), [
            { roleArn: "arn:aws:iam::444455556666:role/policy-administrator", sessionName: "fixture-test" },
        ]);
        const policies = recording.resources.filter(({ type }) => type.startsWith("aws:organizations/"));
        assert.equal(policies.length, 12);
        assert.deepEqual([...new Set(policies.map((policy) => policy.provider?.split("::")[3]))], ["bound-aws"]);
    });

    it("makes each policy once and attaches it to each target", () => {
        const TYPE = "aws:organizations/policy:Policy";
        const expected = SERVICE_CONTROL_POLICIES.flatMap((purpose) => [
            [`bound-${purpose}-ou-a1b2-c3d4e5f6`, one(recording, TYPE, `bound-${purpose}`).id, "ou-a1b2-c3d4e5f6"],
            [`bound-${purpose}-111122223333`, one(recording, TYPE, `bound-${purpose}`).id, "111122223333"],
        ]);
        const found = recording.resources
            .filter(({ type }) => type === "aws:organizations/policyAttachment:PolicyAttachment")
            .map(({ name, props }) => [name, props.policyId, props.targetId]);
        const sorted = (rows: readonly (readonly unknown[])[]): unknown =>
            [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
        assert.deepEqual(sorted(found), sorted(expected));
        assert.equal(inputsOf(recording, TYPE, "bound-jobs").type, "SERVICE_CONTROL_POLICY");
    });

    it("fits a target beside FullAWSAccess, each text within AWS's limit", () => {
        const texts = recording.resources
            .filter(({ type }) => type === "aws:organizations/policy:Policy")
            .map(({ props }) => String(props.content));
        assert.equal(texts.length, 4);
        assert.deepEqual(
            texts.filter((text) => text.length > 5120 || !text.includes('"Effect":"Deny"')),
            [],
        );
        assert.ok(texts.join().includes(`ml.${LOCAL_STORAGE_FAMILIES[0]}.*`));
    });
});
