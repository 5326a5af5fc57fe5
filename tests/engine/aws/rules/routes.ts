import { cidr, cidrContains } from "../../../../policy-pack/net";
import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { isAccepted } from "../sharing";
import type { Stored } from "../store";
import { textAt } from "../values";
import type { Operation, RuleTable } from "./rule";
import { vpcOfTable } from "./tables";

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

/**
 * Inside the VPC a route may turn traffic of one whole subnet only.
 * Source: VPC user guide, "Subnet route tables": routes more specific than the local route.
 */
function wholeSubnet(operation: Operation): void {
    const { store, place, properties } = operation;
    const destination = textAt(properties, "destinationCidrBlock");
    const vpc = vpcOfTable(operation);
    const vpcText = textAt(vpc?.properties ?? {}, "cidrBlock");
    if (destination === undefined || vpcText === undefined || !cidrContains(cidr(vpcText), cidr(destination))) {
        return;
    }
    const isSubnet = allOf(store, place, "aws:ec2/subnet:Subnet").some(
        (subnet) => subnet.properties["vpcId"] === vpc?.id && subnet.properties["cidrBlock"] === destination,
    );
    if (!isSubnet) {
        throw new AwsError(
            "InvalidParameterValue",
            `the destination ${destination} is inside the VPC's ${vpcText} and is not the whole range of one of its subnets`,
        );
    }
}

/** A NAT gateway or firewall endpoint takes traffic of its own VPC. */
function targetOfSameVpc(operation: Operation): void {
    const { store, place, properties } = operation;
    const vpc = vpcOfTable(operation);
    const nat = named(store, place, "natGateway", textAt(properties, "natGatewayId") ?? "");
    const endpoint = named(store, place, "vpcEndpoint", textAt(properties, "vpcEndpointId") ?? "");
    for (const target of [nat, endpoint]) {
        if (target !== undefined && vpc !== undefined && target.properties["vpcId"] !== vpc.id) {
            throw new AwsError(
                "InvalidParameterValue",
                `route table ${textAt(properties, "routeTableId")} and ${target.id} belong to different networks`,
            );
        }
    }
    // Source: EC2 API reference, CreateRoute: VpcEndpointId is for Gateway Load Balancer endpoints, a firewall's among them.
    if (endpoint?.type === "aws:ec2/vpcEndpoint:VpcEndpoint" && isPlainEndpoint(endpoint)) {
        throw new AwsError("InvalidParameterValue", `${endpoint.id} is no Gateway Load Balancer endpoint`);
    }
}

function isPlainEndpoint({ properties }: Stored): boolean {
    return properties["vpcEndpointType"] !== "GatewayLoadBalancer";
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
            attachment.properties["transitGatewayId"] === gateway &&
            attachment.properties["vpcId"] === vpc?.id &&
            isAccepted(attachment, store),
    );
    if (gateway !== undefined && !attached) {
        throw new AwsError(
            "InvalidTransitGatewayID.NotFound",
            `transit gateway ${gateway} is not attached to ${vpc?.id}, or its owner has not accepted the attachment`,
        );
    }
}

/** Rules about routes. */
export const ROUTES: RuleTable = {
    "aws:ec2/route:Route": [
        oneTarget,
        notMoreSpecificThanLocal,
        wholeSubnet,
        targetOfSameVpc,
        attachedGateway,
        attachedTransitGateway,
    ],
};
