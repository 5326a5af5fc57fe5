import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { proof, prove, recordStack, type Stack } from "./fixture";
import { added, blurred, find } from "./mutate";

const ID = "network.no-way-to-clients";
const TABLE = "net-studio-euw1-az1";
const RANGE = "192.168.0.0/16";
const TGW = "tgw-0123456789abcdef0";
const REMOVE = "Remove the route: only the endpoint subnets answer the company network.";

/** One more route in the table of one studio subnet. */
function routed(stack: Stack, props: Readonly<Record<string, unknown>>): Stack {
    return added(stack, "route", "more", { routeTableId: find(stack, "table", TABLE), ...props });
}

type Row = readonly [what: string, verdict: string, props: Readonly<Record<string, unknown>>, evidence: string];

const NONE = "no route of a Studio subnet leads to a company range";

const ROUTES: readonly Row[] = [
    [
        "the range through the transit gateway",
        "broken",
        { destinationCidrBlock: RANGE, transitGatewayId: TGW },
        `subnet ${TABLE}: route more (${RANGE}) to transit-gateway overlaps ${RANGE}`,
    ],
    [
        "one host of it",
        "broken",
        { destinationCidrBlock: "192.168.7.7/32", vpcPeeringConnectionId: "pcx-1" },
        `subnet ${TABLE}: route more (192.168.7.7/32) to peering overlaps ${RANGE}`,
    ],
    [
        "everything",
        "broken",
        { destinationCidrBlock: "0.0.0.0/0", networkInterfaceId: "eni-1" },
        `subnet ${TABLE}: route more (0.0.0.0/0) to network-interface overlaps ${RANGE}`,
    ],
    ["other addresses", "holds", { destinationCidrBlock: "172.16.0.0/12", transitGatewayId: TGW }, NONE],
    ["IPv6", "holds", { destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" }, NONE],
    ["the VPC itself", "holds", { destinationCidrBlock: RANGE, gatewayId: "local" }, NONE],
    [
        "a prefix list",
        "not proven",
        { destinationPrefixListId: "pl-1", transitGatewayId: TGW },
        `subnet ${TABLE}: route more (pl-1) to transit-gateway may overlap ${RANGE}`,
    ],
    [
        "addresses nobody can read",
        "not proven",
        { destinationCidrBlock: UNKNOWN, transitGatewayId: TGW },
        `subnet ${TABLE}: route more (destination not known) to transit-gateway may overlap ${RANGE}`,
    ],
];

for (const unknown of [false, true]) {
    describe(`No route into the company network, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("holds as it is", () => {
            const { claim, verdict, evidence } = proof(stack, ID);
            assert.equal(claim, "Studio apps and jobs have no route into the company network");
            assert.deepEqual([verdict, evidence], ["holds", [NONE]]);
        });

        for (const [what, expected, props, text] of ROUTES) {
            it(`${expected === "holds" ? "holds" : `is ${expected}`} with a route for ${what}`, () => {
                const { verdict, evidence, fix } = proof(routed(stack, props), ID);
                assert.deepEqual([verdict, evidence], [expected, [text]]);
                assert.equal(fix, expected === "broken" ? REMOVE : fix);
            });
        }

        it("is not proven while a route's table is not known", () => {
            const open = added(stack, "route", "more", { routeTableId: UNKNOWN, destinationCidrBlock: RANGE });
            assert.deepEqual(
                [proof(open, ID).verdict, proof(open, ID).evidence],
                [
                    "not proven",
                    ["euw1-az1", "euw1-az2"].map(
                        (zone) => `subnet net-studio-${zone}: the table of route more is not decided`,
                    ),
                ],
            );
        });

        it("is not proven while a subnet's table is not known", () => {
            const open = blurred(stack, "association", TABLE, "routeTableId");
            assert.deepEqual(
                [proof(open, ID).verdict, proof(open, ID).evidence],
                [
                    "not proven",
                    [`subnet ${TABLE}: its route table is not decided: routeTableId is not known for certain`],
                ],
            );
        });

        it("is not claimed where there is no company network", () => {
            const ids = prove(stack, { clientRanges: [] }).proofs.map(({ id }) => id);
            assert.ok(!ids.includes(ID));
        });
    });
}
