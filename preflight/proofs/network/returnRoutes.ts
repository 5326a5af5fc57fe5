import { isUnknown, type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import {
    type EffectiveTable,
    networkTokens as tokens,
    type Route,
    type RouteTable,
    type Subnet,
} from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";
import { isDefault, routeText, type Step } from "./paths";
import { readRange, relateRoute } from "./ranges";

/** Whether a table leads the whole range of the subnet to the endpoint that the step names. */
export function leadsBack(
    effective: EffectiveTable,
    where: string,
    subnet: Subnet,
    { route: forward }: Step,
): Finding[] {
    const range = typeof subnet.cidr === "string" ? subnet.cidr : undefined;
    if (!effective.decided || range === undefined) {
        const why = effective.decided ? `the range of ${subnet.resource.name} is not known` : effective.why;
        return [{ verdict: "not proven", text: `${where}: ${why}` }];
    }
    const { table } = effective;
    const overlapping = table.routes.filter(
        (route) => !isLocal(route) && !isDefault(route) && relateRoute(route, range) !== "apart",
    );
    const back = overlapping.find((route) => isWhole(route, range) && sameEndpoint(route, forward) === true);
    const others = overlapping.filter((route) => route !== back);
    const fix = `Give route table ${table.name} one route for ${range}, to the firewall endpoint by which ${subnet.resource.name} leaves.`;
    return [
        ...table.undecided.map((why): Finding => ({ verdict: "not proven", text: `${where}: ${why}` })),
        ...others.map((route): Finding =>
            judgeOther(route, range, forward, `${where}, route table ${table.name}`, fix),
        ),
        ...(back === undefined && others.length === 0
            ? [
                  {
                      verdict: "broken" as const,
                      text: `${where}: route table ${table.name} has no route back to ${range} (${subnet.resource.name}), so answers go around the firewall${astray(table, forward)}`,
                      fix,
                  },
              ]
            : []),
        ...(back === undefined
            ? []
            : [
                  {
                      verdict: "holds" as const,
                      text: `${where}: ${routeText(back)}, by which ${subnet.resource.name} leaves`,
                  },
              ]),
    ];
}

/** Routes to the firewall for other ranges: one of them may be meant. */
function astray({ routes }: RouteTable, forward: Route): string {
    const others = routes.filter(
        ({ target }) => target.kind === "vpc-endpoint" && target.resource === forward.target.resource,
    );
    return others.length === 0 ? "" : `; ${others.map(routeText).join(", ")} does not`;
}

function judgeOther(route: Route, range: string, forward: Route, where: string, fix: string): Finding {
    const unread =
        relateRoute(route, range) === "unknown" || (isWhole(route, range) && isUnknown(sameEndpoint(route, forward)));
    return unread
        ? { verdict: "not proven", text: `${where}: whether ${routeText(route)} leads ${range} back is not known`, fix }
        : { verdict: "broken", text: `${where}: ${routeText(route)} leads ${range} past that endpoint`, fix };
}

/** In the firewall's own table a route for the subnet would send what the firewall has passed somewhere else. */
export function notAstray(place: Subnet, subnet: Subnet): Finding[] {
    const range = typeof subnet.cidr === "string" ? subnet.cidr : undefined;
    if (!place.table.decided || range === undefined) {
        return [];
    }
    const { table } = place.table;
    return table.routes
        .filter(
            (route) =>
                !isLocal(route) && !isDefault(route) && !["apart", "unknown"].includes(relateRoute(route, range)),
        )
        .map((route) => ({
            verdict: "broken",
            text: `subnet ${place.resource.name}, route table ${table.name}: ${routeText(route)} sends answers to ${range} astray`,
            fix: `Remove route ${route.resource.name}.`,
        }));
}

/** A route to the VPC itself, or of a gateway endpoint, which is for public addresses only. */
export function isLocal({ target }: Route): boolean {
    return target.kind === "local" || target.resource?.type === tokens.ENDPOINT;
}

function isWhole({ destination }: Route, range: string): boolean {
    const [one, other] = [readRange(destination.value), readRange(range)];
    return one !== undefined && one.base === other?.base && one.prefix === other.prefix;
}

/** Whether two routes lead to one endpoint; unknown where either may lead to several. */
function sameEndpoint({ target }: Route, { target: forward }: Route): Maybe<boolean> {
    if (target.kind === "unknown") {
        return UNKNOWN;
    }
    if (target.kind !== "vpc-endpoint" || target.resource !== forward.resource) {
        return target.resource === undefined && target.kind === "vpc-endpoint" ? UNKNOWN : false;
    }
    const [one, other] = [target.subnets ?? [], forward.subnets ?? []];
    // An id without a mapping behind it is no endpoint of the subnet, whichever it is.
    return one.length > 1 || other.length !== 1 ? UNKNOWN : one[0] === other[0];
}
