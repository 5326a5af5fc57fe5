import { append } from "../append";
import type { ResourceGraph } from "../graph";
import { resolveMany, resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath, UNKNOWN, type Maybe } from "../unknown";
import type { RouteTables } from "./routeTables";
import * as tokens from "./tokens";
import type { Associations, Endpoint, RouteTable, TableAssociations } from "./types";

const ASSOCIATION_TYPES = [
    tokens.ENDPOINT_TABLE,
    tokens.ENDPOINT_SUBNET,
    tokens.ENDPOINT_GROUP,
    tokens.ENDPOINT_PRIVATE_DNS,
] as const;

/** Every VPC endpoint, with what its own lists and separate association resources attach to it. */
export function endpointsOf(graph: ResourceGraph, tables: RouteTables): Endpoint[] {
    const separates = new Separates(graph);
    return graph.ofType(tokens.ENDPOINT).map((resource) => ({
        resource,
        // AWS makes a gateway endpoint when no type is given.
        type: text(resource.props.vpcEndpointType) ?? "Gateway",
        serviceName: text(resource.props.serviceName),
        vpc: resolveOne(graph, resource, "vpcId", [tokens.VPC]),
        privateDns: privateDns(separates, resource),
        tables: tableAssociations(separates, tables, resource),
        subnets: subnetAssociations(graph, separates, resource),
        groups: associations(graph, separates, resource, "securityGroupIds", tokens.ENDPOINT_GROUP, "securityGroupId", [
            tokens.SECURITY_GROUP,
            tokens.DEFAULT_SECURITY_GROUP,
        ]),
    }));
}

function tableAssociations(separates: Separates, tables: RouteTables, endpoint: GraphResource): TableAssociations {
    const own = tables.at(endpoint, "routeTableIds");
    const found = new Set<RouteTable>(own.undecided === undefined ? own.tables : []);
    const external = [...own.external];
    const undecided = own.undecided === undefined ? [] : [own.undecided];
    for (const { association, certain } of separates.of(tokens.ENDPOINT_TABLE, endpoint)) {
        const reference = tables.at(association, "routeTableId");
        if (certain && reference.undecided === undefined) {
            reference.tables.forEach((table) => found.add(table));
            external.push(...reference.external);
        } else {
            undecided.push(`association ${association.name} is not known for certain`);
        }
    }
    return { tables: [...found], external, undecided };
}

function subnetAssociations(graph: ResourceGraph, separates: Separates, endpoint: GraphResource): Associations {
    const listed = associations(graph, separates, endpoint, "subnetIds", tokens.ENDPOINT_SUBNET, "subnetId", [
        tokens.SUBNET,
    ]);
    const configurations = endpoint.props.subnetConfigurations;
    if (configurations === undefined) {
        return listed;
    }
    const found = new Set(listed.found);
    const undecided = [...listed.undecided];
    const external = [...listed.external];
    const count = Array.isArray(configurations) ? configurations.length : 0;
    if (isUnknown(configurations)) {
        undecided.push("subnetConfigurations is not known yet");
    }
    for (let index = 0; index < count; index += 1) {
        const one = resolveOne(graph, endpoint, `subnetConfigurations.${index}.subnetId`, [tokens.SUBNET]);
        if (one.undecided === undefined) {
            one.found.forEach((subnet) => found.add(subnet));
            external.push(...one.external);
        } else {
            undecided.push(one.undecided);
        }
    }
    return { found: [...found], external, undecided };
}

function associations(
    graph: ResourceGraph,
    separates: Separates,
    endpoint: GraphResource,
    ownList: string,
    associationType: (typeof ASSOCIATION_TYPES)[number],
    property: string,
    types: readonly string[],
): Associations {
    const own = resolveMany(graph, endpoint, ownList, types);
    const found = new Set(own.undecided === undefined ? own.found : []);
    const external = [...own.external];
    const undecided = own.undecided === undefined ? [] : [own.undecided];
    for (const { association, certain } of separates.of(associationType, endpoint)) {
        const one = resolveOne(graph, association, property, types);
        if (certain && one.undecided === undefined) {
            one.found.forEach((each) => found.add(each));
            external.push(...one.external);
        } else {
            undecided.push(`association ${association.name} is not known for certain`);
        }
    }
    return { found: [...found], external, undecided };
}

/** One association resource of an endpoint, and whether it is certain that it is of this one. */
interface Separate {
    readonly association: GraphResource;
    readonly certain: boolean;
}

/** Association resources by endpoint; one that names no endpoint anybody can tell may be of each. */
class Separates {
    private readonly byType = new Map<string, Map<GraphResource, Separate[]>>();
    private readonly loose = new Map<string, Separate[]>();

    constructor(graph: ResourceGraph) {
        for (const type of ASSOCIATION_TYPES) {
            const byEndpoint = new Map<GraphResource, Separate[]>();
            this.byType.set(type, byEndpoint);
            for (const association of graph.ofType(type)) {
                const { found, undecided } = resolveOne(graph, association, "vpcEndpointId", [tokens.ENDPOINT]);
                found.forEach((endpoint) =>
                    append(byEndpoint, endpoint, { association, certain: undecided === undefined }),
                );
                if (found.length === 0 && undecided !== undefined) {
                    append(this.loose, type, { association, certain: false });
                }
            }
        }
    }

    of(type: (typeof ASSOCIATION_TYPES)[number], endpoint: GraphResource): readonly Separate[] {
        return [...(this.byType.get(type)?.get(endpoint) ?? []), ...(this.loose.get(type) ?? [])];
    }
}

function privateDns(separates: Separates, endpoint: GraphResource): Maybe<boolean> {
    for (const { association, certain } of separates.of(tokens.ENDPOINT_PRIVATE_DNS, endpoint)) {
        const enabled = association.props.privateDnsEnabled;
        return certain && typeof enabled === "boolean" ? enabled : UNKNOWN;
    }
    const own = readPath(endpoint.props, "privateDnsEnabled");
    // False is AWS's default for an endpoint made through the API.
    return isUnknown(own) ? own : own === true;
}

function text(value: unknown): Maybe<string> | undefined {
    return typeof value === "string" || isUnknown(value) ? value : undefined;
}
