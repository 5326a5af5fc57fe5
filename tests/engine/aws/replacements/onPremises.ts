import { inService, type ReplacementTable } from "./row";

const ec2 = inService("ec2");

/** What the simulator of the company network has beside a VPC. */
export const ON_PREMISES: ReplacementTable = {
    "aws:ec2/instance:Instance": ec2(
        "ec2_instance.go",
        "ami",
        "associatePublicIpAddress",
        "availabilityZone",
        "ebsOptimized",
        "hibernation",
        "keyName",
        "placementGroup",
        "privateIp",
        "rootBlockDevice.encrypted",
        "rootBlockDevice.kmsKeyId",
        "subnetId",
        "tenancy",
    ),
    "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": ec2(
        "vpc_peering_connection.go",
        "peerOwnerId",
        "peerRegion",
        "peerVpcId",
        "vpcId",
    ),
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter": ec2(
        "vpc_peering_connection_accepter.go",
        "vpcPeeringConnectionId",
    ),
};
