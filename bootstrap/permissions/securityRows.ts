import { type PermissionTable, SOURCES } from "./row";

/** Keys, roles, policies and log groups. */
export const SECURITY_ROWS: PermissionTable = {
    "aws:kms/key:Key": {
        create: {
            regionWide: ["kms:CreateKey"],
            keys: ["kms:EnableKeyRotation", "kms:PutKeyPolicy", "kms:TagResource"],
        },
        read: { keys: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"] },
        update: {
            keys: [
                "kms:EnableKey",
                "kms:EnableKeyRotation",
                "kms:PutKeyPolicy",
                "kms:TagResource",
                "kms:UntagResource",
                "kms:UpdateKeyDescription",
            ],
        },
        delete: { keys: ["kms:ScheduleKeyDeletion"] },
        source: `${SOURCES.TF} kms/key.go; rotation is never switched off`,
    },
    "aws:kms/alias:Alias": {
        create: { keyAliases: ["kms:CreateAlias"], keys: ["kms:CreateAlias"] },
        read: { regionWide: ["kms:ListAliases"] },
        update: { keyAliases: ["kms:UpdateAlias"], keys: ["kms:UpdateAlias"] },
        delete: { keyAliases: ["kms:DeleteAlias"], keys: ["kms:DeleteAlias"] },
        source: `${SOURCES.TF} kms/alias.go`,
    },
    "aws:iam/role:Role": {
        create: {
            boundedRoles: ["iam:CreateRole"],
            boundedFunctionRoles: ["iam:CreateRole"],
            openRoles: ["iam:CreateRole"],
            roles: ["iam:TagRole"],
        },
        read: { roles: ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"] },
        update: {
            boundedRoles: ["iam:PutRolePermissionsBoundary"],
            boundedFunctionRoles: ["iam:PutRolePermissionsBoundary"],
            openRoles: ["iam:PutRolePermissionsBoundary"],
            roles: [
                "iam:TagRole",
                "iam:UntagRole",
                "iam:UpdateAssumeRolePolicy",
                "iam:UpdateRole",
                "iam:UpdateRoleDescription",
            ],
        },
        delete: { roles: ["iam:DeleteRole", "iam:ListInstanceProfilesForRole"] },
        source: `${SOURCES.TF} iam/role.go; a boundary is never taken away`,
    },
    "aws:iam/rolePolicy:RolePolicy": {
        create: {
            boundedRoles: ["iam:PutRolePolicy"],
            boundedFunctionRoles: ["iam:PutRolePolicy"],
            openRoles: ["iam:PutRolePolicy"],
        },
        read: { roles: ["iam:GetRolePolicy"] },
        update: {
            boundedRoles: ["iam:PutRolePolicy"],
            boundedFunctionRoles: ["iam:PutRolePolicy"],
            openRoles: ["iam:PutRolePolicy"],
        },
        delete: { roles: ["iam:DeleteRolePolicy"] },
        source: `${SOURCES.TF} iam/role_policy.go`,
    },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        create: { attachedPolicies: ["iam:AttachRolePolicy"] },
        read: { roles: ["iam:ListAttachedRolePolicies"] },
        update: {},
        delete: { attachedPolicies: ["iam:DetachRolePolicy"] },
        source: `${SOURCES.TF} iam/role_policy_attachment.go; what changes is made anew`,
    },
    "aws:iam/policy:Policy": {
        create: { policies: ["iam:CreatePolicy", "iam:TagPolicy"] },
        read: { policies: ["iam:GetPolicy", "iam:GetPolicyVersion"] },
        update: {
            policies: [
                "iam:CreatePolicyVersion",
                "iam:DeletePolicyVersion",
                "iam:ListPolicyVersions",
                "iam:TagPolicy",
                "iam:UntagPolicy",
            ],
        },
        delete: { policies: ["iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:ListPolicyVersions"] },
        source: `${SOURCES.TF} iam/policy.go (makes room among the five versions before it adds one)`,
    },
    "aws:cloudwatch/logGroup:LogGroup": {
        create: {
            logGroups: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
            serviceLogGroups: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
            apiLogGroups: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
        },
        read: {
            regionWide: ["logs:DescribeLogGroups"],
            logGroups: ["logs:ListTagsForResource"],
            serviceLogGroups: ["logs:ListTagsForResource"],
            apiLogGroups: ["logs:ListTagsForResource"],
        },
        update: {
            logGroups: ["logs:AssociateKmsKey", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource"],
            serviceLogGroups: [
                "logs:AssociateKmsKey",
                "logs:PutRetentionPolicy",
                "logs:TagResource",
                "logs:UntagResource",
            ],
            apiLogGroups: ["logs:AssociateKmsKey", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource"],
        },
        delete: {
            logGroups: ["logs:DeleteLogGroup"],
            serviceLogGroups: ["logs:DeleteLogGroup"],
            apiLogGroups: ["logs:DeleteLogGroup"],
        },
        source: `${SOURCES.TF} logs/group.go; a key or retention is never taken away`,
    },
};
