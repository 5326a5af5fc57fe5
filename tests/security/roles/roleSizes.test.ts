import { strict as assert } from "node:assert";

import type { Feature } from "../../../policy-pack/facts";
import type { RecordedComponent } from "../../harness";
import { recordRoles } from "./rolesStack";

/** Every feature with permissions of its own; Canvas and the IDE among them. */
const ALL: readonly Feature[] = [
    "studio",
    "jobs",
    "canvas",
    "jumpstart",
    "featureStore",
    "projects",
    "mlflow",
    "bedrock",
    "emr",
    "glue",
    "dataAccess",
    "codeArtifact",
    "remoteIde",
    "observability",
];

/** Policies a role has from elsewhere: the guardrails. */
const GUARDRAILS = Object.fromEntries(
    ["jobs", "limits", "doors", "place"].map((purpose) => [purpose, `arn:aws:iam::111122223333:policy/${purpose}`]),
);

const LONGEST_PERSONA = "p".repeat(20);
const LONGEST_TEAM = "t".repeat(20);
/** GovCloud's has the longest ARNs. */
const FAR = {
    project: "p".repeat(50),
    stack: "s".repeat(50),
    account: "111122223333",
    region: "us-gov-west-1",
};

describe("Roles with everything on and the longest names", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles({
            place: FAR,
            partition: "aws-us-gov",
            features: ALL,
            teamTag: "T".repeat(128),
            personas: { [LONGEST_PERSONA]: { like: "mlops-engineer", add: ["administration"], remove: [] } },
            users: [
                { persona: LONGEST_PERSONA, team: LONGEST_TEAM },
                { persona: LONGEST_PERSONA },
                { persona: "mlops-engineer", team: LONGEST_TEAM },
            ],
            guardrails: GUARDRAILS,
            dataBuckets: Array.from({ length: 3 }, (_, index) => `b${index}`.padEnd(63, "x")),
            ownBuckets: { data: "d".repeat(63), models: "m".repeat(63), canvas: "c".repeat(63) },
            sharingKeyArn: `arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/${"0".repeat(36)}`,
            tagPropagation: true,
        });
    });

    it("keeps every managed policy within 6,144 characters", () => {
        const sizes = recording.resources
            .filter(({ type }) => type === "aws:iam/policy:Policy")
            .map(({ name, props }) => [name, String(props.policy).length] as const);
        assert.deepEqual(
            sizes.filter(([, size]) => size > 6144),
            [],
        );
    });

    it("keeps the inline policies of each role within 10,240 characters together", () => {
        const totals = new Map<unknown, number>();
        for (const { type, props } of recording.resources) {
            if (type === "aws:iam/rolePolicy:RolePolicy") {
                totals.set(props.role, (totals.get(props.role) ?? 0) + String(props.policy).length);
            }
        }
        assert.equal(totals.size, 12);
        assert.deepEqual(
            [...totals].filter(([, total]) => total > 10_240),
            [],
        );
    });

    it("attaches at most ten managed policies to a role, and the guardrails to every one", () => {
        const counts = new Map<unknown, string[]>();
        for (const { name, type, props } of recording.resources) {
            if (type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment") {
                counts.set(props.role, [...(counts.get(props.role) ?? []), name]);
            }
        }
        assert.deepEqual(
            [...counts.values()].filter((names) => names.length > 10),
            [],
        );
        assert.deepEqual(
            [...counts.values()].filter((names) => names.filter((name) => name.includes("-guardrail-")).length !== 4),
            [],
        );
    });

    it("keeps role names within 64 characters", () => {
        const roles = recording.resources.filter(({ type }) => type === "aws:iam/role:Role");
        assert.deepEqual(
            roles.map(({ props }) => String(props.name)).filter((name) => name.length > 64),
            [],
        );
        assert.equal(new Set(roles.map(({ props }) => props.name)).size, roles.length);
    });
});
