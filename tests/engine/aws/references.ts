import type { KindName } from "./kinds";

/** A property that names another resource. */
export interface Reference {
    /** Type of the resource that has the property. */
    readonly type: string;
    /** Path as in `valuesAt`. */
    readonly path: string;
    readonly kind: KindName;
    /** AWS's error code when the value names nothing, where it is not the kind's. */
    readonly missing?: string;
    /**
     * What happens when the named resource is deleted first: refused with this error code, or this resource goes with
     * it. Left out: nothing, the name dangles.
     */
    readonly onDelete?: { readonly refused: string } | "cascade";
}

const IN_USE = { refused: "DependencyViolation" } as const;
const CONFLICT = { refused: "DeleteConflict" } as const;
const RESOURCE_IN_USE = { refused: "ResourceInUse" } as const;

/** References from one type, `path: [kind, onDelete, missing]`. */
function from(
    type: string,
    paths: Readonly<Record<string, readonly [KindName, Reference["onDelete"]?, string?]>>,
): Reference[] {
    return Object.entries(paths).map(([path, [kind, onDelete, missing]]) => ({
        type,
        path,
        kind,
        ...(onDelete === undefined ? {} : { onDelete }),
        ...(missing === undefined ? {} : { missing }),
    }));
}

const LIFECYCLE_APPS = [
    "jupyterLabAppSettings",
    "codeEditorAppSettings",
    "jupyterServerAppSettings",
    "kernelGatewayAppSettings",
];

/** What people's settings and those of shared spaces name; groups and roles are used when an app starts, nothing holds them before. */
function settings(type: string, path: string, apps: readonly string[]): Reference[] {
    return [
        ...from(type, {
            [`${path}.executionRole`]: ["role", undefined, "ValidationException"],
            [`${path}.securityGroups[]`]: ["securityGroup", undefined, "ResourceNotFoundError"],
        }),
        ...apps.flatMap((app) =>
            from(type, { [`${path}.${app}.lifecycleConfigArns[]`]: ["lifecycleConfig", RESOURCE_IN_USE] }),
        ),
    ];
}

const NETWORK: readonly Reference[] = [
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
        vpcEndpointId: ["vpcEndpoint"],
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

const BUCKET_PARTS = [
    "Policy",
    "PublicAccessBlock",
    "ServerSideEncryptionConfiguration",
    "Versioning",
    "OwnershipControls",
    "Logging",
    "LifecycleConfiguration",
];

const SECURITY: readonly Reference[] = [
    ...from("aws:kms/alias:Alias", { targetKeyId: ["key"] }),
    ...from("aws:kms/keyPolicy:KeyPolicy", { keyId: ["key", "cascade"] }),
    ...from("aws:iam/role:Role", { permissionsBoundary: ["policy", CONFLICT] }),
    ...from("aws:iam/rolePolicy:RolePolicy", { role: ["role", CONFLICT] }),
    ...from("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: ["role", CONFLICT],
        policyArn: ["policy", CONFLICT],
    }),
    ...from("aws:iam/instanceProfile:InstanceProfile", { role: ["role", CONFLICT] }),
    ...from("aws:cloudwatch/logGroup:LogGroup", { kmsKeyId: ["key", undefined, "InvalidParameterException"] }),
    ...BUCKET_PARTS.flatMap((part) => from(`aws:s3/bucket${part}:Bucket${part}`, { bucket: ["bucket", "cascade"] })),
    ...from("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", {
        "rules[].applyServerSideEncryptionByDefault.kmsMasterKeyId": ["key"],
    }),
    ...from("aws:ssm/parameter:Parameter", { keyId: ["key", undefined, "InvalidKeyId"] }),
];

const STUDIO: readonly Reference[] = [
    ...from("aws:sagemaker/domain:Domain", {
        vpcId: ["vpc", IN_USE, "ResourceNotFoundError"],
        // The mount targets of the home file system stand in every subnet of the domain.
        "subnetIds[]": ["subnet", IN_USE, "ResourceNotFoundError"],
        kmsKeyId: ["key", undefined, "ValidationException"],
        "domainSettings.securityGroupIds[]": ["securityGroup", undefined, "ResourceNotFoundError"],
    }),
    ...settings("aws:sagemaker/domain:Domain", "defaultUserSettings", LIFECYCLE_APPS),
    ...settings(
        "aws:sagemaker/domain:Domain",
        "defaultSpaceSettings",
        LIFECYCLE_APPS.filter((app) => app !== "codeEditorAppSettings"),
    ),
    ...from("aws:sagemaker/userProfile:UserProfile", { domainId: ["domain", RESOURCE_IN_USE] }),
    ...settings("aws:sagemaker/userProfile:UserProfile", "userSettings", LIFECYCLE_APPS),
    ...from("aws:sagemaker/space:Space", { domainId: ["domain", RESOURCE_IN_USE] }),
    ...from("aws:sagemaker/app:App", { domainId: ["domain", RESOURCE_IN_USE] }),
];

/** What one resource of an account holds another by. Sources: the Delete and Create pages of each service's API reference. */
export const REFERENCES: readonly Reference[] = [...NETWORK, ...SECURITY, ...STUDIO];
