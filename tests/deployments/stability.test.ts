import { strict as assert } from "node:assert";

import { inputsOf, namesOf, type RecordedComponent } from "../harness";
import { type Change, DEV, recordSettings, settingsOf } from "./devStack";

const DOMAIN = "aws:sagemaker/domain:Domain";
const SUBNET = "aws:ec2/subnet:Subnet";

function build(change: Change = {}): Promise<RecordedComponent> {
    return recordSettings(settingsOf(DEV, change));
}

/** Changes one key below a top key. */
function within(key: string, value: unknown): (top: unknown) => unknown {
    return (top) => ({ ...(top as Record<string, unknown>), [key]: value });
}

function reversed(list: unknown): unknown[] {
    return [...(list as unknown[])].reverse();
}

describe("Stability of SingleAccount", () => {
    let dev: RecordedComponent;
    before(async () => {
        dev = await build();
    });

    const ranges = (recording: RecordedComponent): Record<string, unknown> =>
        Object.fromEntries(
            recording.resources
                .filter(({ type }) => type === SUBNET)
                .map(({ name, props }) => [name, [props.cidrBlock, props.availabilityZoneId]]),
        );

    it("keeps names and ranges when zones are listed in another order", async () => {
        const changed = await build({
            network: (network) => within("zones", reversed((network as { zones: unknown }).zones))(network),
        });
        assert.deepEqual(namesOf(changed), namesOf(dev));
        assert.deepEqual(ranges(changed), ranges(dev));
        assert.deepEqual(inputsOf(changed, DOMAIN).subnetIds, inputsOf(dev, DOMAIN).subnetIds);
    });

    it("keeps names and ranges when users are listed in another order", async () => {
        const changed = await build({ users: reversed });
        assert.deepEqual(namesOf(changed), namesOf(dev));
        assert.deepEqual(ranges(changed), ranges(dev));
    });

    it("keeps the subnets when features come and go", async () => {
        const changed = await build({ network: within("features", ["studio"]) });
        assert.deepEqual(ranges(changed), ranges(dev));
    });

    it("adds only a new user's resources, and changes nobody else's", async () => {
        const changed = await build({
            users: (users) => [{ name: "eve", tag: "a00009" }, ...(users as unknown[])],
        });
        const before = namesOf(dev);
        assert.deepEqual(
            namesOf(changed).filter((name) => !before.includes(name)),
            [
                "aws:ec2/securityGroup:SecurityGroup::studio-profiles-eve",
                "aws:sagemaker/userProfile:UserProfile::studio-profiles-eve",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::studio-profiles-eve-apps-out",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::studio-profiles-eve-nfs-out",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::studio-profiles-eve-apps-in",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::studio-profiles-eve-nfs-in",
            ],
        );
        const inputs = (recording: RecordedComponent): Map<string, unknown> =>
            new Map(recording.resources.filter(({ custom }) => custom).map(({ urn, props }) => [urn, props]));
        const now = inputs(changed);
        const altered = [...inputs(dev)].filter(([urn, props]) => !same(props, now.get(urn)));
        assert.deepEqual(
            altered.map(([urn]) => urn),
            [],
        );
    });

    it("registers six resources per user, for 10 as for 200", async () => {
        const users = (count: number): Change => ({
            users: () => Array.from({ length: count }, (_, index) => ({ name: `user-${index}`, tag: `t${index}` })),
        });
        // Pulumi keeps a stack trace per promise, and mapping those to TypeScript would take most of the time.
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            // The first of a persona brings its role and the roles of its jobs.
            const first = (await build(users(1))).resources.length;
            for (const count of [10, 200]) {
                const recording = await build(users(count));
                assert.equal(recording.resources.length, first + 6 * (count - 1));
            }
        } finally {
            Error.stackTraceLimit = limit;
        }
    });
});

function same(one: unknown, other: unknown): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}
