import { type GraphResource, isUnknown, resolveOne, type ResourceGraph } from "../../graph";
import { type SourcedDocument, sourced } from "../../graph/identity";
import { networkOf, networkTokens } from "../../graph/topology";
import { serviceNamed } from "../../facts";
import { type Finding, nist, stackPolicy } from "../definition";
import { undecided, violation } from "../findings";
import { placed, unreadable } from "../identity/documents";
import { cite } from "../identity/statements";
import { letsEverythingPass, letsEveryBucketPass } from "./endpointStatements";

interface EndpointPolicyConfig extends Record<string, unknown> {
    readonly servicesWithoutPolicies: readonly string[];
}

/**
 * P40: an endpoint without a policy of its own lets any principal of any account do anything to anyone's resources.
 *
 * A stack policy, because the document may stand on the endpoint or in a separate `VpcEndpointPolicy`.
 */
export const endpointPolicy = stackPolicy<EndpointPolicyConfig>({
    id: "P40",
    name: "vpc-endpoint-policy-restricted",
    title: "VPC endpoints have a restrictive policy",
    description:
        "The VPC endpoint must have a policy that limits principals or resources to the account or organization.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["prowler:vpc_endpoint_connections_trust_boundaries", "nist:AC-6"],
    remediationSteps:
        "Give the endpoint a policy. Add aws:PrincipalAccount or aws:PrincipalOrgID (aws:ResourceAccount or aws:ResourceOrgID for S3) as a StringEquals condition, or name buckets.",
    url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    config: {
        properties: {
            servicesWithoutPolicies: {
                type: "array",
                items: { type: "string" },
                description: "service names whose endpoints take no policy",
            },
        },
        defaults: { servicesWithoutPolicies: [] },
    },
    subjects: [networkTokens.ENDPOINT],
    checkStack: (graph, { servicesWithoutPolicies }) =>
        networkOf(graph).endpoints.flatMap(({ resource, serviceName }) =>
            typeof serviceName === "string" && servicesWithoutPolicies.includes(serviceName)
                ? []
                : checkEndpoint(graph, resource, serviceName),
        ),
});

function checkEndpoint(graph: ResourceGraph, endpoint: GraphResource, serviceName: unknown): Finding[] {
    const references = graph
        .ofType(networkTokens.ENDPOINT_POLICY)
        .map((separate) => ({ separate, of: resolveOne(graph, separate, "vpcEndpointId", [networkTokens.ENDPOINT]) }));
    const separate = references.filter(({ of }) => of.found.includes(endpoint)).map((each) => each.separate);
    const sources = [endpoint, ...separate].filter(({ props }) => props.policy !== undefined && props.policy !== "");
    const loose = references.find(({ of }) => of.found.length === 0 && of.undecided !== undefined);
    if (sources.length === 0 && loose !== undefined) {
        return [
            undecided(
                endpoint,
                `policy is not set, and which endpoint ${loose.separate.name} is for is not known yet.`,
            ),
        ];
    }
    if (sources.length === 0) {
        return [
            violation(
                endpoint,
                "policy is not set, so AWS lets everything pass. Give it a policy limited to your account.",
            ),
        ];
    }
    return sources.flatMap((source) =>
        checkDocument(graph, sourced(source.name, source.urn, source.props.policy), source, serviceName),
    );
}

function checkDocument(
    graph: ResourceGraph,
    document: SourcedDocument,
    source: GraphResource,
    serviceName: unknown,
): Finding[] {
    if (isUnknown(document.document)) {
        return [unreadable(graph, document, "whether it lets everything pass")];
    }
    const all = placed([document]);
    // A service name that is not known may be S3's: then the stricter rule cannot be ruled out.
    const isS3 = typeof serviceName === "string" ? serviceNamed(serviceName)?.key === "s3" : "maybe";
    return all.flatMap(({ statement, index }): Finding[] => {
        const others = all.map((each) => each.statement);
        const open = letsEverythingPass(statement, others);
        if (open === "yes") {
            const message = `${cite(statement, index)} allows everybody everything. Limit it with aws:PrincipalAccount or aws:PrincipalOrgID.`;
            return [violation(source, message)];
        }
        const bucket = isS3 === false ? "no" : letsEveryBucketPass(statement, others);
        if (bucket === "yes" && isS3 === true) {
            const message = `${cite(statement, index)} admits buckets of any account. Name the buckets, or add aws:ResourceAccount or aws:ResourceOrgID.`;
            return [violation(source, message)];
        }
        return open === "maybe" || bucket !== "no"
            ? [
                  undecided(
                      source,
                      `${cite(statement, index)} cannot be read in full, so what it lets pass cannot be told.`,
                  ),
              ]
            : [];
    });
}
