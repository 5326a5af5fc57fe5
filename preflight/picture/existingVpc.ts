import { type GraphResource, ResourceGraph } from "../../policy-pack/graph";
import { networkTokens } from "../../policy-pack/graph/network";

/** What the settings say about a VPC that stands already. */
export interface ExistingVpc {
    readonly id: string;
    readonly cidr: string;
    /** Its Studio subnets by zone. */
    readonly studio: Readonly<
        Record<string, { readonly subnet: string; readonly cidr: string; readonly routeTable: string }>
    >;
}

const URN = "urn:pulumi:facts::existing::";

/** Whether somebody else made the resource: it comes from a facts file or the settings, or the program only reads it. */
export function isExisting(resource: GraphResource): boolean {
    return resource.urn.startsWith(URN) || ("external" in resource && resource.external === true);
}

/** The graph with what the settings name of an existing VPC, where no facts file has told it better. */
export function withExistingVpc(graph: ResourceGraph, vpc: ExistingVpc): ResourceGraph {
    const named = [
        existing(networkTokens.VPC, vpc.id, { cidrBlock: vpc.cidr }),
        ...Object.entries(vpc.studio).flatMap(([zone, { subnet, cidr, routeTable }]) => [
            existing(networkTokens.SUBNET, subnet, { vpcId: vpc.id, cidrBlock: cidr, ...zoneProperty(zone) }),
            existing(networkTokens.ROUTE_TABLE, routeTable, { vpcId: vpc.id }),
            existing(networkTokens.ROUTE_TABLE_ASSOCIATION, `${subnet}/${routeTable}`, {
                subnetId: subnet,
                routeTableId: routeTable,
            }),
        ]),
    ];
    const told = new Set(
        graph.resources.flatMap(({ type, id, props }) => [
            key(type, id),
            // A facts file gives associations ids of its own; a subnet has one table.
            ...(type === networkTokens.ROUTE_TABLE_ASSOCIATION ? [key(type, props.subnetId)] : []),
        ]),
    );
    const missing = named.filter(
        ({ type, id, props }) =>
            !told.has(key(type, id)) &&
            !(type === networkTokens.ROUTE_TABLE_ASSOCIATION && told.has(key(type, props.subnetId))),
    );
    const distinct = new Map(missing.map((resource) => [resource.urn, resource]));
    return new ResourceGraph([...graph.resources, ...distinct.values()]);
}

function existing(type: string, id: string, props: Record<string, string>): GraphResource {
    return {
        urn: `${URN}${type}::${id}`,
        type,
        name: id,
        id,
        props,
        custom: true,
        protect: false,
        ignoreChanges: [],
        dependencies: [],
        propertyDependencies: {},
    };
}

function zoneProperty(zone: string): Record<string, string> {
    return /-az\d+$/.test(zone) ? { availabilityZoneId: zone } : { availabilityZone: zone };
}

function key(type: string, id: unknown): string {
    return JSON.stringify([type, id]);
}
