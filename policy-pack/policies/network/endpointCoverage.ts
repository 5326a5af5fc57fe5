import { ENDPOINT_PROFILES, type EndpointProfile, type ServiceKey } from "../../facts";
import { isUnknown, readPath, type ResourceGraph } from "../../graph";
import { type Finding, nist, stackPolicy } from "../definition";
import { undecided, violation } from "../findings";
import { EXTERNAL_VPCS, type ExternalVpc, managedElsewhere } from "./externalVpcs";
import { domainHosts, type Host, HOST_TYPES, workloadHosts } from "./hosts";
import { checkService } from "./serviceCoverage";

interface CoverageConfig extends Record<string, unknown> {
    readonly endpointProfiles: readonly EndpointProfile[];
    readonly externalVpcs: Readonly<Record<string, ExternalVpc>>;
}

/** What only the pages of Studio need; a VPC of notebooks, models or jobs alone does without. */
const DOMAIN_ONLY: readonly ServiceKey[] = ["studio"];

/** P48: without internet, a missing endpoint is a feature that hangs; a gateway off one table is the same in one zone. */
export const endpointCoverage = stackPolicy<CoverageConfig>({
    id: "P48",
    name: "sagemaker-vpc-endpoint-coverage",
    title: "Every needed VPC endpoint is there, for every subnet",
    description: "The VPC of a VPC-only domain must have the endpoints it needs, reachable from every domain subnet.",
    why: "Without internet, a missing endpoint is a feature that hangs without an error, and a gateway endpoint off one route table is the same in one zone only.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("SC-7(4)", "Boundary Protection | External Telecommunications Services"),
    publishedIds: [
        "prowler:bedrock_vpc_endpoints_configured",
        "prowler:vpc_endpoint_for_ec2_enabled",
        "fsbp:EC2.10",
        "fsbp:EC2.55",
        "fsbp:EC2.56",
        "fsbp:EC2.57",
        "nist:AC-4",
    ],
    remediationSteps:
        "Add the endpoint named in the message, associate gateway endpoints with the route table of every domain subnet, and put interface endpoints in every zone of the domain. Endpoints of a hub stack: name the VPC in externalVpcs with reason and expiry.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html",
    config: {
        properties: {
            endpointProfiles: {
                type: "array",
                items: { type: "string", enum: Object.keys(ENDPOINT_PROFILES) },
                minItems: 1,
                description: "endpoint sets to demand",
            },
            externalVpcs: EXTERNAL_VPCS,
        },
        defaults: { endpointProfiles: ["base", "studio"], externalVpcs: {} },
    },
    subjects: HOST_TYPES,
    checkStack(graph, config, now) {
        const needed = servicesOf(config.endpointProfiles);
        return [
            ...domainHosts(graph).flatMap((host) => checkDomain(graph, host, needed, config, now)),
            ...workloadHosts(graph).flatMap((host) =>
                checkHost(
                    graph,
                    host,
                    needed.filter((key) => !DOMAIN_ONLY.includes(key)),
                    config,
                    now,
                ),
            ),
        ];
    },
});

function servicesOf(profiles: readonly EndpointProfile[]): ServiceKey[] {
    return [...new Set(profiles.flatMap((profile) => ENDPOINT_PROFILES[profile].services))];
}

/** A domain with internet is P01's concern, not one of endpoints. */
function checkDomain(
    graph: ResourceGraph,
    host: Host,
    needed: readonly ServiceKey[],
    config: CoverageConfig,
    now: Date,
): Finding[] {
    const mode = readPath(host.resource.props, "appNetworkAccessType");
    return mode === "VpcOnly" || isUnknown(mode) ? checkHost(graph, host, needed, config, now) : [];
}

function checkHost(
    graph: ResourceGraph,
    host: Host,
    needed: readonly ServiceKey[],
    { externalVpcs }: CoverageConfig,
    now: Date,
): Finding[] {
    const { resource } = host;
    const elsewhere = managedElsewhere(host, externalVpcs, now);
    if (elsewhere !== undefined) {
        return elsewhere === "" ? [] : [violation(resource, elsewhere)];
    }
    const unclear: Finding[] = [
        ...host.undecided.map((why) => undecided(resource, `${why}, so its endpoints cannot be judged.`)),
        ...host.externalVpcs.map((id) => undecided(resource, outside(`VPC ${id}`))),
        ...host.externalSubnets.map((id) => undecided(resource, outside(`subnet ${id}`))),
    ];
    const [vpc] = host.vpcs;
    if (vpc === undefined) {
        return unclear.length > 0
            ? unclear
            : [undecided(resource, "its VPC cannot be told, so its endpoints cannot be judged.")];
    }
    return [...unclear, ...needed.flatMap((key) => checkService(graph, resource, vpc, host.subnets, key))];
}

function outside(what: string): string {
    return `${what} is not defined in this stack. If another stack manages its endpoints, name the VPC in externalVpcs.`;
}
