import { endpointServiceName, serviceHost } from "./partitions";

/** Short name of an endpoint service: the part of its service name after the Region. */
export type ServiceKey =
    | "s3"
    | "sagemaker.api"
    | "sagemaker.runtime"
    | "studio"
    | "sts"
    | "logs"
    | "ecr.api"
    | "ecr.dkr"
    | "monitoring"
    | "kms";

/** One VPC endpoint service of AWS. */
export interface EndpointService {
    readonly key: ServiceKey;
    readonly type: "Interface" | "Gateway";
    /** Name to ask AWS for. SageMaker's own web services and China differ from `com.amazonaws.R.key`. */
    readonly serviceName: (region: string) => string;
    /** Names that private DNS answers with the endpoint's addresses; empty for a gateway, which works by routes. */
    readonly privateDnsNames: (region: string) => readonly string[];
    /** Whether the service evaluates an endpoint policy. */
    readonly supportsPolicy: boolean;
    /** AWS page the row was taken from. */
    readonly source: string;
}

const PRIVATELINK_SERVICES = "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html";
const STUDIO_IN_VPC = "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-and-internet-access.html";

function interfaceService(
    key: ServiceKey,
    hosts: (region: string) => readonly string[],
    source: string = PRIVATELINK_SERVICES,
): EndpointService {
    return {
        key,
        type: "Interface",
        serviceName: (region) => endpointServiceName(key, region),
        privateDnsNames: hosts,
        supportsPolicy: true,
        source,
    };
}

/**
 * The endpoint catalogue: one row per service, in the order in which endpoints are listed everywhere.
 *
 * At deployment `DescribeVpcEndpointServices` is the authority; this table is what can be known before it.
 */
export const ENDPOINT_SERVICES: Readonly<Record<ServiceKey, EndpointService>> = {
    s3: {
        key: "s3",
        type: "Gateway",
        serviceName: (region) => endpointServiceName("s3", region),
        privateDnsNames: () => [],
        supportsPolicy: true,
        source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html",
    },
    "sagemaker.api": interfaceService("sagemaker.api", (region) => [serviceHost("api.sagemaker", region)]),
    "sagemaker.runtime": interfaceService("sagemaker.runtime", (region) => [serviceHost("runtime.sagemaker", region)]),
    studio: {
        ...interfaceService("studio", (region) => [
            `studio.${region}.sagemaker.aws`,
            `*.studio.${region}.sagemaker.aws`,
        ]),
        // Not `com.amazonaws`: SageMaker's web applications have their own prefix and stand before the Region.
        serviceName: (region) => `aws.sagemaker.${region}.studio`,
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html",
    },
    sts: interfaceService("sts", (region) => [serviceHost("sts", region)]),
    logs: interfaceService("logs", (region) => [serviceHost("logs", region)]),
    "ecr.api": interfaceService("ecr.api", (region) => [serviceHost("api.ecr", region)]),
    "ecr.dkr": interfaceService("ecr.dkr", (region) => [
        serviceHost("dkr.ecr", region),
        `*.${serviceHost("dkr.ecr", region)}`,
    ]),
    monitoring: interfaceService("monitoring", (region) => [serviceHost("monitoring", region)]),
    kms: interfaceService("kms", (region) => [serviceHost("kms", region)]),
};

/** What people do in Studio that needs endpoints. */
export type Feature = "studio" | "jobs";

/** The endpoints one feature needs in a VPC without internet. */
export interface FeatureEndpoints {
    readonly description: string;
    readonly services: readonly ServiceKey[];
    /** AWS page that lists them. */
    readonly source: string;
}

/** Endpoints by feature; features overlap on purpose, `servicesFor` joins them. */
export const FEATURES: Readonly<Record<Feature, FeatureEndpoints>> = {
    studio: {
        description: "Open Studio, work in JupyterLab and Code Editor, call SageMaker endpoints",
        services: ["s3", "sagemaker.api", "sagemaker.runtime", "studio", "sts", "logs"],
        source: STUDIO_IN_VPC,
    },
    jobs: {
        description: "Run training, processing and hosting in the VPC with encrypted volumes and private images",
        services: ["s3", "sagemaker.api", "sts", "logs", "ecr.api", "ecr.dkr", "monitoring", "kms"],
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",
    },
};

const CATALOGUE_ORDER = Object.keys(ENDPOINT_SERVICES) as ServiceKey[];

/** Every service the features need, each once, in the order of the catalogue whatever the order of `features`. */
export function servicesFor(features: readonly Feature[]): ServiceKey[] {
    const needed = new Set(features.flatMap((feature) => FEATURES[feature].services));
    return CATALOGUE_ORDER.filter((key) => needed.has(key));
}

/** The catalogue row of an endpoint service name in its Region, if the catalogue has it. */
export function serviceNamed(serviceName: string): { key: ServiceKey; region: string } | undefined {
    for (const key of CATALOGUE_ORDER) {
        const region = regionIn(serviceName);
        if (region !== undefined && ENDPOINT_SERVICES[key].serviceName(region) === serviceName) {
            return { key, region };
        }
    }
    return undefined;
}

function regionIn(serviceName: string): string | undefined {
    return /\.([a-z]{2,4}(?:-[a-z]+)+-\d+)\./.exec(serviceName)?.[1];
}
