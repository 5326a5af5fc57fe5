import { ENDPOINT_SERVICES, serviceHost, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown } from "../../../policy-pack/graph";
import type { Endpoint } from "../../../policy-pack/graph/network";
import { type DnsFirewall, resolution } from "./dnsRules";
import { type Finding, unproven } from "./findings";

/** Names that apps ask for. A gateway leaves the service's public names as they are. */
export function hostsOf(service: ServiceKey, region: string): readonly string[] {
    const { type, privateDnsNames } = ENDPOINT_SERVICES[service];
    return type === "Gateway" ? [serviceHost(service, region)] : privateDnsNames(region);
}

/** Names that the DNS Firewall of the VPC keeps back. */
export function resolved(firewall: DnsFirewall, hosts: readonly string[]): Finding[] {
    return hosts.flatMap((host): Finding[] => {
        const { resolves, by } = resolution(firewall, host);
        if (resolves === "yes") {
            return [];
        }
        const where = by === undefined ? "the DNS Firewall" : `rule ${by.name}`;
        return [
            resolves === "no"
                ? {
                      verdict: "broken",
                      text: `${where} blocks ${host}`,
                      fix: `Allow ${host} in a rule before ${by?.name ?? "that one"}.`,
                  }
                : unproven(`whether ${where} lets ${host} resolve is not known`),
        ];
    });
}

/** What keeps private DNS from answering with the addresses of an interface endpoint. */
export function interfaceNames(endpoint: Endpoint, vpc: GraphResource, hosts: readonly string[]): Finding[] {
    const { resource } = endpoint;
    const findings: Finding[] = [];
    const dns = [
        ["privateDnsEnabled", resource, endpoint.privateDns],
        ["enableDnsHostnames", vpc, vpc.props.enableDnsHostnames],
        ["enableDnsSupport", vpc, vpc.props.enableDnsSupport ?? true],
    ] as const;
    for (const [property, owner, value] of dns) {
        if (isUnknown(value)) {
            findings.push({ verdict: "not proven", text: `${owner.name}: ${property} is not known` });
        } else if (value !== true) {
            findings.push({
                verdict: "broken",
                text: `${owner.name}: ${property} is not true, so ${hosts.join(", ")} does not answer with the endpoint`,
                fix: `Set ${property} of ${owner.name} to true.`,
            });
        }
    }
    return findings;
}
