import { type ReplacementTable, TERRAFORM } from "./row";

const FACTS = `${TERRAFORM}/sagemaker, ForceNew in the schema`;

/** SageMaker Studio. */
export const STUDIO: ReplacementTable = {
    "aws:sagemaker/domain:Domain": {
        paths: [
            "authMode",
            "domainName",
            "domainSettings.securityGroupIds",
            "kmsKeyId",
            "retentionPolicy",
            "subnetIds",
            "vpcId",
        ],
        source: `${FACTS}; issues 40600 (groups) and 48778 (subnets)`,
    },
    "aws:sagemaker/userProfile:UserProfile": {
        paths: ["domainId", "singleSignOnUserIdentifier", "singleSignOnUserValue", "userProfileName"],
        source: FACTS,
    },
    "aws:sagemaker/space:Space": { paths: ["domainId", "spaceName"], source: FACTS },
    "aws:sagemaker/app:App": {
        paths: ["appName", "appType", "domainId", "resourceSpec", "spaceName", "userProfileName"],
        source: FACTS,
    },
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": {
        paths: ["studioLifecycleConfigAppType", "studioLifecycleConfigContent", "studioLifecycleConfigName"],
        source: FACTS,
    },
    "aws:sagemaker/appImageConfig:AppImageConfig": { paths: ["appImageConfigName"], source: FACTS },
};
