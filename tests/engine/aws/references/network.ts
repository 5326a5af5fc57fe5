import { from, IN_USE, type Reference } from "./reference";

/** What stands in a VPC. */
export const NETWORK: readonly Reference[] = [
    ...from("aws:ec2/subnet:Subnet", { vpcId: ["vpc", IN_USE] }),
    ...from("aws:ec2/securityGroup:SecurityGroup", { vpcId: ["vpc", IN_USE] }),
    ...from("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: ["vpc", "cascade"] }),
    ...["Ingress", "Egress"].flatMap((way) =>
        from(`aws:vpc/securityGroup${way}Rule:SecurityGroup${way}Rule`, {
            securityGroupId: ["securityGroup", "cascade"],
            referencedSecurityGroupId: ["securityGroup", IN_USE],
            prefixListId: ["prefixList"],
        }),
    ),
    ...from("aws:ec2/securityGroupRule:SecurityGroupRule", {
        securityGroupId: ["securityGroup", "cascade"],
        sourceSecurityGroupId: ["securityGroup", IN_USE],
        "prefixListIds[]": ["prefixList"],
    }),
    ...from("aws:ec2/routeTable:RouteTable", { vpcId: ["vpc", IN_USE] }),
    ...from("aws:ec2/defaultRouteTable:DefaultRouteTable", { defaultRouteTableId: ["routeTable", "cascade"] }),
    ...from("aws:ec2/route:Route", {
        routeTableId: ["routeTable", "cascade"],
        gatewayId: ["gateway"],
        natGatewayId: ["natGateway"],
        transitGatewayId: ["transitGateway"],
        // A firewall cannot go while a route points to it; other endpoints can be no route's target.
        vpcEndpointId: ["vpcEndpoint", { refused: "InvalidOperationException" }],
        destinationPrefixListId: ["prefixList"],
    }),
    ...from("aws:ec2/routeTableAssociation:RouteTableAssociation", {
        subnetId: ["subnet", "cascade"],
        gatewayId: ["gateway"],
        routeTableId: ["routeTable", IN_USE],
    }),
    ...from("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", {
        vpcId: ["vpc", "cascade"],
        routeTableId: ["routeTable", IN_USE],
    }),
    ...from("aws:ec2/networkAcl:NetworkAcl", { vpcId: ["vpc", IN_USE], "subnetIds[]": ["subnet"] }),
    ...from("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", { defaultNetworkAclId: ["networkAcl", "cascade"] }),
    ...from("aws:ec2/internetGateway:InternetGateway", { vpcId: ["vpc", IN_USE] }),
    ...from("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", {
        vpcId: ["vpc", IN_USE],
        internetGatewayId: ["internetGateway", IN_USE],
    }),
    ...from("aws:ec2/natGateway:NatGateway", {
        subnetId: ["subnet", IN_USE],
        allocationId: ["elasticAddress", { refused: "InvalidIPAddress.InUse" }],
    }),
    ...from("aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment", {
        vpcId: ["vpc", IN_USE],
        vpnGatewayId: ["vpnGateway", { refused: "IncorrectState" }],
    }),
    ...from("aws:ec2/flowLog:FlowLog", {
        vpcId: ["vpc", "cascade"],
        subnetId: ["subnet", "cascade"],
        iamRoleArn: ["role", undefined, "InvalidParameter"],
        logDestination: ["logDestination", undefined, "LogDestinationNotFoundException"],
    }),
    ...from("aws:ec2/vpcEndpoint:VpcEndpoint", {
        vpcId: ["vpc", IN_USE],
        "subnetIds[]": ["subnet", IN_USE],
        "securityGroupIds[]": ["securityGroup", IN_USE],
        "routeTableIds[]": ["routeTable"],
    }),
    ...from("aws:efs/mountTarget:MountTarget", {
        subnetId: ["subnet", IN_USE],
        "securityGroups[]": ["securityGroup", IN_USE],
    }),
    ...from("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", {
        vpcEndpointId: ["vpcEndpoint", "cascade"],
        routeTableId: ["routeTable", "cascade"],
    }),
    ...from("aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", {
        vpcEndpointId: ["vpcEndpoint", "cascade"],
        subnetId: ["subnet", IN_USE],
    }),
    ...from("aws:ec2transitgateway/vpcAttachment:VpcAttachment", {
        vpcId: ["vpc", IN_USE],
        "subnetIds[]": ["subnet", IN_USE],
        transitGatewayId: ["transitGateway", { refused: "IncorrectState" }],
    }),
];
