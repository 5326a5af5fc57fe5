import type { NetworkArgs } from "../../components/network";
import { servicesFor } from "../../policy-pack/facts";
import { PLACE } from "../place";

const ZONES = ["euw1-az1", "euw1-az2"];

/** The same division that `planAddresses` makes of 10.20.0.0/16 for two zones. */
const SUBNETS: NetworkArgs["subnets"] = {
    studio: byZone("10.20.0.0/18", "10.20.128.0/18"),
    endpoint: byZone("10.20.64.0/19", "10.20.192.0/19"),
    firewall: byZone("10.20.96.0/21", "10.20.224.0/21"),
    nat: byZone("10.20.104.0/21", "10.20.232.0/21"),
    transit: byZone("10.20.112.0/21", "10.20.240.0/21"),
};

/** An isolated network for Studio and jobs with clients behind a transit gateway, after the changes. */
export function networkArgs(changes: Partial<NetworkArgs> = {}): NetworkArgs {
    const features = changes.features ?? ["studio", "jobs"];
    return {
        place: PLACE,
        partition: "aws",
        cidr: "10.20.0.0/16",
        subnets: SUBNETS,
        egress: "isolated",
        dns: { allow: [], logRetentionDays: 365 },
        features,
        services: servicesFor(features),
        onlyRoles: {},
        distributedTraining: false,
        clients: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0", resolver: false },
        dataBuckets: ["example-data"],
        flowLogs: { destination: "log-group", retentionDays: 365 },
        logsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
        protect: true,
        protections: false,
        tags: { project: "fixture" },
        ...changes,
    };
}

/** What egress `firewall` needs beside the subnets. */
export const FIREWALL: Pick<NetworkArgs, "egress" | "firewall" | "networkKeyArn"> = {
    egress: "firewall",
    firewall: {
        allow: ["python-packages", ".example.com"],
        timeServers: ["203.0.113.123/32"],
        threatGroups: [],
        logRetentionDays: 365,
    },
    networkKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/network",
};

function byZone(...ranges: string[]): Record<string, string> {
    return Object.fromEntries(ZONES.map((zone, index) => [zone, ranges[index] as string]));
}
