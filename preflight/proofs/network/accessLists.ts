import { type GraphResource, isUnknown, readPath, resolveMany, type ResourceGraph } from "../../../policy-pack/graph";
import { networkTokens as tokens, type Subnet } from "../../../policy-pack/graph/network";
import type { Finding } from "./findings";

const ACL = /^aws:ec2\/(defaultN|n)etworkAcl:/;
const PART_OF_ACL = /^aws:ec2\/networkAcl(Rule|Association):/;
const DIRECTIONS = ["ingress", "egress"] as const;

/**
 * What stands against any claim that something is reached: a network ACL may be in the way, and its rules are not
 * followed. One that lets everything pass, as AWS makes it with a VPC, or that lies on other subnets only, is not.
 */
export function accessLists(graph: ResourceGraph, subnets: readonly Subnet[]): Finding[] {
    const parts = graph.resources.filter(({ type }) => PART_OF_ACL.test(type));
    const whole = graph.resources
        .filter(({ type }) => ACL.test(type))
        .filter((acl) => parts.length > 0 || !(isOpen(acl) || liesElsewhere(graph, acl, subnets)));
    return [...whole, ...parts].map(({ name }) => ({
        verdict: "not proven",
        text: `network ACL ${name} is not read by this proof`,
        fix: "Use security groups; a network ACL of your own makes reachability undecided.",
    }));
}

/** Whether the first rule for IPv4 lets everything pass, in both directions. */
function isOpen(acl: GraphResource): boolean {
    return DIRECTIONS.every((direction) => {
        const list = readPath(acl.props, direction);
        const rules: readonly unknown[] = Array.isArray(list) ? list : [];
        const numbers = rules.map((rule) => readPath(rule, "ruleNo"));
        if (!numbers.every((number) => typeof number === "number")) {
            return false;
        }
        const ipv4 = rules
            .filter((rule) => readPath(rule, "ipv6CidrBlock") === undefined)
            .sort((one, other) => Number(readPath(one, "ruleNo")) - Number(readPath(other, "ruleNo")));
        return letsAllPass(ipv4[0]);
    });
}

function letsAllPass(rule: unknown): boolean {
    const protocol = readPath(rule, "protocol");
    return (
        String(readPath(rule, "action")).toLowerCase() === "allow" &&
        (protocol === "-1" || protocol === -1 || protocol === "all") &&
        readPath(rule, "cidrBlock") === "0.0.0.0/0"
    );
}

function liesElsewhere(graph: ResourceGraph, acl: GraphResource, subnets: readonly Subnet[]): boolean {
    const list = acl.props.subnetIds;
    if (isUnknown(list) || !Array.isArray(list) || list.length === 0) {
        return false;
    }
    const { found, undecided } = resolveMany(graph, acl, "subnetIds", [tokens.SUBNET]);
    return undecided === undefined && !subnets.some(({ resource }) => found.includes(resource));
}
