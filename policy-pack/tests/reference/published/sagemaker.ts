import { CHOICE, checksOf, EXISTENCE, type PublishedCheck, type Row, RUNTIME } from "./check";

/** Security Hub (Foundational Security Best Practices) and AWS Config, of SageMaker. */
const OF_AWS: readonly PublishedCheck[] = [
    ...checksOf("fsbp", [
        ["SageMaker.1", "notebook instances have no direct internet access"],
        ["SageMaker.2", "notebook instances are in a VPC of the customer's"],
        ["SageMaker.3", "notebook users are not root"],
        ["SageMaker.4", "endpoint variants start with more than one instance"],
        ["SageMaker.5", "models are isolated from the network"],
        ["SageMaker.6", "app image configurations are tagged"],
        ["SageMaker.7", "images are tagged"],
        ["SageMaker.8", "notebook instances are on a supported platform"],
        ["SageMaker.9", "data quality jobs encrypt traffic between containers"],
        ["SageMaker.10", "explainability jobs encrypt traffic between containers"],
        ["SageMaker.11", "data quality jobs are isolated from the network"],
        ["SageMaker.12", "model bias jobs are isolated from the network"],
        ["SageMaker.13", "model quality jobs encrypt traffic between containers"],
        ["SageMaker.14", "monitoring schedules are isolated from the network"],
        ["SageMaker.15", "model bias jobs encrypt traffic between containers"],
    ]),
    ...checksOf("config", [
        ["SAGEMAKER_DOMAIN_IN_VPC", "domains are VPC only"],
        ["SAGEMAKER_DOMAIN_TAGGED", "domains carry the required tags"],
        ["SAGEMAKER_APP_IMAGE_CONFIG_TAGGED", "app image configurations carry the required tags"],
        ["SAGEMAKER_FEATURE_GROUP_TAGGED", "feature groups carry the required tags"],
        ["SAGEMAKER_IMAGE_TAGGED", "images carry the required tags"],
        ["SAGEMAKER_IMAGE_DESCRIPTION", "images have a description", "a description protects nothing"],
        ["SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED", "endpoint configurations name a key"],
        ["SAGEMAKER_ENDPOINT_CONFIG_KMS_KEY_REQUIRED", "endpoint configurations name a key of a list"],
        ["SAGEMAKER_ENDPOINT_CONFIG_PROD_INSTANCE_COUNT", "endpoint variants start with enough instances"],
        ["SAGEMAKER_MODEL_IN_VPC", "models are in a VPC"],
        ["SAGEMAKER_MODEL_ISOLATION_ENABLED", "models are isolated from the network"],
        ["SAGEMAKER_MODEL_PRIVATE_REGISTRY_REQUIRED", "a model's image comes from a private registry"],
        ["SAGEMAKER_MODEL_MULTICONTAINER_PRIVATE_REGISTRY", "images of models with several containers do too"],
        ["SAGEMAKER_NOTEBOOK_INSTANCE_INSIDE_VPC", "notebook instances are in a VPC"],
        ["SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED", "notebook instances name a key"],
        ["SAGEMAKER_NOTEBOOK_INSTANCE_PLATFORM_VERSION", "notebook instances are on a supported platform"],
        ["SAGEMAKER_NOTEBOOK_INSTANCE_ROOT_ACCESS_CHECK", "notebook users are not root"],
        ["SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS", "notebook instances have no direct internet access"],
        ["SAGEMAKER_DATA_QUALITY_JOB_ISOLATION", "data quality jobs are isolated from the network"],
        ["SAGEMAKER_MODEL_BIAS_JOB_ISOLATION", "model bias jobs are isolated from the network"],
        ["SAGEMAKER_MODEL_QUALITY_JOB_DEFINITION_ISOLATION", "model quality jobs are isolated from the network"],
        ["SAGEMAKER_MODEL_EXPLAINABILITY_JOB_NETWORK_ISOLATION", "explainability jobs are isolated from the network"],
        ["SAGEMAKER_MODEL_BIAS_JOB_ENCRYPT_IN_TRANSIT", "model bias jobs encrypt traffic between containers"],
        [
            "SAGEMAKER_MODEL_EXPLAINABILITY_JOB_ENCRYPT_IN_TRANSIT",
            "explainability jobs encrypt traffic between containers",
        ],
        ["SAGEMAKER_FEATUREGROUP_ENCRYPTION_AT_REST", "offline feature stores name a key"],
        ["SAGEMAKER_FEATUREGROUP_ONLINE_STORE_ENCRYPTION", "online feature stores name a key"],
    ]),
    ...checksOf("control-tower", [
        ["CT.SAGEMAKER.PR.1", "notebook instances have no direct internet access"],
        ["CT.SAGEMAKER.PR.2", "notebook instances are in a VPC of the customer's"],
        ["CT.SAGEMAKER.PR.3", "notebook users are not root"],
    ]),
    ...checksOf("aws-whitepaper", [
        ["sagemaker-InstanceTypes", "roles may start listed instance types only"],
        [
            "sagemaker-VolumeKmsKey",
            "roles may start nothing without a key, subnets and groups",
            "the product denies it in its own boundaries; a raw stack has many ways to say the same",
        ],
    ]),
];

/** The checks that four packs of cdk-nag have in common. */
function inEachPack(pack: string): Row[] {
    return [
        [`${pack}-SageMakerEndpointConfigurationKMSKeyConfigured`, "endpoint configurations name a key"],
        [`${pack}-SageMakerNotebookInstanceKMSKeyConfigured`, "notebook instances name a key"],
        [`${pack}-SageMakerNotebookNoDirectInternetAccess`, "notebook instances have no direct internet access"],
    ];
}

/** Scanners of programs and templates, of SageMaker. */
const OF_SCANNERS: readonly PublishedCheck[] = [
    ...checksOf("checkov", [
        ["CKV_AWS_22", "notebook volumes are under a key of the customer's"],
        ["CKV_AWS_98", "endpoint configurations name a key"],
        ["CKV_AWS_122", "notebook instances have no direct internet access"],
        ["CKV_AWS_187", "domains and notebook instances are under a key of the customer's"],
        ["CKV_AWS_306", "notebook instances are in a VPC of the customer's"],
        ["CKV_AWS_307", "notebook users are not root"],
        ["CKV_AWS_367", "output of data quality jobs is under a key"],
        ["CKV_AWS_368", "volumes of data quality jobs are under a key"],
        ["CKV_AWS_369", "data quality jobs encrypt traffic between containers"],
        ["CKV_AWS_370", "models are isolated from the network"],
        ["CKV_AWS_371", "notebook instances demand IMDSv2"],
        ["CKV_AWS_372", "output of human review flows is under a key"],
        ["CKV2_AWS_68", "the role of a notebook instance does not allow every action"],
    ]),
    ...checksOf("cdk-nag", [
        ["AwsSolutions-SM1", "notebook instances are in a VPC"],
        ["AwsSolutions-SM2", "notebook volumes are under a key"],
        ["AwsSolutions-SM3", "notebook instances have no direct internet access"],
        ...["HIPAA.Security", "NIST.800.53.R4", "NIST.800.53.R5", "PCI.DSS.321"].flatMap(inEachPack),
    ]),
    ...checksOf("guard", [
        ["SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED", "endpoint configurations name a key"],
        ["SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED", "notebook instances name a key"],
        ["SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS", "notebook instances have no direct internet access"],
    ]),
    ...checksOf("kics", [
        ["f3674e0c-f6be-43fa-b71c-bf346d1aed99", "Terraform: notebook instances name a key"],
        ["58b35504-0287-4154-bf69-02c0573deab8", "Terraform: endpoint configurations name a key"],
        ["709e6da6-fa1f-44cc-8f17-7f25f96dadbe", "CloudFormation: notebook instances name a key"],
        ["88d55d94-315d-4564-beee-d2d725feab11", "CloudFormation: notebook instances have no direct internet access"],
        ["9c7028d9-04c2-45be-b8b2-1188ccaefb36", "CloudFormation: notebook instances are in a VPC"],
        ["44034eda-1c3f-486a-831d-e09a7dd94354", "CloudFormation: endpoint configurations name a key"],
    ]),
    ...checksOf("terrascan", [["AC_AWS_0499", "notebook instances name a key"]]),
    ...checksOf("pulumi", [
        ["sagemaker-notebook-internet-access-disabled", "notebook instances have no direct internet access"],
        ["sagemaker-endpoint-kms-encryption-enabled", "endpoint configurations name a key"],
        ["sagemaker-notebook-kms-encryption-enabled", "notebook instances name a key"],
        ["pulumi-policy#172", "an issue: ignoreChanges hides a property from policies"],
    ]),
    ...checksOf("conformity", [
        ["SageMaker-004", "notebook instances have no direct internet access"],
        ["SageMaker-005", "domains are VPC only"],
    ]),
    ...checksOf("steampipe", [
        ["sagemaker_domain_encrypted_with_kms_cmk", "domains are under a key of the customer's"],
    ]),
];

/** Assessments of running accounts, of SageMaker. */
const OF_ASSESSMENTS: readonly PublishedCheck[] = [
    ...checksOf("prowler", [
        ["sagemaker_clarify_exists", "a Clarify job exists", EXISTENCE],
        ["sagemaker_domain_sso_configured", "domains sign people in by IAM Identity Center"],
        ["sagemaker_endpoint_config_kms_encryption_enabled", "endpoint configurations name a key"],
        ["sagemaker_endpoint_config_prod_variant_instances", "endpoint variants have more than one instance"],
        ["sagemaker_models_monitor_enabled", "a monitoring schedule exists", EXISTENCE],
        ["sagemaker_models_network_isolation_enabled", "models are isolated from the network"],
        ["sagemaker_models_registry_in_use", "a model package group exists", EXISTENCE],
        ["sagemaker_models_vpc_settings_configured", "models are in a VPC"],
        ["sagemaker_notebook_instance_encryption_enabled", "notebook instances name a key"],
        ["sagemaker_notebook_instance_no_secrets", "lifecycle scripts hold no secrets"],
        ["sagemaker_notebook_instance_root_access_disabled", "notebook users are not root"],
        ["sagemaker_notebook_instance_vpc_settings_configured", "notebook instances are in a VPC"],
        [
            "sagemaker_notebook_instance_without_direct_internet_access_configured",
            "notebook instances have no direct internet access",
        ],
        [
            "sagemaker_training_jobs_intercontainer_encryption_enabled",
            "training jobs encrypt traffic between containers",
        ],
        ["sagemaker_training_jobs_network_isolation_enabled", "training jobs are isolated from the network"],
        [
            "sagemaker_training_jobs_volume_and_output_encryption_enabled",
            "volumes and output of training jobs are under a key",
        ],
        ["sagemaker_training_jobs_vpc_settings_configured", "training jobs are in a VPC"],
        ["iam_user_access_not_stale_to_sagemaker", "IAM users use the access to SageMaker they have", RUNTIME],
        ["AISF-INFRA", "AI security framework: network and compute"],
        ["AISF-ML-01", "AI security framework: models are isolated"],
        ["AISF-ML-02", "AI security framework: notebook instances"],
        ["AISF-ML-03", "AI security framework: training jobs"],
        ["AISF-ML-04", "AI security framework: registry, and sign-in by Identity Center"],
    ]),
    ...checksOf("aws-sample", [
        ["SM-01", "notebook instances and domains have no direct internet access"],
        ["SM-02", "roles of SageMaker are not too wide"],
        ["SM-03", "notebook instances and domains are under a key"],
        ["SM-04", "GuardDuty is on", "of the account, not of a Studio; the product's baseline turns it on"],
        ["SM-05", "pipelines and the registry are used", EXISTENCE],
        ["SM-06", "Clarify is used", EXISTENCE],
        ["SM-07", "Model Monitor is used", EXISTENCE],
        ["SM-08", "the model registry is used", EXISTENCE],
        ["SM-09", "notebook users are not root"],
        ["SM-10", "notebook instances are in a VPC"],
        ["SM-11", "models are isolated from the network"],
        ["SM-12", "endpoints have more than one instance"],
        ["SM-13", "monitoring jobs are isolated from the network"],
        ["SM-14", "images come from a private registry"],
        ["SM-15", "feature stores are under a key"],
        ["SM-16", "data quality jobs are isolated and encrypted"],
        ["SM-17", "processing jobs are isolated and in a VPC"],
        ["SM-18", "transform jobs are encrypted"],
        ["SM-19", "tuning jobs are isolated and in a VPC"],
        ["SM-20", "compilation jobs are in a VPC", "jobs run once; @pulumi/aws has no such resource"],
        ["SM-21", "AutoML jobs are isolated", "jobs run once; @pulumi/aws has no such resource"],
        ["SM-22", "models are approved before use", RUNTIME],
        ["SM-23", "drift is watched", EXISTENCE],
        ["SM-24", "variants are compared with live traffic", CHOICE],
        ["SM-25", "lineage is recorded", EXISTENCE],
    ]),
];

export const SAGEMAKER_CHECKS: readonly PublishedCheck[] = [...OF_AWS, ...OF_SCANNERS, ...OF_ASSESSMENTS];
