import { type GraphResource, isUnknown, type Maybe, type ResourceGraph } from "../../policy-pack/graph";
import {
    type EffectiveTable,
    type Endpoint,
    networkOf,
    networkTokens,
    type Subnet,
} from "../../policy-pack/graph/network";
import { dnsLines } from "./dns";
import { endpointGroups, serviceOf } from "./endpoints";
import { isExisting, withExistingVpc } from "./existingVpc";
import { linksOf } from "./links";
import type { PictureIntent, Place, SubnetPart, Topology, VpcPart, ZonePart } from "./model";
import { TIERS } from "./model";
import { byText } from "./order";
import { PlaceIds } from "./placeIds";
import type { Sources } from "./sources";
import { subnetUses } from "./tiers";

/** The network of a stack as a picture shows it. The same resources give the same model, in whatever order they come. */
export function topologyOf(resources: ResourceGraph, intent: PictureIntent): Topology {
    const graph = intent.existingVpc === undefined ? resources : withExistingVpc(resources, intent.existingVpc);
    const network = networkOf(graph);
    const uses = subnetUses(graph, network, intent.features.includes("jobs"));
    const ids = new PlaceIds(graph);
    const vpcs = [...network.vpcs]
        .sort((a, b) => byText(a.resource.name, b.resource.name))
        .map((vpc) => vpcPart(vpc.resource, vpc.cidrs, { graph, network, uses, ids, intent }));
    const { links, outside } = linksOf({ graph, network, uses, ids, intent });
    return {
        stack: intent.stack,
        egress: intent.egress,
        accounts: [{ account: intent.account, region: intent.region, vpcs }],
        outside,
        links,
    };
}

function vpcPart(vpc: GraphResource, cidrs: readonly Maybe<string>[], read: Sources): VpcPart {
    const { graph, network, ids, intent } = read;
    const inVpc = ({ vpc: of }: Subnet | Endpoint): boolean => of.found.includes(vpc);
    const endpoints = network.endpoints.filter(inVpc);
    return {
        id: ids.vpc(vpc),
        name: vpc.name,
        cidrs: cidrs.map(text),
        existing: isExisting(vpc),
        gateways: gatewaysOf(read, vpc),
        zones: zonesOf(network.subnets.filter(inVpc), read),
        endpoints: endpointGroups(endpoints, network, intent),
        dns: dnsLines(graph, vpc),
    };
}

function gatewaysOf({ graph, ids }: Sources, vpc: GraphResource): Place[] {
    const attached = [
        ...graph.referrers(networkTokens.INTERNET_GATEWAY, "vpcId", vpc),
        ...graph
            .ofType("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment")
            .filter((attachment) => graph.refs(attachment, "vpcId", [networkTokens.VPC]).found.includes(vpc))
            .flatMap(
                (attachment) => graph.refs(attachment, "internetGatewayId", [networkTokens.INTERNET_GATEWAY]).found,
            ),
    ];
    return [...new Set(attached)]
        .sort((a, b) => byText(a.name, b.name))
        .map((gateway) => ({
            id: ids.gateway(gateway),
            kind: "internet gateway",
            title: "Internet gateway",
            lines: [gateway.name],
            existing: isExisting(gateway),
        }));
}

/** One column per zone; subnets that spell one zone differently stand in one column. */
function zonesOf(subnets: readonly Subnet[], sources: Sources): ZonePart[] {
    const columns: Subnet[][] = [];
    for (const subnet of [...subnets].sort(byZoneAndName)) {
        const column = columns.find(
            ([first]) => first !== undefined && sources.network.sameZone(first, subnet) === true,
        );
        if (column === undefined) {
            columns.push([subnet]);
        } else {
            column.push(subnet);
        }
    }
    return columns.map((column) => ({
        zone: zoneText(column[0], sources.intent.zones),
        subnets: column
            .map((subnet) => subnetPart(subnet, sources))
            .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier)),
    }));
}

/** The zone as the stack file writes it: which name belongs to which id differs by account. */
function zoneText(subnet: Subnet | undefined, zones: readonly string[]): string {
    const { availabilityZone, availabilityZoneId } = subnet?.resource.props ?? {};
    const written = [availabilityZone, availabilityZoneId].find(
        (zone) => typeof zone === "string" && zones.includes(zone),
    );
    return typeof written === "string" ? written : text(subnet?.zone);
}

function byZoneAndName(a: Subnet, b: Subnet): number {
    return byText(text(a.zone), text(b.zone)) || byText(a.resource.name, b.resource.name);
}

function subnetPart({ resource, cidr, table }: Subnet, { network, uses, ids }: Sources): SubnetPart {
    const { tier = "other", holds = [] } = uses.get(resource) ?? {};
    const free = network.endpoints.filter(
        ({ type, tables }) => type === "Gateway" && table.decided && tables.tables.includes(table.table),
    );
    return {
        id: ids.subnet(resource),
        tier,
        cidr: text(cidr),
        holds: [...holds, ...(free.length === 0 ? [] : [`route to ${free.map(serviceOf).sort().join(", ")}`])],
        table: tableText(table),
        existing: isExisting(resource),
    };
}

function tableText(table: EffectiveTable): string {
    if (!table.decided) {
        return "not known";
    }
    const { name, undecided } = table.table;
    return undecided.length > 0 ? `${name}, not all routes known` : name;
}

function text(value: Maybe<string> | undefined): string {
    return value === undefined || isUnknown(value) ? "not known" : value;
}
