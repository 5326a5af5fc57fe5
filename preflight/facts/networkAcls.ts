import type { GraphResource } from "../../policy-pack/graph";
import { existing } from "./existing";
import type { Facts, NetworkAclFacts } from "./schema";

/** Network ACLs with their entries. */
export function networkAclResources({ vpc, networkAcls }: Facts): GraphResource[] {
    return networkAcls.map((acl) => {
        const { id, subnetIds } = acl;
        const props = { subnetIds, ingress: entries(acl, "ingress"), egress: entries(acl, "egress") };
        return acl.default
            ? existing("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", id, {
                  ...props,
                  defaultNetworkAclId: id,
                  vpcId: vpc.id,
              })
            : existing("aws:ec2/networkAcl:NetworkAcl", id, { ...props, vpcId: vpc.id });
    });
}

function entries(acl: NetworkAclFacts, direction: "ingress" | "egress"): Record<string, unknown>[] {
    return acl.entries
        .filter((entry) => entry.direction === direction)
        .map(({ number, action, protocol, cidr, fromPort, toPort }) => ({
            ruleNo: number,
            action,
            protocol,
            [cidr.includes(":") ? "ipv6CidrBlock" : "cidrBlock"]: cidr,
            // The provider writes 0 where an entry has no ports.
            fromPort: fromPort ?? 0,
            toPort: toPort ?? 0,
        }));
}
