import { strict as assert } from "node:assert";

import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import type * as pulumi from "@pulumi/pulumi";

import { UNKNOWN } from "../../../policy-pack/graph";
import { one, recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, STACK } from "../../place";
import { AWSX } from "./awsx";

const INPUTS = { name: "genomics", imageTagMutability: "IMMUTABLE", lifecyclePolicy: { skip: true } };

const VPC: awsx.ec2.VpcArgs = {
    cidrBlock: "192.168.10.0/24",
    availabilityZoneNames: ["eu-west-1a", "eu-west-1b"],
    subnetStrategy: "Auto",
    subnetSpecs: [
        { type: "Isolated", name: "host", cidrBlocks: ["192.168.10.0/26", "192.168.10.64/26"] },
        { type: "Isolated", name: "transit", cidrBlocks: ["192.168.10.128/26", "192.168.10.192/26"] },
    ],
    natGateways: { strategy: "None" },
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: { project: "fixture" },
};

/** Type, name and inputs of what is inside the component. */
function inside({ resources }: RecordedComponent): unknown[] {
    return resources
        .filter(({ type }) => type.startsWith("aws:"))
        .map(({ urn, props }) => [urn, props["name"], props["imageTagMutability"], props["lifecyclePolicy"]]);
}

/** What a program reads of the component, and a resource of its own that names the VPC. */
function outputsOf(vpc: awsx.ec2.Vpc): Record<string, unknown> {
    new aws.ec2.DefaultSecurityGroup("Genomics", { vpcId: vpc.vpcId }, { parent: vpc });
    return {
        vpcId: vpc.vpcId,
        vpc: vpc.vpc.id,
        cidr: vpc.vpc.cidrBlock,
        subnets: vpc.isolatedSubnetIds,
        tables: vpc.routeTables.apply((tables) => tables.map(({ id }) => id)),
        public: vpc.publicSubnetIds,
    };
}

describe("The stand-in of awsx", () => {
    const construct = (type: string, inputs: pulumi.Inputs): Promise<RecordedComponent> =>
        recordComponent(() => AWSX.construct?.("Genomics", type, inputs, inPlace()).then(() => undefined), STACK);

    it("makes in the engine what the preflight records without it", async () => {
        const recorded = await recordComponent(() => {
            new awsx.ecr.Repository("Genomics", INPUTS, inPlace());
        }, STACK);
        const made = inside(await construct("awsx:ecr:Repository", INPUTS));
        assert.deepEqual(made, inside(recorded));
        assert.equal(made.length, 1);
    });

    describe("for a VPC of isolated subnets", () => {
        /** Everything but what reads the component's outputs, as whoever judges the graph sees it. */
        const made = ({ resources }: RecordedComponent): unknown[] =>
            resources
                .filter(({ type }) => type.startsWith("aws:") && !type.includes("defaultSecurityGroup"))
                .map(({ urn, id, parent, props, propertyDependencies }) => ({
                    urn,
                    id,
                    parent,
                    props,
                    propertyDependencies,
                }))
                .sort((a, b) => a.urn.localeCompare(b.urn));
        const recorded = (unknown = false): Promise<RecordedComponent> =>
            recordComponent(() => outputsOf(new awsx.ec2.Vpc("Genomics", VPC, inPlace())), { ...STACK, unknown });

        it("makes in the engine what the preflight records without it, of the same URNs and inputs", async () => {
            const inEngine = await construct("awsx:ec2:Vpc", VPC);
            const offline = await recorded();
            assert.deepEqual(made(inEngine), made(offline));
            assert.deepEqual(
                offline.resources
                    .filter(({ type }) => type.startsWith("aws:") && !type.includes("defaultSecurityGroup"))
                    .map(({ urn }) => urn.split("$").at(-1)),
                [
                    "aws:ec2/vpc:Vpc::Genomics",
                    "aws:ec2/internetGateway:InternetGateway::Genomics",
                    ...["host-1", "transit-1", "host-2", "transit-2"].flatMap((subnet) => [
                        `aws:ec2/subnet:Subnet::Genomics-${subnet}`,
                        `aws:ec2/routeTable:RouteTable::Genomics-${subnet}`,
                        `aws:ec2/routeTableAssociation:RouteTableAssociation::Genomics-${subnet}`,
                    ]),
                ],
            );
        });

        it("answers the program with the ids of what is inside", async () => {
            const { outputs, resources } = await recorded();
            const ids = (type: string): unknown[] => resources.filter((r) => r.type === type).map(({ id }) => id);
            assert.deepEqual(outputs, {
                vpcId: ids("aws:ec2/vpc:Vpc")[0],
                vpc: ids("aws:ec2/vpc:Vpc")[0],
                cidr: "192.168.10.0/24",
                subnets: ids("aws:ec2/subnet:Subnet"),
                tables: ids("aws:ec2/routeTable:RouteTable"),
                public: [],
            });
        });

        const others: readonly (readonly [what: string, args: awsx.ec2.VpcArgs])[] = [
            [
                "of other kinds of subnets",
                { ...VPC, subnetSpecs: [{ type: "Private", name: "a", cidrBlocks: ["a", "b"] }] },
            ],
            ["whose ranges awsx computes", { ...VPC, subnetSpecs: [{ type: "Isolated", name: "a", cidrMask: 26 }] }],
            ["with a way out", { ...VPC, natGateways: { strategy: "Single" } }],
            ["in zones of awsx's choice", { cidrBlock: "10.0.0.0/16", numberOfAvailabilityZones: 2 }],
        ];
        for (const [what, args] of others) {
            it(`is nothing the preflight guesses about, where it is ${what}`, async () => {
                const { assumptions, resources } = await recordComponent(
                    () => void new awsx.ec2.Vpc("Genomics", args, inPlace()),
                    STACK,
                );
                assert.deepEqual(
                    resources.filter(({ type }) => type.startsWith("aws:")),
                    [],
                );
                assert.deepEqual(
                    assumptions.map(({ token, answer }) => [token, answer]),
                    [["awsx:ec2:Vpc", UNKNOWN]],
                );
            });
        }

        it("keeps them unknown in a first preview, and says what they come from", async () => {
            const recording = await recorded(true);
            assert.deepEqual([recording.outputs["vpcId"], recording.outputs["cidr"]], [UNKNOWN, "192.168.10.0/24"]);
            const group = one(recording, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
            assert.deepEqual(
                recording.graph.refs(group, "vpcId", ["aws:ec2/vpc:Vpc"]).found.map(({ urn }) => urn),
                [one(recording, "aws:ec2/vpc:Vpc").urn],
            );
        });
    });

    it("refuses what it would make otherwise than the real one", async () => {
        await assert.rejects(
            construct("awsx:lb:NetworkLoadBalancer", {}),
            /has no component awsx:lb:NetworkLoadBalancer/,
        );
        await assert.rejects(construct("awsx:ec2:Vpc", {}), /makes VPCs of isolated subnets/);
        const natGateways = { strategy: "Single" };
        await assert.rejects(construct("awsx:ec2:Vpc", { ...VPC, natGateways }), /makes VPCs of isolated subnets/);
        await assert.rejects(construct("awsx:ecr:Repository", { name: "genomics" }), /makes no lifecycle policy/);
    });
});
