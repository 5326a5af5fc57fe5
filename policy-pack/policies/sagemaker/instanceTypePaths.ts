const APP_SETTINGS = {
    space: ["codeEditor", "jupyterLab", "jupyterServer", "kernelGateway"],
    domainSpaces: ["jupyterLab", "jupyterServer", "kernelGateway"],
    user: ["codeEditor", "jupyterLab", "jupyterServer", "kernelGateway", "rSession", "tensorBoard"],
} as const;

const TRAINING_RESOURCES = ["resourceConfig.instanceType", "resourceConfig.instanceGroups.*.instanceType"];

const TUNING_RESOURCES = [
    ...TRAINING_RESOURCES,
    "hyperParameterTuningResourceConfig.instanceType",
    "hyperParameterTuningResourceConfig.instanceConfigs.*.instanceType",
];

/**
 * Where SageMaker's resources name the instance type they run on; `*` stands for each element of a list. Not here:
 * lists of what somebody may choose or cannot see (`supported…InstanceTypes`, `hiddenInstanceTypes`).
 *
 * Source: inputs of the aws provider's `aws:sagemaker` types; a test holds the table against its type definitions.
 */
export const INSTANCE_TYPE_PATHS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/algorithm:Algorithm": [
        ...TRAINING_RESOURCES.map((path) => `validationSpecification.validationProfiles.trainingJobDefinition.${path}`),
        "validationSpecification.validationProfiles.transformJobDefinition.transformResources.instanceType",
    ],
    "aws:sagemaker/app:App": ["resourceSpec.instanceType"],
    "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": ["jobResources.clusterConfig.instanceType"],
    "aws:sagemaker/domain:Domain": [
        ...defaultsOf("defaultSpaceSettings", APP_SETTINGS.domainSpaces),
        ...defaultsOf("defaultUserSettings", APP_SETTINGS.user),
        "domainSettings.rStudioServerProDomainSettings.defaultResourceSpec.instanceType",
    ],
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": [
        "productionVariants.*.instanceType",
        "shadowProductionVariants.*.instanceType",
    ],
    "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
        ...TUNING_RESOURCES.map((path) => `trainingJobDefinition.${path}`),
        ...TUNING_RESOURCES.map((path) => `trainingJobDefinitions.*.${path}`),
    ],
    "aws:sagemaker/monitoringSchedule:MonitoringSchedule": [
        "monitoringScheduleConfig.monitoringJobDefinition.monitoringResources.clusterConfig.instanceType",
    ],
    "aws:sagemaker/notebookInstance:NotebookInstance": ["instanceType"],
    "aws:sagemaker/space:Space": defaultsOf("spaceSettings", APP_SETTINGS.space),
    "aws:sagemaker/trainingJob:TrainingJob": [
        ...TRAINING_RESOURCES,
        "debugRuleConfigurations.*.instanceType",
        "profilerRuleConfigurations.*.instanceType",
    ],
    "aws:sagemaker/userProfile:UserProfile": defaultsOf("userSettings", APP_SETTINGS.user),
};

function defaultsOf(settings: string, apps: readonly string[]): string[] {
    return apps.map((app) => `${settings}.${app}AppSettings.defaultResourceSpec.instanceType`);
}
