import type { VpcEndpoint } from "@aws-sdk/client-ec2";

import type { EndpointFacts, FirewallEndpointFacts } from "../../preflight/facts";
import { by, ids } from "./order";

/**
 * Tags that Network Firewall puts on its endpoints. Source: AWS's service-linked role policy of Network Firewall, and
 * the tags that programs look such endpoints up by.
 */
const MANAGED = "AWSNetworkFirewallManaged";
const FIREWALL = "Firewall";

/** Endpoints that work, without those of network firewalls. */
export function endpointFacts(endpoints: readonly VpcEndpoint[]): EndpointFacts[] {
    return endpoints
        .filter((endpoint) => isAvailable(endpoint) && firewallOf(endpoint) === undefined)
        .map((endpoint) => ({
            id: endpoint.VpcEndpointId ?? "",
            // A type this version does not know is told when the facts are checked.
            type: endpoint.VpcEndpointType as EndpointFacts["type"],
            serviceName: endpoint.ServiceName ?? "",
            privateDns: endpoint.PrivateDnsEnabled === true,
            subnetIds: ids(endpoint.SubnetIds ?? []),
            groupIds: ids((endpoint.Groups ?? []).map(({ GroupId }) => GroupId)),
            routeTableIds: ids(endpoint.RouteTableIds ?? []),
            policy: policyOf(endpoint),
        }))
        .sort(by(({ id }) => id));
}

/** Endpoints of network firewalls, each in its one subnet. */
export function firewallEndpointFacts(endpoints: readonly VpcEndpoint[]): FirewallEndpointFacts[] {
    return endpoints
        .filter(isAvailable)
        .flatMap((endpoint) => {
            const firewallArn = firewallOf(endpoint);
            return firewallArn === undefined
                ? []
                : [{ id: endpoint.VpcEndpointId ?? "", subnetId: endpoint.SubnetIds?.[0] ?? "", firewallArn }];
        })
        .sort(by(({ id }) => id));
}

/** EC2 answers states in lower case, its documentation has them capitalised. */
function isAvailable({ State }: VpcEndpoint): boolean {
    return State?.toLowerCase() === "available";
}

function firewallOf({ VpcEndpointType, Tags = [] }: VpcEndpoint): string | undefined {
    const tag = (key: string): string | undefined => Tags.find(({ Key }) => Key === key)?.Value;
    return VpcEndpointType === "GatewayLoadBalancer" && tag(MANAGED) === "true" ? tag(FIREWALL) : undefined;
}

/** Null where there is none, and where it cannot be read: that reads as AWS's default, which lets everything pass. */
function policyOf({ PolicyDocument }: VpcEndpoint): EndpointFacts["policy"] {
    try {
        const document: unknown = JSON.parse(PolicyDocument ?? "null");
        return typeof document === "object" && !Array.isArray(document) ? (document as EndpointFacts["policy"]) : null;
    } catch {
        return null;
    }
}
