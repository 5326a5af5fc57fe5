import * as aws from "@pulumi/aws";

// What stands: a VPC with DNS names, a subnet in each of two zones, an endpoint of either type; a VPC without names.
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const subnet = new aws.ec2.Subnet("subnet", {
    vpcId: vpc.id,
    cidrBlock: "10.0.0.0/24",
    availabilityZone: "eu-west-1a",
});
const sibling = new aws.ec2.Subnet("sibling", {
    vpcId: vpc.id,
    cidrBlock: "10.0.1.0/24",
    availabilityZone: "eu-west-1a",
});
const table = new aws.ec2.RouteTable("table", { vpcId: vpc.id });
const nameless = new aws.ec2.Vpc("nameless-vpc", { cidrBlock: "10.1.0.0/16" });
const sts = {
    vpcId: vpc.id,
    vpcEndpointType: "Interface",
    serviceName: "com.amazonaws.eu-west-1.sts",
    subnetIds: [subnet.id],
    privateDnsEnabled: true,
};
const first = new aws.ec2.VpcEndpoint("sts", sts);
const s3 = { vpcId: vpc.id, serviceName: "com.amazonaws.eu-west-1.s3", routeTableIds: [table.id] };
const gateway = new aws.ec2.VpcEndpoint("s3", s3);

// What AWS refuses, one resource per rule.
new aws.ec2.VpcEndpoint("service-of-other-region", { ...sts, serviceName: "com.amazonaws.us-east-1.logs" });
new aws.ec2.VpcEndpoint("gateway-of-interface-service", { vpcId: vpc.id, serviceName: "com.amazonaws.eu-west-1.logs" });
new aws.ec2.VpcEndpoint("gateway-with-subnets", {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.eu-west-1.dynamodb",
    subnetIds: [subnet.id],
});
new aws.ec2.VpcEndpoint("private-names-twice", sts, { dependsOn: [first] });
new aws.ec2.VpcEndpoint("private-names-without-host-names", { ...sts, vpcId: nameless.id, subnetIds: [] });
new aws.ec2.VpcEndpoint("two-subnets-in-one-zone", {
    ...sts,
    serviceName: "com.amazonaws.eu-west-1.logs",
    subnetIds: [subnet.id, sibling.id],
});
new aws.ec2.VpcEndpoint("service-not-in-the-zone", { ...sts, serviceName: "com.amazonaws.eu-west-1.forecast" });
new aws.ec2.VpcEndpoint("missing-group", {
    ...sts,
    serviceName: "com.amazonaws.eu-west-1.kms",
    securityGroupIds: ["sg-0123456789abcdef0"],
});
new aws.ec2.VpcEndpoint("gateway-twice", s3, { dependsOn: [gateway] });
new aws.ec2.VpcEndpoint("policy-not-json", {
    ...sts,
    serviceName: "com.amazonaws.eu-west-1.monitoring",
    policy: "allow all",
});
