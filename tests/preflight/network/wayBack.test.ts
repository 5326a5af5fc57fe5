import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { failing, proof, prove, recordStack, type Stack } from "./fixture";
import { added, blurred, changed, find, without } from "./mutate";

const WAY = "network.clients";
const RANGE = "192.168.0.0/16";
const PART = "192.168.7.0/24";
const TABLE = "net-endpoint-euw1-az2";
const ROUTE = `${TABLE}-to-192-168-0-0-16`;
const TGW = "tgw-0123456789abcdef0";
const WHERE = `subnet ${TABLE}`;
const NO_ROUTE = `${WHERE}: no route back to ${RANGE}, so how the company network comes in lies outside this stack`;

/** One more route in the table of one endpoint subnet. */
function routed(stack: Stack, props: Readonly<Record<string, unknown>>): Stack {
    return added(stack, "route", "more", { routeTableId: find(stack, "table", TABLE), ...props });
}

type Mutation = readonly [what: string, mutate: (stack: Stack) => Stack, evidence?: string];

const NOT_PROVEN: readonly Mutation[] = [
    [
        "a route for a part of it only",
        (stack) => changed(stack, "route", ROUTE, { destinationCidrBlock: "192.168.0.0/17" }),
        NO_ROUTE,
    ],
    [
        "its route to an appliance",
        (stack) => changed(stack, "route", ROUTE, { transitGatewayId: undefined, networkInterfaceId: "eni-1" }),
        `${WHERE}: route ${ROUTE} (${RANGE}) leads all of ${RANGE} to network-interface`,
    ],
    [
        "a narrower route to an appliance",
        (stack) => routed(stack, { destinationCidrBlock: PART, networkInterfaceId: "eni-1" }),
        `${WHERE}: route more (${PART}) leads a part of ${RANGE} to network-interface`,
    ],
    [
        "a narrower route to a peer, and a wide one to the gateway",
        (stack) =>
            changed(routed(stack, { destinationCidrBlock: RANGE, vpcPeeringConnectionId: "pcx-1" }), "route", ROUTE, {
                destinationCidrBlock: "192.0.0.0/8",
            }),
        `${WHERE}: route more (${RANGE}) leads all of ${RANGE} to peering`,
    ],
    [
        "a route to an appliance for addresses nobody can read",
        (stack) => routed(stack, { destinationCidrBlock: UNKNOWN, networkInterfaceId: "eni-1" }),
        `${WHERE}: route more (destination not known) may lead a part of ${RANGE} to network-interface`,
    ],
    [
        "a route to an appliance for a prefix list",
        (stack) => routed(stack, { destinationPrefixListId: "pl-1", networkInterfaceId: "eni-1" }),
        `${WHERE}: route more (pl-1) may lead a part of ${RANGE} to network-interface`,
    ],
    [
        "a narrower route nobody can follow",
        (stack) => routed(stack, { destinationCidrBlock: PART, gatewayId: UNKNOWN }),
        `${WHERE}: route more (${PART}) leads a part of ${RANGE} to unknown`,
    ],
    [
        "a route that may stand in its table",
        (stack) =>
            added(stack, "route", "more", {
                routeTableId: UNKNOWN,
                destinationCidrBlock: PART,
                networkInterfaceId: "eni-1",
            }),
    ],
];

const HOLDS: readonly Mutation[] = [
    ["a wider route", (stack) => changed(stack, "route", ROUTE, { destinationCidrBlock: "192.0.0.0/8" })],
    [
        "a narrower route to the same gateway",
        (stack) => routed(stack, { destinationCidrBlock: PART, transitGatewayId: TGW }),
    ],
    [
        "a wider route to an appliance",
        (stack) => routed(stack, { destinationCidrBlock: "192.0.0.0/8", networkInterfaceId: "eni-1" }),
    ],
    [
        "a route for other addresses",
        (stack) => routed(stack, { destinationCidrBlock: "172.16.0.0/12", networkInterfaceId: "eni-1" }),
    ],
    [
        "a route for IPv6",
        (stack) => routed(stack, { destinationIpv6CidrBlock: "fd00::/8", networkInterfaceId: "eni-1" }),
    ],
    [
        "a prefix list behind the gateway",
        (stack) => routed(stack, { destinationPrefixListId: "pl-1", transitGatewayId: TGW }),
    ],
];

for (const unknown of [false, true]) {
    describe(`The way back to the company network, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("is not proven where one zone has no route", () => {
            const open = without(stack, "route", ROUTE);
            const { verdict, evidence, fix } = proof(open, WAY);
            assert.deepEqual([verdict, evidence], ["not proven", [NO_ROUTE]]);
            assert.equal(fix, "Name the transit or VPN gateway in network.clients.via.");
            assert.deepEqual(prove(open).clients, { reach: "not proven", why: NO_ROUTE });
        });

        it("is not proven where the table is not decided", () => {
            const open = blurred(stack, "association", TABLE, "routeTableId");
            const { verdict, evidence } = proof(open, WAY);
            assert.equal(verdict, "not proven");
            assert.deepEqual(evidence, [
                `${WHERE}: its route table is not decided: routeTableId is not known for certain`,
            ]);
        });

        for (const [what, mutate, text] of NOT_PROVEN) {
            it(`is not proven by ${what}`, () => {
                const { verdict, evidence } = proof(mutate(stack), WAY);
                const inBoth = ["euw1-az1", "euw1-az2"].map(
                    (zone) => `subnet net-endpoint-${zone}: the table of route more is not decided`,
                );
                assert.deepEqual([verdict, evidence], ["not proven", text === undefined ? inBoth : [text]]);
            });
        }

        for (const [what, mutate] of HOLDS) {
            it(`stands with ${what}`, () => {
                assert.deepEqual(failing(mutate(stack)), {});
            });
        }
    });
}
