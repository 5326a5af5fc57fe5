import { type GraphResource, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import {
    networkOf,
    networkTokens as tokens,
    type Route,
    type TransitAttachment,
    transitOf,
    type TransitRoute,
    type TransitTable,
} from "../../../policy-pack/graph/network";
import { type Part, partsOf } from "../../proofs/accounts/parts";
import { byText } from "../order";
import type { AccountBox, GatewayBox, Overview, OverviewIntent, OverviewLink, TableBox, VpcBox } from "./model";
import { vpcLines } from "./vpcLines";

/** Lines of business that are drawn; the rest are counted. */
const MOST_LOBS = 6;

const COMPANY = "company";
const INTERNET = "internet";

/** Many accounts as a picture shows them. The same resources give the same model, in whatever order they come. */
export function overviewOf(graph: ResourceGraph, intent: OverviewIntent): Overview {
    const parts = partsOf(graph);
    const drawn = parts.all.filter((part) => part.kind !== "lob" || parts.lobs.indexOf(part) < MOST_LOBS);
    const vpcs = drawn.flatMap((part) => part.vpcs.map((vpc) => ({ part, vpc })));
    const accountOf = accountsOf(graph, intent);
    const outside =
        intent.attachment === undefined
            ? []
            : [{ id: COMPANY, title: "Company network", lines: [...intent.companyRanges] }];
    const internet = vpcs.some(({ vpc }) => hasInternet(graph, vpc))
        ? [{ id: INTERNET, title: "Internet", lines: [] }]
        : [];
    return {
        accounts: intent.accounts
            .map(({ id, name }): AccountBox => ({
                name,
                id,
                vpcs: vpcs.filter(({ vpc }) => accountOf(vpc) === id).map(({ part, vpc }) => vpcBox(graph, part, vpc)),
                more: parts.lobs.filter((lob) => !drawn.includes(lob) && lob.vpcs.some((vpc) => accountOf(vpc) === id))
                    .length,
            }))
            // Two names may stand for one account.
            .filter(({ id }, index, all) => all.findIndex((each) => each.id === id) === index),
        gateways: transitOf(graph).gateways.map((gateway) => gatewayBox(graph, gateway, accountOf(gateway))),
        outside: [...outside, ...internet],
        links: [
            ...vpcs.flatMap(({ vpc }) => attachmentLinks(graph, vpc)),
            ...(intent.attachment === undefined ? [] : companyLinks(graph, intent.attachment)),
            ...peerings(
                graph,
                vpcs.map(({ vpc }) => vpc),
            ),
            ...vpcs
                .filter(({ vpc }) => hasInternet(graph, vpc))
                .map(({ vpc }): OverviewLink => ({ from: vpc.urn, to: INTERNET, label: "", kind: "internet" })),
        ],
    };
}

function accountsOf(graph: ResourceGraph, { accounts }: OverviewIntent): (resource: GraphResource) => string {
    const ids = new Map(
        graph.ofType("pulumi:providers:aws").flatMap(({ props, urn }) => {
            const text = JSON.stringify(props.allowedAccountIds ?? "");
            const found = accounts.find(({ id }) => text.includes(id));
            return found === undefined ? [] : [[urn, found.id] as const];
        }),
    );
    return ({ provider = "" }) => ids.get(provider) ?? ids.get(provider.slice(0, provider.lastIndexOf("::"))) ?? "";
}

function vpcBox(graph: ResourceGraph, part: Part, vpc: GraphResource): VpcBox {
    const titles = {
        hub: "Hub",
        access: "Access service",
        onprem: "On-premises simulator",
        lob: `Line of business ${part.name}`,
    };
    return {
        id: vpc.urn,
        kind: part.kind,
        title: titles[part.kind],
        cidr: text(vpc.props.cidrBlock),
        lines: vpcLines(graph, part, vpc),
    };
}

function gatewayBox(graph: ResourceGraph, gateway: GraphResource, account: string): GatewayBox {
    const transit = transitOf(graph);
    const own = transit.tables.filter(({ resource }) =>
        graph.refs(resource, "transitGatewayId", [tokens.TRANSIT_GATEWAY]).found.includes(gateway),
    );
    return {
        id: gateway.urn,
        name: gateway.name,
        account,
        tables: own.map((table) => tableBox(graph, table)).sort((a, b) => byText(a.name, b.name)),
    };
}

/** Routes to lines of business that are too many are counted, as the lines themselves are. */
function tableBox(graph: ResourceGraph, { propagated, resource, routes }: TransitTable): TableBox {
    const said = routes
        .map((route) => ({ text: routeText(graph, route), drops: route.blackhole === true }))
        .sort((a, b) => byText(a.text, b.text));
    const most = MOST_LOBS + 4;
    const more = said.length - most;
    return {
        id: resource.urn,
        name: resource.name,
        routes: [
            ...said.slice(0, most),
            ...(more > 0 ? [{ text: `and ${more} more`, drops: false }] : []),
            ...propagated.map(({ attachment, id }) => ({
                text: `propagated: ${attachment?.resource.name ?? id ?? "not known"}`,
                drops: false,
            })),
        ],
    };
}

function routeText(graph: ResourceGraph, { blackhole, destination, target }: TransitRoute): string {
    const range = text(destination);
    if (blackhole === true) {
        return `${range} blackhole`;
    }
    const vpc = target?.attachment?.vpc.found[0];
    const part = vpc === undefined ? undefined : partsOf(graph).of(vpc);
    return `${range} to ${part?.name ?? target?.attachment?.resource.name ?? target?.id ?? "not known"}`;
}

function attachmentLinks(graph: ResourceGraph, vpc: GraphResource): OverviewLink[] {
    const transit = transitOf(graph);
    return transit.attachments
        .filter((attachment) => attachment.vpc.found.includes(vpc))
        .flatMap((attachment): OverviewLink[] => {
            const [gateway] = attachment.gateway.found;
            if (gateway === undefined) {
                return [];
            }
            const table = transit.tableOf(attachment);
            return [
                {
                    from: vpc.urn,
                    to: gateway.urn,
                    ...(table.kind === "table" ? { table: table.table.resource.urn } : {}),
                    label: ["attached", ...appliance(attachment), ...routesTo(graph, vpc, gateway)].join("\n"),
                    kind: "attachment",
                },
            ];
        });
}

function appliance({ applianceMode, pending }: TransitAttachment): string[] {
    return [...(pending === undefined ? [] : ["not accepted"]), ...(applianceMode === true ? ["appliance mode"] : [])];
}

function companyLinks(graph: ResourceGraph, id: string): OverviewLink[] {
    const transit = transitOf(graph);
    const table = transit.tableOfId(id);
    return transit.gateways.slice(0, 1).map(({ urn }) => ({
        from: COMPANY,
        to: urn,
        ...(table.kind === "table" ? { table: table.table.resource.urn } : {}),
        label: id,
        kind: "attachment",
    }));
}

function peerings(graph: ResourceGraph, drawn: readonly GraphResource[]): OverviewLink[] {
    return graph.ofType(tokens.PEERING).flatMap((peering): OverviewLink[] => {
        const side = (path: string): GraphResource | undefined =>
            resolveOne(graph, peering, path, [tokens.VPC]).found[0];
        const [one, other] = [side("vpcId"), side("peerVpcId")];
        return one === undefined || other === undefined || !drawn.includes(one) || !drawn.includes(other)
            ? []
            : [
                  {
                      from: one.urn,
                      to: other.urn,
                      label: ["VPC peering", ...routesTo(graph, one, peering), ...routesTo(graph, other, peering)].join(
                          "\n",
                      ),
                      kind: "peering",
                  },
              ];
    });
}

/** Destinations that a VPC's tables send to a gateway or peering. */
function routesTo(graph: ResourceGraph, vpc: GraphResource, target: GraphResource): string[] {
    const { subnets } = networkOf(graph);
    const routes = subnets
        .filter((subnet) => subnet.vpc.found.includes(vpc))
        .flatMap(({ table }): readonly Route[] => (table.decided ? table.table.routes : []))
        .filter((route) => route.target.resource === target);
    return [...new Set(routes.map(({ destination }) => text(destination.value)))].sort(byText);
}

function hasInternet(graph: ResourceGraph, vpc: GraphResource): boolean {
    return networkOf(graph).subnets.some(
        ({ table, vpc: of }) =>
            of.found.includes(vpc) &&
            table.decided &&
            table.table.routes.some(({ target }) => target.kind === "internet-gateway"),
    );
}

function text(value: unknown): string {
    return typeof value === "string" ? value : "not known";
}
