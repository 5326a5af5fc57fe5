import { append } from "../append";
import type { ResourceGraph } from "../graph";
import type { GraphResource } from "../types";
import * as tokens from "./tokens";
import type { AttachmentTable, TransitAttachment, TransitTable } from "./transitTypes";

/** Tells by which table an attachment's packets are routed. */
export class Associations {
    private readonly byAttachment = new Map<TransitAttachment, TransitTable[]>();
    private readonly byId = new Map<string, TransitTable[]>();
    /** Why any attachment may be associated with another table than is listed. */
    private readonly open: readonly string[];

    constructor(
        private readonly graph: ResourceGraph,
        tables: readonly TransitTable[],
    ) {
        for (const table of tables) {
            for (const { attachment, id } of table.associated) {
                if (attachment !== undefined) {
                    append(this.byAttachment, attachment, table);
                } else if (id !== undefined) {
                    append(this.byId, id, table);
                }
            }
        }
        this.open = tables.flatMap(({ resource, associated }) =>
            associated.flatMap(({ undecided }) =>
                undecided === undefined ? [] : [`an association with ${resource.name}: ${undecided}`],
            ),
        );
    }

    of(attachment: TransitAttachment): AttachmentTable {
        const { gateway, resource } = attachment;
        const [owner] = gateway.undecided === undefined ? gateway.found : [];
        if (owner === undefined) {
            return {
                kind: "undecided",
                why: `the transit gateway of ${resource.name} is not in this stack or not known`,
            };
        }
        const own = [resource, ...this.acceptersOf(resource)].map(
            ({ props }) => props.transitGatewayDefaultRouteTableAssociation,
        );
        const byDefault = (owner.props.defaultRouteTableAssociation ?? "enable") !== "disable" && !own.includes(false);
        return this.decide(
            this.byAttachment.get(attachment) ?? [],
            resource.name,
            byDefault ? `${owner.name} associates attachments with its default table` : undefined,
        );
    }

    ofId(id: string): AttachmentTable {
        return this.decide(this.byId.get(id) ?? [], id, undefined);
    }

    private acceptersOf(attachment: GraphResource): readonly GraphResource[] {
        return this.graph
            .ofType(tokens.TRANSIT_ACCEPTER)
            .filter((each) =>
                this.graph
                    .refs(each, "transitGatewayAttachmentId", [tokens.TRANSIT_ATTACHMENT])
                    .found.includes(attachment),
            );
    }

    private decide(tables: readonly TransitTable[], name: string, byDefault: string | undefined): AttachmentTable {
        const [table, ...more] = tables;
        if (more.length > 0) {
            return {
                kind: "undecided",
                why: `${name} is associated with ${tables.map((each) => each.resource.name).join(", ")}`,
            };
        }
        if (table !== undefined) {
            return { kind: "table", table };
        }
        const why = byDefault ?? this.open[0];
        return why === undefined ? { kind: "none" } : { kind: "undecided", why };
    }
}
