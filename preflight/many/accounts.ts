import type { PlainMultiSettings } from "../../components/settings";
import { type GraphResource, ResourceGraph } from "../../policy-pack/graph";
import { type Cost, costOf, type CostIntent } from "../cost";
import type { AccountSummary } from "../report/types";

const PROVIDER = "pulumi:providers:aws";

/** What each account holds and costs by standing there. */
export function accountSummaries(
    graph: ResourceGraph,
    settings: PlainMultiSettings,
    intent: CostIntent,
): AccountSummary[] {
    return Object.entries(settings.accounts).map(([name, { id }]) => {
        const own = new ResourceGraph(ofAccount(graph, id));
        return {
            name,
            id,
            holds: holds(name, settings),
            resources: own.resources.length,
            cost: monthly(costOf(own, intent)),
        };
    });
}

function ofAccount(graph: ResourceGraph, id: string): readonly GraphResource[] {
    const providers = graph
        .ofType(PROVIDER)
        .filter(({ props }) => JSON.stringify(props.allowedAccountIds ?? "").includes(id))
        .map(({ urn }) => urn);
    return graph.resources.filter(
        ({ provider, type }) =>
            !type.startsWith("pulumi:") &&
            provider !== undefined &&
            providers.some((urn) => provider === urn || provider.startsWith(`${urn}::`)),
    );
}

function holds(account: string, { access, hub, lobs, onprem }: PlainMultiSettings): string[] {
    return [
        ...(hub.account === account ? ["hub"] : []),
        ...(access.account === account ? ["access"] : []),
        ...lobs.filter(({ accountName }) => accountName === account).map(({ lob }) => lob),
        ...(onprem?.account === account ? ["onprem"] : []),
    ];
}

function monthly({ total, unpriced }: Cost): AccountSummary["cost"] {
    return { total, isLowerBound: unpriced.length > 0 };
}
