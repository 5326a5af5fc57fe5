import type { ResourceGraph } from "../graph";
import { resolveOne } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, readPath, UNKNOWN } from "../unknown";
import { readRoute } from "./routes";
import * as tokens from "./tokens";
import type { EffectiveTable, Route, RouteTable } from "./types";

const TABLES = [tokens.ROUTE_TABLE, tokens.DEFAULT_ROUTE_TABLE] as const;

/** What a `routeTableId` means: tables, or VPCs whose main table is meant. */
interface TableReference {
    readonly keys: readonly string[];
    readonly external: readonly string[];
    readonly undecided?: string;
}

/** The route tables of a stack, and which of them serves a subnet. */
export class RouteTables {
    private readonly tables = new Map<string, RouteTable>();

    constructor(private readonly graph: ResourceGraph) {
        const routes = new Map<string, Route[]>();
        const undecided = new Map<string, string[]>();
        const anywhere: string[] = [];
        for (const route of graph.ofType(tokens.ROUTE)) {
            const reference = this.refer(route, "routeTableId");
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
        const { adopted, unplaced } = this.adoptedMainTables();
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
        const reference = this.refer(resource, path);
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
        const [replaced] = this.graph
            .ofType(tokens.MAIN_ASSOCIATION)
            .filter((association) => resolveOne(this.graph, association, "vpcId", [tokens.VPC]).found.includes(vpc));
        if (replaced !== undefined) {
            return decided("main", this.at(replaced, "routeTableId"));
        }
        const table = this.tables.get(mainKey(vpc));
        return table === undefined
            ? { decided: false, why: `VPC ${vpc.name} has no known main table`, candidates: [] }
            : { decided: true, by: "main", table };
    }

    private refer(resource: GraphResource, path: string): TableReference {
        const types = [tokens.ROUTE_TABLE, tokens.DEFAULT_ROUTE_TABLE, tokens.VPC];
        const value = readPath(resource.props, path);
        const list = Array.isArray(value) ? value : [value];
        const keys = new Set<string>();
        const external: string[] = [];
        for (const id of list.filter((item) => typeof item === "string")) {
            const known = this.keyOfId(id);
            if (known === undefined) {
                external.push(id);
            } else {
                keys.add(known);
            }
        }
        const unread = list.filter(isUnknown).length;
        if (unread === 0) {
            return { keys: [...keys], external };
        }
        const derived = this.graph.refs(resource, path, types).found.map((found) => this.keyOf(found));
        const fresh = new Set(derived.filter((key) => key !== undefined && !keys.has(key)));
        const sure = isUnknown(value) && path.endsWith("s") ? fresh.size > 0 : fresh.size === unread;
        return {
            keys: [...keys, ...fresh].filter((key) => key !== undefined),
            external,
            ...(sure ? {} : { undecided: `${path} is not known for certain` }),
        };
    }

    private keyOfId(id: string): string | undefined {
        const [table] = this.graph.identifiedBy(id, TABLES);
        if (table !== undefined) {
            return this.keyOf(table);
        }
        const vpc = this.graph
            .ofType(tokens.VPC)
            .find(({ props }) => props.mainRouteTableId === id || props.defaultRouteTableId === id);
        return vpc === undefined ? undefined : mainKey(vpc);
    }

    /** A `DefaultRouteTable` is the main table of the VPC whose default table id it takes. */
    private keyOf(resource: GraphResource): string | undefined {
        if (resource.type === tokens.VPC) {
            return mainKey(resource);
        }
        if (resource.type !== tokens.DEFAULT_ROUTE_TABLE) {
            return resource.urn;
        }
        const id = resource.props.defaultRouteTableId;
        const vpc =
            typeof id === "string"
                ? this.graph
                      .ofType(tokens.VPC)
                      .find(({ props }) => props.mainRouteTableId === id || props.defaultRouteTableId === id)
                : this.graph.refs(resource, "defaultRouteTableId", [tokens.VPC]).found[0];
        return vpc === undefined ? undefined : mainKey(vpc);
    }

    /** Main tables the program took over, and the ones whose VPC cannot be told. */
    private adoptedMainTables(): { adopted: Map<string, GraphResource>; unplaced: string[] } {
        const adopted = new Map<string, GraphResource>();
        const unplaced: string[] = [];
        for (const table of this.graph.ofType(tokens.DEFAULT_ROUTE_TABLE)) {
            const key = this.keyOf(table);
            if (key !== undefined) {
                adopted.set(key, table);
            } else if (isUnknown(table.props.defaultRouteTableId)) {
                unplaced.push(`the VPC of default route table ${table.name} is not known`);
            }
        }
        return { adopted, unplaced };
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

function mainKey(vpc: GraphResource): string {
    return `main table of ${vpc.urn}`;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
    map.set(key, [...(map.get(key) ?? []), value]);
}
