import type { Route, Subnet } from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";
import { destinationText, readRange, relateRoute } from "./ranges";

const GATEWAYS = ["transit-gateway", "virtual-gateway"];

/**
 * Whether answers from the subnet find the way back to the range: its most specific route leads to a gateway, and no
 * route for a part of it leads elsewhere. Source: VPC user guide, "Route priority".
 */
export function wayBack({ resource, table }: Subnet, range: string): Finding[] {
    const where = `subnet ${resource.name}`;
    if (!table.decided) {
        return [{ verdict: "not proven", text: `${where}: its route table is not decided: ${table.why}` }];
    }
    const { routes, undecided } = table.table;
    const route = mostSpecific(routes.filter((each) => relateRoute(each, range) === "covers"));
    const partly = routes.filter((each) => ["inside", "unknown"].includes(relateRoute(each, range)));
    const astray = [...(route === undefined ? [] : [route]), ...partly].filter((each) => !leadsToGateway(each));
    if (undecided.length > 0 || astray.length > 0) {
        return [
            ...undecided.map((why): Finding => ({ verdict: "not proven", text: `${where}: ${why}` })),
            ...astray.map((each) => elsewhere(where, each, range)),
        ];
    }
    if (route !== undefined) {
        return [{ verdict: "holds", text: `${where}: route ${route.resource.name} leads back to ${range}` }];
    }
    return [
        {
            verdict: "not proven",
            text: `${where}: no route back to ${range}, so how the company network comes in lies outside this stack`,
            fix: "Name the transit or VPN gateway in network.clients.via.",
        },
    ];
}

function mostSpecific(routes: readonly Route[]): Route | undefined {
    const prefix = ({ destination }: Route): number => readRange(destination.value)?.prefix ?? 0;
    return [...routes].sort((one, other) => prefix(other) - prefix(one))[0];
}

function leadsToGateway({ target }: Route): boolean {
    return GATEWAYS.includes(target.kind);
}

const LEADS = { covers: "leads all", inside: "leads a part", unknown: "may lead a part", apart: "leads none" };

function elsewhere(where: string, route: Route, range: string): Finding {
    const { name } = route.resource;
    const leads = `${LEADS[relateRoute(route, range)]} of ${range}`;
    return {
        verdict: "not proven",
        text: `${where}: route ${name} (${destinationText(route)}) ${leads} to ${route.target.kind}`,
        fix: `Remove route ${name}, or lead it to the gateway of network.clients.via.`,
    };
}
