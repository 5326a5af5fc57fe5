import { type GraphResource, isUnknown, readPath } from "../../graph";
import type { Finding } from "../definition";
import { undecided, violation } from "../findings";
import { takesFrom } from "../dependencies";

/** The two lists of a VPC configuration, and whose ids they hold. */
const LISTS = [
    {
        name: "subnets",
        one: "subnet",
        types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet", "aws-native:ec2:Subnet"],
    },
    {
        name: "securityGroupIds",
        one: "security group",
        types: [
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            "aws-native:ec2:SecurityGroup",
        ],
    },
] as const;

/**
 * What is missing in a VPC configuration: each list is judged by itself. A list that is not known yet counts as filled
 * when the property takes something from a subnet, or a security group, of the same stack.
 */
export function missingNetwork(resource: GraphResource, path: string): Finding[] {
    return LISTS.flatMap(({ name, one, types }) => {
        const list = `${path}.${name}`;
        const ids = readPath(resource.props, list);
        if (isUnknown(ids)) {
            return takesFrom(resource, list, types)
                ? []
                : [undecided(resource, `${list} is not known yet; it must name at least one ${one}.`)];
        }
        return Array.isArray(ids) && ids.length > 0
            ? []
            : [violation(resource, `${list} is ${ids === undefined ? "not set" : "empty"}. Name at least one ${one}.`)];
    });
}
