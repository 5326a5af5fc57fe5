import { type GraphResource, resolveOne, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import type { Proof } from "../proof";
import { type Finding, toProof } from "./findings";

/** Shows that what is asked of the VPC's resolver is written down: a name can carry data, and no flow log shows it. */
export function dnsLoggedProof(
    graph: ResourceGraph,
    vpcs: readonly GraphResource[],
    undecided: readonly Finding[],
): Proof {
    const associations = graph
        .ofType(tokens.QUERY_LOG_ASSOCIATION)
        .map((association) => ({ association, of: resolveOne(graph, association, "resourceId", [tokens.VPC]) }));
    const findings = vpcs.map((vpc): Finding => {
        const own = associations.find(({ of }) => of.found.includes(vpc) && of.undecided === undefined);
        if (own !== undefined) {
            return { verdict: "holds", text: `${own.association.name} logs the queries of ${vpc.name}` };
        }
        const loose = associations.find(({ of }) => of.undecided !== undefined);
        return loose === undefined
            ? {
                  verdict: "broken",
                  text: `VPC ${vpc.name}: no query log configuration of the resolver is associated with it`,
                  fix: `Associate a ResolverQueryLogConfig with ${vpc.name}.`,
              }
            : { verdict: "not proven", text: `VPC ${vpc.name}: the VPC of ${loose.association.name} is not known` };
    });
    return toProof("network.dns-logged", "Every DNS query of the VPC is logged", [...findings, ...undecided]);
}
