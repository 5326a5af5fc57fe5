import { strict as assert } from "node:assert";

import { type ProfileSpec, UserProfiles, type UserProfilesArgs } from "../../components/profiles";
import { one, recordComponent } from "../harness";
import { inPlace, STACK } from "../place";

const ROLE = "arn:aws:iam::111122223333:role/execution";
const PLAIN: ProfileSpec = { user: "jon.doe", profile: "jon-doe", tag: "a00002", tags: {} };

/** What is registered of the one profile. */
async function profile(
    spec: Partial<ProfileSpec>,
    args: Partial<UserProfilesArgs> = {},
): Promise<Readonly<Record<string, unknown>>> {
    const recording = await recordComponent(() => {
        new UserProfiles(
            "profiles",
            {
                domainId: "d-1",
                vpcId: "vpc-1",
                executionRoleArn: ROLE,
                profiles: [{ ...PLAIN, ...spec }],
                tagKey: "employeeNumber",
                tags: { project: "fixture" },
                ...args,
            },
            inPlace(),
        );
    }, STACK);
    return one(recording, "aws:sagemaker/userProfile:UserProfile", "profiles-jon-doe").props;
}

describe("UserProfiles: what one profile has of its own", () => {
    it("names the user of IAM Identity Center, and then no tag of a person", async () => {
        const props = await profile({ signInName: "jon@example.com", tag: undefined });
        assert.equal(props.singleSignOnUserIdentifier, "UserName");
        assert.equal(props.singleSignOnUserValue, "jon@example.com");
        assert.deepEqual(props.tags, { project: "fixture", userName: "jon.doe" });
    });

    it("names no such user where a tag decides", async () => {
        const props = await profile({});
        assert.equal(props.singleSignOnUserIdentifier, undefined);
        assert.equal(props.singleSignOnUserValue, undefined);
    });

    it("runs as its own role where it has one, and as everybody's otherwise", async () => {
        const role = async (executionRoleArn?: string): Promise<unknown> =>
            ((await profile({ executionRoleArn })).userSettings as { executionRole: unknown }).executionRole;
        assert.equal(await role("arn:aws:iam::111122223333:role/mlops"), "arn:aws:iam::111122223333:role/mlops");
        assert.equal(await role(), ROLE);
    });

    it("carries its team, and no tag of the user takes the place of team, person or name", async () => {
        const tags = { group: "mine", userName: "somebody", employeeNumber: "a00001", costCentre: "4711" };
        const props = await profile({ team: "research", tags }, { teamTag: "group" });
        assert.deepEqual(props.tags, {
            project: "fixture",
            costCentre: "4711",
            userName: "jon.doe",
            group: "research",
            employeeNumber: "a00002",
        });
    });

    it("has apps of its own where it says so, and those of the domain otherwise", async () => {
        const spaceStorageSettings = {
            defaultEbsStorageSettings: { defaultEbsVolumeSizeInGb: 50, maximumEbsVolumeSizeInGb: 500 },
        };
        const settings = async (spec: Partial<ProfileSpec>): Promise<readonly string[]> =>
            Object.keys((await profile(spec)).userSettings as object).sort();
        assert.deepEqual(await settings({ apps: { spaceStorageSettings } }), [
            "executionRole",
            "securityGroups",
            "spaceStorageSettings",
        ]);
        assert.deepEqual(await settings({}), ["executionRole", "securityGroups"]);
    });
});
