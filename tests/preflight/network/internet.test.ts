import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { failing, proof, recordStack, type Stack } from "./fixture";
import { added, blurred, changed, find, without } from "./mutate";

const ID = "network.no-internet";
const TABLE = "net-studio-euw1-az1";
const START = `subnet ${TABLE} > route table ${TABLE}`;
const EVERYWHERE = { destinationCidrBlock: "0.0.0.0/0" };
const REMOVE = "Remove the route named in the path: with egress isolated, nothing leads to an internet gateway.";
const READABLE = "Make the route's target readable: a resource of this stack, or an id.";

/** A route in the table of one studio subnet. */
function routed(stack: Stack, props: Readonly<Record<string, unknown>>): Stack {
    return added(stack, "route", "out", { routeTableId: find(stack, "table", TABLE), ...props });
}

function withGateway(stack: Stack): Stack {
    return added(stack, "internetGateway", "igw", { vpcId: find(stack, "vpc", "net-vpc") });
}

/** An internet gateway, and a NAT gateway in a public subnet with a table of its own. */
function withNat(stack: Stack): Stack {
    const vpcId = find(stack, "vpc", "net-vpc");
    let next = added(withGateway(stack), "subnet", "public", { vpcId, cidrBlock: "10.20.127.0/24" });
    next = added(next, "table", "public", { vpcId });
    next = added(next, "association", "public", {
        subnetId: find(next, "subnet", "public"),
        routeTableId: find(next, "table", "public"),
    });
    next = added(next, "route", "public-out", {
        routeTableId: find(next, "table", "public"),
        ...EVERYWHERE,
        gatewayId: find(next, "internetGateway", "igw"),
    });
    return added(next, "natGateway", "nat", { subnetId: find(next, "subnet", "public") });
}

type Mutation = readonly [what: string, mutate: (stack: Stack) => Stack, evidence: string];

/** A route of the subnet's own to a gateway makes it public; one to a NAT gateway does not. */
function alsoBroken(evidence: string): Record<string, string> {
    return evidence.startsWith(`${START} > route out`) && !evidence.includes("nat-gateway")
        ? { "network.private-tiers": "broken" }
        : {};
}

/** What leads to the internet, with ids known or not. */
const BROKEN: readonly Mutation[] = [
    [
        "a route to an internet gateway",
        (stack) => {
            const next = withGateway(stack);
            return routed(next, { ...EVERYWHERE, gatewayId: find(next, "internetGateway", "igw") });
        },
        `${START} > route out (0.0.0.0/0) to internet-gateway igw`,
    ],
    [
        "a route to one public address",
        (stack) => {
            const next = withGateway(stack);
            const gatewayId = find(next, "internetGateway", "igw");
            return routed(next, { destinationCidrBlock: "203.0.113.7/32", gatewayId });
        },
        `${START} > route out (203.0.113.7/32) to internet-gateway igw`,
    ],
    [
        "a route for IPv6",
        (stack) => {
            const next = added(stack, "egressOnlyGateway", "eigw", { vpcId: find(stack, "vpc", "net-vpc") });
            const egressOnlyGatewayId = find(next, "egressOnlyGateway", "eigw");
            return routed(next, { destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId });
        },
        `${START} > route out (::/0) to egress-only-internet-gateway eigw`,
    ],
    [
        "a route to a NAT gateway in a public subnet",
        (stack) => {
            const next = withNat(stack);
            return routed(next, { ...EVERYWHERE, natGatewayId: find(next, "natGateway", "nat") });
        },
        `${START} > route out (0.0.0.0/0) to nat-gateway nat > subnet public > route table public > ` +
            "route public-out (0.0.0.0/0) to internet-gateway igw",
    ],
];

/** What cannot be told, with ids known or not. */
const NOT_PROVEN: readonly Mutation[] = [
    [
        "a default route to the transit gateway",
        (stack) => routed(stack, { ...EVERYWHERE, transitGatewayId: "tgw-0123456789abcdef0" }),
        `${START} > route out (0.0.0.0/0) to transit-gateway tgw-0123456789abcdef0 > leaves this stack`,
    ],
    [
        "a route through a VPN gateway to public addresses",
        (stack) => routed(stack, { destinationCidrBlock: "203.0.113.0/24", gatewayId: "vgw-1" }),
        `${START} > route out (203.0.113.0/24) to virtual-gateway vgw-1 > leaves this stack`,
    ],
    [
        "a target nobody can read",
        (stack) => routed(stack, { ...EVERYWHERE, gatewayId: UNKNOWN }),
        `${START} > route out (0.0.0.0/0) to unknown not known > cannot be followed`,
    ],
    [
        "a gateway of a kind nobody knows",
        (stack) => routed(stack, { ...EVERYWHERE, gatewayId: "xgw-1" }),
        `${START} > route out (0.0.0.0/0) to unknown xgw-1 > cannot be followed`,
    ],
    [
        "a NAT gateway of another stack",
        (stack) => routed(stack, { ...EVERYWHERE, natGatewayId: "nat-elsewhere" }),
        `${START} > route out (0.0.0.0/0) to nat-gateway nat-elsewhere > its subnet is not in this stack`,
    ],
    [
        "a firewall endpoint of another stack",
        (stack) => routed(stack, { ...EVERYWHERE, vpcEndpointId: "vpce-elsewhere" }),
        `${START} > route out (0.0.0.0/0) to vpc-endpoint vpce-elsewhere > its subnet is not in this stack`,
    ],
    [
        "an appliance",
        (stack) => routed(stack, { ...EVERYWHERE, networkInterfaceId: "eni-1" }),
        `${START} > route out (0.0.0.0/0) to network-interface eni-1 > cannot be followed`,
    ],
    [
        "a destination nobody can read",
        (stack) => routed(stack, { destinationCidrBlock: UNKNOWN, transitGatewayId: "tgw-0123456789abcdef0" }),
        `${START} > route out (destination not known) to transit-gateway tgw-0123456789abcdef0 > leaves this stack`,
    ],
];

const HOLDS: readonly (readonly [what: string, mutate: (stack: Stack) => Stack])[] = [
    ["the network as it is", (stack) => stack],
    [
        "a private range behind the transit gateway",
        (stack) => routed(stack, { destinationCidrBlock: "172.16.0.0/12", transitGatewayId: "tgw-0123456789abcdef0" }),
    ],
    ["an internet gateway without a route", (stack) => withGateway(stack)],
    ["a public subnet no studio subnet leads to", (stack) => withNat(stack)],
    [
        "a NAT gateway that leads back to where it stands",
        (stack) => {
            const next = added(stack, "natGateway", "nat", { subnetId: find(stack, "subnet", TABLE) });
            return routed(next, { ...EVERYWHERE, natGatewayId: find(next, "natGateway", "nat") });
        },
    ],
];

for (const unknown of [false, true]) {
    describe(`No path to the internet, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        for (const [what, mutate, evidence] of BROKEN) {
            it(`is broken by ${what}`, () => {
                const { verdict, evidence: found, fix } = proof(mutate(stack), ID);
                assert.deepEqual([verdict, found, fix], ["broken", [evidence], REMOVE]);
                assert.deepEqual(failing(mutate(stack)), { [ID]: "broken", ...alsoBroken(evidence) });
            });
        }

        for (const [what, mutate, evidence] of NOT_PROVEN) {
            it(`is not proven with ${what}`, () => {
                const { verdict, evidence: found, fix } = proof(mutate(stack), ID);
                assert.deepEqual([verdict, found, fix], ["not proven", [evidence], READABLE]);
            });
        }

        for (const [what, mutate] of HOLDS) {
            it(`holds with ${what}`, () => {
                const { verdict, fix } = proof(mutate(stack), ID);
                assert.deepEqual([verdict, fix], ["holds", undefined]);
            });
        }

        it("is broken by the main table, where a subnet has none of its own", () => {
            const main = mainTableRoute(withGateway(stack));
            assert.equal(proof(main, ID).verdict, "holds");
            const { verdict, evidence } = proof(without(main, "association", TABLE), ID);
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, [
                `subnet ${TABLE} > route table main table of net-vpc > route main-out (0.0.0.0/0) to internet-gateway igw`,
            ]);
        });

        it("is not proven while a route's table is not known", () => {
            const { verdict, evidence } = proof(
                added(withGateway(stack), "route", "out", { routeTableId: UNKNOWN, ...EVERYWHERE, gatewayId: "igw-1" }),
                ID,
            );
            assert.equal(verdict, "not proven");
            assert.deepEqual(
                evidence,
                ["euw1-az1", "euw1-az2"].map(
                    (zone) =>
                        `subnet net-studio-${zone} > route table net-studio-${zone} > the table of route out is not decided`,
                ),
            );
        });

        it("reads routes that stand in the table itself", () => {
            const routes = [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-elsewhere" }];
            const { verdict, evidence } = proof(changed(stack, "table", TABLE, { routes }), ID);
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, [`${START} > route ${TABLE} (0.0.0.0/0) to internet-gateway igw-elsewhere`]);
        });

        it("is not proven while the domain's subnets are not known", () => {
            const { verdict, evidence } = proof(blurred(stack, "domain", "domain", "subnetIds"), ID);
            assert.equal(verdict, "not proven");
            assert.deepEqual(evidence, ["domain: subnetIds is not known yet"]);
        });
    });
}

/** A route to the internet in the table AWS makes with the VPC. */
function mainTableRoute(stack: Stack): Stack {
    const vpc = find(stack, "vpc", "net-vpc");
    const known = typeof vpc.id === "string" ? { routeTableId: vpc.props.mainRouteTableId } : { routeTableId: vpc };
    return added(stack, "route", "main-out", {
        ...known,
        ...EVERYWHERE,
        gatewayId: find(stack, "internetGateway", "igw"),
    });
}
