import type { ResourceGraph } from "../graph";
import { endpointsOf } from "./endpoints";
import { FirewallEndpoints } from "./firewallEndpoints";
import { RouteTables } from "./routeTables";
import { securityGroupsOf } from "./securityGroups";
import * as tokens from "./tokens";
import type { EffectiveTable, Endpoint, SecurityGroup, Subnet, Vpc, RouteTable } from "./types";
import { zoneOf, Zones } from "./zones";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, UNKNOWN, type Maybe } from "../unknown";

export * as networkTokens from "./tokens";
export { askZones, type PrivateZone, privateZonesOf, type ZoneAnswer } from "./hostedZones";
export { admitsTcp } from "./securityGroups";
export { isNamedByZones, type SharedEndpoint, sharedEndpoint } from "./sharedEndpoints";
export { transitOf } from "./transit";
export type * from "./transitTypes";
export type * from "./types";

/**
 * The network of one stack as AWS would build it. What cannot be resolved stays in the model as undecided, with the
 * reason; it is never left out.
 */
export interface Network {
    readonly vpcs: readonly Vpc[];
    readonly subnets: readonly Subnet[];
    readonly routeTables: readonly RouteTable[];
    readonly endpoints: readonly Endpoint[];
    readonly securityGroups: readonly SecurityGroup[];
    /** The model of a subnet resource. */
    subnet(resource: GraphResource): Subnet | undefined;
    /** The model of a security group resource. */
    securityGroup(resource: GraphResource): SecurityGroup | undefined;
    /** Subnets a NAT gateway, interface endpoint or firewall stands in; empty when none can be told. */
    subnetsOf(resource: GraphResource): readonly Subnet[];
    /** Whether two subnets of one VPC are in the same zone; unknown when one has only the name and one only the id. */
    sameZone(one: Subnet, other: Subnet): Maybe<boolean>;
    /** The edge table of an internet or VPN gateway; `undefined` when it has none. */
    edgeTable(gateway: GraphResource): EffectiveTable | undefined;
}

const MODELS = new WeakMap<ResourceGraph, Network>();

/** The network model of a graph; built once per graph. */
export function networkOf(graph: ResourceGraph): Network {
    const known = MODELS.get(graph);
    if (known !== undefined) {
        return known;
    }
    const model = build(graph);
    MODELS.set(graph, model);
    return model;
}

function build(graph: ResourceGraph): Network {
    const firewalls = new FirewallEndpoints(graph);
    const tables = new RouteTables(graph, firewalls);
    const zones = new Zones(graph.ofType(tokens.SUBNET));
    const subnets = graph.ofType(tokens.SUBNET).map((resource): Subnet => {
        const cidr = resource.props.cidrBlock;
        return {
            resource,
            vpc: resolveOne(graph, resource, "vpcId", [tokens.VPC]),
            zone: zoneOf(resource),
            cidr: typeof cidr === "string" || isUnknown(cidr) ? cidr : undefined,
            table: tables.serving(resource),
        };
    });
    const securityGroups = securityGroupsOf(graph);
    const endpoints = endpointsOf(graph, tables);
    const subnetModels = byResource(subnets);
    const groupModels = byResource(securityGroups);
    const endpointModels = byResource(endpoints);
    const placesOf = (resource: GraphResource): readonly GraphResource[] =>
        resource.type === tokens.FIREWALL
            ? firewalls.subnetsOf(resource)
            : (endpointModels.get(resource)?.subnets.found ??
              resolveOne(graph, resource, "subnetId", [tokens.SUBNET]).found);
    return {
        vpcs: graph.ofType(tokens.VPC).map((resource) => ({ resource, cidrs: cidrsOf(graph, resource) })),
        subnets,
        routeTables: tables.all(),
        endpoints,
        securityGroups,
        subnet: (resource) => subnetModels.get(resource),
        securityGroup: (resource) => groupModels.get(resource),
        subnetsOf: (resource) =>
            placesOf(resource)
                .map((place) => subnetModels.get(place))
                .filter((subnet) => subnet !== undefined),
        sameZone: (one, other) => zones.same(one.resource, other.resource),
        edgeTable: (gateway) => tables.edge(gateway),
    };
}

function byResource<M extends { readonly resource: GraphResource }>(models: readonly M[]): Map<GraphResource, M> {
    return new Map(models.map((model) => [model.resource, model]));
}

function cidrsOf(graph: ResourceGraph, vpc: GraphResource): Maybe<string>[] {
    const secondary = graph
        .ofType(tokens.VPC_CIDR)
        .filter((association) => resolveOne(graph, association, "vpcId", [tokens.VPC]).found.includes(vpc));
    return [vpc, ...secondary].map(({ props }) => (typeof props.cidrBlock === "string" ? props.cidrBlock : UNKNOWN));
}
