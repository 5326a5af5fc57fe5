import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";
import * as tokens from "./tokens";

/** A private hosted zone with the VPCs that ask it. */
export interface PrivateZone {
    readonly resource: GraphResource;
    /** In lower case, without a dot at the end. */
    readonly name: string;
    readonly vpcs: readonly ZoneVpc[];
    readonly records: readonly ZoneRecord[];
    /** Why VPCs or records may be missing here. */
    readonly undecided: readonly string[];
}

/** A VPC a private zone answers in. */
export interface ZoneVpc {
    readonly vpc: GraphResource;
    /** Why AWS refuses it: zone and VPC are of two accounts, and nothing authorises the association. */
    readonly refused?: string;
}

export interface ZoneRecord {
    readonly resource: GraphResource;
    /** In full, in lower case, without a dot at the end; `*.` stands for one or more labels. */
    readonly name: string;
    /** Endpoints an alias leads to; empty for other records. */
    readonly endpoints: readonly GraphResource[];
    /** Why it is not known where an alias leads. */
    readonly undecided?: string;
}

const MODELS = new WeakMap<ResourceGraph, readonly PrivateZone[]>();

/** The private hosted zones of a graph; read once per graph. Zones without a VPC are public and left out. */
export function privateZonesOf(graph: ResourceGraph): readonly PrivateZone[] {
    const known = MODELS.get(graph) ?? graph.ofType(tokens.HOSTED_ZONE).flatMap((zone) => zoneOf(graph, zone));
    MODELS.set(graph, known);
    return known;
}

/** What a name leads to in a VPC. */
export interface ZoneAnswer {
    /** Zone that answers; absent: no private zone of the graph does. */
    readonly zone?: PrivateZone;
    readonly record?: ZoneRecord;
    readonly undecided: readonly string[];
}

/**
 * Asks the private zones of a VPC for a name: the zone with the longest matching name answers, and only it, even if it
 * has no record for the name. `*.x` asks for every name below `x`.
 *
 * @see Route 53 developer guide, hosted-zone-private-considerations: overlapping namespaces; DNS wildcards
 */
export function askZones(zones: readonly PrivateZone[], vpc: GraphResource, host: string): ZoneAnswer {
    const name = normal(host);
    const bare = name.replace(/^\*\./, "");
    const fitting = zones
        .filter((zone) => isWithin(bare, zone.name))
        .filter(({ vpcs, undecided }) => vpcs.some((each) => each.vpc === vpc) || undecided.length > 0)
        .sort((one, other) => other.name.length - one.name.length);
    const [zone] = fitting.filter(({ vpcs }) => vpcs.some((each) => each.vpc === vpc));
    const undecided = fitting
        .filter((each) => zone === undefined || each.name.length >= zone.name.length)
        .flatMap((each) => each.undecided);
    if (zone === undefined) {
        return { undecided };
    }
    const record =
        zone.records.find((each) => each.name === name) ?? zone.records.find((each) => covers(each.name, name));
    return { zone, ...(record === undefined ? {} : { record }), undecided };
}

function zoneOf(graph: ResourceGraph, resource: GraphResource): PrivateZone[] {
    const { name, vpcs } = resource.props;
    if (vpcs === undefined || (Array.isArray(vpcs) && vpcs.length === 0)) {
        return [];
    }
    const undecided: string[] = [];
    const own: ZoneVpc[] = listed(vpcs).flatMap((_, index) => {
        const { found, undecided: why } = resolveOne(graph, resource, `vpcs.${index}.vpcId`, [tokens.VPC]);
        const [vpc] = why === undefined ? found : [];
        if (vpc === undefined && why !== undefined) {
            undecided.push(`a VPC of zone ${resource.name} is not known`);
        }
        return vpc === undefined ? [] : [{ vpc }];
    });
    return [
        {
            resource,
            name: typeof name === "string" ? normal(name) : "",
            vpcs: [...own, ...associationsOf(graph, resource, undecided)],
            records: recordsOf(graph, resource, typeof name === "string" ? normal(name) : "", undecided),
            undecided: [...undecided, ...(isUnknown(name) ? [`the name of zone ${resource.name} is not known`] : [])],
        },
    ];
}

function associationsOf(graph: ResourceGraph, zone: GraphResource, undecided: string[]): ZoneVpc[] {
    return graph.ofType(tokens.ZONE_ASSOCIATION).flatMap((association): ZoneVpc[] => {
        const of = resolveOne(graph, association, "zoneId", [tokens.HOSTED_ZONE]);
        if (of.undecided !== undefined && (of.found.length === 0 || of.found.includes(zone))) {
            undecided.push(`the zone of association ${association.name} is not known`);
            return [];
        }
        if (!of.found.includes(zone)) {
            return [];
        }
        const { found, undecided: why } = resolveOne(graph, association, "vpcId", [tokens.VPC]);
        const [vpc] = why === undefined ? found : [];
        if (vpc === undefined) {
            if (why !== undefined) {
                undecided.push(`the VPC of association ${association.name} is not known`);
            }
            return [];
        }
        const refused = whyRefused(graph, zone, association, vpc);
        return [{ vpc, ...(refused === undefined ? {} : { refused }) }];
    });
}

/** The zone's account authorises, the VPC's account associates. Within one account the latter is enough. */
function whyRefused(
    graph: ResourceGraph,
    zone: GraphResource,
    association: GraphResource,
    vpc: GraphResource,
): string | undefined {
    if (zone.provider === vpc.provider) {
        return undefined;
    }
    if (association.provider !== vpc.provider) {
        return `association ${association.name} is not made by the account of ${vpc.name}`;
    }
    const authorised = graph
        .ofType(tokens.ZONE_AUTHORIZATION)
        .some(
            (each) =>
                each.provider === zone.provider &&
                resolveOne(graph, each, "zoneId", [tokens.HOSTED_ZONE]).found.includes(zone) &&
                resolveOne(graph, each, "vpcId", [tokens.VPC]).found.includes(vpc),
        );
    return authorised ? undefined : `the account of zone ${zone.name} does not authorise ${vpc.name}`;
}

function recordsOf(graph: ResourceGraph, zone: GraphResource, zoneName: string, undecided: string[]): ZoneRecord[] {
    return graph.ofType(tokens.DNS_RECORD).flatMap((record): ZoneRecord[] => {
        const of = resolveOne(graph, record, "zoneId", [tokens.HOSTED_ZONE]);
        if (of.undecided !== undefined && (of.found.length === 0 || of.found.includes(zone))) {
            undecided.push(`the zone of record ${record.name} is not known`);
            return [];
        }
        const { name } = record.props;
        return of.found.includes(zone)
            ? [{ resource: record, name: full(name, zoneName), ...aliasOf(graph, record) }]
            : [];
    });
}

/** Where an alias leads: to the endpoint whose DNS name it has, or whose outputs went into it. */
function aliasOf(graph: ResourceGraph, record: GraphResource): Pick<ZoneRecord, "endpoints" | "undecided"> {
    const { aliases } = record.props;
    if (aliases === undefined) {
        return { endpoints: [] };
    }
    const named = listed(aliases).map((alias) => readPath(alias, "name"));
    const endpoints = graph.ofType(tokens.ENDPOINT);
    const known = named.filter((name) => typeof name === "string").map(normal);
    if (known.length === named.length && known.length > 0) {
        const found = endpoints.filter((endpoint) => regionalNames(endpoint).some((name) => known.includes(name)));
        return { endpoints: found };
    }
    const derived = endpoints.filter(({ urn }) => record.propertyDependencies.aliases?.includes(urn) === true);
    return derived.length === 1
        ? { endpoints: derived }
        : { endpoints: [], undecided: `where record ${record.name} leads is not known yet` };
}

/**
 * The name of an endpoint that answers with its addresses in every zone: `vpce-ID-HASH.SERVICE…`. That of a single zone
 * has the zone after the hash and is left out: an alias to it stops when that zone does.
 *
 * @see AWS PrivateLink guide, "DNS names" of interface endpoints
 */
function regionalNames({ id, props }: GraphResource): readonly string[] {
    const entries = listed(props.dnsEntries).map((entry) => readPath(entry, "dnsName"));
    const names = entries.filter((name) => typeof name === "string").map(normal);
    return names.filter((name) => {
        const [first = ""] = name.split(".");
        return typeof id === "string" && first.startsWith(`${id}-`) && /^[a-z0-9]+$/.test(first.slice(id.length + 1));
    });
}

function full(name: unknown, zoneName: string): string {
    const text = typeof name === "string" ? normal(name) : "";
    if (text === "" || text === "@") {
        return zoneName;
    }
    return isWithin(text.replace(/^\*\./, ""), zoneName) ? text : `${text}.${zoneName}`;
}

/** DNS names compare without regard to case and to the dot at the end. */
function normal(name: string): string {
    return name.toLowerCase().replace(/\.$/, "");
}

function isWithin(name: string, zone: string): boolean {
    return zone !== "" && (name === zone || name.endsWith(`.${zone}`));
}

function covers(record: string, name: string): boolean {
    return record.startsWith("*.") && name !== record.slice(2) && name.endsWith(record.slice(1));
}

function listed(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
