import type { GraphResource } from "../../policy-pack/graph";
import { networkTokens as tokens } from "../../policy-pack/graph/network";
import { existing } from "./existing";
import { firewallResources } from "./firewalls";
import { networkAclResources } from "./networkAcls";
import { routeTableResources } from "./routes";
import type { EndpointFacts, Facts } from "./schema";
import { securityGroupResources } from "./securityGroups";

/**
 * An existing VPC as resources of the graph, with the inputs a program would have given them, so that proofs read them
 * like any other. Gateways and connections to other networks that are not the VPC's own stay ids in routes.
 */
export function factsResources(facts: Facts): GraphResource[] {
    return [
        ...vpcResources(facts),
        ...facts.subnets.map(({ id, cidr, zoneName, zoneId, mapPublicIp }) =>
            existing(tokens.SUBNET, id, {
                vpcId: facts.vpc.id,
                cidrBlock: cidr,
                availabilityZone: zoneName,
                availabilityZoneId: zoneId,
                mapPublicIpOnLaunch: mapPublicIp,
            }),
        ),
        ...facts.internetGateways.map((id) => existing(tokens.INTERNET_GATEWAY, id, { vpcId: facts.vpc.id })),
        ...facts.natGateways.map(({ id, subnetId, connectivity }) =>
            existing(tokens.NAT_GATEWAY, id, {
                connectivityType: connectivity,
                ...(subnetId === null ? {} : { subnetId }),
            }),
        ),
        ...firewallResources(facts),
        ...routeTableResources(facts),
        ...securityGroupResources(facts),
        ...networkAclResources(facts),
        ...facts.endpoints.map((endpoint) => endpointResource(facts, endpoint)),
    ];
}

function vpcResources({ vpc, routeTables }: Facts): GraphResource[] {
    const [primary, ...secondary] = vpc.cidrs;
    const main = routeTables.find((table) => table.main);
    return [
        existing(tokens.VPC, vpc.id, {
            cidrBlock: primary,
            enableDnsSupport: vpc.dnsSupport,
            enableDnsHostnames: vpc.dnsHostnames,
            ...(main === undefined ? {} : { mainRouteTableId: main.id }),
        }),
        ...secondary.map((cidrBlock) =>
            existing(tokens.VPC_CIDR, `${vpc.id}_${cidrBlock}`, { vpcId: vpc.id, cidrBlock }),
        ),
    ];
}

function endpointResource({ vpc }: Facts, endpoint: EndpointFacts): GraphResource {
    const { id, type, serviceName, privateDns, subnetIds, groupIds, routeTableIds, policy } = endpoint;
    return existing(tokens.ENDPOINT, id, {
        vpcId: vpc.id,
        serviceName,
        vpcEndpointType: type,
        ...(type === "Gateway"
            ? { routeTableIds }
            : { privateDnsEnabled: privateDns, subnetIds, securityGroupIds: groupIds }),
        ...(policy === null ? {} : { policy: JSON.stringify(policy) }),
    });
}
