import { from, IN_USE, type Reference } from "./reference";

/** What the simulator of the company network has beside a VPC. */
export const ON_PREMISES: readonly Reference[] = [
    ...from("aws:ec2/instance:Instance", {
        subnetId: ["subnet", IN_USE],
        "vpcSecurityGroupIds[]": ["securityGroup", IN_USE],
        iamInstanceProfile: ["instanceProfile", undefined, "InvalidParameterValue"],
        "rootBlockDevice.kmsKeyId": ["key"],
    }),
    ...from("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", {
        vpcId: ["vpc", "cascade"],
        peerVpcId: ["peerVpc", "cascade"],
    }),
    ...from("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", {
        vpcPeeringConnectionId: ["peering", "cascade"],
    }),
    ...from("aws:ec2/route:Route", { vpcPeeringConnectionId: ["peering"] }),
];
