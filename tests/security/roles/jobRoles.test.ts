import { strict as assert } from "node:assert";

import { jobRoleArn } from "../../../components/security";
import type { RequestContext } from "../../../policy-pack/iam";
import type { RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { ask, EVERYTHING, roleOf } from "../role";
import { arn } from "./cases/shape";
import { recordRoles } from "./rolesStack";

const NONE = "no Allow in identity";
const PASSED = { "iam:PassedToService": "sagemaker.amazonaws.com" };
const PLACED = { "sagemaker:VpcSubnets": ["subnet-1"], "sagemaker:VpcSecurityGroupIds": ["sg-jobs"] };
const RESEARCH = { "aws:RequestTag/team": "research", "aws:ResourceTag/team": "research" };
const job = (kind: "job" | "model" | "pipeline", team?: string): string => jobRoleArn(PLACE, "aws", kind, team);

type Row = readonly [
    kind: string,
    what: string,
    action: string,
    resource: string,
    context: RequestContext,
    answer: string,
];

const ROWS: readonly Row[] = [
    ["job", "its team's data", "s3:PutObject", "arn:aws:s3:::own-data/teams/research/a", {}, "allowed by OwnFolders"],
    ["job", "everybody's data", "s3:GetObject", "arn:aws:s3:::own-data/shared/a", {}, "allowed by OwnFolders"],
    [
        "job",
        "its team's models",
        "s3:PutObject",
        "arn:aws:s3:::own-models/teams/research/m",
        {},
        "allowed by OwnFolders",
    ],
    ["job", "another team's data", "s3:GetObject", "arn:aws:s3:::own-data/teams/credit/a", {}, NONE],
    ["job", "somebody's own folder", "s3:GetObject", "arn:aws:s3:::own-data/users/alice/a", {}, NONE],
    ["job", "the deployment's files", "s3:GetObject", "arn:aws:s3:::own-data/studio/a", {}, NONE],
    ["job", "existing data", "s3:PutObject", "arn:aws:s3:::example-data/a", {}, "allowed by DataObjects"],
    [
        "job",
        "its log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/aws/sagemaker/TrainingJobs:log-stream:j/a"),
        {},
        "allowed by WriteLogs",
    ],
    [
        "job",
        "Studio's log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/aws/sagemaker/studio:log-stream:d-1/a"),
        {},
        NONE,
    ],
    [
        "job",
        "any log",
        "logs:GetLogEvents",
        arn("logs", "log-group:/aws/sagemaker/TrainingJobs:log-stream:j/a"),
        {},
        NONE,
    ],
    [
        "job",
        "its interface",
        "ec2:CreateNetworkInterface",
        arn("ec2", "subnet/subnet-1"),
        {},
        "allowed by JobInterfaces",
    ],
    ["job", "its image", "ecr:BatchGetImage", arn("ecr", "repository/r"), {}, "allowed by PullAccountImages"],
    [
        "job",
        "another job",
        "sagemaker:CreateTrainingJob",
        arn("sagemaker", "training-job/j"),
        { ...PLACED, ...RESEARCH },
        NONE,
    ],
    ["job", "a space", "sagemaker:CreateSpace", arn("sagemaker", "space/d-1/x"), {}, NONE],
    ["job", "itself to another job", "iam:PassRole", job("job", "research"), PASSED, NONE],
    ["model", "its model", "s3:GetObject", "arn:aws:s3:::own-models/teams/research/m", {}, "allowed by OwnFolders"],
    ["model", "changing it", "s3:PutObject", "arn:aws:s3:::own-models/teams/research/m", {}, NONE],
    ["model", "changing existing data", "s3:DeleteObject", "arn:aws:s3:::example-data/a", {}, NONE],
    [
        "model",
        "its endpoint's log",
        "logs:PutLogEvents",
        arn("logs", "log-group:/aws/sagemaker/Endpoints/e:log-stream:a"),
        {},
        "allowed by WriteLogs",
    ],
    ["model", "an endpoint", "sagemaker:InvokeEndpoint", arn("sagemaker", "endpoint/e"), RESEARCH, NONE],
    [
        "monitor",
        "what was captured",
        "s3:GetObject",
        "arn:aws:s3:::own-data/teams/research/c",
        {},
        "allowed by OwnFolders",
    ],
    ["monitor", "an endpoint", "sagemaker:UpdateEndpoint", arn("sagemaker", "endpoint/e"), RESEARCH, NONE],
    [
        "pipeline",
        "a step",
        "sagemaker:CreateTrainingJob",
        arn("sagemaker", "training-job/j"),
        { ...PLACED, ...RESEARCH },
        "allowed by Jobs",
    ],
    [
        "pipeline",
        "a step without a network",
        "sagemaker:CreateTrainingJob",
        arn("sagemaker", "training-job/j"),
        RESEARCH,
        "denied by JobsNeedSubnets, JobsNeedGroups",
    ],
    [
        "pipeline",
        "a step for another team",
        "sagemaker:CreateTrainingJob",
        arn("sagemaker", "training-job/j"),
        { ...PLACED, "aws:RequestTag/team": "credit" },
        "denied by CreateForOwnTeam",
    ],
    ["pipeline", "the step's role", "iam:PassRole", job("job", "research"), PASSED, "allowed by PassJobRoles"],
    ["pipeline", "the model's role", "iam:PassRole", job("model", "research"), PASSED, "allowed by PassJobRoles"],
    ["pipeline", "its own role", "iam:PassRole", job("pipeline", "research"), PASSED, NONE],
    ["pipeline", "another team's role", "iam:PassRole", job("job", "credit"), PASSED, NONE],
    ["pipeline", "an endpoint", "sagemaker:CreateEndpoint", arn("sagemaker", "endpoint/e"), RESEARCH, NONE],
    ["pipeline", "an app", "sagemaker:CreateApp", arn("sagemaker", "app/d-1/x/jupyterlab/default"), {}, NONE],
];

describe("Roles of jobs, models, monitors and pipelines of a team", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles({
            ownBuckets: { data: "own-data", models: "own-models" },
            users: [
                { persona: "mlops-engineer", team: "research" },
                { persona: "data-scientist", team: "credit" },
            ],
        });
    });

    for (const [kind, what, action, resource, context, answer] of ROWS) {
        it(`${kind}: ${what}, ${action}: ${answer}`, () => {
            assert.equal(ask(roleOf(recording, `studio-${kind}_research`), action, resource, context), answer);
        });
    }

    for (const kind of ["job", "model", "monitor", "pipeline"]) {
        it(`${kind}: opens no profile, whatever is attached`, () => {
            const role = roleOf(recording, `studio-${kind}_research`);
            const found = ask(
                role,
                "sagemaker:CreatePresignedDomainUrl",
                arn("sagemaker", "user-profile/d-1/alice"),
                {},
                { identity: [...role.identity, EVERYTHING] },
            );
            assert.equal(found, "denied by OnlyOwnProfile");
        });
    }
});

describe("Boundaries of other roles", () => {
    const bounded = async (name: string, action: string): Promise<string> => {
        const recording = await recordRoles();
        const policy = recording.resources.find((resource) => resource.name === name);
        const role = {
            arn: "arn:aws:iam::111122223333:role/x",
            trust: { Version: "2012-10-17", Statement: [] } as const,
            tags: {},
            identity: [EVERYTHING],
            boundary: { name, document: JSON.parse(String(policy?.props.policy)) as typeof EVERYTHING.document },
        };
        return ask(role, action, "*", {}, { resourcePolicyKind: "either" });
    };
    for (const [name, action, answer] of [
        ["boundaries-service", "logs:PutLogEvents", "allowed by Everything"],
        ["boundaries-service", "sagemaker:StopTrainingJob", "allowed by Everything"],
        ["boundaries-service", "sagemaker:DeleteApp", "allowed by Everything"],
        ["boundaries-service", "elasticfilesystem:DeleteFileSystem", "allowed by Everything"],
        ["boundaries-service", "sagemaker:CreatePresignedDomainUrl", "denied by MakesAndOpensNothing"],
        ["boundaries-service", "sagemaker:CreateTrainingJob", "denied by MakesAndOpensNothing"],
        ["boundaries-service", "ec2:AuthorizeSecurityGroupEgress", "no Allow in boundary"],
        ["boundaries-service", "s3:GetObject", "no Allow in boundary"],
        ["boundaries-service", "iam:PassRole", "no Allow in boundary"],
        ["boundaries-service", "sts:AssumeRole", "no Allow in boundary"],
        ["boundaries-person", "sagemaker:CreatePresignedDomainUrl", "allowed by Everything"],
        ["boundaries-person", "sagemaker:CreateTrainingJob", "no Allow in boundary"],
        ["boundaries-person", "sagemaker:UpdateUserProfile", "no Allow in boundary"],
        ["boundaries-person", "s3:GetObject", "no Allow in boundary"],
    ] as const) {
        it(`${name}: ${action}: ${answer}`, async () => {
            assert.equal(await bounded(name, action), answer);
        });
    }
});
