/** Inputs whose change makes a new resource. */
export interface Replacement {
    /** Paths as in `valuesAt`. */
    readonly paths: readonly string[];
    readonly source: string;
}

const TERRAFORM = "hashicorp/terraform-provider-aws internal/service";
const FACTS = `${TERRAFORM}/sagemaker, ForceNew in the schema`;

function ec2(file: string, ...paths: string[]): Replacement {
    return { paths, source: `${TERRAFORM}/ec2/${file}` };
}

/**
 * Replace-on-change by type, as the provider's source marks it (`ForceNew`, `RequiresReplace`, and conditions computed
 * while planning, which are in `replacement.ts`). A type without a row is only ever updated. The provider adds `region`
 * to every type.
 */
export const REPLACEMENTS: Readonly<Record<string, Replacement>> = {
    "aws:ec2/vpc:Vpc": ec2("vpc_.go", "cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"),
    "aws:ec2/subnet:Subnet": ec2(
        "vpc_subnet.go",
        "availabilityZone",
        "availabilityZoneId",
        "cidrBlock",
        "ipv4IpamPoolId",
        "ipv4NetmaskLength",
        "ipv6IpamPoolId",
        "ipv6Native",
        "ipv6NetmaskLength",
        "outpostArn",
        "vpcId",
    ),
    "aws:ec2/securityGroup:SecurityGroup": ec2("vpc_security_group.go", "description", "name", "namePrefix", "vpcId"),
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ec2("vpc_default_security_group.go", "vpcId"),
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ec2(
        "vpc_security_group_ingress_rule.go",
        "securityGroupId",
    ),
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": ec2(
        "vpc_security_group_egress_rule.go",
        "securityGroupId",
    ),
    "aws:ec2/securityGroupRule:SecurityGroupRule": ec2(
        "vpc_security_group_rule.go",
        "cidrBlocks",
        "fromPort",
        "ipv6CidrBlocks",
        "prefixListIds",
        "protocol",
        "securityGroupId",
        "self",
        "sourceSecurityGroupId",
        "toPort",
        "type",
    ),
    "aws:ec2/routeTable:RouteTable": ec2("vpc_route_table.go", "vpcId"),
    "aws:ec2/defaultRouteTable:DefaultRouteTable": ec2("vpc_default_route_table.go", "defaultRouteTableId"),
    "aws:ec2/route:Route": ec2(
        "vpc_route.go",
        "destinationCidrBlock",
        "destinationIpv6CidrBlock",
        "destinationPrefixListId",
        "routeTableId",
    ),
    "aws:ec2/routeTableAssociation:RouteTableAssociation": ec2(
        "vpc_route_table_association.go",
        "gatewayId",
        "subnetId",
    ),
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": ec2("vpc_main_route_table_association.go", "vpcId"),
    "aws:ec2/networkAcl:NetworkAcl": ec2("vpc_network_acl.go", "vpcId"),
    "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": ec2("vpc_default_network_acl.go", "defaultNetworkAclId"),
    "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": ec2(
        "vpc_internet_gateway_attachment.go",
        "internetGatewayId",
        "vpcId",
    ),
    "aws:ec2/natGateway:NatGateway": ec2(
        "vpc_nat_gateway.go",
        "allocationId",
        "connectivityType",
        "privateIp",
        "secondaryPrivateIpAddressCount",
        "subnetId",
    ),
    "aws:ec2/eip:Eip": ec2("ec2_eip.go", "address", "domain", "ipamPoolId", "networkBorderGroup", "publicIpv4Pool"),
    "aws:ec2/vpnGateway:VpnGateway": ec2("vpnsite_gateway.go", "amazonSideAsn", "availabilityZone"),
    "aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment": ec2("vpnsite_gateway_attachment.go", "vpcId", "vpnGatewayId"),
    "aws:ec2/flowLog:FlowLog": ec2(
        "vpc_flow_log.go",
        "deliverCrossAccountRole",
        "destinationOptions",
        "eniId",
        "iamRoleArn",
        "logDestination",
        "logDestinationType",
        "logFormat",
        "maxAggregationInterval",
        "subnetId",
        "trafficType",
        "transitGatewayAttachmentId",
        "transitGatewayId",
        "vpcId",
    ),
    "aws:ec2/vpcEndpoint:VpcEndpoint": ec2(
        "vpc_endpoint.go",
        "resourceConfigurationArn",
        "serviceName",
        "serviceNetworkArn",
        "serviceRegion",
        "vpcEndpointType",
        "vpcId",
    ),
    "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": ec2(
        "vpc_endpoint_route_table_association.go",
        "routeTableId",
        "vpcEndpointId",
    ),
    "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation": ec2(
        "vpc_endpoint_subnet_association.go",
        "subnetId",
        "vpcEndpointId",
    ),
    "aws:ec2transitgateway/transitGateway:TransitGateway": ec2("transitgateway_.go", "multicastSupport"),
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": ec2(
        "transitgateway_vpc_attachment.go",
        "transitGatewayId",
        "vpcId",
    ),
    "aws:kms/key:Key": {
        paths: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
        source: `${TERRAFORM}/kms/key.go`,
    },
    "aws:kms/alias:Alias": { paths: ["name", "namePrefix"], source: `${TERRAFORM}/kms/alias.go` },
    "aws:kms/keyPolicy:KeyPolicy": { paths: ["keyId"], source: `${TERRAFORM}/kms/key_policy.go` },
    "aws:iam/role:Role": { paths: ["name", "namePrefix", "path"], source: `${TERRAFORM}/iam/role.go` },
    "aws:iam/rolePolicy:RolePolicy": {
        paths: ["name", "namePrefix", "role"],
        source: `${TERRAFORM}/iam/role_policy.go`,
    },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        paths: ["policyArn", "role"],
        source: `${TERRAFORM}/iam/role_policy_attachment.go`,
    },
    "aws:iam/policy:Policy": {
        paths: ["description", "name", "namePrefix", "path"],
        source: `${TERRAFORM}/iam/policy.go`,
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        paths: ["name", "namePrefix", "path"],
        source: `${TERRAFORM}/iam/instance_profile.go`,
    },
    "aws:cloudwatch/logGroup:LogGroup": {
        paths: ["logGroupClass", "name", "namePrefix"],
        source: `${TERRAFORM}/logs/group.go`,
    },
    "aws:s3/bucket:Bucket": {
        paths: ["bucket", "bucketPrefix", "objectLockEnabled"],
        source: `${TERRAFORM}/s3/bucket.go`,
    },
    "aws:s3/bucketPolicy:BucketPolicy": { paths: ["bucket"], source: `${TERRAFORM}/s3/bucket_policy.go` },
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
        paths: ["bucket"],
        source: `${TERRAFORM}/s3/bucket_public_access_block.go`,
    },
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_server_side_encryption_configuration.go`,
    },
    "aws:s3/bucketVersioning:BucketVersioning": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_versioning.go`,
    },
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
        paths: ["bucket"],
        source: `${TERRAFORM}/s3/bucket_ownership_controls.go`,
    },
    "aws:s3/bucketLogging:BucketLogging": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_logging.go`,
    },
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
        paths: ["bucket", "expectedBucketOwner"],
        source: `${TERRAFORM}/s3/bucket_lifecycle_configuration.go`,
    },
    "aws:ssm/parameter:Parameter": { paths: ["dataType", "name"], source: `${TERRAFORM}/ssm/parameter.go` },
    "aws:sagemaker/domain:Domain": {
        paths: [
            "authMode",
            "domainName",
            "domainSettings.securityGroupIds",
            "kmsKeyId",
            "retentionPolicy",
            "subnetIds",
            "vpcId",
        ],
        source: `${FACTS}; issues 40600 (groups) and 48778 (subnets)`,
    },
    "aws:sagemaker/userProfile:UserProfile": {
        paths: ["domainId", "singleSignOnUserIdentifier", "singleSignOnUserValue", "userProfileName"],
        source: FACTS,
    },
    "aws:sagemaker/space:Space": { paths: ["domainId", "spaceName"], source: FACTS },
    "aws:sagemaker/app:App": {
        paths: ["appName", "appType", "domainId", "resourceSpec", "spaceName", "userProfileName"],
        source: FACTS,
    },
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": {
        paths: ["studioLifecycleConfigAppType", "studioLifecycleConfigContent", "studioLifecycleConfigName"],
        source: FACTS,
    },
    "aws:sagemaker/appImageConfig:AppImageConfig": { paths: ["appImageConfigName"], source: FACTS },
};
