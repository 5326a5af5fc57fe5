import type { Place } from "../../components/names";
import { type Condition, type Egress, SCOPES, WAYS_OUT } from "../permissions";
import { type Document, document, type Statement } from "./document";
import { lockPattern } from "./stateAccess";

/** A role of this program neither becomes another nor makes credentials, whatever a trust policy elsewhere offers. */
const NO_OTHER_IDENTITY: Statement = {
    Sid: "NoOtherIdentity",
    Effect: "Deny",
    Action: ["iam:CreateAccessKey", "iam:CreateLoginProfile", "sts:AssumeRole*", "sts:GetFederationToken"],
    Resource: ["*"],
};

/** An isolated stack gets no way out, whatever is attached to its deploy role. */
const NO_WAY_OUT: Statement = { Sid: "NoWayOut", Effect: "Deny", Action: WAYS_OUT, Resource: ["*"] };

/**
 * Upper bound of a deploy role: the services of the table, in one Region, IAM for one stack's names only, and a way out
 * only where the environment has one.
 */
export function deployBoundary(place: Place, egress: Egress): Document {
    return document([
        allow([
            "access-analyzer:*",
            "cloudtrail:*",
            "cloudwatch:*",
            "config:*",
            "ec2:*",
            "ecr:*",
            "events:*",
            "guardduty:*",
            "iam:*",
            "identitystore:DescribeGroup",
            "identitystore:GetGroupId",
            "kms:*",
            "lambda:*",
            "logs:*",
            "macie2:*",
            "network-firewall:*",
            "route53resolver:*",
            "s3:*",
            "sagemaker:*",
            "securityhub:*",
            "servicequotas:Get*",
            "sns:*",
            "sqs:*",
            "ssm:*",
            "sso:*ApplicationAssignment",
            "sso:ListInstances",
        ]),
        NO_OTHER_IDENTITY,
        ...(egress === "isolated" ? [NO_WAY_OUT] : []),
        {
            Sid: "OwnNamesOnly",
            Effect: "Deny",
            Action: ["iam:*"],
            NotResource: [
                ...SCOPES.roles.resources(place),
                ...SCOPES.policies.resources(place),
                ...SCOPES.imageReaderToService.resources(place),
                ...SCOPES.samlProviders.resources(place),
                ...SCOPES.oidcProviders.resources(place),
                ...SCOPES.studioLinkedRole.resources(place),
                ...SCOPES.transitGatewayLinkedRole.resources(place),
                ...SCOPES.resolverLinkedRole.resources(place),
                ...SCOPES.firewallLinkedRole.resources(place),
                ...SCOPES.configLinkedRole.resources(place),
                ...SCOPES.analyzerLinkedRole.resources(place),
                ...SCOPES.detectorLinkedRole.resources(place),
                ...SCOPES.macieLinkedRole.resources(place),
                ...SCOPES.securityHubLinkedRole.resources(place),
            ],
        },
        {
            // Whoever changes the provider of the workflows chooses who deploys.
            Sid: "ProvidersAreTheOwners",
            Effect: "Deny",
            Action: [
                "iam:*ClientID*",
                "iam:CreateOpenID*",
                "iam:DeleteOpenID*",
                "iam:TagOpenID*",
                "iam:UntagOpenID*",
                "iam:UpdateOpenID*",
            ],
            Resource: ["*"],
        },
        {
            // Whatever is attached to a role of Studio stays below its boundary.
            Sid: "StudioRolesStayBounded",
            Effect: "Deny",
            Action: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
            Resource: SCOPES.boundedRoles.resources(place),
            Condition: notEqual(SCOPES.boundedRoles.condition(place)),
        },
        {
            Sid: "OwnManagedPoliciesOnly",
            Effect: "Deny",
            Action: ["iam:AttachRolePolicy"],
            Resource: ["*"],
            Condition: { ArnNotLike: SCOPES.attachedPolicies.condition(place).ArnLike },
        },
        { Sid: "NoUnbounding", Effect: "Deny", Action: ["iam:DeleteRolePermissionsBoundary"], Resource: ["*"] },
        outsideRegion(place),
    ]);
}

/** Upper bound of the preview role: it reads, and writes locks. */
export function previewBoundary(bucket: string, places: readonly [Place, ...Place[]]): Document {
    const lock = places.map((place) => lockPattern(bucket, place));
    return document([
        allow([
            "access-analyzer:Get*",
            "cloudtrail:Describe*",
            "cloudtrail:Get*",
            "cloudtrail:ListTags",
            "cloudwatch:Describe*",
            "cloudwatch:ListTagsForResource",
            "config:Describe*",
            "config:ListTagsForResource",
            "ec2:Describe*",
            "ec2:Get*",
            "ecr:Describe*",
            "ecr:ListTagsForResource",
            "events:Describe*",
            "events:ListTa*",
            "guardduty:GetDetector",
            "iam:Get*",
            "iam:List*",
            "identitystore:DescribeGroup",
            "identitystore:GetGroupId",
            "kms:Decrypt",
            "kms:Describe*",
            "kms:GenerateDataKey",
            "kms:Get*",
            "kms:List*",
            "lambda:GetEventSourceMapping",
            "lambda:GetFunction*",
            "lambda:List*",
            "logs:Describe*",
            "logs:List*",
            "macie2:GetMacieSession",
            "network-firewall:Describe*",
            "route53resolver:Get*",
            "route53resolver:List*",
            "s3:DeleteObject",
            "s3:GetAccelerateConfiguration",
            "s3:GetBucket*",
            "s3:GetEncryptionConfiguration",
            "s3:GetLifecycleConfiguration",
            "s3:GetObject",
            "s3:GetObjectTagging",
            "s3:GetReplicationConfiguration",
            "s3:ListBucket",
            "s3:ListTagsForResource",
            "s3:PutObject",
            "sagemaker:Describe*",
            "sagemaker:GetSagemakerServicecatalogPortfolioStatus",
            "sagemaker:List*",
            "securityhub:DescribeHub",
            "securityhub:GetEnabledStandards",
            "servicequotas:Get*",
            "sns:Get*",
            "sns:ListTagsForResource",
            "sqs:Get*",
            "sqs:ListQueueTags",
            "ssm:DescribeParameters",
            "ssm:GetParameter",
            "ssm:ListTagsForResource",
            "sso:DescribeApplicationAssignment",
            "sso:ListInstances",
        ]),
        NO_OTHER_IDENTITY,
        { Sid: "WritesLocksOnly", Effect: "Deny", Action: ["s3:DeleteObject*", "s3:PutObject*"], NotResource: lock },
        outsideRegion(places[0]),
    ]);
}

/** A boundary grants nothing: it has to be wider than every policy below it. The Denies are the controls. */
function allow(actions: readonly string[]): Statement {
    return { Sid: "ServicesOfStudio", Effect: "Allow", Action: actions, Resource: ["*"] };
}

/** IAM and STS answer from one Region of the partition, whichever is asked. */
function outsideRegion({ region }: Place): Statement {
    return {
        Sid: "OutsideRegion",
        Effect: "Deny",
        NotAction: ["iam:*", "sts:*"],
        Resource: ["*"],
        Condition: { StringNotEquals: { "aws:RequestedRegion": region } },
    };
}

function notEqual(condition: Condition): Condition {
    return { StringNotEquals: condition["StringEquals"] ?? {} };
}
