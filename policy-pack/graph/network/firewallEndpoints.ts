import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";
import * as tokens from "./tokens";

/** Where a route to an endpoint of a Network Firewall leads. */
export interface FirewallEndpoint {
    readonly firewall: GraphResource;
    /** The subnet the endpoint stands in; several when it may be any of them, none when the firewall has none there. */
    readonly subnets: readonly GraphResource[];
}

/**
 * Endpoints of the firewalls of a stack. AWS makes one per mapped subnet and tells its id in the firewall's status, in
 * no particular order. While ids are not known, the resources that an id was taken from tell the endpoint: the firewall,
 * and the subnet by which the program looked it up.
 */
export class FirewallEndpoints {
    private readonly byId = new Map<string, FirewallEndpoint>();
    private readonly mapped = new Map<GraphResource, readonly GraphResource[]>();

    constructor(private readonly graph: ResourceGraph) {
        for (const firewall of graph.ofType(tokens.FIREWALL)) {
            const mapped = mappedSubnets(graph, firewall);
            this.mapped.set(firewall, mapped);
            for (const { id, subnet, zone } of attachments(firewall)) {
                this.byId.set(id, { firewall, subnets: mapped.filter((each) => standsAt(each, subnet, zone)) });
            }
        }
    }

    /** Subnets the firewall has a mapping for; those of other stacks are left out. */
    subnetsOf(firewall: GraphResource): readonly GraphResource[] {
        return this.mapped.get(firewall) ?? [];
    }

    /** The endpoint that `path` of `resource` names, if it is one of a firewall of this stack. */
    at(resource: GraphResource, path: string): FirewallEndpoint | undefined {
        const value = readPath(resource.props, path);
        const known = typeof value === "string" ? this.byId.get(value) : undefined;
        if (known !== undefined || typeof value === "string") {
            return known;
        }
        const dependencies = (resource.propertyDependencies[path.split(".")[0] ?? path] ?? [])
            .map((urn) => this.graph.get(urn))
            .filter((each) => each !== undefined);
        const [firewall, ...more] = dependencies.filter(({ type }) => type === tokens.FIREWALL);
        if (!isUnknown(value) || firewall === undefined || more.length > 0) {
            return undefined;
        }
        const mapped = this.subnetsOf(firewall);
        const named = dependencies.filter(({ type }) => type === tokens.SUBNET);
        return { firewall, subnets: named.length === 0 ? mapped : mapped.filter((each) => named.includes(each)) };
    }
}

function mappedSubnets(graph: ResourceGraph, firewall: GraphResource): readonly GraphResource[] {
    const mappings = list(firewall.props.subnetMappings);
    const found = mappings.flatMap((_, index) => {
        const { found: subnets } = resolveOne(graph, firewall, `subnetMappings.${index}.subnetId`, [tokens.SUBNET]);
        return subnets;
    });
    return [...new Set(found)];
}

interface Attachment {
    readonly id: string;
    readonly subnet: unknown;
    readonly zone: unknown;
}

function attachments(firewall: GraphResource): Attachment[] {
    const states = list(firewall.props.firewallStatuses).flatMap((status) => list(readPath(status, "syncStates")));
    return states.flatMap((state) =>
        list(readPath(state, "attachments")).flatMap((attachment): Attachment[] => {
            const id = readPath(attachment, "endpointId");
            return typeof id === "string"
                ? [{ id, subnet: readPath(attachment, "subnetId"), zone: readPath(state, "availabilityZone") }]
                : [];
        }),
    );
}

/** By the subnet's id; by the zone's name or id where the id is not known. */
function standsAt({ id, props }: GraphResource, subnet: unknown, zone: unknown): boolean {
    if (typeof subnet === "string") {
        return id === subnet;
    }
    return typeof zone !== "string" || [props.availabilityZone, props.availabilityZoneId].includes(zone);
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
