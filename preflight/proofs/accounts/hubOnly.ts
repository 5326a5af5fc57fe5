import { type GraphResource, isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens, transitOf } from "../../../policy-pack/graph/network";
import { type Finding, toProof, unproven } from "../network/findings";
import type { Proof } from "../proof";
import { routerOf } from "../routing/routers";
import type { Arrival } from "../routing/walk";
import { EVERYWHERE, everywhereFrom } from "./everywhere";
import type { AccountsIntent } from "./intent";
import { partsOf } from "./parts";

const SHARE = "aws:ram/resourceShare:ResourceShare";
const PRINCIPAL = "aws:ram/principalAssociation:PrincipalAssociation";

/**
 * Shows that whoever is attached reaches the hub and nothing beyond it, and that the transit gateway lets nobody in, and
 * puts nobody's ranges into a table, by itself.
 */
export function hubOnly(graph: ResourceGraph, intent: AccountsIntent): Proof {
    const against = [
        ...partsOf(graph)
            .all.filter(({ kind }) => kind !== "hub")
            .flatMap((part) => beyond(part.name, part.vpcs, everywhereFrom(graph, part), graph)),
        ...elsewhere(graph, intent),
        ...gateways(graph),
        ...propagations(graph),
        ...shares(graph, intent),
    ];
    const none: Finding = {
        verdict: "holds",
        text: "static routes only, from each table to the hub's attachment; nothing accepted, associated or propagated by default",
    };
    return toProof(
        "hub.only",
        "Lines of business, access service and company network reach the hub, and nothing else through it",
        against.length > 0 ? against : [none],
    );
}

function beyond(
    who: string,
    own: readonly GraphResource[],
    arrivals: readonly Arrival[],
    graph: ResourceGraph,
): Finding[] {
    const hub = partsOf(graph).hub?.vpcs ?? [];
    return arrivals.flatMap(({ hops, kind, vpc }): Finding[] => {
        const text = `${who}: ${hops.join(" > ")}`;
        if (kind === "unknown") {
            return [unproven(text)];
        }
        const allowed = vpc !== undefined && (own.includes(vpc) || hub.includes(vpc));
        return kind === "outside" || (kind === "delivered" && !allowed)
            ? [{ verdict: "broken", text, fix: "Remove the route named before the last hop: it leads beyond the hub." }]
            : [];
    });
}

/** The company's own attachment, whose other side is in no graph. */
function elsewhere(graph: ResourceGraph, { clients }: AccountsIntent): Finding[] {
    const { attachment } = clients ?? {};
    return attachment === undefined
        ? []
        : beyond("the company network", [], routerOf(graph).fromAttachment(attachment, EVERYWHERE), graph);
}

/** What a transit gateway does by itself. Source: Transit Gateway guide; Security Hub EC2.23. */
const DEFAULTS = [
    ["autoAcceptSharedAttachments", "disable", "accepts whoever attaches"],
    ["defaultRouteTableAssociation", "enable", "associates attachments with its default table"],
    ["defaultRouteTablePropagation", "enable", "puts ranges of attachments into its default table"],
] as const;

function gateways(graph: ResourceGraph): Finding[] {
    return graph.ofType(tokens.TRANSIT_GATEWAY).flatMap(({ name, props }) =>
        DEFAULTS.flatMap(([property, fallback, does]): Finding[] => {
            const value = props[property] ?? fallback;
            if (value === "disable") {
                return [];
            }
            return [
                isUnknown(value)
                    ? unproven(`${name}: ${property} is not known`)
                    : { verdict: "broken", text: `${name} ${does}`, fix: `Set ${property} of ${name} to disable.` },
            ];
        }),
    );
}

function propagations(graph: ResourceGraph): Finding[] {
    return transitOf(graph).tables.flatMap(({ propagated, resource, undecided }) => [
        ...undecided.map(unproven),
        ...propagated.map(({ attachment, id }): Finding => ({
            verdict: "broken",
            text: `${attachment?.resource.name ?? id ?? "an attachment"} puts its ranges into ${resource.name} by itself`,
            fix: `Remove the propagation into ${resource.name}: routes are static.`,
        })),
    ]);
}

function shares(graph: ResourceGraph, { accounts, organization }: AccountsIntent): Finding[] {
    const known = Object.values(accounts);
    return [
        ...graph.ofType(SHARE).flatMap(({ name, props }): Finding[] => {
            const external = props.allowExternalPrincipals ?? false;
            if (external === false) {
                return [];
            }
            return [
                isUnknown(external)
                    ? unproven(`${name}: allowExternalPrincipals is not known`)
                    : {
                          verdict: "broken",
                          text: `${name} may be shared with accounts outside the organization`,
                          fix: `Set allowExternalPrincipals of ${name} to false.`,
                      },
            ];
        }),
        ...graph.ofType(PRINCIPAL).flatMap(({ name, props: { principal } }): Finding[] => {
            if (isUnknown(principal)) {
                return [unproven(`${name}: its principal is not known`)];
            }
            const named = typeof principal === "string" ? principal : "";
            const own = known.includes(named) || (organization !== undefined && named.endsWith(`/${organization}`));
            return own
                ? []
                : [
                      {
                          verdict: "broken",
                          text: `${name} shares with ${named}, which is none of this deployment's accounts`,
                          fix: `Remove ${name}, or name the account in accounts.`,
                      },
                  ];
        }),
    ];
}
