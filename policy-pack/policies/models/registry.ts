import { type GraphResource, isUnknown, readPath } from "../../graph";

/** The registry of an image in Amazon ECR. */
export interface EcrRegistry {
    readonly account: string;
    readonly region: string;
}

/**
 * Endings of ECR's host names: those of the partitions, from the AWS SDK's table of partitions, and those of dual-stack
 * hosts (Amazon ECR user guide, "Making requests to Amazon ECR registries").
 */
const SUFFIXES = [
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "on.aws",
    "c2s.ic.gov",
    "sc2s.sgov.gov",
    "cloud.adc-e.uk",
    "csp.hci.ic.gov",
];

/**
 * The private ECR registry that an image's path begins with, `123456789012.dkr.ecr.eu-west-1.amazonaws.com/…`; absent for
 * any other registry, the public one of ECR too.
 */
export function ecrRegistry(image: string): EcrRegistry | undefined {
    const [, account, region, suffix] =
        /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z0-9.-]+)\//.exec(image) ?? [];
    return account !== undefined && region !== undefined && suffix !== undefined && SUFFIXES.includes(suffix)
        ? { account, region }
        : undefined;
}

/**
 * The account of a model: that of its own ARN, or of its role, which SageMaker takes from the same account only. Unknown
 * while neither is known.
 */
export function ownAccount({ props }: GraphResource): string | undefined {
    return ["arn", "executionRoleArn"].map((key) => accountIn(readPath(props, key))).find(Boolean);
}

function accountIn(arn: unknown): string | undefined {
    return !isUnknown(arn) && typeof arn === "string" ? /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(arn)?.[1] : undefined;
}
