/** A quota of SageMaker as a new account has it. */
export interface Quota {
    /** Quota code in Service Quotas. */
    readonly code: string;
    /** Name in Service Quotas. */
    readonly name: string;
    readonly what: string;
    /** Default of a new account, per Region. */
    readonly newAccount: number;
    /** Resource type that counts against it. */
    readonly type: string;
}

/** Service code of SageMaker in Service Quotas. */
export const QUOTA_SERVICE = "sagemaker";

/** Source: AWS General Reference, "Amazon SageMaker AI endpoints and quotas". All can be raised on request. */
export const QUOTAS: readonly Quota[] = [
    {
        code: "L-B683BCB0",
        name: "Total domains",
        what: "domains",
        newAccount: 2,
        type: "aws:sagemaker/domain:Domain",
    },
    {
        code: "L-AC46C40F",
        name: "Maximum number of Studio user profiles allowed per account",
        what: "user profiles",
        newAccount: 2,
        type: "aws:sagemaker/userProfile:UserProfile",
    },
    {
        code: "L-8E5333B4",
        name: "Maximum number of Studio spaces allowed per account",
        what: "spaces",
        newAccount: 6,
        type: "aws:sagemaker/space:Space",
    },
];
