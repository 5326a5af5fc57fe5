import { AwsError } from "./errors";
import { allOf } from "./lookup";
import type { Place } from "./place";
import type { Store, Stored } from "./store";
import { type Properties, textAt } from "./values";

/** What may not exist twice. */
interface Unique {
    readonly type: string;
    /** Properties that together must differ; one that is missing counts as empty. */
    readonly paths: readonly string[];
    readonly code: string;
    /** Names that differ in case only are the same. */
    readonly ignoreCase?: true;
    readonly source: string;
}

const RULE = [
    "securityGroupId",
    "ipProtocol",
    "fromPort",
    "toPort",
    "cidrIpv4",
    "cidrIpv6",
    "referencedSecurityGroupId",
    "prefixListId",
];
const EC2_CODES = "EC2 API reference, error codes";

export const UNIQUE: readonly Unique[] = [
    {
        type: "aws:ec2/securityGroup:SecurityGroup",
        paths: ["vpcId", "name"],
        code: "InvalidGroup.Duplicate",
        source: EC2_CODES,
    },
    ...["Ingress", "Egress"].map((way) => ({
        type: `aws:vpc/securityGroup${way}Rule:SecurityGroup${way}Rule`,
        paths: RULE,
        code: "InvalidPermission.Duplicate",
        source: EC2_CODES,
    })),
    {
        type: "aws:ec2/route:Route",
        paths: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
        code: "RouteAlreadyExists",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
        paths: ["vpcId"],
        code: "Resource.AlreadyAssociated",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2/flowLog:FlowLog",
        paths: ["vpcId", "subnetId", "eniId", "trafficType", "logDestination"],
        code: "FlowLogAlreadyExists",
        source: EC2_CODES,
    },
    {
        type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
        paths: ["vpcId", "transitGatewayId"],
        code: "DuplicateTransitGatewayAttachment",
        source: EC2_CODES,
    },
    {
        type: "aws:iam/role:Role",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreateRole",
    },
    {
        type: "aws:iam/policy:Policy",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreatePolicy",
    },
    {
        type: "aws:iam/instanceProfile:InstanceProfile",
        paths: ["name"],
        code: "EntityAlreadyExists",
        ignoreCase: true,
        source: "IAM API reference, CreateInstanceProfile",
    },
    {
        type: "aws:kms/alias:Alias",
        paths: ["name"],
        code: "AlreadyExistsException",
        source: "KMS API reference, CreateAlias",
    },
    {
        type: "aws:cloudwatch/logGroup:LogGroup",
        paths: ["name"],
        code: "ResourceAlreadyExistsException",
        source: "CloudWatch Logs API reference, CreateLogGroup",
    },
    {
        type: "aws:ssm/parameter:Parameter",
        paths: ["name"],
        code: "ParameterAlreadyExists",
        source: "Systems Manager API reference, PutParameter",
    },
    {
        type: "aws:sagemaker/userProfile:UserProfile",
        paths: ["domainId", "userProfileName"],
        code: "ResourceInUse",
        ignoreCase: true,
        source: "SageMaker API reference, CreateUserProfile",
    },
    {
        type: "aws:sagemaker/space:Space",
        paths: ["domainId", "spaceName"],
        code: "ResourceInUse",
        ignoreCase: true,
        source: "SageMaker API reference, CreateSpace",
    },
    {
        type: "aws:sagemaker/app:App",
        paths: ["domainId", "userProfileName", "spaceName", "appType", "appName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateApp",
    },
    {
        type: "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
        paths: ["studioLifecycleConfigName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateStudioLifecycleConfig",
    },
    {
        type: "aws:sagemaker/appImageConfig:AppImageConfig",
        paths: ["appImageConfigName"],
        code: "ResourceInUse",
        source: "SageMaker API reference, CreateAppImageConfig",
    },
];

/**
 * Refuses a second thing where the account may have one.
 * @param id of the resource itself, which is no rival; left out when it is being made
 * @throws AwsError
 */
export function checkUnique(store: Store, place: Place, type: string, properties: Properties, id?: string): void {
    for (const row of UNIQUE.filter((candidate) => candidate.type === type)) {
        const key = keyOf(row, properties);
        const rival = allOf(store, place, type).find(
            (other) => other.id !== id && keyOf(row, other.properties) === key,
        );
        if (rival !== undefined) {
            const what = row.paths.map((path) => textAt(properties, path)).filter((text) => text !== undefined);
            throw new AwsError(
                row.code,
                `${what.join(", ")} already exists as ${rival.id} in account ${place.account}`,
            );
        }
    }
    if (type === "aws:s3/bucket:Bucket") {
        checkBucketName(store.list({ type }), place, properties, id);
    }
}

/** Bucket names are taken world-wide; who took it decides on the code. Source: S3 API reference, CreateBucket. */
function checkBucketName(buckets: readonly Stored[], place: Place, properties: Properties, id?: string): void {
    const rival = buckets.find((other) => other.id === properties["bucket"] && other.id !== id);
    if (rival !== undefined) {
        const code = rival.account === place.account ? "BucketAlreadyOwnedByYou" : "BucketAlreadyExists";
        throw new AwsError(code, `the bucket name ${rival.id} is taken`);
    }
}

function keyOf({ paths, ignoreCase }: Unique, properties: Properties): string {
    const key = JSON.stringify(paths.map((path) => properties[path] ?? null));
    return ignoreCase === true ? key.toLowerCase() : key;
}
