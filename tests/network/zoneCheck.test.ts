import { strict as assert } from "node:assert";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type AvailableZone, type ServiceAnswer, verifyZones, zoneMessage } from "../../components/network/zoneCheck";
import type { Feature, ServiceKey } from "../../policy-pack/facts";
import { UNKNOWN } from "../../policy-pack/graph";
import { countByType, inputsOf, one, recordComponent, type RecordedComponent, type RecordingFailed } from "../harness";
import { inPlace, STACK } from "../place";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const SUBNET = "aws:ec2/subnet:Subnet";

/** An account in which letters and numbers do not follow each other. */
const ZONES: readonly AvailableZone[] = [
    { id: "euw1-az3", name: "eu-west-1a" },
    { id: "euw1-az1", name: "eu-west-1b" },
    { id: "euw1-az2", name: "eu-west-1c" },
];
const EVERYWHERE: ServiceAnswer = { zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"] };

function message(
    zones: readonly string[],
    services: Readonly<Partial<Record<ServiceKey, ServiceAnswer>>>,
): readonly string[] | undefined {
    const answers = new Map(Object.entries(services)) as Map<ServiceKey, ServiceAnswer>;
    const features: readonly Feature[] = ["studio", "jobs"];
    const args = { services: [...answers.keys()], zones, region: "eu-west-1", features };
    return zoneMessage(args, { zones: ZONES, services: answers })?.split("\n");
}

const HEAD = "network.zones: not every endpoint can stand in every zone of eu-west-1.";
const FIX =
    "Change network.zones (on a living stack that replaces the subnets and the domain), leave services out with " +
    "network.endpoints.remove, or leave out the feature that needs them in network.features.";

describe("zoneMessage", () => {
    const fine: readonly (readonly [
        what: string,
        zones: readonly string[],
        services: Parameters<typeof message>[1],
    ])[] = [
        ["services in every zone by id", ["euw1-az1", "euw1-az2"], { sts: EVERYWHERE, kms: EVERYWHERE }],
        ["services in every zone by name", ["eu-west-1a", "eu-west-1c"], { sts: EVERYWHERE }],
        ["a service that lacks a zone nobody wants", ["euw1-az1"], { sts: { zones: ["eu-west-1b"] } }],
        ["no services", ["euw1-az1"], {}],
    ];
    for (const [what, zones, services] of fine) {
        it(`is silent about ${what}`, () => {
            assert.equal(message(zones, services), undefined);
        });
    }

    it("names the zone a service lacks by the id and the name this account has for it", () => {
        assert.deepEqual(message(["euw1-az1", "euw1-az2"], { studio: { zones: ["eu-west-1a", "eu-west-1b"] } }), [
            HEAD,
            "  studio (aws.sagemaker.eu-west-1.studio, for studio) is not in euw1-az2 (eu-west-1c)",
            "Zones that have every service: euw1-az3 (eu-west-1a), euw1-az1 (eu-west-1b).",
            FIX,
        ]);
    });

    it("does not take the number of a zone id for the letter of a name", () => {
        assert.deepEqual(
            message(["euw1-az1"], { studio: { zones: ["eu-west-1a"] } })?.[1],
            "  studio (aws.sagemaker.eu-west-1.studio, for studio) is not in euw1-az1 (eu-west-1b)",
        );
    });

    it("names all that is wrong at once", () => {
        const found = message(["euw1-az1", "euw1-az9", "eu-west-1c"], {
            sts: EVERYWHERE,
            studio: { zones: ["eu-west-1a"] },
            "ecr.api": { failure: "no matching EC2 VPC Endpoint Service found" },
        });
        assert.equal(found?.length, 6);
        const [head, ...rest] = found ?? [];
        assert.equal(head, HEAD);
        assert.deepEqual(rest.slice(0, 2), [
            "  euw1-az9 is not an available zone of this account (euw1-az3 (eu-west-1a), euw1-az1 (eu-west-1b), euw1-az2 (eu-west-1c) are)",
            "  studio (aws.sagemaker.eu-west-1.studio, for studio) is not in euw1-az1 (eu-west-1b), euw1-az2 (eu-west-1c)",
        ]);
        assert.equal(
            rest[2],
            "  ecr.api (com.amazonaws.eu-west-1.ecr.api, for jobs): AWS does not describe it: no matching EC2 VPC Endpoint Service found",
        );
        assert.deepEqual(rest.slice(3), ["Zones that have every service: none.", FIX]);
    });

    it("counts a service nobody asked about as not there", () => {
        const args = { services: ["sts" as const], zones: ["euw1-az1"], region: "eu-west-1" };
        assert.match(zoneMessage(args, { zones: ZONES, services: new Map() }) ?? "", /sts .* it was not asked/);
    });
});

describe("verifyZones", () => {
    /** A subnet and two endpoints whose subnet id goes through the gate. */
    function build(zone: string, services: readonly ServiceKey[], unknown = false): Promise<RecordedComponent> {
        return recordComponent(
            () => {
                const parent = new pulumi.ComponentResource("fixture:network:Host", "host", {}, inPlace());
                const gate = verifyZones(parent, { services, zones: [zone], region: "eu-west-1" });
                const subnet = new aws.ec2.Subnet("subnet", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" }, { parent });
                for (const name of ["first", "second"]) {
                    const args = { vpcId: "vpc-1", serviceName: name, subnetIds: [gate(subnet.id)] };
                    new aws.ec2.VpcEndpoint(name, args, { parent });
                }
            },
            { ...STACK, unknown },
        );
    }

    it("asks for the zones and for every service, and lets subnet ids through", async () => {
        const recording = await build("euw1-az1", ["sts", "studio"]);
        assert.deepEqual(inputsOf(recording, ENDPOINT, "first")["subnetIds"], [one(recording, SUBNET).id]);
        assert.deepEqual(
            recording.assumptions
                .filter(({ token }) => token.includes("/get"))
                .map(({ token, args }) => [token, (args as { serviceName?: string }).serviceName])
                .sort(),
            [
                ["aws:ec2/getVpcEndpointService:getVpcEndpointService", "aws.sagemaker.eu-west-1.studio"],
                ["aws:ec2/getVpcEndpointService:getVpcEndpointService", "com.amazonaws.eu-west-1.sts"],
                ["aws:index/getAvailabilityZones:getAvailabilityZones", undefined],
            ].sort(),
        );
    });

    it("keeps the reference to a subnet whose id nobody knows yet", async () => {
        const recording = await build("euw1-az1", ["sts"], true);
        const endpoint = one(recording, ENDPOINT, "first");
        assert.equal(JSON.stringify(endpoint.props["subnetIds"]), JSON.stringify([UNKNOWN]));
        const { found } = recording.graph.refs(endpoint, "subnetIds", [SUBNET]);
        assert.deepEqual(
            found.map(({ name }) => name),
            ["subnet"],
        );
    });

    it("asks nothing without services", async () => {
        const recording = await build("euw1-az9", []);
        assert.deepEqual(
            recording.assumptions.filter(({ token }) => token.includes("/get")),
            [],
        );
        assert.deepEqual(inputsOf(recording, ENDPOINT, "first")["subnetIds"], [one(recording, SUBNET).id]);
    });

    for (const unknown of [false, true]) {
        it(`stops the endpoints when the check fails, ids ${unknown ? "unknown" : "known"}`, async () => {
            await assert.rejects(build("euw1-az9", ["sts"], unknown), (error: RecordingFailed) => {
                assert.match(error.message, /^network\.zones: .*\n {2}euw1-az9 is not an available zone/);
                assert.equal(error.message.split("network.zones: ").length, 2, "said once");
                assert.equal(countByType(error.recording)[ENDPOINT], undefined);
                return true;
            });
        });
    }

    it("fails the program even if no subnet id goes through the gate", async () => {
        await assert.rejects(
            recordComponent(() => {
                const parent = new pulumi.ComponentResource("fixture:network:Host", "host", {}, inPlace());
                verifyZones(parent, { services: ["sts"], zones: ["euw1-az9"], region: "eu-west-1" });
            }, STACK),
            /euw1-az9 is not an available zone/,
        );
    });
});
