import type { ResourceGraph } from "../../../policy-pack/graph";
import { networkOf, transitOf, type TransitTable } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof, unproven } from "../network/findings";
import { relate } from "../network/ranges";
import type { AccountsIntent } from "./intent";
import { type Part, partsOf } from "./parts";
import { everywhereFrom } from "./everywhere";

/**
 * Shows that no line of business reaches another: no packet finds a way over tables, gateways and peerings, what is dropped
 * for all of them stays dropped whatever a later route says, and no group lets another one's range in.
 */
export function lobSeparated(graph: ResourceGraph, intent: AccountsIntent): Proof {
    const { lobs } = partsOf(graph);
    const none: Finding = {
        verdict: "holds",
        text: `${lobs.length} lines of business, each followed to every address it can send to`,
    };
    const against = [
        ...lobs.flatMap((lob) => [
            ...astray(graph, lob, lobs),
            ...openGroups(graph, lob, lobs),
            ...borrowed(graph, lob),
        ]),
        ...blackholes(graph, lobs, intent.lobRanges),
    ];
    return toProof(
        "lob.separated",
        "No line of business reaches another one's range",
        against.length > 0 ? against : [none],
    );
}

function astray(graph: ResourceGraph, lob: Part, lobs: readonly Part[]): Finding[] {
    const others = lobs.filter((each) => each !== lob);
    return everywhereFrom(graph, lob).flatMap((arrival): Finding[] => {
        const { hops, kind } = arrival;
        const text = hops.join(" > ");
        if (kind === "unknown") {
            return [unproven(text)];
        }
        const reached = others.find(({ vpcs }) => arrival.vpc !== undefined && vpcs.includes(arrival.vpc));
        return kind === "delivered" && reached !== undefined
            ? [
                  {
                      verdict: "broken",
                      text: `${lob.name} reaches ${reached.name}: ${text}`,
                      fix: `Remove the route that leads there, or restore the blackhole for ${reached.name}'s range in the table of ${lob.name}'s attachment.`,
                  },
              ]
            : [];
    });
}

/** A route to everything, for a way out, would lead to the others too: each table drops their supernets first. */
function blackholes(graph: ResourceGraph, lobs: readonly Part[], ranges: readonly string[]): Finding[] {
    const transit = transitOf(graph);
    const tables = new Set<TransitTable>();
    for (const attachment of transit.attachments) {
        const table = transit.tableOf(attachment);
        if (table.kind === "table" && lobs.some(({ vpcs }) => attachment.vpc.found.some((vpc) => vpcs.includes(vpc)))) {
            tables.add(table.table);
        }
    }
    return [...tables].flatMap(({ resource, routes }) =>
        ranges
            .filter(
                (range) =>
                    !routes.some(
                        ({ blackhole, destination }) => blackhole === true && relate(destination, range) === "covers",
                    ),
            )
            .map((range): Finding => ({
                verdict: "broken",
                text: `transit gateway table ${resource.name} has no blackhole for ${range}`,
                fix: `Add a static route for ${range} with blackhole true to ${resource.name}.`,
            })),
    );
}

/** Whatever routes say, nobody in another line of business is let in. */
function openGroups(graph: ResourceGraph, lob: Part, lobs: readonly Part[]): Finding[] {
    const network = networkOf(graph);
    const own = new Set(lob.resources);
    const others = lobs.filter((each) => each !== lob);
    return network.securityGroups
        .filter(({ resource }) => own.has(resource))
        .flatMap(({ ingress, resource }) =>
            ingress.flatMap(({ peer, resource: rule }): Finding[] => {
                const admitted = others.filter((other) =>
                    peer.kind === "ipv4"
                        ? other.vpcs.some(({ props }) => relate(peer.cidr, props.cidrBlock as string) !== "apart")
                        : peer.kind === "group" && other.resources.includes(peer.group),
                );
                return admitted.map((other) => ({
                    verdict: "broken",
                    text: `rule ${rule.name} of group ${resource.name} (${lob.name}) admits ${other.name}`,
                    fix: `Name in rule ${rule.name} what ${lob.name} itself has.`,
                }));
            }),
        );
}

/** Everything said of one line of business is read from its own resources: so none of them may be another one's. */
function borrowed(graph: ResourceGraph, lob: Part): Finding[] {
    const { of } = partsOf(graph);
    return lob.resources.flatMap((resource) =>
        Object.entries(resource.propertyDependencies).flatMap(([property, urns]) =>
            [...new Set(urns)].flatMap((urn): Finding[] => {
                const used = graph.get(urn);
                const owner = used === undefined ? undefined : of(used);
                return used !== undefined && owner?.kind === "lob" && owner !== lob
                    ? [
                          {
                              verdict: "broken",
                              text: `${property} of ${resource.name} (${lob.name}) comes from ${used.name} of ${owner.name}`,
                              fix: `Take ${property} from what ${lob.name} itself has.`,
                          },
                      ]
                    : [];
            }),
        ),
    );
}
