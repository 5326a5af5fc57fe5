import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../policy-pack/graph";
import { networkTokens } from "../../policy-pack/graph/network";
import type { PriceKey } from "./priceKeys";

/** How many of one thing one resource makes; `undefined` where that cannot be read yet. */
export interface Counted {
    readonly resource: GraphResource;
    readonly key: PriceKey;
    readonly count: number | undefined;
}

type Count = (graph: ResourceGraph, resource: GraphResource) => number | undefined;

const RULE = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
const RULE_GROUP = "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup";

const one: Count = () => 1;
const lengthOf =
    (property: string): Count =>
    (_, { props }) =>
        listLength(props[property]);

/** Resource types with a fixed price, and what is counted of each. A type may be charged for more than one thing. */
const METERS: readonly { readonly type: string; readonly key: PriceKey; readonly count: Count }[] = [
    { type: networkTokens.ENDPOINT, key: "interfaceEndpoint", count: zonesOfEndpoint },
    { type: networkTokens.NAT_GATEWAY, key: "natGateway", count: one },
    { type: "aws:ec2/eip:Eip", key: "publicIpv4", count: one },
    { type: networkTokens.FIREWALL, key: "firewallEndpoint", count: lengthOf("subnetMappings") },
    { type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment", key: "transitGatewayAttachment", count: one },
    { type: "aws:route53/resolverEndpoint:ResolverEndpoint", key: "resolverInterface", count: lengthOf("ipAddresses") },
    {
        type: "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
        key: "dnsFirewallDomain",
        count: lengthOf("domains"),
    },
    {
        type: "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation",
        key: "dnsFirewallAdvanced",
        count: advancedRules,
    },
    { type: "aws:route53/zone:Zone", key: "hostedZone", count: one },
    { type: "aws:kms/key:Key", key: "kmsKey", count: one },
    { type: "aws:kms/replicaKey:ReplicaKey", key: "kmsKey", count: one },
    { type: "aws:secretsmanager/secret:Secret", key: "secret", count: one },
];

/** Everything the stack pays for by having it. What stands already, made by somebody else, costs this stack nothing. */
export function countsOf(graph: ResourceGraph): readonly Counted[] {
    return METERS.flatMap(({ type, key, count }) =>
        graph
            .ofType(type)
            .filter(isMadeHere)
            .map((resource) => ({ resource, key, count: count(graph, resource) })),
    ).filter(({ count }) => count !== 0);
}

/** Resources of a facts file stand under a stack of their own; those the program only reads are marked external. */
function isMadeHere(resource: GraphResource): boolean {
    return !resource.urn.startsWith("urn:pulumi:facts::") && !("external" in resource && resource.external === true);
}

/** An interface endpoint is charged in each zone it has a subnet in; a gateway endpoint is free. */
function zonesOfEndpoint(graph: ResourceGraph, endpoint: GraphResource): number | undefined {
    const type = readPath(endpoint.props, "vpcEndpointType");
    if (isUnknown(type)) {
        return undefined;
    }
    if (type === undefined || type === "Gateway") {
        return 0;
    }
    const listed = endpoint.props.subnetIds ?? endpoint.props.subnetConfigurations;
    const separate = graph.referrers(networkTokens.ENDPOINT_SUBNET, "vpcEndpointId", endpoint).length;
    const own = listed === undefined ? 0 : listLength(listed);
    return own === undefined ? undefined : own + separate;
}

/** One rule of DNS Firewall Advanced makes the whole rule group advanced, charged for each VPC it is associated with. */
function advancedRules(graph: ResourceGraph, association: GraphResource): number | undefined {
    const groups = graph.refs(association, "firewallRuleGroupId", [RULE_GROUP]);
    const rules = groups.found.flatMap((group) => graph.referrers(RULE, "firewallRuleGroupId", group));
    const protections = rules.map(({ props }) => props.dnsThreatProtection);
    if (protections.some((protection) => typeof protection === "string" && protection !== "")) {
        return 1;
    }
    // A rule group made elsewhere has rules nobody can see here.
    const readable = groups.found.length > 0 && !groups.undecided && !protections.some(isUnknown);
    return readable ? 0 : undefined;
}

function listLength(value: unknown): number | undefined {
    return Array.isArray(value) ? value.length : isUnknown(value) ? undefined : 0;
}
