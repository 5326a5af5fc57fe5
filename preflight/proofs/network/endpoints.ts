import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import type { Endpoint, Network, Subnet } from "../../../policy-pack/graph/network";
import { type Proof, type ProofVerdict, worst } from "../proof";
import { type Admission, groupsAdmit } from "./admits";
import type { Workload } from "./workloads";

const HTTPS = 443;

interface Finding {
    readonly verdict: ProofVerdict;
    readonly text: string;
    readonly fix?: string;
}

/** For one service: every workload reaches it on 443 from each of its subnets, and by its usual name. */
export function endpointProof(
    graph: ResourceGraph,
    network: Network,
    vpc: GraphResource,
    service: ServiceKey,
    region: string,
    workloads: readonly Workload[],
): Proof {
    const { type, serviceName, privateDnsNames } = ENDPOINT_SERVICES[service];
    const name = serviceName(region);
    const endpoint = network.endpoints.find(
        (candidate) => candidate.serviceName === name && candidate.vpc.found.includes(vpc),
    );
    const findings =
        endpoint === undefined
            ? [missing(name, vpc)]
            : type === "Gateway"
              ? gateway(network, endpoint, workloads)
              : [...interfaceNames(endpoint, vpc, privateDnsNames(region)), ...reach(network, endpoint, workloads)];
    return toProof(`network.endpoint.${service}`, `${name} is reachable on 443 and by name`, findings, graph);
}

function missing(name: string, vpc: GraphResource): Finding {
    return {
        verdict: "broken",
        text: `VPC ${vpc.name} has no endpoint for ${name}`,
        fix: `Add a VPC endpoint for ${name}.`,
    };
}

/** A gateway works by routes: each workload subnet's table must be associated, and the groups must let it out. */
function gateway(network: Network, endpoint: Endpoint, workloads: readonly Workload[]): Finding[] {
    const { prefixListId } = endpoint.resource.props;
    const lists = typeof prefixListId === "string" ? [prefixListId] : [];
    return workloads.flatMap((workload) => [
        ...workload.subnets.map((subnet): Finding => routed(endpoint, subnet)),
        finding(
            groupsAdmit(network, workload.groups, "egress", HTTPS, { groups: [], ranges: [], prefixLists: lists }),
            `${workload.name}: egress of ${names(workload.groups)} to the prefix list of ${endpoint.resource.name}`,
            `Let ${names(workload.groups)} out on 443 to the endpoint's prefix list.`,
        ),
    ]);
}

function routed(endpoint: Endpoint, subnet: Subnet): Finding {
    const where = `subnet ${subnet.resource.name}`;
    if (!subnet.table.decided) {
        return { verdict: "not proven", text: `${where}: its route table is not decided (${subnet.table.why})` };
    }
    const { table } = subnet.table;
    if (endpoint.tables.tables.includes(table)) {
        return {
            verdict: "holds",
            text: `${where}: route table ${table.name} has the route of ${endpoint.resource.name}`,
        };
    }
    const why = endpoint.tables.undecided[0];
    return why === undefined
        ? {
              verdict: "broken",
              text: `${where}: route table ${table.name} is not associated with ${endpoint.resource.name}`,
              fix: `Associate route table ${table.name} with ${endpoint.resource.name}.`,
          }
        : { verdict: "not proven", text: `${where}: ${why}` };
}

function interfaceNames(endpoint: Endpoint, vpc: GraphResource, hosts: readonly string[]): Finding[] {
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
    if (endpoint.subnets.found.length === 0) {
        const why = endpoint.subnets.undecided[0];
        findings.push(
            why === undefined
                ? {
                      verdict: "broken",
                      text: `${resource.name} stands in no subnet`,
                      fix: `Give ${resource.name} a subnet in each zone.`,
                  }
                : { verdict: "not proven", text: `${resource.name}: ${why}` },
        );
    }
    return findings;
}

/** Both ends must agree: a group of the endpoint lets the workload in, a group of the workload lets it out. */
function reach(network: Network, endpoint: Endpoint, workloads: readonly Workload[]): Finding[] {
    const { resource, groups, subnets } = endpoint;
    const uncertain = groups.undecided.length > 0;
    return workloads.flatMap((workload) => {
        const inwards = groupsAdmit(network, groups.found, "ingress", HTTPS, {
            groups: workload.groups,
            ranges: ranges(workload.subnets.map((subnet) => subnet.resource)),
            prefixLists: [],
        });
        const outwards = groupsAdmit(network, workload.groups, "egress", HTTPS, {
            groups: groups.found,
            ranges: ranges(subnets.found),
            prefixLists: [],
        });
        return [
            finding(
                inwards === "no" && uncertain ? "maybe" : inwards,
                `${workload.name}: ingress on 443 of ${names(groups.found)} at ${resource.name}`,
                `Admit ${names(workload.groups)} on 443 in a group of ${resource.name}.`,
            ),
            finding(
                outwards === "no" && uncertain ? "maybe" : outwards,
                `${workload.name}: egress on 443 of ${names(workload.groups)} to ${resource.name}`,
                `Let ${names(workload.groups)} out on 443 to ${names(groups.found)}.`,
            ),
        ];
    });
}

function finding(admission: Admission, text: string, fix: string): Finding {
    switch (admission) {
        case "yes":
            return { verdict: "holds", text };
        case "no":
            return { verdict: "broken", text: `${text}: not admitted`, fix };
        case "maybe":
            return { verdict: "not proven", text: `${text}: rules not known yet` };
    }
}

function toProof(id: string, claim: string, findings: readonly Finding[], graph: ResourceGraph): Proof {
    const acls = graph.resources.filter(({ type }) => /^aws:ec2\/(defaultN|n)etworkAcl(Rule)?:/.test(type));
    const all: Finding[] = [
        ...findings,
        ...acls.map((acl): Finding => ({
            verdict: "not proven",
            text: `network ACL ${acl.name} is not read by this proof`,
            fix: "Use security groups; a network ACL of your own makes reachability undecided.",
        })),
    ];
    const verdict = worst(all.map((each) => each.verdict));
    const telling = all.filter((each) => each.verdict === verdict);
    const fixes = [...new Set(telling.map(({ fix }) => fix).filter((fix) => fix !== undefined))];
    return {
        id,
        claim,
        verdict,
        evidence: [...new Set(telling.map(({ text }) => text))],
        ...(verdict === "holds" ? {} : { fix: fixes.join(" ") || "Decided once the ids named above are known." }),
    };
}

function ranges(subnets: readonly GraphResource[]): string[] {
    return subnets.map(({ props }) => props.cidrBlock).filter((range) => typeof range === "string");
}

function names(resources: readonly GraphResource[]): string {
    return resources.length === 0 ? "(no group)" : resources.map(({ name }) => name).join(", ");
}
