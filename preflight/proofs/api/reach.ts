import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { networkOf } from "../../../policy-pack/graph/network";
import type { AccountsIntent, Part } from "../accounts";
import { companySources, sourceFindings } from "../accounts/clients";
import { partsOf } from "../accounts/parts";
import { presignWorkload } from "../accounts/accessFunction";
import type { Finding } from "../network/findings";
import { hubReach } from "../network/hubEndpoints";
import { domainNetworks } from "../network/workloads";
import { worst } from "../proof";
import type { Reach } from "./reachTypes";

const VERDICTS = { holds: "allowed", broken: "denied", "not proven": "undecided" } as const;

/** From the company network: from any of its sources. */
export function companyReach(graph: ResourceGraph, intent: AccountsIntent, endpoint: GraphResource | undefined): Reach {
    const model = networkOf(graph).endpoints.find(({ resource }) => resource === endpoint);
    if (model === undefined) {
        return { verdict: "denied", why: "the hub has no endpoint for it" };
    }
    const reaches = companySources(graph, intent).map((source) => toReach(sourceFindings(graph, model, source)));
    return (
        reaches.find(({ verdict }) => verdict === "allowed") ??
        reaches.find(({ verdict }) => verdict === "undecided") ??
        reaches[0] ?? { verdict: "denied", why: "no hub.clients and no onprem: nobody from outside is admitted" }
    );
}

/** From an app of a line of business, whatever its resolver answers: an address can be known otherwise. */
export function lobReach(graph: ResourceGraph, lob: Part | undefined, endpoint: GraphResource | undefined): Reach {
    const { hub } = partsOf(graph);
    const network = networkOf(graph);
    const model = network.endpoints.find(({ resource }) => resource === endpoint);
    const [vpc] = lob?.vpcs ?? [];
    const [hubVpc] = hub?.vpcs ?? [];
    if (model === undefined || vpc === undefined || hubVpc === undefined) {
        return { verdict: "denied", why: "the hub has no endpoint for it" };
    }
    const domains = domainNetworks(graph, network, {}, false, (domain) => lob?.resources.includes(domain) === true);
    const [apps] = domains.flatMap(({ workloads }) => workloads);
    return apps === undefined
        ? { verdict: "undecided", why: "the apps of the line of business are not known" }
        : toReach(hubReach(graph, model, hubVpc, vpc, apps));
}

/** From the access service's VPC, with the groups of the function there. */
export function accessReach(graph: ResourceGraph, endpoint: GraphResource | undefined): Reach {
    const { access, hub } = partsOf(graph);
    const model = networkOf(graph).endpoints.find(({ resource }) => resource === endpoint);
    const [vpc] = access?.vpcs ?? [];
    const [hubVpc] = hub?.vpcs ?? [];
    const workload = presignWorkload(graph);
    if (model === undefined || vpc === undefined || hubVpc === undefined || workload === undefined) {
        return { verdict: "denied", why: "the hub has no endpoint for it" };
    }
    return toReach(hubReach(graph, model, hubVpc, vpc, workload));
}

function toReach(findings: readonly Finding[]): Reach {
    const verdict = worst(findings.map((each) => each.verdict));
    const [first] = findings.filter((each) => each.verdict === verdict);
    return { verdict: VERDICTS[verdict], why: first?.text ?? "" };
}
