import type { Place } from "../../components/names";
import { type Egress, isMadeUnrouted, type Scope, SCOPES, WAYS_OUT } from "../permissions";
import { type Document, document, type Statement } from "./document";
import { lockPattern } from "./stateAccess";

/** A role of this program neither becomes another nor makes credentials, whatever a trust policy elsewhere offers. */
const NO_OTHER_IDENTITY: Statement = {
    Sid: "NoOtherIdentity",
    Effect: "Deny",
    Action: ["iam:CreateAccessKey", "iam:CreateLoginProfile", "sts:AssumeRole*", "sts:GetFederationToken"],
    Resource: ["*"],
};

/** The same for a role that becomes the deployers of other accounts: these and no others. */
function noOtherIdentityThan(deployers: readonly string[]): Statement[] {
    if (deployers.length === 0) {
        return [NO_OTHER_IDENTITY];
    }
    return [
        { ...NO_OTHER_IDENTITY, Action: NO_OTHER_IDENTITY.Action?.filter((action) => action !== "sts:AssumeRole*") },
        { Sid: "DeployersOnly", Effect: "Deny", Action: ["sts:AssumeRole*"], NotResource: deployers },
    ] as Statement[];
}

/** IAM's objects a deployment may touch at all. */
const OWN_NAMES: readonly Scope[] = [
    SCOPES.roles,
    SCOPES.policies,
    SCOPES.imageReaderToService,
    SCOPES.instanceProfiles,
    SCOPES.samlProviders,
    SCOPES.oidcProviders,
    SCOPES.studioLinkedRole,
    SCOPES.transitGatewayLinkedRole,
    SCOPES.resolverLinkedRole,
    SCOPES.firewallLinkedRole,
    SCOPES.configLinkedRole,
    SCOPES.analyzerLinkedRole,
    SCOPES.detectorLinkedRole,
    SCOPES.macieLinkedRole,
    SCOPES.securityHubLinkedRole,
];

/**
 * An isolated stack gets no way out, whatever is attached to its deploy role. Where the simulator stands its VPC gets an
 * internet gateway, which leads nowhere without a route and an address that is public; NAT is refused there too.
 */
function noWayOut(places: readonly Place[]): Statement {
    const unrouted = places.some(({ unit }) => isMadeUnrouted("aws:ec2/internetGateway:InternetGateway", unit));
    const Action = WAYS_OUT.filter((action) => !unrouted || !action.endsWith("InternetGateway"));
    return { Sid: "NoWayOut", Effect: "Deny", Action, Resource: ["*"] };
}

/** What a role deploys, and whom it may become for the rest. */
export interface Reach {
    readonly region: string;
    /** The stack, or those of its units that stand in the role's account; none where it only becomes others. */
    readonly places: readonly Place[];
    readonly egress: Egress;
    /** ARNs of the deployers in other accounts. Default: none. */
    readonly deployers?: readonly string[];
}

/**
 * Upper bound of a deploy role: the services of the table, in one Region, IAM for one stack's names only, and a way out
 * only where the environment has one.
 */
export function deployBoundary({ region, places, egress, deployers = [] }: Reach): Document {
    const all = (scope: Scope): string[] => {
        const own = places.flatMap((place) => scope.resources(place));
        return withoutCovered(places.length === 1 ? own : own.map(inAnyUnit));
    };
    return document([
        allow([
            "access-analyzer:*",
            "apigateway:*",
            "cloudtrail:*",
            "cloudwatch:*",
            "cognito-idp:*",
            "config:*",
            "dynamodb:*",
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
            "ram:*",
            "route53:*",
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
            "sts:AssumeRole",
        ]),
        ...noOtherIdentityThan(deployers),
        ...(egress === "isolated" ? [noWayOut(places)] : []),
        ownNamesOnly(all),
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
        ...bounded(places, all),
        ...onlyOwnPolicies(places),
        { Sid: "NoUnbounding", Effect: "Deny", Action: ["iam:DeleteRolePermissionsBoundary"], Resource: ["*"] },
        outsideRegion(region),
    ]);
}

function ownNamesOnly(all: (scope: Scope) => string[]): Statement {
    const own = withoutCovered(OWN_NAMES.flatMap(all));
    return own.length === 0
        ? { Sid: "OwnNamesOnly", Effect: "Deny", Action: ["iam:*"], Resource: ["*"] }
        : { Sid: "OwnNamesOnly", Effect: "Deny", Action: ["iam:*"], NotResource: own };
}

/** Whatever is attached to a role of Studio stays below a boundary of the stack; the policies say which one. */
function bounded(places: readonly Place[], all: (scope: Scope) => string[]): Statement[] {
    const boundaries = places.flatMap(
        (place) => SCOPES.boundedRoles.condition(place).StringEquals["iam:PermissionsBoundary"],
    );
    return places.length === 0
        ? []
        : [
              {
                  Sid: "StudioRolesStayBounded",
                  Effect: "Deny",
                  Action: ["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
                  Resource: all(SCOPES.boundedRoles),
                  Condition: { StringNotEquals: { "iam:PermissionsBoundary": boundaries } },
              },
          ];
}

/** A boundary of several units has no room for each one's path; the policies below it have. */
function inAnyUnit(arn: string): string {
    return arn.replace(/\/unit\/[^/]+\/.*$/, "/unit/*");
}

/** ARNs without those that another one with a star at its end covers. */
function withoutCovered(arns: readonly string[]): string[] {
    const open = arns.filter((arn) => arn.endsWith("*")).map((arn) => arn.slice(0, -1));
    return [...new Set(arns)].filter((arn) => !open.some((start) => arn.startsWith(start) && arn !== `${start}*`));
}

function onlyOwnPolicies(places: readonly Place[]): Statement[] {
    const own = places.map((place) => SCOPES.attachedPolicies.condition(place).ArnLike["iam:PolicyARN"]);
    return places.length === 0
        ? []
        : [
              {
                  Sid: "OwnManagedPoliciesOnly",
                  Effect: "Deny",
                  Action: ["iam:AttachRolePolicy"],
                  Resource: ["*"],
                  Condition: { ArnNotLike: { "iam:PolicyARN": own.length === 1 ? (own[0] ?? "") : own } },
              },
          ];
}

/** Upper bound of the preview role: it reads, and writes locks. */
export function previewBoundary(bucket: string, places: readonly [Place, ...Place[]]): Document {
    const lock = places.map((place) => lockPattern(bucket, place));
    return document([
        allow([
            "access-analyzer:Get*",
            "apigateway:GET",
            "cloudtrail:Describe*",
            "cloudtrail:Get*",
            "cloudtrail:ListTags",
            "cloudwatch:Describe*",
            "cloudwatch:ListTagsForResource",
            "cognito-idp:AdminGetUser",
            "cognito-idp:Describe*",
            "cognito-idp:Get*",
            "cognito-idp:ListTagsForResource",
            "config:Describe*",
            "config:ListTagsForResource",
            "dynamodb:Describe*",
            "dynamodb:GetItem",
            "dynamodb:ListTagsOfResource",
            "ec2:Describe*",
            "ec2:Get*",
            "ec2:SearchTransitGatewayRoutes",
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
            "lambda:GetPolicy",
            "lambda:List*",
            "logs:Describe*",
            "logs:List*",
            "macie2:GetMacieSession",
            "network-firewall:Describe*",
            "ram:Get*",
            "ram:List*",
            "route53:Get*",
            "route53:List*",
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
        outsideRegion(places[0].region),
    ]);
}

/** A boundary grants nothing: it has to be wider than every policy below it. The Denies are the controls. */
function allow(actions: readonly string[]): Statement {
    return { Sid: "ServicesOfStudio", Effect: "Allow", Action: actions, Resource: ["*"] };
}

/** IAM, STS and Route 53 answer from one Region of the partition, whichever is asked. */
function outsideRegion(region: string): Statement {
    return {
        Sid: "OutsideRegion",
        Effect: "Deny",
        NotAction: ["iam:*", "route53:*", "sts:*"],
        Resource: ["*"],
        Condition: { StringNotEquals: { "aws:RequestedRegion": region } },
    };
}
