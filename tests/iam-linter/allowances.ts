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
            /^studio-(([\w-]+-)?keys|onprem)-logs LogGroups(OfThisStack|NamedByServices): kms:DescribeKey never carries kms:EncryptionContext:aws:logs:arn$/,
        reason: "the statement is the one CloudWatch Logs documents for its keys; the action simply is not granted",
    },
    {
        finding:
            /^studio-([\w-]+-)?(execution-boundary ServicesOfStudio|(boundaries-service|boundary) ServicesOfOperations): Allow on \* of whole services$/,
        reason: "a boundary grants nothing; it only has to be wider than the identity policies under it",
    },
    {
        finding: /^studio-([\w-]+-)?boundaries-person OpeningProfiles: Allow on \* of sagemaker:\w+$/,
        reason: "a boundary grants nothing; which profiles are opened is for the role's own policies to say",
    },
    {
        finding: /^studio-access-boundary WorkOfTheAccessService: Allow on \* of [\w-]+:\w+$/,
        reason: "a boundary grants nothing; which table, roles and groups is for the functions' own policies to say",
    },
    {
        finding: /^studio-access-presign KeepInterfaces: Allow on \* of ec2:\w+$/,
        reason: "Lambda keeps a function's network interfaces with the function's role and documents no narrower resource",
    },
    {
        finding: /^studio-access-presign NoInterfacesForTheCode: ec2:\w+ never carries lambda:SourceFunctionArn$/,
        reason: "Lambda adds the key to whatever a function's code calls (Lambda developer guide, source function ARN)",
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
