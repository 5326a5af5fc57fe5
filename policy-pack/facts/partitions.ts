/** What an AWS partition changes in ARNs, host names and endpoint service names. */
export interface Partition {
    /** First part of an ARN after `arn:`. */
    readonly id: "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc";
    /** Ending of the host names of AWS services. */
    readonly dnsSuffix: string;
    /** Prefix of endpoint service names, for the services listed in `prefixedServices`. */
    readonly endpointPrefix: string;
    /** Services whose endpoint name takes `endpointPrefix`; all others keep `com.amazonaws`. */
    readonly prefixedServices: readonly string[];
}

const COMMERCIAL: Partition = {
    id: "aws",
    dnsSuffix: "amazonaws.com",
    endpointPrefix: "com.amazonaws",
    prefixedServices: [],
};

/**
 * Partitions by the beginning of their Region codes. The services that change their prefix are those of the endpoint
 * catalogue, after the table in aws-cdk-lib (`aws-ec2/lib/vpc-endpoint.ts`). Its S3 row is about the interface
 * endpoint; the gateway endpoint keeps `com.amazonaws` in China too.
 */
const PARTITIONS: readonly (readonly [regionPrefix: string, partition: Partition])[] = [
    [
        "cn-",
        {
            id: "aws-cn",
            dnsSuffix: "amazonaws.com.cn",
            endpointPrefix: "cn.com.amazonaws",
            prefixedServices: [
                "application-autoscaling",
                "athena",
                "cloudformation",
                "ec2",
                "ecr.api",
                "ecr.dkr",
                "elasticfilesystem",
                "elasticfilesystem-fips",
                "emr-containers",
                "execute-api",
                "lambda",
                "monitoring",
                "rds",
                "redshift",
                "redshift-data",
                "sagemaker.api",
                "sagemaker.featurestore-runtime",
                "sagemaker.runtime",
                "servicecatalog",
                "sqs",
                "sts",
                "xray",
            ],
        },
    ],
    ["us-gov-", { ...COMMERCIAL, id: "aws-us-gov" }],
    [
        "eusc-",
        {
            id: "aws-eusc",
            dnsSuffix: "amazonaws.eu",
            endpointPrefix: "eu.amazonaws",
            prefixedServices: ["ecr.api", "ecr.dkr", "execute-api"],
        },
    ],
];

/** The partition of a Region code, for example `aws-cn` for `cn-north-1`. Unlisted Regions are commercial ones. */
export function partitionOf(region: string): Partition {
    return PARTITIONS.find(([regionPrefix]) => region.startsWith(regionPrefix))?.[1] ?? COMMERCIAL;
}

/** Endpoint service name of an ordinary service: `com.amazonaws.R.sts`, `cn.com.amazonaws.R.sts` in China. */
export function endpointServiceName(service: string, region: string): string {
    const partition = partitionOf(region);
    const prefix = partition.prefixedServices.includes(service) ? partition.endpointPrefix : "com.amazonaws";
    return `${prefix}.${region}.${service}`;
}

/** Host name of a service in a Region: `sts.R.amazonaws.com`, with China's ending in China. */
export function serviceHost(host: string, region: string): string {
    return `${host}.${region}.${partitionOf(region).dnsSuffix}`;
}
