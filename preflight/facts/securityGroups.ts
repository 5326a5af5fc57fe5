import type { GraphResource } from "../../policy-pack/graph";
import { networkTokens as tokens } from "../../policy-pack/graph/network";
import { existing } from "./existing";
import type { Facts, GroupRuleFacts } from "./schema";

/** Name AWS gives the group it makes with a VPC; no other group may have it. */
export const DEFAULT_GROUP = "default";

const ALL_PROTOCOLS = "-1";

/** Security groups, and each of their rules as a resource of its own. */
export function securityGroupResources({ vpc, securityGroups }: Facts): GraphResource[] {
    return securityGroups.flatMap(({ id, name, rules }) => [
        name === DEFAULT_GROUP
            ? existing(tokens.DEFAULT_SECURITY_GROUP, id, { vpcId: vpc.id, name })
            : existing(tokens.SECURITY_GROUP, id, { vpcId: vpc.id, name }),
        ...rules.map((rule) => ruleResource(id, rule)),
    ]);
}

function ruleResource(group: string, rule: GroupRuleFacts): GraphResource {
    const { direction, protocol, fromPort, toPort, peer } = rule;
    const type = direction === "ingress" ? tokens.INGRESS_RULE : tokens.EGRESS_RULE;
    return existing(type, [group, direction, protocol, fromPort, toPort, peer].map((part) => part ?? "all").join("_"), {
        securityGroupId: group,
        ipProtocol: protocol,
        ...(protocol === ALL_PROTOCOLS || fromPort === null ? {} : { fromPort }),
        ...(protocol === ALL_PROTOCOLS || toPort === null ? {} : { toPort }),
        [peerProperty(peer)]: peer,
    });
}

function peerProperty(peer: string): string {
    if (peer.startsWith("sg-")) {
        return "referencedSecurityGroupId";
    }
    if (peer.startsWith("pl-")) {
        return "prefixListId";
    }
    return peer.includes(":") ? "cidrIpv6" : "cidrIpv4";
}
