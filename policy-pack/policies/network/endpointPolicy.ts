import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { type SourcedDocument, sourced } from "../../graph/identity";
import { type Endpoint, networkOf, networkTokens } from "../../graph/topology";
import { ENDPOINT_SERVICES, imageLayerBucket, linuxRepositoryBuckets, packageBuckets, serviceNamed } from "../../facts";
import { type Finding, nist, stackPolicy } from "../definition";
import { undecided, violation } from "../findings";
import { placed, unreadable } from "../identity/documents";
import { cite } from "../identity/statements";
import { Attachments } from "./attachments";
import { type KnownBuckets, letsEveryBucketPass, letsOutsidersPass } from "./endpointStatements";

interface EndpointPolicyConfig extends Record<string, unknown> {
    readonly servicesWithoutPolicies: readonly string[];
    readonly allowedBuckets: readonly string[];
}

const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/**
 * P40: an endpoint without a policy of its own lets any principal of any account do anything to anyone's resources.
 *
 * A stack policy, because the document may stand on the endpoint or in a separate `VpcEndpointPolicy`.
 */
export const endpointPolicy = stackPolicy<EndpointPolicyConfig>({
    id: "P40",
    name: "vpc-endpoint-policy-restricted",
    title: "VPC endpoints have a restrictive policy",
    description: "The VPC endpoint must have a policy whose every statement is limited to the account or organization.",
    why: "AWS's default policy lets any principal of any account through. Who brings credentials of another account into an app can copy data there over your own endpoint.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["prowler:vpc_endpoint_connections_trust_boundaries", "checkov:CKV_AWS_283", "nist:AC-6"],
    remediationSteps:
        "Add aws:PrincipalAccount or aws:PrincipalOrgID as a StringEquals condition to every Allow; for S3, name the buckets or add aws:ResourceAccount or aws:ResourceOrgID as well.",
    url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    config: {
        properties: {
            servicesWithoutPolicies: {
                type: "array",
                items: { type: "string" },
                description: "service names whose endpoints take no policy",
            },
            allowedBuckets: {
                type: "array",
                items: { type: "string", minLength: 3 },
                description: "names of buckets of others that a statement without condition may name",
            },
        },
        defaults: { servicesWithoutPolicies: [], allowedBuckets: [] },
    },
    scope: "sagemaker",
    subjects: [networkTokens.ENDPOINT],
    checkStack(graph, config) {
        const policies = new Attachments(graph, networkTokens.ENDPOINT_POLICY, "vpcEndpointId", networkTokens.ENDPOINT);
        return networkOf(graph)
            .endpoints.filter((endpoint) => takesPolicy(endpoint, config.servicesWithoutPolicies))
            .flatMap(({ resource, serviceName }) =>
                checkEndpoint(graph, resource, policies, {
                    isS3: typeof serviceName === "string" ? serviceNamed(serviceName)?.key === "s3" : "maybe",
                    ...knownBuckets(graph, serviceName, config.allowedBuckets),
                }),
            );
    },
});

function takesPolicy({ type, serviceName }: Endpoint, without: readonly string[]): boolean {
    if (type === "GatewayLoadBalancer") {
        return false;
    }
    const service = typeof serviceName === "string" ? serviceNamed(serviceName) : undefined;
    const isKnown = service === undefined || ENDPOINT_SERVICES[service.key].supportsPolicy;
    return isKnown && !(typeof serviceName === "string" && without.includes(serviceName));
}

/**
 * Buckets of AWS that are read with links AWS signs, so that the requester is no principal of anybody's account. Those
 * of JumpStart and Canvas are read by principals, whom a condition can name.
 */
function signedBuckets(region: string): readonly string[] {
    return [imageLayerBucket(region), ...packageBuckets(region), ...linuxRepositoryBuckets(region)];
}

/** What the rules for one endpoint depend on besides the document. */
interface Surroundings extends KnownBuckets {
    /** A service name that is not known may be S3's: then the stricter rule cannot be ruled out. */
    readonly isS3: boolean | "maybe";
}

function knownBuckets(graph: ResourceGraph, serviceName: unknown, allowed: readonly string[]): KnownBuckets {
    const region = typeof serviceName === "string" ? serviceNamed(serviceName)?.region : undefined;
    return {
        isOwn: (bucket) => allowed.includes(bucket) || graph.identifiedBy(bucket, BUCKETS).length > 0,
        isOfAws: (bucket) => (region === undefined ? "maybe" : signedBuckets(region).includes(bucket) ? "yes" : "no"),
    };
}

function checkEndpoint(
    graph: ResourceGraph,
    endpoint: GraphResource,
    policies: Attachments,
    surroundings: Surroundings,
): Finding[] {
    const sources = [endpoint, ...policies.of(endpoint)].filter(({ props }) => (props.policy ?? "") !== "");
    const [loose] = policies.perhapsOf(endpoint);
    if (sources.length === 0 && loose !== undefined) {
        return [undecided(endpoint, `policy is not set, and which endpoint ${loose.name} is for is not known yet.`)];
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
        checkDocument(graph, sourced(source.name, source.urn, source.props.policy), source, surroundings),
    );
}

function checkDocument(
    graph: ResourceGraph,
    document: SourcedDocument,
    source: GraphResource,
    { isS3, ...buckets }: Surroundings,
): Finding[] {
    if (isUnknown(document.document)) {
        return [unreadable(graph, document, "whom and what it lets pass")];
    }
    const all = placed([document]);
    return all.flatMap(({ statement, index }): Finding[] => {
        const others = all.map((each) => each.statement);
        const outsiders = letsOutsidersPass(statement, others, buckets);
        if (outsiders === "yes") {
            const message = `${cite(statement, index)} lets principals of any account pass. Limit it with aws:PrincipalAccount or aws:PrincipalOrgID.`;
            return [violation(source, message)];
        }
        const bucket = isS3 === false ? "no" : letsEveryBucketPass(statement, others);
        if (bucket === "yes" && isS3 === true) {
            const message = `${cite(statement, index)} admits buckets of any account. Name the buckets, or add aws:ResourceAccount or aws:ResourceOrgID.`;
            return [violation(source, message)];
        }
        return outsiders === "maybe" || bucket !== "no"
            ? [
                  undecided(
                      source,
                      `${cite(statement, index)} cannot be read in full, so what it lets pass cannot be told.`,
                  ),
              ]
            : [];
    });
}
