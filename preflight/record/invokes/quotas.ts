/** Default value of one service quota. */
export interface Quota {
    readonly serviceCode: string;
    readonly quotaCode: string;
    readonly quotaName: string;
    readonly serviceName: string;
    readonly value: number;
}

function sagemaker(quotaCode: string, quotaName: string, value: number): Quota {
    return { serviceCode: "sagemaker", quotaCode, quotaName, serviceName: "Amazon SageMaker", value };
}

/** Defaults of a new account, per Region. Source: https://docs.aws.amazon.com/general/latest/gr/sagemaker.html */
export const QUOTAS: readonly Quota[] = [
    sagemaker("L-B683BCB0", "Total domains", 2),
    sagemaker("L-AC46C40F", "Maximum number of Studio user profiles allowed per account", 2),
    sagemaker("L-8E5333B4", "Maximum number of Studio spaces allowed per account", 6),
    sagemaker("L-4E39DDC4", "Maximum number of running Studio apps allowed per account", 40),
    sagemaker("L-A37B67B0", "Total EBS volume size in GB across all Studio spaces", 500),
];
