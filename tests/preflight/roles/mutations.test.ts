import { strict as assert } from "node:assert";

import { type JudgedRole, roleProofs } from "../../../preflight/proofs/roles";
import { type Fixture, recordStack } from "../access/fixture";
import {
    all,
    type Change,
    COMPLETE,
    detached,
    edit,
    judged,
    question,
    set,
    unconditional,
    widened,
    without,
    worldOf,
} from "./fixture";

const PLACE = "arn:aws:iam::111122223333:role/private-studio/studio-complete";
const BOUNDARY = "studio-execution-boundary";
const SCIENTIST = "execution-data-scientist_research";
const ALONE = "execution-data-scientist";
const MLOPS = "execution-mlops-engineer_research";
const ROLE = "aws:iam/role:Role";

interface Row {
    readonly what: string;
    readonly role: string;
    readonly change: Change;
    /** Questions that are answered with yes then, by a part of their text; each fits exactly the number given. */
    readonly opens: Readonly<Record<string, number>>;
    /** A statement the proof has to name. */
    readonly by?: string;
    /** Questions still denied, and by what then. */
    readonly still?: Readonly<Record<string, string>>;
}

const guardrail = (policy: string, sid: string, opens: Row["opens"]): Row => ({
    what: `${sid} is gone`,
    role: SCIENTIST,
    change: without(`studio-guardrails-${policy}`, sid),
    opens,
    by: "studio-persona-data-scientist-1 › Jobs",
});

const ROWS: readonly Row[] = [
    // One guardrail.
    guardrail("place", "OtherSubnets", { "train in other subnets": 1 }),
    guardrail("place", "OtherGroups", { "train in other groups": 1 }),
    guardrail("place", "OtherVolumeKey", { "train on volumes under another key": 1 }),
    guardrail("place", "OtherOutputKey", { "write results under another key": 1 }),
    guardrail("limits", "MissingVolumeKey", { "train on volumes without a key": 1 }),
    guardrail("limits", "MissingOutputKey", { "write results without a key": 1 }),
    guardrail("limits", "OtherJobInstances", { "train on another instance type": 1 }),
    guardrail("jobs", "MissingRunTime", { "train without an end": 1 }),
    guardrail("jobs", "TooLongRunTime", { "train longer than allowed": 1 }),
    guardrail("jobs", "MissingIsolation", { "train in containers with a network": 1 }),
    guardrail("jobs", "NoIsolation", { "train in containers with a network": 1 }),
    guardrail("jobs", "MissingTrafficEncryption", { "train with plain traffic between instances": 1 }),
    guardrail("jobs", "NoTrafficEncryption", { "train with plain traffic between instances": 1 }),
    ...(
        [
            ["limits", "OtherAppInstances", "start an app on another instance type"],
            ["doors", "OtherImages", "start an image that is not the stack's"],
            ["doors", "OtherImageVersions", "start an image that is not the stack's"],
            ["doors", "OtherScripts", "start with a script that is not the stack's"],
        ] as const
    ).map(([policy, sid, label]): Row => ({
        ...guardrail(policy, sid, { [label]: 1 }),
        by: `studio-${SCIENTIST}-spaces › OwnPrivateSpaces`,
    })),
    {
        what: "MissingSubnets is gone",
        role: SCIENTIST,
        change: without("studio-guardrails-jobs", "MissingSubnets"),
        opens: {},
        still: { "train without subnets": `${BOUNDARY} › JobsNeedSubnets` },
    },

    // A whole policy.
    {
        what: "the guardrails about jobs are detached",
        role: SCIENTIST,
        change: detached(`studio-${SCIENTIST}-guardrail-jobs`),
        opens: {
            "train without an end": 1,
            "train longer than allowed": 1,
            "train in containers with a network": 2,
            "train with plain traffic between instances": 2,
        },
        by: "studio-persona-data-scientist-1 › Jobs",
        still: {
            "train without subnets": `${BOUNDARY} › JobsNeedSubnets`,
            "train without groups": `${BOUNDARY} › JobsNeedGroups`,
        },
    },
    {
        what: "the guardrails about limits are detached from a pipeline's role",
        role: "pipeline_risk",
        change: detached("studio-pipeline_risk-guardrail-limits"),
        opens: {
            "train on volumes without a key": 1,
            "write results without a key": 1,
            "train on another instance type": 1,
        },
        by: "studio-pipelines-1 › Jobs",
    },
    {
        what: "the guardrails about the place are detached",
        role: SCIENTIST,
        change: detached(`studio-${SCIENTIST}-guardrail-place`),
        opens: {
            "train in other subnets": 1,
            "train in other groups": 1,
            "train on volumes under another key": 1,
            "write results under another key": 1,
        },
    },
    {
        what: "the policy of teams is detached",
        role: MLOPS,
        change: detached(`studio-${MLOPS}-teams-1`),
        opens: {
            "invoke another team's endpoint": 1,
            "look at what another team made": 2,
            "stop or delete what another team made": 3,
            "run another team's pipeline": 2,
            "deploy another team's models": 1,
        },
        still: {
            "make something in another team's name": `${BOUNDARY} › TeamTagIsTheCallersOwn`,
            "take what it made out of its team": `${BOUNDARY} › TeamTagStays`,
        },
    },
    {
        what: "the role has no boundary",
        role: SCIENTIST,
        change: set(ROLE, `studio-${SCIENTIST}`, "permissionsBoundary", undefined),
        opens: {
            "open a space to connections from outside": 2,
            "debug a job from outside": 1,
            // The team's own tag in the call that creates.
            "give what it made to another team: sagemaker:AddTags": 1,
        },
        still: {
            "train without subnets": "studio-guardrails-jobs › MissingSubnets",
            "make notebook instances": "studio-guardrails-doors › NoNotebookInstances",
            "make something in another team's name": "studio-teams-1 › CreateForOwnTeam",
        },
    },

    // One Deny of the boundary.
    {
        what: "NoRemoteAccess is gone",
        role: SCIENTIST,
        change: without(BOUNDARY, "NoRemoteAccess"),
        opens: { "open a space to connections from outside": 2 },
        by: `studio-${SCIENTIST}-spaces › OwnPrivateSpaces`,
    },
    {
        what: "NoRemoteDebug is gone",
        role: SCIENTIST,
        change: without(BOUNDARY, "NoRemoteDebug"),
        opens: { "debug a job from outside": 1 },
        by: "studio-persona-data-scientist-1 › Jobs",
    },
    {
        what: "JobsNeedSubnets and JobsNeedGroups are gone",
        role: SCIENTIST,
        change: without(BOUNDARY, "JobsNeedSubnets", "JobsNeedGroups"),
        opens: {},
        still: {
            "train without subnets": "studio-guardrails-jobs › MissingSubnets",
            "train without groups": "studio-guardrails-jobs › MissingGroups",
        },
    },
    {
        what: "OnlyOwnProfile is gone",
        role: SCIENTIST,
        change: without(BOUNDARY, "OnlyOwnProfile"),
        opens: {},
        still: { "open a colleague's profile": "", "open a profile of another domain": "" },
    },
    {
        what: "OnlyOwnProfile is gone and the Allow names all profiles",
        role: SCIENTIST,
        change: all(without(BOUNDARY, "OnlyOwnProfile"), widened(`studio-${SCIENTIST}-presign`, "OpenOwnProfile", "*")),
        opens: { "open a colleague's profile": 1, "open a profile of another domain": 1 },
        by: `studio-${SCIENTIST}-presign › OpenOwnProfile`,
    },
    {
        what: "the Allow names all profiles",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-presign`, "OpenOwnProfile", "*"),
        opens: {},
        still: { "open a colleague's profile": `${BOUNDARY} › OnlyOwnProfile` },
    },
    {
        what: "PersonTagIsTheDeployers is gone and tags may be put on profiles at any time",
        role: SCIENTIST,
        change: all(
            without(BOUNDARY, "PersonTagIsTheDeployers"),
            widened(`studio-${SCIENTIST}-spaces`, "TagWhatIsCreated", "*"),
            unconditional(`studio-${SCIENTIST}-spaces`, "TagWhatIsCreated", "sagemaker:TaggingAction"),
        ),
        opens: { "give a profile to somebody": 1 },
        by: `studio-${SCIENTIST}-spaces › TagWhatIsCreated`,
    },
    {
        what: "the boundary no longer holds the team's tag",
        role: ALONE,
        change: without(BOUNDARY, "TeamTagIsTheCallersOwn"),
        opens: { "make something in another team's name": 1, "give what it made to another team": 1 },
    },

    // Conditions of an Allow.
    {
        what: "spaces need no owner",
        role: SCIENTIST,
        change: unconditional(`studio-${SCIENTIST}-spaces`, "OwnPrivateSpaces", "sagemaker:OwnerUserProfileArn"),
        opens: { "make a space in a colleague's name": 1, "work in a colleague's space": 2 },
        by: `studio-${SCIENTIST}-spaces › OwnPrivateSpaces`,
    },
    {
        what: "spaces need not be private",
        role: SCIENTIST,
        change: unconditional(`studio-${SCIENTIST}-spaces`, "OwnPrivateSpaces", "sagemaker:SpaceSharingType"),
        opens: { "make a space that others may enter": 1 },
        by: `studio-${SCIENTIST}-spaces › OwnPrivateSpaces`,
    },
    {
        what: "NothingOfOtherDomains is gone",
        role: SCIENTIST,
        change: without(`studio-${SCIENTIST}-spaces`, "NothingOfOtherDomains"),
        opens: { "stop what another domain's people started": 1 },
        by: "studio-persona-data-scientist-1 › Jobs",
    },

    // Roles to hand on.
    {
        what: "every role may be passed",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-pass`, "PassJobRoles", "*"),
        // Six roles of apps, eight of others' jobs, four of services, the one people assume, and one of elsewhere.
        opens: { "run a job as another role": 20 },
        by: `studio-${SCIENTIST}-pass › PassJobRoles`,
        still: { "hand a role to another service": "" },
    },
    {
        what: "roles of the other team may be passed",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-pass`, "PassJobRoles", `${PLACE}/*_risk-*`),
        opens: {
            "-job_risk-": 1,
            "-model_risk-": 1,
            "-monitor_risk-": 1,
            "-pipeline_risk-": 1,
            "-execution-data-scientist_risk-": 1,
        },
    },
    {
        what: "roles may be handed to any service",
        role: SCIENTIST,
        change: unconditional(`studio-${SCIENTIST}-pass`, "PassJobRoles", "iam:PassedToService"),
        opens: { "hand a role to another service": 1 },
    },

    // Data.
    {
        what: "the bucket admits calls from anywhere",
        role: SCIENTIST,
        change: without("studio-buckets-data", "DataThroughTheEndpointOnly"),
        opens: { "read data from outside the network": 1 },
        by: `studio-${SCIENTIST}-data › OwnFolders`,
    },
    {
        what: "the bucket takes any key",
        role: SCIENTIST,
        change: without("studio-buckets-data", "NoOtherKey"),
        opens: { "write data under another key": 1 },
    },
    {
        what: "the role may work in the whole bucket",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-data`, "OwnFolders", "arn:aws:s3:::private-studio-studio-complete-data-*"),
        opens: {
            "read a colleague's data": 2,
            "change a colleague's data": 4,
            "read another team's data": 1,
            "change another team's data": 2,
            "read what lies in no folder": 1,
        },
        by: `studio-${SCIENTIST}-data › OwnFolders`,
        still: { "change files of the deployment": "studio-buckets-data › FilesOfTheDeployment" },
    },
    {
        what: "a job's role may work in the other team's folder",
        role: "job_research",
        change: widened("studio-job_research-data", "OwnFolders", "arn:aws:s3:::*/teams/*"),
        opens: { "read another team's data": 3, "change another team's data": 6 },
        by: "studio-job_research-data › OwnFolders",
    },
    {
        what: "the role may work in every bucket",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-data`, "OwnFolders", "*"),
        opens: {
            "read a colleague's data": 6,
            "change a colleague's data": 12,
            "read another team's data": 3,
            "change another team's data": 6,
            "read what lies in no folder": 3,
            "change files of the deployment": 4,
        },
        still: {
            // The endpoint lets none but the stack's own buckets through.
            "read a bucket that is not the stack's": "",
            "read records": "studio-buckets-access-logs › NotForStudio",
        },
    },

    // Keys.
    {
        what: "the role may use every key",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-key`, "DomainKey", "*"),
        opens: { "decrypt under a key that is not the stack's": 2 },
        by: `studio-${SCIENTIST}-key › DomainKey`,
        still: { "decrypt what is not data": "", "decrypt data without S3": "" },
    },
    {
        what: "the data key may be used without S3",
        role: SCIENTIST,
        change: all(
            unconditional(`studio-${SCIENTIST}-key`, "DataKey", "kms:ViaService"),
            unconditional("studio-keys-data", "UseThroughS3", "kms:ViaService"),
        ),
        opens: { "decrypt data without S3": 1 },
        by: `studio-${SCIENTIST}-key › DataKey`,
    },
    {
        what: "grants may be given to anybody",
        role: SCIENTIST,
        change: all(
            unconditional(`studio-${SCIENTIST}-key`, "DomainKeyForServices", "kms:GrantIsForAWSResource"),
            unconditional("studio-keys-domain", "GrantsOfServices", "kms:GrantIsForAWSResource"),
            unconditional("studio-keys-domain", "GrantsOfServices", "kms:ViaService"),
        ),
        opens: { "hand a key to others": 1 },
        by: `studio-${SCIENTIST}-key › DomainKeyForServices`,
    },

    // Logs.
    {
        what: "every stream is readable",
        role: SCIENTIST,
        change: all(
            without(`studio-${SCIENTIST}-logs`, "OnlyOwnStreams"),
            widened(`studio-${SCIENTIST}-logs`, "ReadOwnStreams", "*"),
        ),
        opens: { "read a colleague's logs": 1, "read another team's logs": 2 },
        by: `studio-${SCIENTIST}-logs › ReadOwnStreams`,
    },
    {
        what: "the Allow names every stream",
        role: SCIENTIST,
        change: widened(`studio-${SCIENTIST}-logs`, "ReadOwnStreams", "*"),
        opens: {},
        still: {
            "read a colleague's logs": `studio-${SCIENTIST}-logs › OnlyOwnStreams`,
            "read another team's logs": `studio-${SCIENTIST}-logs › OnlyOwnStreams`,
        },
    },
    {
        what: "groups may be searched",
        role: SCIENTIST,
        change: edit(`studio-${SCIENTIST}-logs`, "NoSearchOfWholeGroups", (statement) => ({
            ...statement,
            Effect: "Allow",
        })),
        opens: { "search everybody's logs": 4 },
    },
    {
        what: "streams of teams are readable to those without one",
        role: ALONE,
        change: without(`studio-${ALONE}-logs`, "NoStreamsOfTeams"),
        opens: { "TrainingJobs:log-stream:research--probe": 1 },
    },

    // Teams, from outside one.
    {
        what: "NothingOfTeams is gone",
        role: ALONE,
        change: without("studio-teamless", "NothingOfTeams"),
        opens: {
            "invoke another team's endpoint": 1,
            "look at what another team made": 2,
            "stop or delete what another team made": 3,
            "deploy another team's models": 1,
        },
    },
    {
        what: "the role of an app lost the tag of its team",
        role: SCIENTIST,
        change: set(ROLE, `studio-${SCIENTIST}`, "tags", { persona: "data-scientist" }),
        // What is its team's is another team's then.
        opens: {
            "read another team's data": 2,
            "change another team's data": 4,
            "read another team's logs": 1,
            "run a job as another role": 2,
        },
        still: { "look at what another team made": "studio-teams-1 › RoleHasATeam" },
    },
];

describe("roles: an edit of the documents is found", () => {
    let fixture: Fixture;
    const before_ = new Map<string, JudgedRole>();
    before(async () => {
        fixture = await recordStack(COMPLETE);
        const world = worldOf(fixture);
        for (const role of new Set(ROWS.map(({ role: each }) => each))) {
            before_.set(role, judged(world, role));
        }
    });

    for (const { by, change, opens, role, still = {}, what } of ROWS) {
        const outcome = Object.keys(opens).length === 0 ? "still denied" : "broken";
        it(`${what}: ${outcome}`, () => {
            const was = new Map(before_.get(role)?.findings.map((each) => [question(each), each.answer]));
            const after = judged(worldOf(fixture, change), role);
            const opened = after.findings.filter(
                (each) => each.expected === "never" && each.answer === "yes" && was.get(question(each)) !== "yes",
            );
            assert.deepEqual(countedBy(Object.keys(opens), opened.map(question)), opens);

            const [proof] = roleProofs([after], []);
            const evidence = proof?.evidence.join("\n") ?? "";
            assert.equal(proof?.verdict, opened.length > 0 ? "broken" : "holds");
            if (opened.length > 0) {
                assert.ok(evidence.includes(`studio-${role} may `), evidence);
                assert.ok(evidence.includes(by ?? " is allowed by "), evidence);
            }
            for (const [label, statement] of Object.entries(still)) {
                const asked = after.findings.filter((each) => each.label === label);
                assert.ok(asked.length > 0, label);
                assert.ok(
                    asked.every(({ answer }) => answer === "no"),
                    label,
                );
                assert.ok(
                    asked.some(({ deciding }) =>
                        statement === "" ? deciding.length === 0 : deciding.includes(statement),
                    ),
                    `${label}: ${asked.map(({ deciding }) => deciding.join()).join(" | ")}`,
                );
            }
        });
    }
});

/** How many texts each part stands in; a text that holds none of them under its own name. */
function countedBy(parts: readonly string[], texts: readonly string[]): Record<string, number> {
    const counts = new Map<string, number>();
    for (const text of texts) {
        const part = parts.find((each) => text.includes(each)) ?? text;
        counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
}
