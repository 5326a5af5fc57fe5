import { append } from "../append";
import type { ResourceGraph } from "../graph";
import { resolveMany, resolveOne, type Resolution } from "../resolve";
import type { GraphResource } from "../types";
import { isUnknown, type Maybe } from "../unknown";
import * as tokens from "./tokens";
import { Associations } from "./transitAssociations";
import type { AttachmentReference, Transit, TransitAttachment, TransitRoute, TransitTable } from "./transitTypes";

const MODELS = new WeakMap<ResourceGraph, Transit>();

/** The transit gateways of a graph; built once per graph. */
export function transitOf(graph: ResourceGraph): Transit {
    const known = MODELS.get(graph) ?? build(graph);
    MODELS.set(graph, known);
    return known;
}

function build(graph: ResourceGraph): Transit {
    const attachments = graph.ofType(tokens.TRANSIT_ATTACHMENT).map((resource) => attachmentOf(graph, resource));
    const models = new Map(attachments.map((attachment) => [attachment.resource, attachment]));
    const reader = new Reader(graph, models);
    const parts = new Map<string, PartsByTable>(PART_TYPES.map((type) => [type, partsByTable(graph, type)] as const));
    const tables = graph.ofType(tokens.TRANSIT_TABLE).map((resource): TransitTable => {
        const of = (type: string): readonly GraphResource[] => parts.get(type)?.certain.get(resource) ?? [];
        const references = (type: string): AttachmentReference[] =>
            of(type).map((part) => reader.attachment(part, "transitGatewayAttachmentId"));
        return {
            resource,
            associated: references(tokens.TRANSIT_ASSOCIATION),
            propagated: references(tokens.TRANSIT_PROPAGATION),
            routes: of(tokens.TRANSIT_ROUTE).map((route) => reader.route(route)),
            undecided: [...parts.values()]
                .flatMap(({ possible, loose }) =>
                    [...(possible.get(resource) ?? []), ...loose].map(
                        ({ name }) => `the table of ${name} is not known`,
                    ),
                )
                .concat(
                    of(tokens.TRANSIT_PREFIX_LIST).map(
                        ({ name }) => `what the prefix list of ${name} holds is not read`,
                    ),
                ),
        };
    });
    const associations = new Associations(graph, tables);
    return {
        gateways: graph.ofType(tokens.TRANSIT_GATEWAY),
        attachments,
        tables,
        tableOf: (attachment) => associations.of(attachment),
        tableOfId: (id) => associations.ofId(id),
    };
}

const PART_TYPES = [
    tokens.TRANSIT_ASSOCIATION,
    tokens.TRANSIT_PROPAGATION,
    tokens.TRANSIT_ROUTE,
    tokens.TRANSIT_PREFIX_LIST,
] as const;

interface PartsByTable {
    readonly certain: ReadonlyMap<GraphResource, readonly GraphResource[]>;
    readonly possible: ReadonlyMap<GraphResource, readonly GraphResource[]>;
    /** Parts that may be of any table. */
    readonly loose: readonly GraphResource[];
}

function partsByTable(graph: ResourceGraph, type: string): PartsByTable {
    const certain = new Map<GraphResource, GraphResource[]>();
    const possible = new Map<GraphResource, GraphResource[]>();
    const loose: GraphResource[] = [];
    for (const part of graph.ofType(type)) {
        const { found, undecided } = resolveOne(graph, part, "transitGatewayRouteTableId", [tokens.TRANSIT_TABLE]);
        found.forEach((table) => append(undecided === undefined ? certain : possible, table, part));
        if (undecided !== undefined && found.length === 0) {
            loose.push(part);
        }
    }
    return { certain, possible, loose };
}

function attachmentOf(graph: ResourceGraph, resource: GraphResource): TransitAttachment {
    const gateway = resolveOne(graph, resource, "transitGatewayId", [tokens.TRANSIT_GATEWAY]);
    const mode = resource.props.applianceModeSupport ?? "disable";
    const pending = whyPending(graph, resource, gateway);
    return {
        resource,
        gateway,
        vpc: resolveOne(graph, resource, "vpcId", [tokens.VPC]),
        subnets: resolveMany(graph, resource, "subnetIds", [tokens.SUBNET]),
        ...(pending === undefined ? {} : { pending }),
        applianceMode: isUnknown(mode) ? mode : mode === "enable",
    };
}

/** The gateway's own account attaches without asking; another account waits until the gateway's accepts. */
function whyPending(graph: ResourceGraph, attachment: GraphResource, gateway: Resolution): string | undefined {
    const [owner] = gateway.found;
    if (owner === undefined || owner.provider === attachment.provider) {
        return undefined;
    }
    const accepted = graph
        .ofType(tokens.TRANSIT_ACCEPTER)
        .some((accepter) =>
            resolveOne(graph, accepter, "transitGatewayAttachmentId", [tokens.TRANSIT_ATTACHMENT]).found.includes(
                attachment,
            ),
        );
    return accepted || owner.props.autoAcceptSharedAttachments === "enable"
        ? undefined
        : `${attachment.name} is of another account than ${owner.name}, and nothing accepts it`;
}

/** Reads what names an attachment; an accepter has the id of the attachment it accepts. */
class Reader {
    constructor(
        private readonly graph: ResourceGraph,
        private readonly models: ReadonlyMap<GraphResource, TransitAttachment>,
    ) {}

    route(resource: GraphResource): TransitRoute {
        const { destinationCidrBlock, blackhole = false } = resource.props;
        const drops = typeof blackhole === "boolean" || isUnknown(blackhole) ? blackhole : false;
        return {
            resource,
            destination: destinationCidrBlock as Maybe<string>,
            blackhole: drops,
            ...(drops === true ? {} : { target: this.attachment(resource, "transitGatewayAttachmentId") }),
        };
    }

    attachment(resource: GraphResource, path: string): AttachmentReference {
        const { found, external, undecided } = this.graph.refs(resource, path, [
            tokens.TRANSIT_ATTACHMENT,
            tokens.TRANSIT_ACCEPTER,
        ]);
        const named = new Set(found.flatMap((each) => this.behind(each)));
        const [only, ...more] = named;
        const [id] = external;
        if (more.length > 0 || undecided || (only === undefined && id === undefined)) {
            const names = [...named].map((each) => each.resource.name).join(", ");
            return { undecided: more.length > 0 ? `${path} may mean any of ${names}` : `${path} is not known yet` };
        }
        return only === undefined ? { id: id } : { attachment: only };
    }

    private behind(resource: GraphResource): TransitAttachment[] {
        const own = this.models.get(resource);
        if (own !== undefined) {
            return [own];
        }
        const accepted = this.graph.refs(resource, "transitGatewayAttachmentId", [tokens.TRANSIT_ATTACHMENT]).found;
        return accepted.flatMap((each) => this.models.get(each) ?? []);
    }
}
