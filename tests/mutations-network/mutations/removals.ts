import type { GraphResource } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { kindOf, type Mutation, ofType, type Resources, target, without } from "../edit";

/** Resources on which others do not stand, with the property that says what they belong to, and its type. */
const PARTS: readonly (readonly [type: string, property: string, owner: string])[] = [
    [tokens.ROUTE, "routeTableId", tokens.ROUTE_TABLE],
    [tokens.ROUTE_TABLE_ASSOCIATION, "subnetId", tokens.SUBNET],
    [tokens.INGRESS_RULE, "securityGroupId", tokens.SECURITY_GROUP],
    [tokens.EGRESS_RULE, "securityGroupId", tokens.SECURITY_GROUP],
    [tokens.DNS_RULE, "firewallRuleGroupId", tokens.DNS_RULE_GROUP],
    [tokens.DNS_ASSOCIATION, "vpcId", tokens.VPC],
    [tokens.DNS_CONFIG, "resourceId", tokens.VPC],
    [tokens.DEFAULT_SECURITY_GROUP, "vpcId", tokens.VPC],
    ["aws:ec2/flowLog:FlowLog", "vpcId", tokens.VPC],
    ["aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation", "resourceId", tokens.VPC],
    ["aws:networkfirewall/loggingConfiguration:LoggingConfiguration", "firewallArn", tokens.FIREWALL],
];

/** The network without one of its parts. */
export function removals(resources: Resources): Mutation[] {
    const parts = PARTS.flatMap(([type, property, owner]) =>
        ofType(resources, type).map((part) => removal(part, [nameOf(resources, part, property, owner)])),
    );
    const endpoints = ofType(resources, tokens.ENDPOINT).map((endpoint) =>
        removal(endpoint, [String(endpoint.props.serviceName)]),
    );
    return [...parts, ...endpoints];
}

function removal(removed: GraphResource, names: readonly string[]): Mutation {
    return {
        name: `remove ${kindOf(removed)} ${removed.name}`,
        apply: (resources) => without(resources, removed),
        names: [removed.name, ...names],
    };
}

/** Name of what a part belongs to: a message cannot name what is not there. */
function nameOf(resources: Resources, part: GraphResource, property: string, owner: string): string {
    return target(resources, part, property, owner)?.name ?? part.name;
}
