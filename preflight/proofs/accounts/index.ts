import type { ResourceGraph } from "../../../policy-pack/graph";
import { endpointPrincipals } from "../network/endpointPrincipals";
import { networkOf } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { accessFunction } from "./accessFunction";
import { accountsApart } from "./apart";
import { hubClients } from "./clients";
import { directoryProof } from "./directory";
import { hubInternet } from "./hubInternet";
import { hubOnly } from "./hubOnly";
import type { AccountsIntent } from "./intent";
import { partsOf } from "./parts";
import { lobSeparated } from "./separated";

export { type DirectoryEntry, directoryOf } from "./directory";
export { type AccountsIntent, factsOf, type PersonIntent } from "./intent";
export { type Part, type Parts, partsOf } from "./parts";

/** What is shown across the accounts of a deployment; each line of business has its own proofs beside. */
export function accountsProofs(graph: ResourceGraph, intent: AccountsIntent): Proof[] {
    return [
        accountsApart(graph, intent),
        lobSeparated(graph, intent),
        hubOnly(graph, intent),
        hubInternet(graph, intent),
        sharedEndpoints(graph, intent),
        ...hubClients(graph, intent),
        accessFunction(graph, intent),
        directoryProof(graph, intent),
    ];
}

/** The policies of the endpoints of hub and access service name accounts of this deployment only. */
function sharedEndpoints(graph: ResourceGraph, { accountOf, accounts, organization }: AccountsIntent): Proof {
    const { access, hub } = partsOf(graph);
    const vpcs = [...(hub?.vpcs ?? []), ...(access?.vpcs ?? [])];
    const proof = endpointPrincipals(graph, networkOf(graph), vpcs, [], {
        account: accountOf["hub"] ?? "",
        others: Object.values(accounts),
        ...(organization === undefined ? {} : { organization }),
    });
    return {
        ...proof,
        id: "hub.endpoint-principals",
        claim: "The policies of shared endpoints name no account or organization but those of the stack file",
    };
}
