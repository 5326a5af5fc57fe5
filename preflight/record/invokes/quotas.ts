import { QUOTA_SERVICE, QUOTAS as QUOTA_FACTS } from "../../../policy-pack/facts";

/** Default value of one service quota. */
export interface Quota {
    readonly serviceCode: string;
    readonly quotaCode: string;
    readonly quotaName: string;
    readonly serviceName: string;
    readonly value: number;
}

function sagemaker(quotaCode: string, quotaName: string, value: number): Quota {
    return { serviceCode: QUOTA_SERVICE, quotaCode, quotaName, serviceName: "Amazon SageMaker", value };
}

/** Defaults of a new account, per Region. Source: https://docs.aws.amazon.com/general/latest/gr/sagemaker.html */
export const QUOTAS: readonly Quota[] = [
    ...QUOTA_FACTS.map(({ code, name, newAccount }) => sagemaker(code, name, newAccount)),
    sagemaker("L-4E39DDC4", "Maximum number of running Studio apps allowed per account", 40),
    sagemaker("L-A37B67B0", "Total EBS volume size in GB across all Studio spaces", 500),
];
