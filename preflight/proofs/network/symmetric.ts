import { type GraphResource, isUnknown } from "../../../policy-pack/graph";
import { type Network, networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";
import { isFirewall, routeText, type Step, waysOut } from "./paths";
import { relateRoute } from "./ranges";
import { isLocal, leadsBack, notAstray } from "./returnRoutes";

/**
 * Shows that answers from the internet come back through the firewall endpoint by which the packets left: an endpoint
 * that sees one direction only drops the connection, and a route past it lets answers in unseen.
 */
export function symmetricProof(
    network: Network,
    domain: GraphResource,
    subnets: readonly Subnet[],
    undecided: readonly Finding[],
): Proof {
    const findings = subnets.flatMap((subnet) => subnetFindings(network, subnet));
    return toProof(
        "network.symmetric",
        `Both directions between a subnet of ${domain.name} and the internet pass the firewall endpoint of its zone`,
        [...findings, ...undecided],
    );
}

function subnetFindings(network: Network, subnet: Subnet): Finding[] {
    const where = `subnet ${subnet.resource.name}`;
    const ends = waysOut(network, subnet);
    const through = ends.filter(({ steps }) => steps.some(isFirewallStep));
    if (through.length === 0) {
        const open = ends.some(({ kind }) => kind === "unknown");
        const text = `${where}: no way out leads through a firewall endpoint`;
        return [
            open
                ? { verdict: "not proven", text: `${where}: whether its way out leads through a firewall is not known` }
                : { verdict: "broken", text, fix: `Lead 0.0.0.0/0 of ${where} to the firewall endpoint of its zone.` },
        ];
    }
    return through.flatMap(({ steps }) => wayBack(network, subnet, steps));
}

function isFirewallStep({ route: { target } }: Step): boolean {
    return target.kind === "vpc-endpoint" && isFirewall(target.resource);
}

/** The firewall stands before the NAT gateway, or behind it: the table of the hop after it leads back to the one before. */
function wayBack(network: Network, subnet: Subnet, steps: readonly Step[]): Finding[] {
    const at = steps.findIndex(isFirewallStep);
    const [firewall, next] = [steps[at], steps[at + 1]];
    const before = at === 0 ? subnet : steps[at - 1]?.place;
    if (firewall?.place === undefined || next === undefined || before === undefined) {
        return [{ verdict: "not proven", text: `subnet ${subnet.resource.name}: its way out cannot be followed` }];
    }
    if (firewall.uncertain === true) {
        const name = firewall.route.target.resource?.name;
        return [
            { verdict: "not proven", text: `${routeText(firewall.route)}: which endpoint of ${name} is not known` },
        ];
    }
    return [
        ...sameZone(network, subnet, firewall, firewall.place),
        ...(next.place === undefined
            ? edge(network, before, firewall, next.route.target.resource)
            : leadsBack(next.place.table, `subnet ${next.place.resource.name}`, before, firewall)),
        ...notAstray(firewall.place, before),
        ...(next.place === undefined ? [] : edgeUntouched(network, steps, next.place)),
    ];
}

/** Where the NAT gateway stands behind the firewall, answers to it come from the internet gateway directly. */
function edgeUntouched(network: Network, steps: readonly Step[], nat: Subnet): Finding[] {
    const gateway = steps.at(-1)?.route.target.resource;
    const edgeTable = gateway === undefined ? undefined : network.edgeTable(gateway);
    if (gateway === undefined || edgeTable === undefined) {
        return [];
    }
    const where = `edge table of ${gateway.name}`;
    if (!edgeTable.decided) {
        return [{ verdict: "not proven", text: `${where}: ${edgeTable.why}` }];
    }
    const range = typeof nat.cidr === "string" ? nat.cidr : "0.0.0.0/0";
    return edgeTable.table.routes
        .filter((route) => !isLocal(route) && relateRoute(route, range) !== "apart")
        .map((route) => ({
            verdict: "broken",
            text: `${where}: ${routeText(route)} sends answers to ${nat.resource.name} away from its NAT gateway`,
            fix: `Remove route ${route.resource.name}.`,
        }));
}

function sameZone(network: Network, subnet: Subnet, { route }: Step, place: Subnet): Finding[] {
    const same = network.sameZone(subnet, place);
    if (same === true) {
        return [];
    }
    const text = `subnet ${subnet.resource.name}: ${routeText(route)} in subnet ${place.resource.name}`;
    return [
        isUnknown(same)
            ? { verdict: "not proven", text: `${text}, whose zone is not known` }
            : {
                  verdict: "broken",
                  text: `${text}, which is in another zone`,
                  fix: `Lead route ${route.resource.name} to the firewall endpoint of its own zone.`,
              },
    ];
}

/** Behind the firewall comes the internet gateway: its edge table decides where answers enter. */
function edge(network: Network, before: Subnet, firewall: Step, gateway: GraphResource | undefined): Finding[] {
    const table = gateway?.type === tokens.INTERNET_GATEWAY ? network.edgeTable(gateway) : undefined;
    if (gateway === undefined) {
        return [
            { verdict: "not proven", text: `the internet gateway behind ${routeText(firewall.route)} is not known` },
        ];
    }
    if (table === undefined) {
        return [
            {
                verdict: "broken",
                text: `${gateway.name} has no edge table, so answers to subnet ${before.resource.name} go around the firewall`,
                fix: `Associate a route table with ${gateway.name}, with a route for each subnet before the firewall.`,
            },
        ];
    }
    return leadsBack(table, `edge table of ${gateway.name}`, before, firewall);
}
