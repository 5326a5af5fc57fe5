import { isShort, prefixFor, roomOf, roomText } from "../../../addresses";
import { hubServices } from "../../multi/hubServices";
import { accessPlan, hubPlan } from "../../multi/plans";
import type { Problem } from "../../problems";
import { zoneBelongsTo } from "../../regions";
import type { MultiValues } from "../../schema";
import { firewallGivenWhenMade, productionProtectsFirewall } from "../egress";
import type { Surroundings } from "./surroundings";

type Hub = MultiValues["hub"];

/** The hub's and the access service's subnets have room, and its way out is decided. */
export function hubProblems(surroundings: Surroundings): Problem[] {
    const { values, region } = surroundings;
    const { hub, access, production } = values;
    if (hub === undefined) {
        return [];
    }
    // One wrong zone would show again at each of its ranges.
    const zonesAreRight = region !== undefined && hub.zones.every((zone) => zoneBelongsTo(zone, region));
    const accessSubnets = access && zonesAreRight ? accessPlan(access, hub.zones) : undefined;
    return [
        ...(zonesAreRight ? subnetsFit(hub, surroundings) : []),
        ...(accessSubnets && "problems" in accessSubnets ? accessSubnets.problems : []),
        ...firewallProblems(hub, production),
    ];
}

function subnetsFit(hub: Hub, { values, lobs, region }: Surroundings): Problem[] {
    const plan = hubPlan(hub);
    if ("problems" in plan) {
        return plan.problems;
    }
    const networks = lobs.flatMap(({ known }) => known.network ?? []);
    const services =
        values.access && region ? hubServices(hub.endpoints, values.access.signIn.mode, networks, region.name) : [];
    const short = roomOf({
        studio: {},
        endpoint: plan.ok.endpoint,
        interfaceEndpoints: services.length,
        resolver: hub.clients?.resolver ?? false,
    }).filter(isShort);
    return short.map((room) => ({
        path: hub.subnets === undefined ? ["hub", "cidr"] : ["hub", "subnets", "endpoint", room.zone],
        found: hub.subnets === undefined ? hub.cidr : room.range,
        rule: roomText(room),
        fix: `use ranges of /${prefixFor(room.needed)} or larger for endpoints, or fewer features`,
    }));
}

/** The rules of a network's own firewall, in the hub's words. */
function firewallProblems(hub: Hub, production: boolean | undefined): Problem[] {
    // The rules look at the way out only; a hub is never somebody else's VPC.
    const network = { egress: hub.egress, firewall: hub.firewall, vpc: undefined };
    return [
        ...firewallGivenWhenMade(network),
        ...(production === undefined ? [] : productionProtectsFirewall(network, production)),
    ].map(({ path, ...problem }) => ({ ...problem, path: ["hub", ...path.slice(1)] }));
}
