import type { ResourceGraph } from "../graph";
import type { GraphResource } from "../types";
import { isUnknown, readPath } from "../unknown";
import * as tokens from "./tokens";

const TABLES = [tokens.ROUTE_TABLE, tokens.DEFAULT_ROUTE_TABLE] as const;

/** What a `routeTableId` means: tables, or VPCs whose main table is meant. */
export interface TableReference {
    /** URNs of tables, or main keys of VPCs. */
    readonly keys: readonly string[];
    readonly external: readonly string[];
    readonly undecided?: string;
}

/** Reads ids of route tables, main tables of VPCs included. */
export class TableReferences {
    constructor(private readonly graph: ResourceGraph) {}

    /** What `path` of `resource` refers to: ids where they are known, dependencies where not. */
    refer(resource: GraphResource, path: string): TableReference {
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
    adoptedMainTables(): { adopted: Map<string, GraphResource>; unplaced: string[] } {
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
}

/** Key of the main table that AWS makes with a VPC. */
export function mainKey(vpc: GraphResource): string {
    return `main table of ${vpc.urn}`;
}
