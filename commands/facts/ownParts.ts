import type { Facts } from "../../preflight/facts";

/** What a stack makes in the VPC, as far as its file tells. */
export interface OwnParts {
    /** Ranges of the subnets it makes. */
    readonly ranges: readonly string[];
    /** Names of the services whose gateway endpoint it makes. */
    readonly gatewayServices: readonly string[];
}

/**
 * The facts without what the stack itself has made in the VPC, so that they are the same before and after an update.
 * Subnets of a VPC never overlap: one with a range of the stack's is the stack's, with all that stands in it.
 */
export function withoutOwn(facts: Facts, { ranges, gatewayServices }: OwnParts): Facts {
    const subnets = new Set(facts.subnets.filter(({ cidr }) => ranges.includes(cidr)).map(({ id }) => id));
    if (subnets.size === 0) {
        // Nothing was made yet: a gateway endpoint is somebody else's.
        return facts;
    }
    const stands = (subnetIds: readonly string[]): boolean =>
        subnetIds.length > 0 && subnetIds.every((id) => subnets.has(id));
    const gone = {
        endpoints: facts.endpoints.filter(
            ({ type, subnetIds, serviceName }) =>
                stands(subnetIds) || (type === "Gateway" && gatewayServices.includes(serviceName)),
        ),
        natGateways: facts.natGateways.filter(({ subnetId }) => subnetId !== null && subnets.has(subnetId)),
        firewallEndpoints: facts.firewallEndpoints.filter(({ subnetId }) => subnets.has(subnetId)),
        routeTables: facts.routeTables.filter(({ main, subnetIds }) => !main && stands(subnetIds)),
    };
    const targets = new Set([...gone.endpoints, ...gone.natGateways, ...gone.firewallEndpoints].map(({ id }) => id));
    const endpoints = facts.endpoints.filter((endpoint) => !gone.endpoints.includes(endpoint));
    const onEndpoints = new Set(endpoints.flatMap(({ groupIds }) => groupIds));
    const onOwn = new Set(gone.endpoints.flatMap(({ groupIds }) => groupIds).filter((id) => !onEndpoints.has(id)));
    const others = (subnetIds: readonly string[]): string[] => subnetIds.filter((id) => !subnets.has(id));
    return {
        ...facts,
        subnets: facts.subnets.filter(({ id }) => !subnets.has(id)),
        routeTables: facts.routeTables
            .filter((table) => !gone.routeTables.includes(table))
            .map((table) => ({
                ...table,
                subnetIds: others(table.subnetIds),
                routes: table.routes.filter(({ target }) => !targets.has(target)),
            })),
        endpoints: endpoints.map((endpoint) => ({
            ...endpoint,
            subnetIds: others(endpoint.subnetIds),
            routeTableIds: endpoint.routeTableIds.filter((id) => !gone.routeTables.some((table) => table.id === id)),
        })),
        securityGroups: facts.securityGroups.filter(({ id }) => !onOwn.has(id)),
        networkAcls: facts.networkAcls.map((acl) => ({ ...acl, subnetIds: others(acl.subnetIds) })),
        natGateways: facts.natGateways.filter((gateway) => !gone.natGateways.includes(gateway)),
        firewallEndpoints: facts.firewallEndpoints.filter((each) => !gone.firewallEndpoints.includes(each)),
    };
}
