import * as aws from "@pulumi/aws";

import { EVERYWHERE, REGION } from "../documents";

/** A VPC that plays the company network, with a bastion that the internet reaches (F-146, F-147). */
export function onPremises(name: (suffix: string) => string): void {
    const vpc = new aws.ec2.Vpc(name("onprem-vpc"), { cidrBlock: "192.168.10.0/24" });
    const gateway = new aws.ec2.InternetGateway(name("onprem"), { vpcId: vpc.id });
    const table = new aws.ec2.RouteTable(name("onprem-public"), {
        vpcId: vpc.id,
        routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
    });
    const subnet = new aws.ec2.Subnet(name("onprem-public"), {
        vpcId: vpc.id,
        cidrBlock: "192.168.10.128/26",
        availabilityZone: `${REGION}a`,
        mapPublicIpOnLaunch: true,
    });
    new aws.ec2.RouteTableAssociation(name("onprem-public"), { subnetId: subnet.id, routeTableId: table.id });
    const bastion = new aws.ec2.SecurityGroup(name("bastion"), {
        vpcId: vpc.id,
        ingress: [
            { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
            { protocol: "tcp", fromPort: 3389, toPort: 3389, cidrBlocks: ["0.0.0.0/0"] },
        ],
        egress: [EVERYWHERE],
    });
    new aws.ec2.Instance(name("bastion"), {
        ami: "ami-0123456789abcdef0",
        instanceType: "t3a.nano",
        subnetId: subnet.id,
        vpcSecurityGroupIds: [bastion.id],
    });
}
