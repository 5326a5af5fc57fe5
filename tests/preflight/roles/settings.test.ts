import { strict as assert } from "node:assert";
import path from "node:path";

import { judge, type JudgedRole, type RoleIntent } from "../../../preflight/proofs/roles";
import { rightJob, typeWithVolume } from "../../../preflight/proofs/roles/rightJob";
import { type Fixture, recordStack } from "../access/fixture";
import { all, type Change, edit, judged, worldOf } from "./fixture";

const FULL = path.resolve(__dirname, "../../stacks/full.yaml");

/** Settings decide which call keeps to the rules: teams have another tag here, and containers may have a network. */
describe("roles: what the stack file chose", () => {
    let fixture: Fixture;
    before(async () => {
        fixture = await recordStack(FULL);
    });

    const labels = ({ findings }: JudgedRole, wanted = "yes"): string[] => [
        ...new Set(findings.filter(({ answer }) => answer === wanted).map(({ label }) => label)),
    ];

    /** Endpoints ask for the organization here, of which nobody knows whether the account is in it. */
    const pastEndpoints: Change = (resources) =>
        resources.filter(({ type }) => type !== "aws:ec2/vpcEndpoint:VpcEndpoint");

    it("asks with the tag the stack gives to teams", () => {
        assert.equal(fixture.settings.security.teamTag, "department");
        const role = judged(worldOf(fixture, pastEndpoints), "execution-forecaster_research");
        assert.equal(role.subject.team, "research");
        assert.deepEqual(
            ["train", "deploy endpoints", "invoke endpoints"].filter((label) => !labels(role).includes(label)),
            [],
        );
        assert.ok(labels(role, "no").includes("invoke another team's endpoint"));
    });

    it("finds a team's policy that looks at another tag", () => {
        const change = edit("studio-teams-1", "ActOnOwnTeams1", (statement) => ({
            ...statement,
            Condition: { StringEquals: { "aws:ResourceTag/team": "nobodys-team" } },
        }));
        const role = judged(worldOf(fixture, all(pastEndpoints, change)), "execution-forecaster_research");
        assert.ok(labels(role).includes("invoke another team's endpoint"), labels(role).join());
    });

    it("does not ask for what the stack file leaves open", () => {
        const asked = judge(worldOf(fixture)).flatMap(({ findings }) => findings.map(({ label }) => label));
        for (const label of ["train in containers with a network", "train with plain traffic between instances"]) {
            assert.ok(!asked.includes(label), label);
        }
        assert.ok(asked.includes("start an app on another instance type"));
    });

    it("names an instance type the stack admits, with storage that takes a key where there is one", () => {
        const world = worldOf(fixture);
        const withTypes = (jobs: readonly string[]): readonly string[] => {
            const guardrails = { ...world.intent.guardrails, instances: { apps: [], jobs } };
            const intent: RoleIntent = { ...world.intent, guardrails };
            return rightJob({ ...world, intent })["sagemaker:InstanceTypes"] as readonly string[];
        };
        assert.deepEqual(withTypes([]), ["ml.m5.large"]);
        assert.deepEqual(withTypes(["ml.g5.2xlarge", "ml.c5.*"]), ["ml.c5.large"]);
        assert.deepEqual(withTypes(["ml.g5.2xlarge"]), ["ml.g5.2xlarge"]);
        assert.equal(typeWithVolume(["ml.g5.2xlarge", "ml.p4d.*"]), undefined);
    });
});
