import type { IpPermission, SecurityGroup } from "@aws-sdk/client-ec2";

import { DEFAULT_GROUP, type EndpointFacts, type GroupRuleFacts, type SecurityGroupFacts } from "../../preflight/facts";
import { by } from "./order";

/** Groups that decide who reaches an endpoint, and the default one; those of other people's machines are not asked for. */
export function securityGroupFacts(
    groups: readonly SecurityGroup[],
    endpoints: readonly EndpointFacts[],
): SecurityGroupFacts[] {
    const used = new Set(endpoints.flatMap(({ groupIds }) => groupIds));
    return groups
        .map(({ GroupId = "", GroupName = "", IpPermissions = [], IpPermissionsEgress = [] }) => ({
            id: GroupId,
            name: GroupName,
            rules: [...rules("ingress", IpPermissions), ...rules("egress", IpPermissionsEgress)].sort(by(ruleText)),
        }))
        .filter(({ id, name }) => used.has(id) || name === DEFAULT_GROUP)
        .sort(by(({ id }) => id));
}

function rules(direction: GroupRuleFacts["direction"], permissions: readonly IpPermission[]): GroupRuleFacts[] {
    return permissions.flatMap((permission) =>
        peers(permission).map((peer) => ({
            direction,
            protocol: permission.IpProtocol ?? "",
            fromPort: permission.FromPort ?? null,
            toPort: permission.ToPort ?? null,
            peer,
        })),
    );
}

function peers({ IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs }: IpPermission): string[] {
    return [
        ...(IpRanges ?? []).map(({ CidrIp }) => CidrIp),
        ...(Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6),
        ...(PrefixListIds ?? []).map(({ PrefixListId }) => PrefixListId),
        ...(UserIdGroupPairs ?? []).map(({ GroupId }) => GroupId),
    ].filter((peer) => peer !== undefined);
}

function ruleText({ direction, protocol, fromPort, toPort, peer }: GroupRuleFacts): string {
    return [direction, protocol, fromPort, toPort, peer].join(" ");
}
