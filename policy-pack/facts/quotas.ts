/** A quota as a new account has it. */
export interface Quota {
    readonly code: string;
    readonly what: string;
    /** Default of a new account, per Region. */
    readonly newAccount: number;
    /** Resource type that counts against it. */
    readonly type: string;
}

/** Source: AWS General Reference, "Amazon SageMaker AI endpoints and quotas". All can be raised on request. */
export const QUOTAS: readonly Quota[] = [
    { code: "L-B683BCB0", what: "domains", newAccount: 2, type: "aws:sagemaker/domain:Domain" },
    {
        code: "L-AC46C40F",
        what: "user profiles per account",
        newAccount: 2,
        type: "aws:sagemaker/userProfile:UserProfile",
    },
    { code: "L-8E5333B4", what: "spaces per account", newAccount: 6, type: "aws:sagemaker/space:Space" },
];
