import { egressMade } from "../plan";
import type { Problem, SettingPath } from "../problems";
import type { TopValues } from "../schema";
import { isInterface } from "../services";
import type { ServiceKey } from "../../../policy-pack/facts";

type Network = TopValues["network"];
type ExistingVpc = NonNullable<Network["vpc"]>;

/** What `vpc` says of itself and of the way out. Its ranges are the address plan's matter. */
export function existingVpcIsWhole(network: Network): Problem[] {
    const { vpc } = network;
    return vpc === undefined
        ? []
        : [
              ...subnetsAreDistinct(vpc),
              ...tablesAreByZone(network, vpc),
              ...endpointsAreDistinct(vpc),
              ...groupsGivenWhenUsed(vpc),
              ...gatewayGivenWhenUsed(network, vpc),
              ...ownEgressIsOne(network, vpc),
          ];
}

function subnetsAreDistinct({ studio }: ExistingVpc): Problem[] {
    return repeated(
        Object.entries(studio).map(([zone, { subnet }]) => ({
            path: ["network", "vpc", "studio", zone, "subnet"],
            value: subnet,
        })),
    ).map(({ path, value }) => ({
        path,
        found: value,
        rule: "each zone has a studio subnet of its own: a subnet lies in one zone",
        fix: "name the subnet that lies in this zone",
    }));
}

/** Each default route leads to its own zone, so that traffic comes back the way it went. */
function tablesAreByZone(network: Network, { studio }: ExistingVpc): Problem[] {
    const egress = egressMade(network);
    if (egress === "isolated") {
        return [];
    }
    return repeated(
        Object.entries(studio).map(([zone, { routeTable }]) => ({
            path: ["network", "vpc", "studio", zone, "routeTable"],
            value: routeTable,
        })),
    ).map(({ path, value }) => ({
        path,
        found: value,
        rule: `with egress: ${egress} each zone has a route table of its own, whose default route leads out in that zone`,
        fix: "give this zone's subnet a table of its own in the VPC and name it here",
    }));
}

function endpointsAreDistinct({ endpoints }: ExistingVpc): Problem[] {
    return repeated(
        Object.entries(endpoints).map(([key, id]) => ({ path: ["network", "vpc", "endpoints", key], value: id })),
    ).map(({ path, value }) => ({
        path,
        found: value,
        rule: "an endpoint serves one service",
        fix: "name the endpoint of this service, or remove the service to have one made",
    }));
}

function groupsGivenWhenUsed({ endpoints, endpointGroups }: ExistingVpc): Problem[] {
    const interfaces = (Object.keys(endpoints) as ServiceKey[]).filter(isInterface);
    const path = ["network", "vpc", "endpointGroups"];
    if (interfaces.length > 0 && endpointGroups.length === 0) {
        return [
            {
                path,
                found: endpointGroups,
                rule: `Studio reaches the existing endpoint of ${interfaces.join(", ")} only when its security group admits it`,
                fix: "list the security groups of the existing interface endpoints",
            },
        ];
    }
    return interfaces.length === 0 && endpointGroups.length > 0
        ? [
              {
                  path,
                  found: endpointGroups,
                  rule: "endpointGroups count only with an existing interface endpoint in vpc.endpoints",
                  fix: "remove endpointGroups, or name the endpoints they stand on",
              },
          ]
        : [];
}

function gatewayGivenWhenUsed(network: Network, { internetGateway }: ExistingVpc): Problem[] {
    const path = ["network", "vpc", "internetGateway"];
    const egress = egressMade(network);
    if (egress !== "isolated" && internetGateway === undefined) {
        return [
            {
                path,
                found: internetGateway,
                rule: `egress: ${egress} ends at an internet gateway, and a VPC has only one`,
                fix: "name the VPC's internet gateway (igw-…), or set ownEgress true if the VPC has its own way out",
            },
        ];
    }
    return egress === "isolated" && internetGateway !== undefined
        ? [
              {
                  path,
                  found: internetGateway,
                  rule: "internetGateway counts only where this stack makes the way out",
                  fix: "remove internetGateway",
              },
          ]
        : [];
}

function ownEgressIsOne({ egress }: Network, { ownEgress }: ExistingVpc): Problem[] {
    return ownEgress && egress === "isolated"
        ? [
              {
                  path: ["network", "vpc", "ownEgress"],
                  found: true,
                  rule: "a VPC with a way out of its own is not isolated",
                  fix: "say which it is with egress: nat or firewall, or remove ownEgress",
              },
          ]
        : [];
}

interface Placed {
    readonly path: SettingPath;
    readonly value: string;
}

/** Those whose value an earlier one already has. */
function repeated(items: readonly Placed[]): Placed[] {
    return items.filter(({ value }, index) => items.findIndex((other) => other.value === value) < index);
}
