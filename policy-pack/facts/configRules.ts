/** A managed rule of AWS Config about SageMaker. */
export interface ConfigRule {
    /** `SourceIdentifier` of the rule; its name is the same in lower case with hyphens. */
    readonly identifier: string;
    /** Regions that have the rule, where AWS's page lists those. */
    readonly only?: readonly string[];
    /** Regions that do not, where AWS's page lists those. */
    readonly except?: readonly string[];
}

/** Newest Regions: pages written before them do not say whether they have the rule, so it is not made there. */
const NEWEST = ["ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ap-east-2", "mx-central-1"];
const CHINA = ["cn-north-1", "cn-northwest-1"];
const GOVERNMENT = ["us-gov-east-1", "us-gov-west-1"];
/** Regions opened since 2022 that most rules leave out. */
const YOUNG = [
    "ap-south-2",
    "ap-southeast-4",
    "ca-west-1",
    "eu-central-2",
    "eu-south-2",
    "il-central-1",
    "me-central-1",
    ...NEWEST,
];
/** Regions that every rule on definitions of monitoring jobs has. */
const OLDEST = [
    "ap-east-1",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];

/**
 * Rules that look at what this project guards: network, isolation, encryption and ways in. Left out: those about tags,
 * descriptions, platform versions and numbers of instances.
 *
 * Source: AWS Config developer guide, the page of each rule ("Identifier", "AWS Region"), named like the rule.
 */
export const CONFIG_RULES: readonly ConfigRule[] = [
    { identifier: "SAGEMAKER_DOMAIN_IN_VPC", except: [...YOUNG, ...CHINA, ...GOVERNMENT] },
    { identifier: "SAGEMAKER_MODEL_IN_VPC", except: [...YOUNG, ...CHINA, ...GOVERNMENT] },
    { identifier: "SAGEMAKER_MODEL_ISOLATION_ENABLED", except: [...YOUNG, ...CHINA, ...GOVERNMENT] },
    {
        identifier: "SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
        except: ["ap-southeast-4", ...NEWEST],
    },
    { identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC", except: [...YOUNG, ...GOVERNMENT] },
    { identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK", except: [...YOUNG, ...GOVERNMENT] },
    { identifier: "SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS", except: NEWEST },
    { identifier: "SAGEMAKER_DATA_QUALITY_JOB_ISOLATION", only: [...OLDEST, "eu-north-1", "me-south-1"] },
    { identifier: "SAGEMAKER_MODEL_BIAS_JOB_ISOLATION", only: [...OLDEST, "me-south-1"] },
    { identifier: "SAGEMAKER_MODEL_BIAS_JOB_ENCRYPT_IN_TRANSIT", only: [...OLDEST, "me-south-1"] },
    { identifier: "SAGEMAKER_MODEL_QUALITY_JOB_DEFINITION_ISOLATION", only: [...OLDEST, "eu-north-1"] },
    { identifier: "SAGEMAKER_MODEL_EXPLAINABILITY_JOB_NETWORK_ISOLATION", only: [...OLDEST, "eu-north-1"] },
    {
        identifier: "SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT",
        except: [...YOUNG, ...CHINA, ...GOVERNMENT, "af-south-1", "ap-southeast-3", "eu-south-1"],
    },
];

/** The rules a Region has. */
export function configRulesOf(region: string): readonly ConfigRule[] {
    return CONFIG_RULES.filter(
        ({ only, except = [] }) => (only === undefined || only.includes(region)) && !except.includes(region),
    );
}
