import type { InternetGateway, NatGateway, NetworkAcl, RouteTable, Subnet, Vpc } from "@aws-sdk/client-ec2";

import {
    BLACKHOLE,
    type Facts,
    factsSchema,
    type NetworkAclFacts,
    type RouteTableFacts,
    type SubnetFacts,
} from "../../preflight/facts";
import { UserError } from "../open/outputs";
import type { Answers } from "./ask";
import { endpointFacts, firewallEndpointFacts } from "./endpoints";
import { by, ids } from "./order";
import { securityGroupFacts } from "./securityGroups";

/** Number of the entry that AWS adds at the end of a network ACL, one more for IPv6. */
const LAST_ENTRY = 32767;

/**
 * EC2's answers as facts. The same VPC gives the same facts in the same order.
 *
 * @throws UserError when EC2 answered something the file's format has no word for.
 */
export function toFacts(answers: Answers, region: string, now: Date): Facts {
    const { vpc } = answers;
    const endpoints = endpointFacts(answers.endpoints);
    const facts = {
        version: 1,
        collectedAt: now.toISOString(),
        account: vpc.OwnerId,
        region,
        vpc: {
            id: vpc.VpcId,
            cidrs: ranges(vpc),
            dnsSupport: answers.dnsSupport,
            dnsHostnames: answers.dnsHostnames,
        },
        subnets: answers.subnets.map(subnetFacts).sort(by(({ id }) => id)),
        routeTables: answers.routeTables.map(routeTableFacts).sort(by(({ id }) => id)),
        endpoints,
        securityGroups: securityGroupFacts(answers.securityGroups, endpoints),
        networkAcls: answers.networkAcls.map(networkAclFacts).sort(by(({ id }) => id)),
        internetGateways: ids(
            answers.internetGateways.map(({ InternetGatewayId }: InternetGateway) => InternetGatewayId),
        ),
        natGateways: natGatewayFacts(answers.natGateways),
        firewallEndpoints: firewallEndpointFacts(answers.endpoints),
    };
    const checked = factsSchema.safeParse(facts);
    if (!checked.success) {
        const why = checked.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
        throw new UserError(
            ["EC2 answered something this version has no word for; nothing was written:", ...why].join("\n"),
        );
    }
    return checked.data;
}

/** The primary range first, as EC2 has it; the others in order. */
function ranges({ CidrBlock, CidrBlockAssociationSet = [] }: Vpc): string[] {
    const secondary = CidrBlockAssociationSet.filter(({ CidrBlockState }) => CidrBlockState?.State === "associated")
        .map((association) => association.CidrBlock)
        .filter((range) => range !== undefined && range !== CidrBlock);
    return [...ids([CidrBlock]), ...ids(secondary)];
}

function subnetFacts(subnet: Subnet): SubnetFacts {
    return {
        id: subnet.SubnetId ?? "",
        cidr: subnet.CidrBlock ?? "",
        zoneName: subnet.AvailabilityZone ?? "",
        zoneId: subnet.AvailabilityZoneId ?? "",
        mapPublicIp: subnet.MapPublicIpOnLaunch === true,
    };
}

function routeTableFacts({ RouteTableId, Associations = [], Routes = [] }: RouteTable): RouteTableFacts {
    const active = Associations.filter(
        ({ AssociationState }) => (AssociationState?.State ?? "associated") === "associated",
    );
    return {
        id: RouteTableId ?? "",
        main: active.some(({ Main }) => Main === true),
        subnetIds: ids(active.map(({ SubnetId }) => SubnetId)),
        gatewayIds: ids(active.map(({ GatewayId }) => GatewayId)),
        routes: Routes.map((route) => ({
            destination:
                route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? "",
            target: route.State === "blackhole" ? BLACKHOLE : targetOf(route),
        })).sort(by(({ destination }) => destination)),
    };
}

type Route = NonNullable<RouteTable["Routes"]>[number];

/** The one field that is set; an instance is told with the interface that stands for it, which comes first. */
function targetOf(route: Route): string {
    return (
        route.GatewayId ??
        route.EgressOnlyInternetGatewayId ??
        route.NatGatewayId ??
        route.TransitGatewayId ??
        route.VpcPeeringConnectionId ??
        route.NetworkInterfaceId ??
        route.InstanceId ??
        route.CarrierGatewayId ??
        route.LocalGatewayId ??
        route.CoreNetworkArn ??
        route.OdbNetworkArn ??
        "unknown"
    );
}

function networkAclFacts({ NetworkAclId, IsDefault, Associations = [], Entries = [] }: NetworkAcl): NetworkAclFacts {
    return {
        id: NetworkAclId ?? "",
        default: IsDefault === true,
        subnetIds: ids(Associations.map(({ SubnetId }) => SubnetId)),
        entries: Entries.filter(({ RuleNumber = 0 }) => RuleNumber < LAST_ENTRY)
            .map((entry) => ({
                direction: entry.Egress === true ? ("egress" as const) : ("ingress" as const),
                number: entry.RuleNumber ?? 0,
                action: entry.RuleAction === "allow" ? ("allow" as const) : ("deny" as const),
                protocol: entry.Protocol ?? "",
                cidr: entry.CidrBlock ?? entry.Ipv6CidrBlock ?? "",
                fromPort: entry.PortRange?.From ?? null,
                toPort: entry.PortRange?.To ?? null,
            }))
            .sort(by(({ direction, number }) => `${direction} ${String(number).padStart(5, "0")}`)),
    };
}

/** Those that work; one that is being made or deleted is no way out. */
function natGatewayFacts(gateways: readonly NatGateway[]): Facts["natGateways"] {
    return gateways
        .filter(({ State }) => State === "available")
        .map(({ NatGatewayId, SubnetId, ConnectivityType }) => ({
            id: NatGatewayId ?? "",
            subnetId: SubnetId ?? null,
            connectivity: ConnectivityType === "private" ? ("private" as const) : ("public" as const),
        }))
        .sort(by(({ id }) => id));
}
