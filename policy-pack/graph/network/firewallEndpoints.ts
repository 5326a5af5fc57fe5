import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";
import { items, statusOf, type ToldEndpoint } from "./firewallStatus";
import * as tokens from "./tokens";

/** Where a route to an endpoint of a Network Firewall leads. */
export interface FirewallEndpoint {
    readonly firewall: GraphResource;
    /** The subnet the endpoint stands in; several when it may be any of them, none when the firewall has none there. */
    readonly subnets: readonly GraphResource[];
    /** Why it may stand in another subnet than those. */
    readonly undecided?: string;
}

/** Subnets a firewall is mapped to. */
interface Mapping {
    readonly subnets: readonly GraphResource[];
    /** Whether these are all. */
    readonly isWhole: boolean;
}

const PARTIAL = "its subnet mappings are not all known, or not all of this stack";

/**
 * Endpoints of the firewalls of a stack. AWS makes one per mapped subnet and tells its id in the firewall's status, in
 * no particular order. While ids are not known, the resources that an id was taken from tell the endpoint: the firewall,
 * and the subnet by which the program looked it up.
 */
export class FirewallEndpoints {
    private readonly byId = new Map<string, FirewallEndpoint>();
    private readonly mappings = new Map<GraphResource, Mapping>();
    /** Firewalls that are made, and whose status does not tell all their endpoints. */
    private readonly untold = new Set<GraphResource>();

    constructor(private readonly graph: ResourceGraph) {
        for (const firewall of graph.ofType(tokens.FIREWALL)) {
            const mapping = mappingOf(graph, firewall);
            this.mappings.set(firewall, mapping);
            const { endpoints, isPartial } = statusOf(firewall);
            endpoints.forEach((told) => this.byId.set(told.id, { firewall, ...standing(told, mapping) }));
            if (isPartial && !isUnknown(firewall.id)) {
                this.untold.add(firewall);
            }
        }
    }

    /** Subnets the firewall has a mapping for; those of other stacks are left out. */
    subnetsOf(firewall: GraphResource): readonly GraphResource[] {
        return this.mappings.get(firewall)?.subnets ?? [];
    }

    /** The endpoint that `path` of `resource` names, if it is one of a firewall of this stack. */
    at(resource: GraphResource, path: string): FirewallEndpoint | undefined {
        const value = readPath(resource.props, path);
        const known = typeof value === "string" ? this.byId.get(value) : undefined;
        if (known !== undefined || !this.isOpen(value)) {
            return known;
        }
        const dependencies = this.dependencies(resource, path);
        const [firewall, ...more] = dependencies.filter(({ type }) => type === tokens.FIREWALL);
        if (firewall === undefined || more.length > 0 || (!isUnknown(value) && !this.untold.has(firewall))) {
            return undefined;
        }
        const { subnets, isWhole } = this.mappings.get(firewall) ?? { subnets: [], isWhole: true };
        const named = dependencies.filter(({ type }) => type === tokens.SUBNET);
        return {
            firewall,
            subnets: named.length === 0 ? subnets : subnets.filter((each) => named.includes(each)),
            ...(isWhole ? {} : { undecided: PARTIAL }),
        };
    }

    /** Whether `path` of `resource`, at which no endpoint is found, may still name one of a firewall of this stack. */
    mayBeAt(resource: GraphResource, path: string): boolean {
        if (this.mappings.size === 0 || !this.isOpen(readPath(resource.props, path))) {
            return false;
        }
        const types = this.dependencies(resource, path).map(({ type }) => type);
        return types.includes(tokens.FIREWALL) || !types.includes(tokens.ENDPOINT);
    }

    /** Whether a value may be an id that no status tells: it cannot be read itself, or a made firewall's status cannot. */
    private isOpen(value: unknown): boolean {
        return typeof value === "string"
            ? this.untold.size > 0 && this.graph.identifiedBy(value, [tokens.ENDPOINT]).length === 0
            : isUnknown(value);
    }

    private dependencies(resource: GraphResource, path: string): readonly GraphResource[] {
        return (resource.propertyDependencies[path.split(".")[0] ?? path] ?? [])
            .map((urn) => this.graph.get(urn))
            .filter((each) => each !== undefined);
    }
}

/** While ids are unknown the dependencies of the list stand in for them: that is certain if they are as many. */
function mappingOf(graph: ResourceGraph, firewall: GraphResource): Mapping {
    const { subnetMappings } = firewall.props;
    const mappings = items(subnetMappings);
    const subnets = new Set(
        mappings.flatMap(
            (_, index) => resolveOne(graph, firewall, `subnetMappings.${index}.subnetId`, [tokens.SUBNET]).found,
        ),
    );
    const isWhole = isUnknown(subnetMappings) ? subnets.size > 0 : subnets.size === mappings.length;
    return { subnets: [...subnets], isWhole };
}

/** By the subnet's id; by the zone's name or id where the id is not known. */
function standing(
    { subnet, zone }: ToldEndpoint,
    { subnets, isWhole }: Mapping,
): Pick<FirewallEndpoint, "subnets" | "undecided"> {
    const fitting = subnets.filter(({ id, props }) => {
        if (subnet !== undefined) {
            return id === subnet;
        }
        return zone === undefined || [props.availabilityZone, props.availabilityZoneId].includes(zone);
    });
    const isTold = fitting.length > 0 && (subnet !== undefined || zone !== undefined);
    return { subnets: fitting, ...(isWhole || isTold ? {} : { undecided: PARTIAL }) };
}
