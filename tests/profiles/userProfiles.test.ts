import { strict as assert } from "node:assert";

import { type ProfileSpec, UserProfiles } from "../../components/profiles";
import { namesOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, STACK } from "../place";

const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const ROLE = "arn:aws:iam::111122223333:role/execution";

const USERS: ProfileSpec[] = [
    {
        user: "lwdvin+developer",
        profile: "lwdvin-developer",
        tag: "a01234",
        tags: { team: "research", project: "own" },
    },
    { user: "lwdvin", profile: "lwdvin", tag: "a00001", tags: {} },
    { user: "jon.doe", profile: "jon-doe", tag: "a00002", tags: {} },
];

function build(profiles: readonly ProfileSpec[]): Promise<RecordedComponent> {
    return recordComponent(() => {
        new UserProfiles(
            "profiles",
            {
                domainId: "d-1",
                vpcId: "vpc-1",
                executionRoleArn: ROLE,
                profiles,
                tagKey: "employeeNumber",
                tags: { project: "fixture" },
            },
            inPlace(),
        );
    }, STACK);
}

describe("UserProfiles", () => {
    it("gives each profile its person's tag, the role by name, and a group nobody else has", async () => {
        const recording = await build(USERS);
        for (const { user, profile, tag, tags } of USERS) {
            const { props } = one(recording, PROFILE, `profiles-${profile}`);
            const group = one(recording, "aws:ec2/securityGroup:SecurityGroup", `profiles-${profile}`);
            assert.equal(props.domainId, "d-1");
            assert.equal(props.userProfileName, profile);
            assert.deepEqual(props.userSettings, { executionRole: ROLE, securityGroups: [group.id] });
            assert.deepEqual(props.tags, { project: "fixture", ...tags, userName: user, employeeNumber: tag });
            const rules = recording.resources.filter(({ props: rule }) => rule.securityGroupId === group.id);
            assert.deepEqual(
                rules.map(({ props: rule }) => [
                    rule.referencedSecurityGroupId === group.id,
                    rule.fromPort,
                    rule.toPort,
                ]),
                [
                    [true, 2049, 2049],
                    [true, 2049, 2049],
                    [true, 8192, 65535],
                    [true, 8192, 65535],
                ],
            );
        }
    });

    it("puts a user's further tags on that profile only, before those of the deployment", async () => {
        const recording = await build(USERS);
        const tagsOf = (type: string, name: string): unknown => one(recording, type, name).props.tags;
        assert.deepEqual(tagsOf(PROFILE, "profiles-lwdvin-developer"), {
            project: "own",
            team: "research",
            userName: "lwdvin+developer",
            employeeNumber: "a01234",
        });
        assert.deepEqual(tagsOf("aws:ec2/securityGroup:SecurityGroup", "profiles-lwdvin-developer"), {
            project: "fixture",
            Name: "profiles-lwdvin-developer",
        });
    });

    it("registers the same names whatever the order, and only the new user's when one joins", async () => {
        const names = namesOf(await build(USERS));
        assert.deepEqual(namesOf(await build([...USERS].reverse())), names);
        const grown = namesOf(await build([...USERS, { user: "eve", profile: "eve", tag: "a00003", tags: {} }]));
        const added = grown.filter((name) => !names.includes(name));
        assert.deepEqual(added, [
            "aws:ec2/securityGroup:SecurityGroup::profiles-eve",
            `${PROFILE}::profiles-eve`,
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::profiles-eve-apps-out",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::profiles-eve-nfs-out",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::profiles-eve-apps-in",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::profiles-eve-nfs-in",
        ]);
        assert.equal(grown.length, names.length + added.length);
    });
});
