import { serviceNamed } from "../../../policy-pack/facts";
import type { GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { networkOf, privateZonesOf } from "../../../policy-pack/graph/network";
import type { Part } from "../../proofs/accounts/parts";

/** Characters of a line before it is continued in the next. */
const WIDTH = 44;

/** What stands in a VPC, one statement a line; long lists are broken. */
export function vpcLines(graph: ResourceGraph, { kind, resources }: Part, vpc: GraphResource): string[] {
    const network = networkOf(graph);
    const own = network.endpoints.filter((endpoint) => endpoint.vpc.found.includes(vpc));
    const named = (type: string): string[] =>
        own
            .filter((endpoint) => endpoint.type === type)
            .map(({ serviceName }) => nameOf(serviceName))
            .sort();
    const interfaces = named("Interface");
    const gateways = named("Gateway");
    const zones = privateZonesOf(graph).filter(({ vpcs }) => vpcs.some((each) => each.vpc === vpc));
    const count = (type: string): number => resources.filter((each) => each.type === type).length;
    const firewalls = count("aws:networkfirewall/firewall:Firewall");
    const profiles = count("aws:sagemaker/userProfile:UserProfile");
    return [
        ...(count("aws:sagemaker/domain:Domain") > 0 ? [`Studio domain, ${plural(profiles, "profile")}`] : []),
        ...(kind === "access" ? ["presign function, private API, directory"] : []),
        ...(firewalls > 0 ? ["firewall, then NAT, in each zone"] : []),
        ...(interfaces.length > 0
            ? broken(`${plural(interfaces.length, "interface endpoint")}: ${interfaces.join(", ")}`)
            : []),
        ...(gateways.length > 0
            ? [`gateway ${gateways.length === 1 ? "endpoint" : "endpoints"}: ${gateways.join(", ")}`]
            : []),
        ...(zones.length > 0
            ? [`${plural(zones.length, "private zone")} ${kind === "hub" ? "with the endpoints' names" : "of the hub"}`]
            : []),
    ];
}

function nameOf(serviceName: unknown): string {
    return typeof serviceName === "string" ? (serviceNamed(serviceName)?.key ?? serviceName) : "not known";
}

function plural(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function broken(text: string): string[] {
    const lines: string[] = [];
    for (const word of text.split(" ")) {
        const last = lines.at(-1);
        if (last === undefined || last.length + word.length + 1 > WIDTH) {
            lines.push(word);
        } else {
            lines[lines.length - 1] = `${last} ${word}`;
        }
    }
    return lines;
}
