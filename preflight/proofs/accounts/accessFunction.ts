import { ENDPOINT_SERVICES, serviceHost, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown, resolveMany, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { dnsFirewallOf } from "../network/dnsRules";
import { hostsOf, resolved } from "../network/endpointNames";
import { type Finding, toProof, unproven } from "../network/findings";
import { groupsAdmit } from "../network/admits";
import { hubNames, hubReach } from "../network/hubEndpoints";
import { endpointFor } from "../network/services";
import type { Workload } from "../network/workloads";
import type { Proof } from "../proof";
import { routerOf } from "../routing/routers";
import { functionRights } from "./functionRights";
import type { AccountsIntent } from "./intent";
import { partsOf } from "./parts";

const FUNCTION = "aws:lambda/function:Function";

/** What the presign function calls through the hub: it takes on a role, and asks for the link. */
const THROUGH_HUB: readonly ServiceKey[] = ["sts", "sagemaker.api"];

/**
 * Shows that the function that makes links works and does nothing else: it reaches its table, STS and the SageMaker API and
 * no other address, and neither it nor the functions beside it have rights beyond that.
 */
export function accessFunction(graph: ResourceGraph, intent: AccountsIntent): Proof {
    const { access, hub } = partsOf(graph);
    const functions = access?.resources.filter(({ type }) => type === FUNCTION) ?? [];
    const [presign, ...more] = functions.filter(({ props }) => props.vpcConfig !== undefined);
    const [vpc] = access?.vpcs ?? [];
    const [hubVpc] = hub?.vpcs ?? [];
    if (presign === undefined || more.length > 0 || vpc === undefined || hubVpc === undefined) {
        const text = "the access service has no single function in its VPC, or there is no hub";
        return proof([
            {
                verdict: "broken",
                text,
                fix: "Put the presign function, and it alone, into the VPC of the access service.",
            },
        ]);
    }
    const workload = workloadOf(graph, presign);
    return proof([
        ...THROUGH_HUB.flatMap((service) =>
            throughHub(graph, service, { vpc, hubVpc, workload, region: intent.region }),
        ),
        ...table(graph, vpc, workload, intent.region),
        ...nothingElse(graph, workload),
        ...functionRights(graph, intent, presign, functions),
    ]);
}

function proof(findings: readonly Finding[]): Proof {
    return toProof(
        "access.function",
        "The presign function reaches its table, STS and the SageMaker API, and may do nothing else",
        findings,
    );
}

/** The presign function as something that runs in a VPC; undefined without one. */
export function presignWorkload(graph: ResourceGraph): Workload | undefined {
    const { access } = partsOf(graph);
    const presign = access?.resources.find(({ props, type }) => type === FUNCTION && props.vpcConfig !== undefined);
    return presign === undefined ? undefined : workloadOf(graph, presign);
}

function workloadOf(graph: ResourceGraph, presign: GraphResource): Workload {
    const { network } = routerOf(graph);
    const places = resolveMany(graph, presign, "vpcConfig.subnetIds", [tokens.SUBNET]);
    const groups = resolveMany(graph, presign, "vpcConfig.securityGroupIds", [tokens.SECURITY_GROUP]);
    return {
        name: "presign function",
        subnets: places.found
            // Both lists hang on the one property vpcConfig: while ids are unknown its dependencies name all of them.
            .map((subnet) => network.subnet(subnet))
            .filter((subnet) => subnet !== undefined),
        groups: groups.found,
        externalGroups: [...groups.external],
        undecided:
            places.found.length === 0 || groups.found.length === 0
                ? [unproven(`the network of ${presign.name} is not known`)]
                : [],
    };
}

interface Way {
    readonly vpc: GraphResource;
    readonly hubVpc: GraphResource;
    readonly workload: Workload;
    readonly region: string;
}

function throughHub(graph: ResourceGraph, service: ServiceKey, { vpc, hubVpc, workload, region }: Way): Finding[] {
    const { network } = routerOf(graph);
    const { endpoint, open } = endpointFor(network, hubVpc, service, region);
    if (endpoint === undefined) {
        const name = ENDPOINT_SERVICES[service].serviceName(region);
        return open.length > 0
            ? open.map(unproven)
            : [{ verdict: "broken", text: `the hub has no endpoint for ${name}`, fix: `Add it to ${hubVpc.name}.` }];
    }
    const hosts = hostsOf(service, region);
    return [
        ...hubNames(graph, endpoint, vpc, hosts),
        ...resolved(dnsFirewallOf(graph, vpc), hosts),
        ...hubReach(graph, endpoint, hubVpc, vpc, workload),
    ];
}

/** DynamoDB comes by a gateway endpoint of the function's own tables. */
function table(graph: ResourceGraph, vpc: GraphResource, { groups, subnets }: Workload, region: string): Finding[] {
    const { network } = routerOf(graph);
    const { endpoint, open } = endpointFor(network, vpc, "dynamodb", region);
    if (endpoint === undefined) {
        return open.length > 0
            ? open.map(unproven)
            : [
                  {
                      verdict: "broken",
                      text: `VPC ${vpc.name} has no endpoint for DynamoDB`,
                      fix: "Add the gateway endpoint.",
                  },
              ];
    }
    const off = subnets.filter(
        (subnet) => !(subnet.table.decided && endpoint.tables.tables.includes(subnet.table.table)),
    );
    const open443 = groupsAdmit(network, groups, "egress", 443, {
        groups: [],
        ranges: ["0.0.0.0/0"],
        gateway: endpoint,
    });
    return [
        ...off.map(({ resource }): Finding =>
            endpoint.tables.undecided.length > 0
                ? unproven(`subnet ${resource.name}: ${endpoint.tables.undecided[0]}`)
                : {
                      verdict: "broken",
                      text: `subnet ${resource.name}: its table has no route of ${endpoint.resource.name}`,
                      fix: `Associate the table of ${resource.name} with ${endpoint.resource.name}.`,
                  },
        ),
        open443 === "yes"
            ? { verdict: "holds", text: `the group lets out to ${endpoint.resource.name}` }
            : open443 === "maybe"
              ? unproven(`whether the group lets out to ${endpoint.resource.name} is not known`)
              : {
                    verdict: "broken",
                    text: `no group of the function lets out to ${endpoint.resource.name}`,
                    fix: "Let it out on 443 to the prefix list.",
                },
        ...resolved(dnsFirewallOf(graph, vpc), [serviceHost("dynamodb", region)]),
    ];
}

/** Whatever the routes lead to, the group lets out to the endpoints alone; and nobody in. */
function nothingElse(graph: ResourceGraph, { groups }: Workload): Finding[] {
    const { network } = routerOf(graph);
    const { hub } = partsOf(graph);
    const endpointRanges = network.endpoints
        .filter(({ vpc }) => vpc.found.some((each) => hub?.vpcs.includes(each) === true))
        .flatMap(({ resource }) => network.subnetsOf(resource).map(({ cidr }) => cidr));
    const models = groups.flatMap((group) => network.securityGroup(group) ?? []);
    return models.flatMap(({ egress, ingress, resource, undecided }) => [
        ...undecided.map(unproven),
        ...ingress.map(({ resource: rule }): Finding => ({
            verdict: "broken",
            text: `rule ${rule.name} lets somebody into ${resource.name}; a function is called through Lambda alone`,
            fix: `Remove rule ${rule.name}.`,
        })),
        ...egress.flatMap(({ fromPort, peer, protocol, resource: rule, toPort }): Finding[] => {
            const toEndpoints =
                peer.kind === "prefix-list" || (peer.kind === "ipv4" && endpointRanges.includes(peer.cidr));
            const https = protocol === "tcp" && fromPort === 443 && toPort === 443;
            if (toEndpoints && https) {
                return [];
            }
            return peer.kind === "unknown" || [fromPort, protocol, toPort].some(isUnknown)
                ? [unproven(`rule ${rule.name} of ${resource.name} is not known`)]
                : [
                      {
                          verdict: "broken",
                          text: `rule ${rule.name} of ${resource.name} lets out to more than 443 of the hub's endpoints`,
                          fix: `Narrow rule ${rule.name} to 443 of one endpoint subnet.`,
                      },
                  ];
        }),
    ]);
}
