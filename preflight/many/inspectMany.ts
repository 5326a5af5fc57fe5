import type { PlainMultiSettings } from "../../components/settings";
import type { Feature } from "../../policy-pack/facts";
import type { ResourceGraph } from "../../policy-pack/graph";
import type { PolicyReport } from "../../policy-pack/policies/run";
import { costOf, type CostIntent, type PriceList } from "../cost";
import { overviewOf, topologyOf } from "../picture";
import { accountsProofs } from "../proofs/accounts";
import { apiWorld, judgeApi } from "../proofs/api";
import type { Assumption } from "../record";
import { summarise } from "../report/components";
import type { LobReport, Report } from "../report/types";
import { verdict } from "../report/verdict";
import { accountSummaries } from "./accounts";
import { accountsIntent } from "./intents";
import { judgeLobs } from "./lobs";
import { partSummaries } from "./parts";
import { manyNotices } from "./notices";
import { manyPicture, overviewIntent } from "./picture";

/** What was observed of a deployment of many accounts. */
export interface ManyObserved {
    readonly graph: ResourceGraph;
    readonly outputs: Readonly<Record<string, unknown>>;
    readonly assumptions: readonly Assumption[];
    readonly source: Report["source"];
    readonly policies: PolicyReport;
    readonly prices: PriceList;
}

/** Judges a deployment of many accounts: what holds across them, and each line of business by itself. */
export function inspectMany(settings: PlainMultiSettings, observed: ManyObserved): Report {
    const { assumptions, graph, outputs, policies, prices, source } = observed;
    const intent = accountsIntent(settings);
    const across = accountsProofs(graph, intent);
    const api = judgeApi(apiWorld(graph, intent));
    const lobs = judgeLobs(graph, outputs, settings);
    const cost: CostIntent = { region: settings.region, features: featuresOf(settings), prices };
    return {
        stack: settings.stack,
        region: settings.region,
        account: [...new Set(Object.values(settings.accounts).map(({ id }) => id))].sort().join(", "),
        source,
        components: summarise(graph.resources),
        policies,
        network: across,
        room: [],
        access: { mode: "iam", classes: [], proofs: api.proofs },
        roles: { classes: [], proofs: [] },
        cost: costOf(graph, cost),
        notices: manyNotices(settings, graph, assumptions),
        assumptions,
        verdict: verdict(policies, [...across, ...api.proofs, ...lobs.flatMap(ofLob)]),
        many: { accounts: accountSummaries(graph, settings, cost), parts: partSummaries(graph, cost), lobs, api },
        topology: {
            ...topologyOf(graph, manyPicture(settings)),
            overview: overviewOf(graph, overviewIntent(settings)),
        },
    };
}

/** The proofs of one line of business, told apart from those of the others. */
function ofLob({ access, lob, network, roles }: LobReport) {
    return [...network, ...access.proofs, ...roles.proofs].map((proof) => ({ ...proof, id: `${lob}: ${proof.id}` }));
}

/** Features of any line of business, in the order they first occur; the hub's endpoints for people are one more. */
function featuresOf({ lobs }: PlainMultiSettings): Feature[] {
    return [...new Set([...lobs.flatMap(({ network }) => network.features), "accessApi" as const])];
}
