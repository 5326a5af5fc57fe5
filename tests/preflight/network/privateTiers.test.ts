import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { change, ref, type Sketch } from "../../../policy-pack/tests/fixture/build";
import { intent, proofOf, route, sketch, tier, topology } from "./topology";

const ID = "network.private-tiers";

/** A transit gateway attachment and an inbound resolver in subnets of their own. */
function wider(): Sketch[] {
    return [
        ...topology("nat"),
        ...tier("transit", "a", 0),
        ...tier("resolver", "a", 1),
        sketch("ec2transitgateway/vpcAttachment:VpcAttachment", "attachment", {
            vpcId: ref("vpc"),
            transitGatewayId: "tgw-1",
            subnetIds: [ref("transit-a")],
        }),
        sketch("route53/resolverEndpoint:ResolverEndpoint", "resolver", {
            direction: "INBOUND",
            ipAddresses: [{ subnetId: ref("resolver-a") }],
        }),
    ];
}

for (const ids of ["known", "unknown"] as const) {
    describe(`Subnets that are not public, ids ${ids}`, () => {
        it("holds with public NAT subnets", () => {
            const { verdict, evidence } = proofOf(wider(), ids, intent("nat"), ID);
            assert.deepEqual(
                [verdict, evidence],
                ["holds", ["none of their route tables has a route to an internet gateway"]],
            );
        });

        for (const [subnet, name] of [
            ["studio-b", "studio"],
            ["endpoint-a", "endpoint"],
            ["resolver-a", "endpoint"],
            ["transit-a", "transit"],
        ] as const) {
            it(`is broken by a route of ${subnet} to an internet gateway, for any address`, () => {
                const open = route("open", subnet, { destinationCidrBlock: "203.0.113.0/24", gatewayId: ref("igw") });
                const { verdict, evidence, fix } = proofOf([...wider(), open], ids, intent("nat"), ID);
                assert.deepEqual(
                    [verdict, evidence, fix],
                    [
                        "broken",
                        [
                            `${name} subnet ${subnet}, route table table-${subnet}: route open (203.0.113.0/24) to internet-gateway igw`,
                        ],
                        `Remove route open from table-${subnet}.`,
                    ],
                );
            });

            it(`is not proven while a route or the table of ${subnet} is not known`, () => {
                const blind = route("blind", subnet, { gatewayId: UNKNOWN });
                assert.equal(proofOf([...wider(), blind], ids, intent("nat"), ID).verdict, "not proven");
                const loose = change(wider(), `association-${subnet}`, "routeTableId", UNKNOWN);
                assert.equal(proofOf(loose, ids, intent("nat"), ID).verdict, "not proven");
            });
        }
    });
}
