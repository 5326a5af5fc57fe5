import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

// What stands: a VPC with a subnet, its table, a gateway; a second VPC.
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const subnet = new aws.ec2.Subnet("subnet", {
    vpcId: vpc.id,
    cidrBlock: "10.0.0.0/24",
    availabilityZone: "eu-west-1a",
});
const table = new aws.ec2.RouteTable("table", { vpcId: vpc.id });
const association = new aws.ec2.RouteTableAssociation("association", { subnetId: subnet.id, routeTableId: table.id });
const gateway = new aws.ec2.InternetGateway("gateway", { vpcId: vpc.id });
const route = new aws.ec2.Route("route", {
    routeTableId: table.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: gateway.id,
});
const group = new aws.ec2.SecurityGroup("group", { vpcId: vpc.id, name: "apps", description: "apps" });
const rule = {
    securityGroupId: group.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "10.0.0.0/16",
};
const ingress = new aws.vpc.SecurityGroupIngressRule("rule", rule);
const otherVpc = new aws.ec2.Vpc("other-vpc", { cidrBlock: "10.1.0.0/16" });
const otherGroup = new aws.ec2.SecurityGroup("other-group", { vpcId: otherVpc.id, description: "elsewhere" });
const otherTable = new aws.ec2.RouteTable("other-table", { vpcId: otherVpc.id });
const otherSubnet = new aws.ec2.Subnet("other-subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
const loose = new aws.ec2.InternetGateway("loose-gateway", {});
const otherGateway = new aws.ec2.InternetGateway("other-gateway", { vpcId: otherVpc.id });
const address = new aws.ec2.Eip("address", { domain: "vpc" });
const nat = new aws.ec2.NatGateway("nat", { subnetId: subnet.id, allocationId: address.id }, { dependsOn: [gateway] });
const interfaceEndpoint = new aws.ec2.VpcEndpoint("interface-endpoint", {
    vpcId: vpc.id,
    vpcEndpointType: "Interface",
    serviceName: "com.amazonaws.eu-west-1.sts",
});
const gatewaylessVpc = new aws.ec2.Vpc("gatewayless-vpc", { cidrBlock: "10.2.0.0/16" });
const gatewaylessSubnet = new aws.ec2.Subnet("gatewayless-subnet", {
    vpcId: gatewaylessVpc.id,
    cidrBlock: "10.2.0.0/24",
});
const flowLog = {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestinationType: "s3",
    logDestination: "arn:aws:s3:::taken-elsewhere/flow-logs",
};
const firstFlowLog = new aws.ec2.FlowLog("flow-log", flowLog);

/** After what it collides with. */
const after = (...dependsOn: pulumi.Resource[]): pulumi.CustomResourceOptions => ({ dependsOn });

// What AWS refuses, one resource per rule.
new aws.ec2.Vpc("vpc-too-large", { cidrBlock: "10.0.0.0/8" });
new aws.ec2.Subnet("subnet-of-missing-vpc", { vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.0.9.0/24" });
new aws.ec2.Subnet("subnet-outside-vpc", { vpcId: vpc.id, cidrBlock: "10.9.0.0/24" });
new aws.ec2.Subnet("subnet-overlapping", { vpcId: vpc.id, cidrBlock: "10.0.0.128/25" }, after(subnet));
new aws.ec2.Subnet("subnet-in-other-region", {
    vpcId: vpc.id,
    cidrBlock: "10.0.8.0/24",
    availabilityZone: "us-east-1a",
});
new aws.ec2.Route(
    "route-twice",
    { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
    after(route),
);
new aws.ec2.Route("route-inside-vpc", {
    routeTableId: table.id,
    destinationCidrBlock: "10.0.5.0/24",
    gatewayId: gateway.id,
});
new aws.ec2.Route("route-before-attachment", {
    routeTableId: otherTable.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: loose.id,
});
new aws.ec2.Route("route-to-missing-nat", {
    routeTableId: table.id,
    destinationCidrBlock: "172.16.0.0/12",
    natGatewayId: "nat-0123456789abcdef0",
});
new aws.ec2.Route("route-to-unattached-transit-gateway", {
    routeTableId: table.id,
    destinationCidrBlock: "192.168.0.0/16",
    transitGatewayId: "tgw-0aaaaaaaaaaaaaaaa",
});
new aws.ec2.Route("route-of-half-a-subnet", {
    routeTableId: table.id,
    destinationCidrBlock: "10.0.1.0/25",
    natGatewayId: nat.id,
});
new aws.ec2.Route(
    "route-to-nat-of-other-vpc",
    { routeTableId: otherTable.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id },
    after(otherGateway),
);
new aws.ec2.Route("route-to-interface-endpoint", {
    routeTableId: table.id,
    destinationCidrBlock: "198.51.100.0/24",
    vpcEndpointId: interfaceEndpoint.id,
});
new aws.ec2.NatGateway("nat-with-address-in-use", { subnetId: subnet.id, allocationId: address.id }, after(nat));
new aws.ec2.NatGateway("nat-without-internet-gateway", {
    subnetId: gatewaylessSubnet.id,
    allocationId: new aws.ec2.Eip("spare-address", { domain: "vpc" }).id,
});
new aws.ec2.NatGateway("nat-without-address", { subnetId: subnet.id }, after(gateway));
new aws.ec2.Route("route-without-target", { routeTableId: table.id, destinationCidrBlock: "192.0.2.0/24" });
new aws.ec2.RouteTableAssociation(
    "association-twice",
    { subnetId: subnet.id, routeTableId: table.id },
    after(association),
);
new aws.ec2.RouteTableAssociation("association-across-vpcs", { subnetId: otherSubnet.id, routeTableId: otherTable.id });
new aws.ec2.InternetGateway("second-internet-gateway", { vpcId: vpc.id }, after(gateway));
new aws.ec2.SecurityGroup("group-name-twice", { vpcId: vpc.id, name: "apps", description: "apps" }, after(group));
new aws.vpc.SecurityGroupIngressRule("rule-twice", rule, after(ingress));
new aws.vpc.SecurityGroupIngressRule("rule-from-missing-group", {
    securityGroupId: group.id,
    ipProtocol: "-1",
    referencedSecurityGroupId: "sg-0123456789abcdef0",
});
new aws.vpc.SecurityGroupIngressRule("rule-from-group-of-other-vpc", {
    securityGroupId: group.id,
    ipProtocol: "-1",
    referencedSecurityGroupId: otherGroup.id,
});
new aws.vpc.SecurityGroupEgressRule("rule-to-missing-prefix-list", {
    securityGroupId: group.id,
    ipProtocol: "-1",
    prefixListId: "pl-00000000",
});
new aws.ec2.FlowLog("flow-log-twice", flowLog, after(firstFlowLog));
new aws.ec2.FlowLog("flow-log-to-missing-bucket", { ...flowLog, logDestination: "arn:aws:s3:::nobodys-bucket" });
