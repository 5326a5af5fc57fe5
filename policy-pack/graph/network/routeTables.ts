import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, UNKNOWN } from "../unknown";
import { readRoute } from "./routes";
import { mainKey, TableReferences } from "./tableReferences";
import * as tokens from "./tokens";
import type { EffectiveTable, Route, RouteTable } from "./types";

/** The route tables of a stack, and which of them serves a subnet. */
export class RouteTables {
    private readonly tables = new Map<string, RouteTable>();
    private readonly references: TableReferences;

    constructor(private readonly graph: ResourceGraph) {
        this.references = new TableReferences(graph);
        const routes = new Map<string, Route[]>();
        const undecided = new Map<string, string[]>();
        const anywhere: string[] = [];
        for (const route of graph.ofType(tokens.ROUTE)) {
            const reference = this.references.refer(route, "routeTableId");
            reference.keys.forEach((key) => push(routes, key, readRoute(graph, route, "")));
            if (reference.undecided !== undefined) {
                const why = `the table of route ${route.name} is not decided`;
                if (reference.keys.length === 0) {
                    anywhere.push(why);
                }
                reference.keys.forEach((key) => push(undecided, key, why));
            }
        }
        const add = (key: string, name: string, resource?: GraphResource): void => {
            const inline = resource === undefined ? { routes: [] } : this.inlineRoutes(resource);
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
            unplaced.filter(() => table === undefined).forEach((why) => push(undecided, mainKey(vpc), why));
            add(mainKey(vpc), `main table of ${vpc.name}`, table);
        });
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
        const associations = this.graph
            .ofType(tokens.ROUTE_TABLE_ASSOCIATION)
            .map((association) => ({
                association,
                of: resolveOne(this.graph, association, "subnetId", [tokens.SUBNET]),
            }))
            .filter(({ of }) => of.found.includes(subnet));
        const certain = associations.find(({ of }) => of.undecided === undefined);
        if (certain !== undefined) {
            return decided("association", this.at(certain.association, "routeTableId"));
        }
        const [possible] = associations;
        if (possible !== undefined) {
            const { tables } = this.at(possible.association, "routeTableId");
            return {
                decided: false,
                why: `association ${possible.association.name}: ${possible.of.undecided}`,
                candidates: tables,
            };
        }
        const unread = this.graph
            .ofType(tokens.ROUTE_TABLE_ASSOCIATION)
            .find(
                (association) =>
                    resolveOne(this.graph, association, "subnetId", [tokens.SUBNET]).found.length === 0 &&
                    isUnknown(association.props.subnetId),
            );
        if (unread !== undefined) {
            return { decided: false, why: `the subnet of association ${unread.name} is not known`, candidates: [] };
        }
        return this.mainTable(subnet);
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

    private inlineRoutes(table: GraphResource): { routes: readonly Route[]; undecided?: readonly string[] } {
        const list = table.props.routes;
        if (isUnknown(list)) {
            return { routes: [], undecided: [`the routes of ${table.name} are not known yet`] };
        }
        if (!Array.isArray(list)) {
            return { routes: [] };
        }
        return {
            routes: list.map((route, index) =>
                isUnknown(route)
                    ? { resource: table, destination: { kind: "unknown", value: UNKNOWN }, target: { kind: "unknown" } }
                    : readRoute(this.graph, table, `routes.${index}`),
            ),
        };
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

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
    map.set(key, [...(map.get(key) ?? []), value]);
}
