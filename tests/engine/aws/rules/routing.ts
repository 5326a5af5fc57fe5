import { cidr, cidrContains } from "../../../../policy-pack/net";
import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import type { Stored } from "../store";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";

/** Targets that may take a destination inside the VPC. Source: VPC user guide, "Subnet route tables". */
const MIDDLEBOXES = ["natGatewayId", "networkInterfaceId", "vpcEndpointId"];

const TARGETS = [
    ...MIDDLEBOXES,
    "carrierGatewayId",
    "coreNetworkArn",
    "egressOnlyGatewayId",
    "gatewayId",
    "localGatewayId",
    "transitGatewayId",
    "vpcPeeringConnectionId",
];

function oneTarget({ properties }: Operation): void {
    const given = TARGETS.filter((target) => properties[target] !== undefined);
    if (given.length !== 1) {
        throw new AwsError(
            "InvalidParameterCombination",
            `a route takes exactly one target, not ${given.length}: ${given.join(", ")}`,
        );
    }
}

/** The VPC a route table belongs to. */
function vpcOfTable({ store, place, properties }: Operation): Stored | undefined {
    const table = named(store, place, "routeTable", textAt(properties, "routeTableId") ?? "");
    // A default table is found as its VPC.
    return table?.type === "aws:ec2/vpc:Vpc"
        ? table
        : named(store, place, "vpc", textAt(table?.properties ?? {}, "vpcId") ?? "");
}

function notMoreSpecificThanLocal(operation: Operation): void {
    const destination = textAt(operation.properties, "destinationCidrBlock");
    const vpcText = textAt(vpcOfTable(operation)?.properties ?? {}, "cidrBlock");
    const isMiddlebox = MIDDLEBOXES.some((target) => operation.properties[target] !== undefined);
    if (
        destination !== undefined &&
        vpcText !== undefined &&
        !isMiddlebox &&
        cidrContains(cidr(vpcText), cidr(destination))
    ) {
        throw new AwsError(
            "InvalidParameterValue",
            `the destination ${destination} is equal to or more specific than the VPC's ${vpcText}; such a route takes only a NAT gateway, an interface or an endpoint as target`,
        );
    }
}

function attachedGateway(operation: Operation): void {
    const { store, place, properties } = operation;
    const gateway = textAt(properties, "gatewayId");
    const vpc = vpcOfTable(operation);
    if (gateway === undefined || gateway === "local" || vpc === undefined) {
        return;
    }
    const attached = [
        ...allOf(store, place, "aws:ec2/internetGateway:InternetGateway").filter(({ id }) => id === gateway),
        ...allOf(store, place, "aws:ec2/vpnGateway:VpnGateway").filter(({ id }) => id === gateway),
        ...allOf(store, place, "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment").filter(
            (attachment) => attachment.properties["internetGatewayId"] === gateway,
        ),
        ...allOf(store, place, "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment").filter(
            (attachment) => attachment.properties["vpnGatewayId"] === gateway,
        ),
    ].some((holder) => holder.properties["vpcId"] === vpc.id);
    if (!attached) {
        throw new AwsError(
            "InvalidParameterValue",
            `route table ${textAt(properties, "routeTableId")} and network gateway ${gateway} belong to different networks: the gateway is not attached to ${vpc.id}`,
        );
    }
}

function attachedTransitGateway(operation: Operation): void {
    const { store, place, properties } = operation;
    const gateway = textAt(properties, "transitGatewayId");
    const vpc = vpcOfTable(operation);
    const attached = allOf(store, place, "aws:ec2transitgateway/vpcAttachment:VpcAttachment").some(
        (attachment) =>
            attachment.properties["transitGatewayId"] === gateway && attachment.properties["vpcId"] === vpc?.id,
    );
    if (gateway !== undefined && !attached) {
        throw new AwsError(
            "InvalidTransitGatewayID.NotFound",
            `transit gateway ${gateway} is not attached to ${vpc?.id}`,
        );
    }
}

/** A subnet has one route table; so has a gateway. */
function oneTable({ store, place, type, properties, id }: Operation): void {
    for (const path of ["subnetId", "gatewayId"]) {
        const value = textAt(properties, path);
        const rival = allOf(store, place, type).find((other) => other.id !== id && other.properties[path] === value);
        if (value !== undefined && rival !== undefined) {
            throw new AwsError("Resource.AlreadyAssociated", `${value} is already associated by ${rival.id}`);
        }
    }
}

function sameNetwork(operation: Operation): void {
    const { store, place, properties } = operation;
    const subnet = named(store, place, "subnet", textAt(properties, "subnetId") ?? "");
    const vpc = vpcOfTable(operation);
    if (subnet !== undefined && vpc !== undefined && subnet.properties["vpcId"] !== vpc.id) {
        throw new AwsError(
            "InvalidParameterValue",
            `route table ${textAt(properties, "routeTableId")} and subnet ${subnet.id} belong to different networks`,
        );
    }
}

/** One internet gateway per VPC. */
function oneInternetGateway({ store, place, type, properties, id }: Operation): void {
    const vpc = textAt(properties, "vpcId");
    const rival = allOf(store, place, type).find((other) => other.id !== id && other.properties["vpcId"] === vpc);
    if (vpc !== undefined && rival !== undefined) {
        throw new AwsError("Resource.AlreadyAssociated", `network ${vpc} already has ${rival.id} attached`);
    }
}

/** A rule may name a group of its own VPC only; peered VPCs are not emulated. */
function groupOfSameVpc({ store, place, properties }: Operation): void {
    const vpcOf = (path: string): unknown => {
        const group = named(store, place, "securityGroup", textAt(properties, path) ?? "");
        return group?.type === "aws:ec2/vpc:Vpc" ? group.id : group?.properties["vpcId"];
    };
    const referenced = textAt(properties, "referencedSecurityGroupId");
    if (referenced !== undefined && vpcOf("securityGroupId") !== vpcOf("referencedSecurityGroupId")) {
        throw new AwsError("InvalidGroup.NotFound", `${referenced} is not a security group of the same VPC`);
    }
}

/** Rules about routes, associations, gateways and groups. */
export const ROUTING: RuleTable = {
    "aws:ec2/route:Route": [oneTarget, notMoreSpecificThanLocal, attachedGateway, attachedTransitGateway],
    "aws:ec2/routeTableAssociation:RouteTableAssociation": [oneTable, sameNetwork],
    "aws:ec2/internetGateway:InternetGateway": [oneInternetGateway],
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [groupOfSameVpc],
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [groupOfSameVpc],
};
