import type { ResourceGraph } from "../graph";
import { endpointsOf } from "./endpoints";
import { RouteTables } from "./routeTables";
import { securityGroupsOf } from "./securityGroups";
import * as tokens from "./tokens";
import type { Endpoint, SecurityGroup, Subnet, Vpc, RouteTable } from "./types";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, UNKNOWN, type Maybe } from "../unknown";

export * as networkTokens from "./tokens";
export { admitsTcp } from "./securityGroups";
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
    const tables = new RouteTables(graph);
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
    return {
        vpcs: graph.ofType(tokens.VPC).map((resource) => ({ resource, cidrs: cidrsOf(graph, resource) })),
        subnets,
        routeTables: tables.all(),
        endpoints,
        securityGroups,
        subnet: (resource) => subnets.find((subnet) => subnet.resource === resource),
        securityGroup: (resource) => securityGroups.find((group) => group.resource === resource),
        subnetsOf: (resource) => {
            const places = placesOf(graph, endpoints, resource);
            return subnets.filter((subnet) => places.includes(subnet.resource));
        },
    };
}

function placesOf(
    graph: ResourceGraph,
    endpoints: readonly Endpoint[],
    resource: GraphResource,
): readonly GraphResource[] {
    if (resource.type === tokens.FIREWALL) {
        const mappings = resource.props.subnetMappings;
        const count = Array.isArray(mappings) ? mappings.length : 0;
        return Array.from({ length: count }, (_, index) => `subnetMappings.${index}.subnetId`).flatMap(
            (path) => resolveOne(graph, resource, path, [tokens.SUBNET]).found,
        );
    }
    const endpoint = endpoints.find((each) => each.resource === resource);
    return endpoint?.subnets.found ?? resolveOne(graph, resource, "subnetId", [tokens.SUBNET]).found;
}

/** Programs set either the zone's name or its id; the two spellings never compare equal, so the id is preferred. */
function zoneOf(subnet: GraphResource): Maybe<string> {
    for (const value of [subnet.props.availabilityZoneId, subnet.props.availabilityZone]) {
        if (typeof value === "string" && value !== "") {
            return value;
        }
    }
    return UNKNOWN;
}

function cidrsOf(graph: ResourceGraph, vpc: GraphResource): Maybe<string>[] {
    const secondary = graph
        .ofType(tokens.VPC_CIDR)
        .filter((association) => resolveOne(graph, association, "vpcId", [tokens.VPC]).found.includes(vpc));
    return [vpc, ...secondary].map(({ props }) => (typeof props.cidrBlock === "string" ? props.cidrBlock : UNKNOWN));
}
