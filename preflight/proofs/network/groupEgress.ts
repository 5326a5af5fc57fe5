import { isUnknown } from "../../../policy-pack/graph";
import type { Network, Rule } from "../../../policy-pack/graph/network";
import { groupsAdmit } from "./admits";
import type { Finding } from "./findings";
import { readRange, relate } from "./ranges";
import type { Workload } from "./workloads";

const HTTPS = 443;

/** Ports that workloads may use on the internet: HTTP, HTTPS. */
const WEB_PORTS = [80, 443];
/** Time of day, to named servers only. */
const NTP_PORT = 123;

/**
 * Whether the groups of the workloads let HTTPS out to the internet, and nothing there but HTTP, HTTPS and time: with a
 * way out, what the groups leave open is open.
 */
export function groupEgress(network: Network, workloads: readonly Workload[]): Finding[] {
    return workloads.flatMap((workload) =>
        workload.undecided.length > 0 ? workload.undecided : [letsOut(network, workload), ...excess(network, workload)],
    );
}

function letsOut(network: Network, { name, groups, externalGroups }: Workload): Finding {
    const names = groups.map((group) => group.name).join(", ");
    const text = `${name}: egress on 443 of ${names === "" ? "(no group)" : names} to the internet`;
    const everywhere = { groups: [], ranges: ["0.0.0.0/0"] };
    switch (groupsAdmit(network, groups, "egress", HTTPS, everywhere)) {
        case "yes":
            return { verdict: "holds", text };
        case "maybe":
            return { verdict: "not proven", text: `${text}: rules not known yet` };
        case "no":
            return externalGroups.length > 0
                ? { verdict: "not proven", text: `${text}: not admitted in this stack` }
                : { verdict: "broken", text: `${text}: not admitted`, fix: `Let ${names} out on 443 to 0.0.0.0/0.` };
    }
}

function excess(network: Network, { name, groups }: Workload): Finding[] {
    const models = groups.map((group) => network.securityGroup(group)).filter((group) => group !== undefined);
    const inside = network.vpcs.flatMap(({ cidrs }) => cidrs);
    return models.flatMap(({ resource, egress }) =>
        egress
            .filter(({ peer }) =>
                peer.kind === "ipv4" ? !inside.some((cidr) => covers(cidr, peer.cidr)) : peer.kind === "ipv6",
            )
            .flatMap((rule): Finding[] => {
                const fits = isWebOrTime(rule);
                if (fits === "yes") {
                    return [];
                }
                const text = `${name}: rule ${rule.resource.name} of ${resource.name}`;
                return [
                    fits === "no"
                        ? {
                              verdict: "broken",
                              text: `${text} lets out more than HTTP, HTTPS and time`,
                              fix: `Narrow rule ${rule.resource.name} to TCP 443.`,
                          }
                        : { verdict: "not proven", text: `${text}: its ports are not known` },
                ];
            }),
    );
}

function covers(one: Parameters<typeof relate>[0], other: string): boolean {
    return relate(one, other) === "covers";
}

function isWebOrTime({ protocol, fromPort, toPort, peer }: Rule): "yes" | "no" | "maybe" {
    if (isUnknown(protocol) || isUnknown(fromPort) || isUnknown(toPort)) {
        return "maybe";
    }
    const onePort = fromPort !== undefined && fromPort === toPort ? fromPort : undefined;
    const isWeb = protocol === "tcp" && onePort !== undefined && WEB_PORTS.includes(onePort);
    const toEverybody = peer.kind !== "ipv4" || readRange(peer.cidr)?.prefix === 0;
    return isWeb || (protocol === "udp" && onePort === NTP_PORT && !toEverybody) ? "yes" : "no";
}
