/** A finding that stands on purpose. */
interface Allowance {
    /** Matches the whole finding. */
    readonly finding: RegExp;
    /** Why it is right. */
    readonly reason: string;
}

/** Every finding about the program's documents that is right as it is. */
export const ALLOWANCES: readonly Allowance[] = [
    {
        finding:
            /^studio-keys-logs LogGroupsOfThisStack: kms:DescribeKey never carries kms:EncryptionContext:aws:logs:arn$/,
        reason: "the statement is the one CloudWatch Logs documents for its keys; the action simply is not granted",
    },
    {
        finding:
            /^studio-(execution-boundary ServicesOfStudio|boundaries-service ServicesOfOperations): Allow on \* of whole services$/,
        reason: "a boundary grants nothing; it only has to be wider than the identity policies under it",
    },
    {
        finding: /^studio-boundaries-person OpeningProfiles: Allow on \* of sagemaker:\w+$/,
        reason: "a boundary grants nothing; which profiles are opened is for the role's own policies to say",
    },
    {
        finding: /^studio-\S+ \w+: Allow on \* of cloudwatch:(GetMetricData|ListMetrics|PutMetricData)$/,
        reason: "the dataset type is for OTLP metrics; classic metrics are granted on * only",
    },
    {
        finding: /^studio-user OidcPeople: .* login\.example\.com(\/realms\/studio)?:(aud|sub)$/,
        reason: "keys of a web identity begin with the issuer's address (IAM user guide, condition keys for OIDC federation)",
    },
    {
        finding:
            /^studio-\S+ PublicHub: (no resource fits sagemaker:\w+|no action fits arn:aws:sagemaker:[\w-]+:aws:hub\S*)$/,
        reason: "JumpStart's public hub has `aws` for an account in its ARN",
    },
    {
        finding: /^studio-\S+ InvokeModels: no resource fits bedrock:InvokeModel(WithResponseStream)?$/,
        reason: "the reference calls every kind of model required, and a call names one",
    },
];
