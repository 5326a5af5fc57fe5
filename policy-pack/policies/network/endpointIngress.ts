import { ENDPOINT_PROFILES, type EndpointProfile, ENDPOINT_SERVICES, type ServiceKey, serviceNamed } from "../../facts";
import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import { type Endpoint, networkOf, networkTokens } from "../../graph/topology";
import { type Finding, nist, stackPolicy } from "../definition";
import { label, undecided, violation } from "../findings";
import { admitsHttps } from "./admitsHttps";
import { type AppGroups, appGroups } from "./appGroups";
import { checkWidth } from "./endpointWidth";
import { EXTERNAL_VPCS, type ExternalVpc, managedElsewhere } from "./externalVpcs";
import { domainHosts, type Host, workloadHosts } from "./hosts";

interface IngressConfig extends Record<string, unknown> {
    readonly endpointProfiles: readonly EndpointProfile[];
    readonly externalVpcs: Readonly<Record<string, ExternalVpc>>;
}

/** P49: an endpoint whose group does not admit the apps hangs every call; one that admits more is a way in. */
export const endpointIngress = stackPolicy<IngressConfig>({
    id: "P49",
    name: "sagemaker-vpc-endpoint-https-ingress",
    title: "Endpoints admit HTTPS from Studio, and nothing else",
    description: "The security groups of an interface endpoint must admit TCP 443 from the apps, and nothing wider.",
    why: "An endpoint that does not admit the apps hangs every call to the service. One that admits more than HTTPS from the apps is open to everything else in reach.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["nist:SC-7", "aws-docs:privatelink-security-groups"],
    remediationSteps:
        "Give the endpoint a security group with one ingress rule per group of apps: TCP 443 from that group. Remove rules for other ports, protocols or everybody.",
    url: "https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html",
    config: {
        properties: {
            endpointProfiles: {
                type: "array",
                items: { type: "string", enum: Object.keys(ENDPOINT_PROFILES) },
                minItems: 1,
                description: "endpoint sets that must admit the apps",
            },
            externalVpcs: EXTERNAL_VPCS,
        },
        defaults: { endpointProfiles: ["base", "studio"], externalVpcs: {} },
    },
    subjects: [networkTokens.ENDPOINT],
    checkStack(graph, config, now) {
        const needed = new Set(config.endpointProfiles.flatMap((profile) => ENDPOINT_PROFILES[profile].services));
        const hosts = [...domainHosts(graph).filter(isInVpc), ...workloadHosts(graph)].filter(
            (host) => managedElsewhere(host, config.externalVpcs, now) !== "",
        );
        const judged = new Set<GraphResource>();
        return hosts.flatMap((host) => {
            const [vpc] = host.vpcs;
            if (vpc === undefined) {
                return [
                    undecided(host.resource, "its VPC cannot be told, so what its endpoints admit cannot be judged."),
                ];
            }
            const endpoints = interfaceEndpoints(graph, vpc);
            const fresh = endpoints.filter(({ resource }) => !judged.has(resource));
            fresh.forEach(({ resource }) => judged.add(resource));
            return [
                ...checkHost(
                    graph,
                    host,
                    endpoints.filter((endpoint) => isNeeded(endpoint, needed)),
                ),
                ...fresh.flatMap((endpoint) => checkWidth(graph, endpoint)),
            ];
        });
    },
});

/** A domain with internet reaches AWS without endpoints; that it is one is P01's concern. */
function isInVpc({ resource }: Host): boolean {
    const mode = readPath(resource.props, "appNetworkAccessType");
    return mode === "VpcOnly" || isUnknown(mode);
}

/** Interface endpoints of the catalogue's services that are in the VPC, or may be. */
function interfaceEndpoints(graph: ResourceGraph, vpc: GraphResource): readonly Endpoint[] {
    return networkOf(graph).endpoints.filter(
        ({ type, vpc: { found, undecided: why } }) =>
            (type === "Interface" || isUnknown(type)) &&
            (found.includes(vpc) || (why !== undefined && found.length === 0)),
    );
}

function isNeeded({ serviceName }: Endpoint, needed: ReadonlySet<ServiceKey>): boolean {
    if (typeof serviceName !== "string") {
        return isUnknown(serviceName);
    }
    const service = serviceNamed(serviceName);
    return service !== undefined && needed.has(service.key) && ENDPOINT_SERVICES[service.key].type === "Interface";
}

function checkHost(graph: ResourceGraph, host: Host, endpoints: readonly Endpoint[]): Finding[] {
    const { resource } = host;
    const settings = appGroups(graph, resource);
    const unread = settings.flatMap(({ undecided: why }) =>
        why === undefined ? [] : [undecided(resource, `${why}, so whether its endpoints admit it cannot be told.`)],
    );
    return [
        ...unread,
        ...endpoints.flatMap((endpoint) =>
            settings
                .filter(({ undecided: why }) => why === undefined)
                .flatMap((setting) => checkSetting(graph, host, endpoint, setting)),
        ),
    ];
}

function checkSetting(
    graph: ResourceGraph,
    { resource, subnets }: Host,
    endpoint: Endpoint,
    setting: AppGroups,
): Finding[] {
    const { admits, why } = admitsHttps(graph, endpoint, setting, subnets);
    if (admits === true) {
        return [];
    }
    const who = `${label(resource)} (${setting.path})`;
    const isCertain =
        typeof endpoint.serviceName === "string" &&
        typeof endpoint.type === "string" &&
        endpoint.vpc.undecided === undefined;
    if (isUnknown(admits) || !isCertain) {
        const reason = isUnknown(admits) ? why : `its service, type or VPC is not known yet, and ${why}`;
        return [
            undecided(
                endpoint.resource,
                `whether ${who} needs it and is admitted on TCP 443 is not decided: ${reason}.`,
            ),
        ];
    }
    return [
        violation(
            endpoint.resource,
            `admits no TCP 443 from ${who}: ${why}. Add an ingress rule for one of its groups.`,
        ),
    ];
}
