import { EITHER_TYPE, ENDPOINT_SERVICES, serviceNamed } from "../../facts";
import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { isNamedByZones, networkTokens } from "../../graph/topology";
import { type Finding, nist, stackPolicy } from "../definition";
import { shown, undecided, violation } from "../findings";
import { repair } from "../remediation";

interface PrivateDnsConfig extends Record<string, unknown> {
    readonly servicesWithPrivateZones: readonly string[];
}

/** Services of other companies: whether they have a name at all is theirs to decide. */
const FOREIGN_SERVICE = /\.vpce\.|\.vpce-svc-/;

/**
 * P39: without private names, SDKs resolve the public address and calls leave the VPC, or hang where nothing leaves.
 *
 * A stack policy, because private hosted zones may name the endpoint in the place of its own private DNS, as those of a
 * hub do for many VPCs. AWS refuses both at once in one VPC, so an explicit false of an endpoint is not repaired.
 */
export const endpointPrivateDns = stackPolicy<PrivateDnsConfig>({
    id: "P39",
    name: "vpc-endpoint-private-dns-enabled",
    title: "Interface endpoints answer to the service's own name",
    description:
        "The interface endpoint must have private DNS on, or private hosted zones for its names, so that the service's own name leads to it.",
    why: "SDKs ask for the service's public name. Without a private answer the call leaves the VPC past the endpoint's policy, or hangs where nothing may leave.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: ["aws-docs:privatelink-private-dns"],
    remediationSteps:
        "Set privateDnsEnabled: true on the endpoint. A hub's endpoints need a private hosted zone with an alias for each name; for zones of another stack, name the service in servicesWithPrivateZones.",
    url: "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
    config: {
        properties: {
            servicesWithPrivateZones: {
                type: "array",
                items: { type: "string", minLength: 1 },
                description: "service names whose endpoints are named by private hosted zones instead",
            },
        },
        defaults: { servicesWithPrivateZones: [] },
    },
    scope: "sagemaker",
    subjects: [networkTokens.ENDPOINT, networkTokens.ENDPOINT_PRIVATE_DNS],
    checkStack: (graph, { servicesWithPrivateZones }) =>
        graph
            .ofType(networkTokens.ENDPOINT, networkTokens.ENDPOINT_PRIVATE_DNS)
            .flatMap((resource) => check(graph, resource, servicesWithPrivateZones)),
    remediate(props, { servicesWithPrivateZones }) {
        const isKnown = typeof props.vpcEndpointType === "string" && typeof props.serviceName === "string";
        // Neither property is one of a separate EndpointPrivateDns.
        const isSeparate = !("vpcEndpointType" in props) && !("serviceName" in props);
        if (isSeparate) {
            return repair(props, "privateDnsEnabled", (value) => value !== true, true);
        }
        return (
            isKnown &&
            hasOwnName(props, servicesWithPrivateZones) &&
            repair(props, "privateDnsEnabled", (value) => value === undefined || value === null, true)
        );
    },
});

function check(graph: ResourceGraph, resource: GraphResource, withZones: readonly string[]): Finding[] {
    const enabled = resource.props.privateDnsEnabled ?? undefined;
    if (enabled === true || (isEndpoint(resource) && !hasOwnName(resource.props, withZones))) {
        return [];
    }
    if (isEndpoint(resource) && enabled === false && isNamedByZones(graph, resource, namesOf(resource))) {
        return [];
    }
    const type = resource.props.vpcEndpointType;
    const unread = [
        ...(isEndpoint(resource) && isUnknown(type) ? ["vpcEndpointType"] : []),
        ...(isEndpoint(resource) && isUnknown(resource.props.serviceName) ? ["serviceName"] : []),
        ...(isUnknown(enabled) ? ["privateDnsEnabled"] : []),
    ];
    if (unread.length > 0) {
        const list = unread.join(" and ");
        return [undecided(resource, `${list} not known yet; an interface endpoint must have privateDnsEnabled true.`)];
    }
    const found = enabled === undefined ? "not set, which means false" : shown(enabled);
    return [violation(resource, `privateDnsEnabled is ${found}. Set it to true.`)];
}

/** Names private DNS would answer to; none where the catalogue does not know the service. */
function namesOf({ props: { serviceName } }: GraphResource): readonly string[] {
    const service = typeof serviceName === "string" ? serviceNamed(serviceName) : undefined;
    return service === undefined ? [] : ENDPOINT_SERVICES[service.key].privateDnsNames(service.region);
}

function isEndpoint({ type }: GraphResource): boolean {
    return type === networkTokens.ENDPOINT;
}

/** Whether private DNS is a question at all: interface endpoints of services that have names. Unknown counts as yes. */
function hasOwnName(props: Readonly<Record<string, unknown>>, withZones: readonly string[]): boolean {
    const { vpcEndpointType: type, serviceName } = props;
    if (type !== "Interface" && !isUnknown(type)) {
        return false;
    }
    if (typeof serviceName !== "string") {
        return true;
    }
    const service = serviceNamed(serviceName);
    if (service !== undefined && EITHER_TYPE.includes(service.key)) {
        // The gateway endpoint serves the VPC by routes; the interface beside it is for networks outside.
        return false;
    }
    const hasNames = service === undefined || ENDPOINT_SERVICES[service.key].privateDnsNames(service.region).length > 0;
    return hasNames && !FOREIGN_SERVICE.test(serviceName) && !withZones.includes(serviceName);
}
