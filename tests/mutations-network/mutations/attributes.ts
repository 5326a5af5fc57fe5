import { readPath } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { changed, type Mutation, named, ofType, type Resources, shortened } from "../edit";

/** Properties that open or deafen a network, by type. */
const ATTRIBUTES: readonly (readonly [type: string, path: string, value: unknown])[] = [
    [tokens.VPC, "enableDnsSupport", false],
    [tokens.VPC, "enableDnsHostnames", false],
    [tokens.SUBNET, "mapPublicIpOnLaunch", true],
    [tokens.ENDPOINT, "privateDnsEnabled", false],
    [tokens.ENDPOINT, "securityGroupIds", []],
    [tokens.ENDPOINT, "subnetIds", []],
    [tokens.NAT_GATEWAY, "connectivityType", "private"],
    [tokens.INTERNET_GATEWAY, "vpcId", undefined],
    [tokens.INGRESS_RULE, "ipProtocol", "-1"],
    [tokens.INGRESS_RULE, "cidrIpv4", "0.0.0.0/0"],
    [tokens.EGRESS_RULE, "ipProtocol", "-1"],
    ["aws:ec2/flowLog:FlowLog", "trafficType", "REJECT"],
];

/** The network with one property of one resource opened or shut, or one element taken from its lists. */
export function attributes(resources: Resources): Mutation[] {
    return [...settings(resources), ...shorterLists(resources)];
}

/** Lists of references: the list, where in an element the reference stands, and what it is to. */
const LISTS: readonly (readonly [type: string, path: string, of: string, to: string])[] = [
    [tokens.ENDPOINT, "routeTableIds", "", tokens.ROUTE_TABLE],
    [tokens.ENDPOINT, "securityGroupIds", "", tokens.SECURITY_GROUP],
    [tokens.FIREWALL, "subnetMappings", "subnetId", tokens.SUBNET],
    [tokens.FIREWALL_POLICY, "firewallPolicy.statefulRuleGroupReferences", "resourceArn", tokens.FIREWALL_RULE_GROUP],
];

function shorterLists(resources: Resources): Mutation[] {
    return LISTS.flatMap(([type, path, of, to]) =>
        ofType(resources, type)
            .filter((resource) => Array.isArray(readPath(resource.props, path)))
            .flatMap((resource) =>
                named(resources, resource, path, to).map((removed) => ({
                    name: `take ${removed.name} from ${path} of ${type.split(":").at(-1)} ${resource.name}`,
                    apply: (all: Resources) => shortened(all, resource, path, of, removed),
                    names: [removed.name, resource.name],
                })),
            ),
    );
}

/** A property that is not set stays so. */
function settings(resources: Resources): Mutation[] {
    return ATTRIBUTES.flatMap(([type, path, value]) =>
        ofType(resources, type)
            .filter(
                ({ props }) =>
                    value === true || path === "connectivityType" || props[path.split(".")[0] ?? ""] !== undefined,
            )
            .filter(({ props }) => !(path === "privateDnsEnabled" && props.vpcEndpointType === "Gateway"))
            .map((resource) => ({
                name: `set ${path} of ${type.split(":").at(-1)} ${resource.name} to ${JSON.stringify(value)}`,
                apply: (all: Resources) => changed(all, resource, path, value),
                names: [resource.name],
            })),
    );
}
