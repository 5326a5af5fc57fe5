import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { UNKNOWN } from "../../../policy-pack/graph";
import { inputsOf, recordComponent, type RecordedComponent } from "../../harness";

const STACK = { project: "fixture", stack: "dev", config: { "aws:region": "eu-west-1" } };
const ZONES = ["euw1-az1", "euw1-az2"];

/** Routes to a firewall's endpoints, found by subnet and by zone name. */
function program(): void {
    const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
    const subnets = ZONES.map(
        (zone, index) =>
            new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZoneId: zone }),
    );
    const firewall = new aws.networkfirewall.Firewall("firewall", {
        name: "firewall",
        vpcId: vpc.id,
        firewallPolicyArn: "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/policy",
        subnetMappings: subnets.map(({ id }) => ({ subnetId: id })),
    });
    const table = new aws.ec2.RouteTable("table", { vpcId: vpc.id });
    subnets.forEach((subnet, index) => {
        const states = firewall.firewallStatuses.apply(([status]) => status?.syncStates ?? []);
        const to = (name: string, destination: string, endpoint: pulumi.Output<string | undefined>): unknown =>
            new aws.ec2.Route(`${name}-${ZONES[index]}`, {
                routeTableId: table.id,
                destinationCidrBlock: destination,
                vpcEndpointId: endpoint.apply((id) => id ?? "none"),
            });
        to(
            "by-subnet",
            `192.0.2.${index}/32`,
            pulumi
                .all([states, subnet.id])
                .apply(
                    ([all, id]) => all.find(({ attachments: [a] }) => a?.subnetId === id)?.attachments[0]?.endpointId,
                ),
        );
        to(
            "by-zone",
            `198.51.100.${index}/32`,
            pulumi
                .all([states, subnet.availabilityZone])
                .apply(([all, zone]) => all.find((s) => s.availabilityZone === zone)?.attachments[0]?.endpointId),
        );
    });
}

const targetOf = (recording: RecordedComponent, name: string): unknown =>
    inputsOf(recording, "aws:ec2/route:Route", name)["vpcEndpointId"];

describe("record: routes to a firewall's endpoints", () => {
    it("find the endpoint of a zone by subnet and by zone name alike, another one in each zone", async () => {
        const recording = await recordComponent(program, STACK);
        const [first, second] = ZONES.map((zone) => targetOf(recording, `by-subnet-${zone}`));
        assert.match(String(first), /^vpce-[0-9a-f]{17}$/);
        assert.match(String(second), /^vpce-[0-9a-f]{17}$/);
        assert.notEqual(first, second);
        assert.deepEqual(
            ZONES.map((zone) => targetOf(recording, `by-zone-${zone}`)),
            [first, second],
        );
    });

    it("are unknown at a first preview", async () => {
        const recording = await recordComponent(program, { ...STACK, unknown: true });
        assert.deepEqual(
            ZONES.map((zone) => targetOf(recording, `by-subnet-${zone}`)),
            [UNKNOWN, UNKNOWN],
        );
    });
});
