import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { change, ref, type Sketch, without } from "../../../policy-pack/tests/fixture/build";
import { endpointId, failing, intent, proofOf, route, sketch, topology } from "./topology";

const ID = "network.symmetric";
const FIREWALL = intent("firewall");
const LATER = "Decided once what is named above is known, and part of this stack.";
const BACK_A =
    "Give route table table-nat-a one route for 10.0.0.0/24, to the firewall endpoint by which studio-a leaves.";

interface Case {
    readonly what: string;
    readonly mutate: (stack: Sketch[]) => Sketch[];
    readonly verdict: "holds" | "broken" | "not proven";
    readonly evidence: readonly string[];
    readonly fix?: string;
}

const BOTH = ["a", "b"].map(
    (zone, at) =>
        `subnet nat-${zone}: route back-${zone} (10.0.${at}.0/24) to vpc-endpoint firewall, by which studio-${zone} leaves`,
);

const CASES: readonly Case[] = [
    { what: "the stack as it is", mutate: (stack) => stack, verdict: "holds", evidence: BOTH },
    {
        what: "a NAT table without the way back",
        mutate: (stack) => without(stack, "back-a"),
        verdict: "broken",
        evidence: [
            "subnet nat-a: route table table-nat-a has no route back to 10.0.0.0/24 (studio-a), so answers go around the firewall",
        ],
        fix: BACK_A,
    },
    {
        what: "a way back for another range",
        mutate: (stack) => change(stack, "back-a", "destinationCidrBlock", "10.0.9.0/24"),
        verdict: "broken",
        evidence: [
            "subnet nat-a: route table table-nat-a has no route back to 10.0.0.0/24 (studio-a), so answers go around the firewall; route back-a (10.0.9.0/24) to vpc-endpoint firewall does not",
        ],
        fix: BACK_A,
    },
    {
        what: "a way back for the whole VPC, which AWS does not take",
        mutate: (stack) => change(stack, "back-a", "destinationCidrBlock", "10.0.0.0/16"),
        verdict: "broken",
        evidence: [
            "subnet nat-a, route table table-nat-a: route back-a (10.0.0.0/16) to vpc-endpoint firewall leads 10.0.0.0/24 past that endpoint",
        ],
        fix: BACK_A,
    },
    {
        what: "a way back through the endpoint of another zone",
        mutate: (stack) => change(stack, "back-a", "vpcEndpointId", endpointId("b")),
        verdict: "broken",
        evidence: [
            "subnet nat-a, route table table-nat-a: route back-a (10.0.0.0/24) to vpc-endpoint firewall leads 10.0.0.0/24 past that endpoint",
        ],
        fix: BACK_A,
    },
    {
        what: "a way back of which a part leads elsewhere",
        mutate: (stack) => [
            ...stack,
            route("part", "nat-a", { destinationCidrBlock: "10.0.0.128/25", natGatewayId: ref("gateway-a") }),
        ],
        verdict: "broken",
        evidence: [
            "subnet nat-a, route table table-nat-a: route part (10.0.0.128/25) to nat-gateway gateway-a leads 10.0.0.0/24 past that endpoint",
        ],
        fix: BACK_A,
    },
    {
        what: "a firewall subnet that sends answers astray",
        mutate: (stack) => [
            ...stack,
            route("astray", "firewall-a", { destinationCidrBlock: "10.0.0.0/24", natGatewayId: ref("gateway-a") }),
        ],
        verdict: "broken",
        evidence: [
            "subnet firewall-a, route table table-firewall-a: route astray (10.0.0.0/24) to nat-gateway gateway-a sends answers to 10.0.0.0/24 astray",
        ],
        fix: "Remove route astray.",
    },
    {
        what: "a way back that nobody can read",
        mutate: (stack) => change(stack, "back-a", "destinationCidrBlock", UNKNOWN),
        verdict: "not proven",
        evidence: [
            "subnet nat-a, route table table-nat-a: whether route back-a (destination not known) to vpc-endpoint firewall leads 10.0.0.0/24 back is not known",
        ],
        fix: BACK_A,
    },
    {
        what: "a studio subnet whose range nobody can read",
        mutate: (stack) => change(stack, "studio-a", "cidrBlock", UNKNOWN),
        verdict: "not proven",
        evidence: ["subnet nat-a: the range of studio-a is not known"],
        fix: LATER,
    },
    {
        what: "a table that nobody can tell",
        mutate: (stack) => change(stack, "association-nat-a", "routeTableId", UNKNOWN),
        verdict: "not proven",
        evidence: ["subnet nat-a: routeTableId is not known for certain"],
        fix: LATER,
    },
    {
        what: "an edge table that sends answers to the NAT gateway elsewhere",
        mutate: (stack) => [
            ...stack,
            sketch("ec2/routeTable:RouteTable", "table-edge", { vpcId: ref("vpc") }),
            sketch("ec2/routeTableAssociation:RouteTableAssociation", "association-edge", {
                gatewayId: ref("igw"),
                routeTableId: ref("table-edge"),
            }),
            route("in-a", "edge", { destinationCidrBlock: "10.0.20.0/24", vpcEndpointId: endpointId("b") }),
        ],
        verdict: "broken",
        evidence: [
            "edge table of igw: route in-a (10.0.20.0/24) to vpc-endpoint firewall sends answers to nat-a away from its NAT gateway",
        ],
        fix: "Remove route in-a.",
    },
];

for (const ids of ["known", "unknown"] as const) {
    describe(`Both directions through one firewall endpoint, ids ${ids}`, () => {
        for (const { what, mutate, verdict, evidence, fix } of CASES) {
            it(`${verdict === "holds" ? "holds with" : `is ${verdict} with`} ${what}`, () => {
                const found = proofOf(mutate(topology("firewall")), ids, FIREWALL, ID);
                assert.deepEqual([found.verdict, found.evidence, found.fix], [verdict, evidence, fix]);
            });
        }

        it("is broken in every zone whose endpoint is looked up by place in a list", () => {
            const zones = ["a", "b", "c"];
            const shifted = zones.reduce(
                (stack, zone, at) => {
                    const other = endpointId(zones[(at + 1) % zones.length] ?? "");
                    const out = change(stack, `out-studio-${zone}`, "vpcEndpointId", other);
                    return change(out, `back-${zone}`, "vpcEndpointId", other);
                },
                topology("firewall", zones),
            );
            assert.deepEqual(failing(shifted, ids, FIREWALL), { "network.egress": "broken", [ID]: "broken" });
        });

        it("does not take an endpoint for sure that may be any of the firewall's", () => {
            const vague = change(topology("firewall"), "out-studio-a", "vpcEndpointId", ref("firewall"));
            const { verdict, evidence } = proofOf(vague, ids, FIREWALL, ID);
            assert.deepEqual(
                [verdict, evidence[0]],
                [
                    "not proven",
                    "route out-studio-a (0.0.0.0/0) to vpc-endpoint firewall: which endpoint of firewall is not known",
                ],
            );
            assert.equal(proofOf(vague, ids, FIREWALL, "network.egress").verdict, "broken");
        });

        it("is not claimed for another topology", () => {
            assert.throws(() => proofOf(topology("nat"), ids, intent("nat"), ID), /proofs with the id/);
        });

        it("is broken, as the way out is, in a zone that the firewall has no mapping for", () => {
            const unmapped = change(topology("firewall"), "firewall", "subnetMappings", [
                { subnetId: ref("firewall-b") },
            ]);
            const { verdict, evidence, fix } = proofOf(unmapped, ids, FIREWALL, "network.egress");
            assert.deepEqual(
                [verdict, evidence, fix],
                [
                    "broken",
                    [
                        "subnet studio-a > route table table-studio-a > route out-studio-a (0.0.0.0/0) to vpc-endpoint firewall > firewall has no mapping for the subnet of that endpoint",
                    ],
                    "Give the firewall a mapping for its subnet of that zone.",
                ],
            );
            assert.equal(proofOf(unmapped, ids, FIREWALL, ID).verdict, "broken");
        });
    });
}
