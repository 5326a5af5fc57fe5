import type { ResourceGraph } from "../graph";
import { resolveMany, resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath, UNKNOWN, type Maybe } from "../unknown";
import type { RouteTables } from "./routeTables";
import * as tokens from "./tokens";
import type { Associations, Endpoint, RouteTable, TableAssociations } from "./types";

/** Every VPC endpoint, with what its own lists and separate association resources attach to it. */
export function endpointsOf(graph: ResourceGraph, tables: RouteTables): Endpoint[] {
    return graph.ofType(tokens.ENDPOINT).map((resource) => ({
        resource,
        // AWS makes a gateway endpoint when no type is given.
        type: text(resource.props.vpcEndpointType) ?? "Gateway",
        serviceName: text(resource.props.serviceName),
        vpc: resolveOne(graph, resource, "vpcId", [tokens.VPC]),
        privateDns: privateDns(graph, resource),
        tables: tableAssociations(graph, tables, resource),
        subnets: subnetAssociations(graph, resource),
        groups: associations(graph, resource, "securityGroupIds", tokens.ENDPOINT_GROUP, "securityGroupId", [
            tokens.SECURITY_GROUP,
            tokens.DEFAULT_SECURITY_GROUP,
        ]),
    }));
}

function tableAssociations(graph: ResourceGraph, tables: RouteTables, endpoint: GraphResource): TableAssociations {
    const own = tables.at(endpoint, "routeTableIds");
    const found = new Set<RouteTable>(own.undecided === undefined ? own.tables : []);
    const external = [...own.external];
    const undecided = own.undecided === undefined ? [] : [own.undecided];
    for (const { association, certain } of separate(graph, tokens.ENDPOINT_TABLE, endpoint)) {
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

function subnetAssociations(graph: ResourceGraph, endpoint: GraphResource): Associations {
    const listed = associations(graph, endpoint, "subnetIds", tokens.ENDPOINT_SUBNET, "subnetId", [tokens.SUBNET]);
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
    endpoint: GraphResource,
    ownList: string,
    associationType: string,
    property: string,
    types: readonly string[],
): Associations {
    const own = resolveMany(graph, endpoint, ownList, types);
    const found = new Set(own.undecided === undefined ? own.found : []);
    const external = [...own.external];
    const undecided = own.undecided === undefined ? [] : [own.undecided];
    for (const { association, certain } of separate(graph, associationType, endpoint)) {
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

/** Association resources of an endpoint, and whether it is certain that they are of this one. */
function separate(
    graph: ResourceGraph,
    type: string,
    endpoint: GraphResource,
): { association: GraphResource; certain: boolean }[] {
    return graph.ofType(type).flatMap((association) => {
        const of = resolveOne(graph, association, "vpcEndpointId", [tokens.ENDPOINT]);
        const candidate = of.found.includes(endpoint) || (of.found.length === 0 && of.undecided !== undefined);
        return candidate ? [{ association, certain: of.undecided === undefined }] : [];
    });
}

function privateDns(graph: ResourceGraph, endpoint: GraphResource): Maybe<boolean> {
    for (const { association, certain } of separate(graph, tokens.ENDPOINT_PRIVATE_DNS, endpoint)) {
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
