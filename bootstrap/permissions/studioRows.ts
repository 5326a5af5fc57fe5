import { type PermissionTable, SOURCES } from "./row";

/** The domain, its lifecycle scripts and its profiles. */
export const STUDIO_ROWS: PermissionTable = {
    "aws:sagemaker/domain:Domain": {
        create: {
            vpcOnlyDomains: ["sagemaker:CreateDomain"],
            domains: ["sagemaker:AddTags"],
            executionRoleToService: ["iam:PassRole"],
            studioLinkedRole: ["iam:CreateServiceLinkedRole"],
            keysThroughStudio: ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
            keys: ["kms:DescribeKey"],
        },
        read: { domains: ["sagemaker:DescribeDomain", "sagemaker:ListTags"] },
        update: {
            staysVpcOnlyDomains: ["sagemaker:UpdateDomain"],
            domains: ["sagemaker:AddTags", "sagemaker:DeleteTags"],
            executionRoleToService: ["iam:PassRole"],
        },
        delete: { domains: ["sagemaker:DeleteDomain"] },
        source: `${SOURCES.TF} sagemaker/domain.go; ${SOURCES.CFN} AWS::SageMaker::Domain (role, linked role and key)`,
    },
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": {
        create: { lifecycleConfigs: ["sagemaker:AddTags", "sagemaker:CreateStudioLifecycleConfig"] },
        read: { lifecycleConfigs: ["sagemaker:DescribeStudioLifecycleConfig", "sagemaker:ListTags"] },
        update: { lifecycleConfigs: ["sagemaker:AddTags", "sagemaker:DeleteTags"] },
        delete: { lifecycleConfigs: ["sagemaker:DeleteStudioLifecycleConfig"] },
        source: `${SOURCES.TF} sagemaker/studio_lifecycle_config.go`,
    },
    "aws:sagemaker/userProfile:UserProfile": {
        create: {
            profiles: ["sagemaker:AddTags", "sagemaker:CreateUserProfile"],
            executionRoleToService: ["iam:PassRole"],
        },
        read: { profiles: ["sagemaker:DescribeUserProfile", "sagemaker:ListTags"] },
        update: {
            profiles: ["sagemaker:AddTags", "sagemaker:DeleteTags", "sagemaker:UpdateUserProfile"],
            executionRoleToService: ["iam:PassRole"],
        },
        delete: { profiles: ["sagemaker:DeleteUserProfile"] },
        source: `${SOURCES.TF} sagemaker/user_profile.go; ${SOURCES.CFN} AWS::SageMaker::UserProfile`,
    },
};
