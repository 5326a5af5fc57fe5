import { append } from "../append";
import type { ResourceGraph } from "../graph";
import { resolveOne, type Resolution } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";
import type { FirewallEndpoints } from "./firewallEndpoints";
import { inlineRoutes } from "./inlineRoutes";
import { readRoute } from "./routes";
import { mainKey, TableReferences } from "./tableReferences";
import * as tokens from "./tokens";
import type { EffectiveTable, Route, RouteTable } from "./types";

const GATEWAYS = [tokens.INTERNET_GATEWAY, tokens.VPN_GATEWAY] as const;

interface Association {
    readonly association: GraphResource;
    readonly of: Resolution;
}

/** The route tables of a stack, and which of them serves a subnet. */
export class RouteTables {
    private readonly tables = new Map<string, RouteTable>();
    private readonly references: TableReferences;
    /** Associations by the subnet or gateway they are, or may be, for. */
    private readonly associations = new Map<GraphResource, Association[]>();
    /** Associations that may be for any subnet. */
    private readonly unplaced: GraphResource[] = [];
    /** Associations that may be for any gateway. */
    private readonly unplacedEdges: GraphResource[] = [];
    private readonly mainTables = new Map<GraphResource, EffectiveTable>();

    constructor(
        private readonly graph: ResourceGraph,
        private readonly firewalls: FirewallEndpoints,
    ) {
        this.references = new TableReferences(graph);
        const routes = new Map<string, Route[]>();
        const undecided = new Map<string, string[]>();
        const anywhere: string[] = [];
        for (const route of graph.ofType(tokens.ROUTE)) {
            const reference = this.references.refer(route, "routeTableId");
            reference.keys.forEach((key) => append(routes, key, readRoute(graph, firewalls, route, "")));
            if (reference.undecided !== undefined) {
                const why = `the table of route ${route.name} is not decided`;
                if (reference.keys.length === 0) {
                    anywhere.push(why);
                }
                reference.keys.forEach((key) => append(undecided, key, why));
            }
        }
        const add = (key: string, name: string, resource?: GraphResource): void => {
            const inline = resource === undefined ? { routes: [] } : inlineRoutes(graph, firewalls, resource);
            this.tables.set(key, {
                key,
                name,
                ...(resource === undefined ? {} : { resource }),
                routes: [...inline.routes, ...(routes.get(key) ?? [])],
                undecided: [...(inline.undecided ?? []), ...(undecided.get(key) ?? []), ...anywhere],
            });
        };
        const { adopted, unplaced } = this.references.adoptedMainTables();
        graph.ofType(tokens.ROUTE_TABLE).forEach((table) => add(table.urn, table.name, table));
        graph.ofType(tokens.VPC).forEach((vpc) => {
            const table = adopted.get(mainKey(vpc));
            unplaced.filter(() => table === undefined).forEach((why) => append(undecided, mainKey(vpc), why));
            add(mainKey(vpc), `main table of ${vpc.name}`, table);
        });
        graph.ofType(tokens.ROUTE_TABLE_ASSOCIATION).forEach((association) => this.place(association));
    }

    private place(association: GraphResource): void {
        const isEdge = readPath(association.props, "gatewayId") !== undefined;
        const [path, types] = isEdge ? ["gatewayId", GATEWAYS] : ["subnetId", [tokens.SUBNET]];
        const of = resolveOne(this.graph, association, path, types);
        of.found.forEach((placed) => append(this.associations, placed, { association, of }));
        if (of.found.length === 0 && isUnknown(readPath(association.props, path))) {
            (isEdge ? this.unplacedEdges : this.unplaced).push(association);
        }
    }

    /** Every table, main tables included. */
    all(): readonly RouteTable[] {
        return [...this.tables.values()];
    }

    /** Tables that an id or ids at `path` of `resource` refer to. */
    at(
        resource: GraphResource,
        path: string,
    ): { tables: readonly RouteTable[]; external: readonly string[]; undecided?: string } {
        const reference = this.references.refer(resource, path);
        return {
            tables: reference.keys.map((key) => this.tables.get(key)).filter((table) => table !== undefined),
            external: reference.external,
            ...(reference.undecided === undefined ? {} : { undecided: reference.undecided }),
        };
    }

    /** The table in force for a subnet: its explicit association, else the main table of its VPC. */
    serving(subnet: GraphResource): EffectiveTable {
        const associated = this.associatedWith(subnet);
        if (associated !== undefined) {
            return associated;
        }
        const [unread] = this.unplaced;
        if (unread !== undefined) {
            return { decided: false, why: `the subnet of association ${unread.name} is not known`, candidates: [] };
        }
        return this.mainTable(subnet);
    }

    /** The edge table of an internet or VPN gateway, by which packets that come in through it are sent on. */
    edge(gateway: GraphResource): EffectiveTable | undefined {
        const [unread] = this.unplacedEdges;
        return (
            this.associatedWith(gateway) ??
            (unread === undefined
                ? undefined
                : {
                      decided: false,
                      why: `the gateway of association ${unread.name} is not known`,
                      candidates: this.at(unread, "routeTableId").tables,
                  })
        );
    }

    private associatedWith(resource: GraphResource): EffectiveTable | undefined {
        const associations = this.associations.get(resource) ?? [];
        const certain = associations.find(({ of }) => of.undecided === undefined);
        if (certain !== undefined) {
            return decided("association", this.at(certain.association, "routeTableId"));
        }
        const [possible] = associations;
        return possible === undefined
            ? undefined
            : {
                  decided: false,
                  why: `association ${possible.association.name}: ${possible.of.undecided}`,
                  candidates: this.at(possible.association, "routeTableId").tables,
              };
    }

    private mainTable(subnet: GraphResource): EffectiveTable {
        const vpcs = resolveOne(this.graph, subnet, "vpcId", [tokens.VPC]);
        const [vpc] = vpcs.found;
        if (vpc === undefined || vpcs.undecided !== undefined) {
            return {
                decided: false,
                why: `the VPC of subnet ${subnet.name} is not in this stack or not known`,
                candidates: [],
            };
        }
        const known = this.mainTables.get(vpc) ?? this.mainTableOf(vpc);
        this.mainTables.set(vpc, known);
        return known;
    }

    private mainTableOf(vpc: GraphResource): EffectiveTable {
        for (const association of this.graph.ofType(tokens.MAIN_ASSOCIATION)) {
            const of = resolveOne(this.graph, association, "vpcId", [tokens.VPC]);
            if (of.undecided !== undefined && (of.found.length === 0 || of.found.includes(vpc))) {
                const { tables } = this.at(association, "routeTableId");
                return {
                    decided: false,
                    why: `the VPC of main table association ${association.name} is not known`,
                    candidates: tables,
                };
            }
            if (of.found.includes(vpc)) {
                return decided("main", this.at(association, "routeTableId"));
            }
        }
        const table = this.tables.get(mainKey(vpc));
        return table === undefined
            ? { decided: false, why: `VPC ${vpc.name} has no known main table`, candidates: [] }
            : { decided: true, by: "main", table };
    }
}

function decided(
    by: "association" | "main",
    reference: { tables: readonly RouteTable[]; external: readonly string[]; undecided?: string },
): EffectiveTable {
    const [table] = reference.tables;
    if (table !== undefined && reference.tables.length === 1 && reference.undecided === undefined) {
        return { decided: true, by, table };
    }
    const [outside] = reference.external;
    return {
        decided: false,
        why: reference.undecided ?? `route table ${outside ?? "(none)"} is not in this stack`,
        candidates: reference.tables,
    };
}
