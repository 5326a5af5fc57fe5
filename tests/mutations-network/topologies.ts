import type { NetworkArgs } from "../../components/network";
import type { NetworkIntent } from "../../preflight/proofs/network";
import { FIREWALL } from "../network/args";
import { recordStack, type Stack } from "../preflight/network/fixture";

export type Egress = NetworkIntent["egress"];

/** One network as it is made, before anything in it is changed. */
export interface Topology {
    readonly egress: Egress;
    readonly intent: Partial<NetworkIntent>;
    readonly args: Partial<NetworkArgs>;
}

const ZONES = ["euw1-az1", "euw1-az2", "euw1-az3"];

/** Three zones for the tiers, in ranges of their own each. */
const THREE_ZONES: NetworkArgs["subnets"] = {
    studio: byZone(0),
    endpoint: byZone(3),
    firewall: byZone(6),
    nat: byZone(9),
    transit: byZone(12),
};

/** What is mutated: each way out, two zones and three, everything the network can make at least once. */
export const TOPOLOGIES: readonly Topology[] = [
    { egress: "isolated", intent: {}, args: { dataBuckets: ["example-data"] } },
    { egress: "nat", intent: {}, args: { egress: "nat" } },
    {
        egress: "firewall",
        intent: { clientsResolve: true },
        args: {
            ...FIREWALL,
            firewall: {
                allow: ["python-packages", ".example.com"],
                timeServers: ["203.0.113.123/32"],
                threatGroups: ["ThreatSignaturesBotnet"],
                logRetentionDays: 365,
            },
            subnets: THREE_ZONES,
            clients: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0", resolver: true },
            distributedTraining: true,
            protections: true,
        },
    },
];

/** Registers the network of a topology, and a domain in it. */
export function recordTopology({ args }: Topology, unknown: boolean): Promise<Stack> {
    return recordStack(unknown, args);
}

function byZone(first: number): Record<string, string> {
    return Object.fromEntries(ZONES.map((zone, index) => [zone, `10.20.${(first + index) * 16}.0/20`]));
}
