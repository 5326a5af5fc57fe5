import { isUnknown } from "../../../policy-pack/graph";
import type {
    AttachmentReference,
    AttachmentTable,
    Transit,
    TransitAttachment,
    TransitRoute,
    TransitTable,
} from "../../../policy-pack/graph/network";
import { type Cidr, formatCidr } from "../../../policy-pack/net";
import { readRange } from "../network/ranges";
import { longestPrefix, type Ranged } from "./longestPrefix";

/** Where a transit gateway sends packets. */
export interface TransitEnd {
    readonly kind: "attachment" | "dropped" | "unknown";
    readonly range: Cidr;
    /** For `attachment`, when it is in this graph. */
    readonly attachment?: TransitAttachment;
    /** Id of an attachment made elsewhere. */
    readonly id?: string;
    readonly hops: readonly string[];
}

/** What decides about a range: a static route, or the range of an attachment that AWS put there. */
type Entry = TransitRoute | { readonly propagated: AttachmentReference };

/**
 * Follows packets through a transit gateway, from the table of the attachment they came in by. Of two routes for one
 * range the static one comes first. Source: Transit Gateway guide, "Route evaluation order".
 */
export function transitEnds(transit: Transit, from: AttachmentTable, range: Cidr): TransitEnd[] {
    if (from.kind === "none") {
        return [{ kind: "dropped", range, hops: ["its attachment is associated with no route table"] }];
    }
    if (from.kind === "undecided") {
        return [{ kind: "unknown", range, hops: [from.why] }];
    }
    const { table } = from;
    const here = `transit gateway table ${table.resource.name}`;
    const { ranged, unread } = entriesOf(table);
    return [
        ...[...table.undecided, ...unread].map((why): TransitEnd => ({ kind: "unknown", range, hops: [here, why] })),
        ...longestPrefix(ranged, range).flatMap(({ range: part, by }) => {
            const statics = by.filter((entry) => !("propagated" in entry));
            const deciding = statics.length > 0 ? statics : by;
            return deciding.length === 0
                ? [{ kind: "dropped" as const, range: part, hops: [here, `no route for ${formatCidr(part)}`] }]
                : deciding.map((entry) => follow(entry, part, here));
        }),
    ];
}

function entriesOf(table: TransitTable): { ranged: readonly Ranged<Entry>[]; unread: readonly string[] } {
    const ranged: Ranged<Entry>[] = [];
    const unread: string[] = [];
    for (const route of table.routes) {
        const range = readRange(route.destination);
        if (range === undefined) {
            unread.push(`the destination of route ${route.resource.name} cannot be read`);
        } else {
            ranged.push({ range, what: route });
        }
    }
    for (const reference of table.propagated) {
        const ranges = rangesOf(reference);
        if (ranges === undefined) {
            unread.push(`a propagation puts ranges into it that are not known`);
        } else {
            ranges.forEach((range) => ranged.push({ range, what: { propagated: reference } }));
        }
    }
    return { ranged, unread };
}

/** A VPC's attachment propagates the VPC's ranges; what another kind propagates is told by the other side. */
function rangesOf({ attachment }: AttachmentReference): Cidr[] | undefined {
    const ranges = attachment?.vpc.found.map(({ props }) => readRange((props.cidrBlock as string | undefined) ?? ""));
    return ranges === undefined || ranges.length === 0 || ranges.includes(undefined)
        ? undefined
        : ranges.filter((range) => range !== undefined);
}

function follow(entry: Entry, range: Cidr, here: string): TransitEnd {
    if ("propagated" in entry) {
        return out(entry.propagated, range, [here, `propagated range of ${nameOf(entry.propagated)}`]);
    }
    const said = `route ${entry.resource.name} (${String(entry.destination)})`;
    if (entry.blackhole === true) {
        return { kind: "dropped", range, hops: [here, `${said} drops it`] };
    }
    return isUnknown(entry.blackhole) || entry.target === undefined
        ? { kind: "unknown", range, hops: [here, `${said} cannot be read`] }
        : out(entry.target, range, [here, `${said} to attachment ${nameOf(entry.target)}`]);
}

function out({ attachment, id, undecided }: AttachmentReference, range: Cidr, hops: readonly string[]): TransitEnd {
    if (undecided !== undefined) {
        return { kind: "unknown", range, hops: [...hops, undecided] };
    }
    return {
        kind: "attachment",
        range,
        hops,
        ...(attachment === undefined ? {} : { attachment }),
        ...(id === undefined ? {} : { id }),
    };
}

function nameOf({ attachment, id }: AttachmentReference): string {
    return attachment?.resource.name ?? id ?? "not known";
}
