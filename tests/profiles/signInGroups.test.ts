import { strict as assert } from "node:assert";

import { SignInGroups, UserProfiles } from "../../components/profiles";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, STACK } from "../place";

const ASSIGNMENT = "aws:ssoadmin/applicationAssignment:ApplicationAssignment";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const APPLICATION = "arn:aws:sso::111122223333:application/ssoins-0123456789abcdef/apl-0123456789abcdef";

function build(groups: readonly string[]): Promise<RecordedComponent> {
    return recordComponent(() => {
        const place = inPlace();
        const { ready } = new SignInGroups("groups", { applicationArn: APPLICATION, groups }, place);
        new UserProfiles(
            "profiles",
            {
                domainId: "d-1",
                vpcId: "vpc-1",
                executionRoleArn: "arn:aws:iam::111122223333:role/execution",
                profiles: [{ user: "jon.doe", profile: "jon-doe", signInName: "jon@example.com", tags: {} }],
                tagKey: "employeeNumber",
                after: ready,
                tags: {},
            },
            place,
        );
    }, STACK);
}

function assignments({ resources }: RecordedComponent): string[] {
    return resources.filter(({ type }) => type === ASSIGNMENT).map(({ name }) => name);
}

describe("SignInGroups", () => {
    it("assigns each group, by the id its name has, to the domain's application", async () => {
        const recording = await build(["Data Scientists", "MLOps"]);
        const assigned = recording.resources.filter(({ type }) => type === ASSIGNMENT).map(({ props }) => props);
        assert.deepEqual(
            assigned.map(({ applicationArn, principalType }) => [applicationArn, principalType]),
            [
                [APPLICATION, "GROUP"],
                [APPLICATION, "GROUP"],
            ],
        );
        const asked = recording.assumptions
            .filter(({ token }) => token === "aws:identitystore/getGroup:getGroup")
            .map(({ answer }) => answer as { displayName: string; groupId: string });
        assert.deepEqual(asked.map(({ displayName }) => displayName).sort(), ["Data Scientists", "MLOps"]);
        assert.deepEqual(
            new Set(assigned.map(({ principalId }) => principalId)),
            new Set(asked.map(({ groupId }) => groupId)),
        );
    });

    it("keeps the name of a group's assignment whatever the others are, and tells groups apart by their whole name", async () => {
        const [alone] = assignments(await build(["MLOps"]));
        const several = assignments(await build(["mlops!", "mlops?", "MLOps"]));
        assert.ok(several.includes(alone as string), `${alone}: ${several.join(", ")}`);
        assert.equal(new Set(several).size, 3);
    });

    it("stands before the profiles of its members, which SageMaker makes for assigned users only", async () => {
        const { resources } = await build(["MLOps"]);
        const place = (type: string): number => resources.findIndex((resource) => resource.type === type);
        assert.ok(place(ASSIGNMENT) < place(PROFILE));
    });
});
