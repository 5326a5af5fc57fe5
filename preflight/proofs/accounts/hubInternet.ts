import { type GraphResource, isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens, type Subnet, transitOf } from "../../../policy-pack/graph/network";
import { judgeFirewall } from "../network/firewallFilter";
import { type Finding, toProof, unproven } from "../network/findings";
import { isFirewall, placesOf, routeText } from "../network/paths";
import { readRange } from "../network/ranges";
import { isLocal, leadsBack } from "../network/returnRoutes";
import type { Proof } from "../proof";
import { lost } from "../routing/reach";
import { routerOf } from "../routing/routers";
import { everywhereFrom } from "./everywhere";
import type { AccountsIntent } from "./intent";
import { type Part, partsOf } from "./parts";

/** Shows whether, and only how, lines of business, hub and access service get to the internet. */
export function hubInternet(graph: ResourceGraph, intent: AccountsIntent): Proof {
    return intent.egress === "firewall" ? throughFirewall(graph, intent) : noInternet(graph);
}

function noInternet(graph: ResourceGraph): Proof {
    const { all } = partsOf(graph);
    const shared = all.filter(({ kind }) => kind === "hub" || kind === "access");
    const against = [...shared.flatMap((part) => intoInternet(graph, part)), ...throughHub(graph)];
    const none: Finding = { verdict: "holds", text: "no table of hub or access service leads to an internet gateway" };
    return toProof(
        "hub.no-internet",
        "Nothing reaches the internet through the hub",
        against.length > 0 ? against : [none],
    );
}

function intoInternet(graph: ResourceGraph, part: Part): Finding[] {
    return everywhereFrom(graph, part).flatMap(({ hops, kind }): Finding[] => {
        const text = hops.join(" > ");
        if (kind === "unknown") {
            return [unproven(text)];
        }
        return kind === "internet"
            ? [
                  {
                      verdict: "broken",
                      text,
                      fix: "Remove the route to the internet gateway, or set hub.egress to firewall.",
                  },
              ]
            : [];
    });
}

/** What a line of business may have of its own is told with it; here only what passes a transit gateway. */
function throughHub(graph: ResourceGraph): Finding[] {
    return partsOf(graph).lobs.flatMap((lob) =>
        everywhereFrom(graph, lob)
            .filter(({ kind, transits }) => kind === "internet" && transits > 0)
            .map(({ hops }): Finding => ({
                verdict: "broken",
                text: `${lob.name}: ${hops.join(" > ")}`,
                fix: "Remove the route in the transit gateway's table that leads everything to the hub.",
            })),
    );
}

function throughFirewall(graph: ResourceGraph, intent: AccountsIntent): Proof {
    const { hub, lobs } = partsOf(graph);
    const members = lobs.filter(({ name }) => intent.centralEgress.includes(name));
    const findings =
        hub === undefined
            ? [unproven("the hub is not in this graph")]
            : [
                  ...members.flatMap((lob) => out(graph, lob)),
                  ...lobs.filter((lob) => !members.includes(lob)).flatMap((lob) => notOut(graph, lob)),
                  ...back(graph, hub, members, intent.lobRanges),
                  ...applianceMode(graph, hub),
                  ...filters(graph, members),
              ];
    return toProof(
        "hub.egress",
        "Lines of business reach the internet through the hub's firewall of their zone alone, and answers come back by it",
        findings,
    );
}

/** Every way of a member to the internet passes one firewall and then a NAT gateway, in one zone, and there is a way. */
function out(graph: ResourceGraph, lob: Part): Finding[] {
    const { network } = routerOf(graph);
    const arrivals = everywhereFrom(graph, lob);
    const ends = arrivals.filter(({ kind }) => kind === "internet");
    if (ends.length === 0) {
        const open = arrivals.find(({ kind }) => kind === "unknown");
        const text = `${lob.name}: no way to the internet, although its egress is the hub's`;
        return [
            open === undefined
                ? {
                      verdict: "broken",
                      text,
                      fix: `Lead 0.0.0.0/0 of ${lob.name} to the transit gateway, and in the table of its attachment to the hub.`,
                  }
                : unproven(open.hops.join(" > ")),
        ];
    }
    return ends.flatMap(({ firewalls, hops, nats }): Finding[] => {
        const text = `${lob.name}: ${hops.join(" > ")}`;
        const [firewall, ...more] = firewalls;
        if (firewall === undefined || more.length > 0) {
            return [
                {
                    verdict: "broken",
                    text,
                    fix: "Lead the hub's transit subnets to the firewall endpoint of their zone, once.",
                },
            ];
        }
        const [place] = firewall.places;
        const same = nats.map((nat) => (place === undefined ? false : network.sameZone(nat, place)));
        if (firewall.places.length > 1 || same.some(isUnknown)) {
            return [unproven(`${text}: which endpoint of ${firewall.firewall.name} is meant is not known`)];
        }
        return same.length === 1 && same[0] === true
            ? [{ verdict: "holds", text }]
            : [{ verdict: "broken", text, fix: "Lead each firewall subnet to the NAT gateway of its own zone." }];
    });
}

function notOut(graph: ResourceGraph, lob: Part): Finding[] {
    return everywhereFrom(graph, lob)
        .filter(({ kind, transits }) => kind === "internet" && transits > 0)
        .map(({ hops }) => ({
            verdict: "broken",
            text: `${lob.name}: ${hops.join(" > ")}`,
            fix: `Remove the default route of ${lob.name} to the transit gateway: its egress is not the hub's.`,
        }));
}

/** The NAT gateway's table leads answers to the firewall endpoint of its zone, the firewall's to the transit gateway. */
function back(graph: ResourceGraph, hub: Part, members: readonly Part[], ranges: readonly string[]): Finding[] {
    const { network } = routerOf(graph);
    const forwards = transitSubnets(graph, hub).flatMap((subnet) =>
        subnet.table.decided
            ? subnet.table.table.routes
                  .filter(({ target }) => isFirewall(target.resource))
                  .map((route) => ({ subnet, route }))
            : [],
    );
    return forwards.flatMap(({ route, subnet }) =>
        placesOf(network, route).flatMap((place) => [
            ...sameZone(network.sameZone(subnet, place), `${routeText(route)} of subnet ${subnet.resource.name}`),
            ...natsBehind(place, network.subnets, graph).flatMap((nat) =>
                ranges.flatMap((range) =>
                    leadsBack(nat.table, `subnet ${nat.resource.name}`, { ...subnet, cidr: range }, { route }),
                ),
            ),
            ...members.flatMap((lob) => toLob(graph, place, lob)),
        ]),
    );
}

function sameZone(same: ReturnType<ReturnType<typeof routerOf>["network"]["sameZone"]>, text: string): Finding[] {
    if (same === true) {
        return [];
    }
    return [
        isUnknown(same)
            ? unproven(`${text}: its zone is not known`)
            : {
                  verdict: "broken",
                  text: `${text} leads to another zone`,
                  fix: "Lead each transit subnet to the firewall endpoint of its own zone.",
              },
    ];
}

/** Subnets of the NAT gateways a firewall's subnet leads to. */
function natsBehind(place: Subnet, subnets: readonly Subnet[], graph: ResourceGraph): Subnet[] {
    const { network } = routerOf(graph);
    const routes = place.table.decided ? place.table.table.routes.filter((route) => !isLocal(route)) : [];
    return routes
        .filter(({ target }) => target.kind === "nat-gateway")
        .flatMap((route) => placesOf(network, route))
        .filter((each) => subnets.includes(each));
}

function toLob(graph: ResourceGraph, place: Subnet, lob: Part): Finding[] {
    const router = routerOf(graph);
    return lob.vpcs.flatMap((vpc) => {
        const range = readRange(vpc.props.cidrBlock as string);
        return range === undefined
            ? [unproven(`the range of ${lob.name} is not known`)]
            : lost(router.from(place, range), vpc, `answers find ${lob.name} from subnet ${place.resource.name}`);
    });
}

function transitSubnets(graph: ResourceGraph, hub: Part): Subnet[] {
    const { network, transit } = routerOf(graph);
    return transit.attachments
        .filter(({ vpc }) => vpc.found.some((each) => hub.vpcs.includes(each)))
        .flatMap(({ subnets }) => subnets.found.map((each) => network.subnet(each)))
        .filter((subnet) => subnet !== undefined);
}

/** Without it the two directions of one connection may take firewall endpoints of two zones. */
function applianceMode(graph: ResourceGraph, hub: Part): Finding[] {
    return transitOf(graph)
        .attachments.filter(({ vpc }) => vpc.found.some((each) => hub.vpcs.includes(each)))
        .flatMap(({ applianceMode: on, resource }): Finding[] => {
            if (on === true) {
                return [];
            }
            return [
                isUnknown(on)
                    ? unproven(`${resource.name}: applianceModeSupport is not known`)
                    : {
                          verdict: "broken",
                          text: `${resource.name} is not in appliance mode, so answers may come by the firewall of another zone`,
                          fix: `Set applianceModeSupport of ${resource.name} to enable.`,
                      },
            ];
        });
}

/** What the firewalls on the way let pass, with every member inside their HOME_NET. */
function filters(graph: ResourceGraph, members: readonly Part[]): Finding[] {
    const arrivals = members.flatMap((lob) => everywhereFrom(graph, lob));
    const passed = new Set<GraphResource>(
        arrivals.flatMap(({ firewalls }) => firewalls.map(({ firewall }) => firewall)),
    );
    const inside = members.flatMap(({ subnets }) => subnets);
    return graph
        .ofType(tokens.FIREWALL)
        .filter((firewall) => passed.has(firewall))
        .flatMap((firewall) => judgeFirewall(graph, firewall, inside));
}
