import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";
import { vpcOfTable } from "./tables";

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

/** A public NAT gateway's address needs the way out. Source: EC2 API reference, NatGateway: failureCode. */
function internetGatewayForNat({ store, place, properties }: Operation): void {
    const subnet = named(store, place, "subnet", textAt(properties, "subnetId") ?? "");
    const vpcId = textAt(subnet?.properties ?? {}, "vpcId");
    const attached = [
        ...allOf(store, place, "aws:ec2/internetGateway:InternetGateway"),
        ...allOf(store, place, "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"),
    ].some((holder) => holder.properties["vpcId"] === vpcId);
    if (properties["connectivityType"] !== "private" && vpcId !== undefined && !attached) {
        throw new AwsError("Gateway.NotAttached", `network ${vpcId} has no Internet gateway attached`);
    }
    if (properties["connectivityType"] !== "private" && textAt(properties, "allocationId") === undefined) {
        throw new AwsError("MissingParameter", "a public NAT gateway needs an allocationId");
    }
}

/** Rules about associations, gateways and groups. */
export const ROUTING: RuleTable = {
    "aws:ec2/routeTableAssociation:RouteTableAssociation": [oneTable, sameNetwork],
    "aws:ec2/internetGateway:InternetGateway": [oneInternetGateway],
    "aws:ec2/natGateway:NatGateway": [internetGatewayForNat],
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [groupOfSameVpc],
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [groupOfSameVpc],
};
