import type { Feature } from "../../../policy-pack/facts";
import { type Grant, of, on, onEverything } from "./grant";

/** Parameters for whoever needs the endpoint; sessions only where editors connect from outside. */
export function ssmGrants(features: readonly Feature[]): Grant[] {
    const parameters = [
        on("Parameters", of("ssm", "GetParameter", "GetParameterHistory", "GetParameters", "GetParametersByPath"), [
            "ssm:parameter/*",
        ]),
        onEverything("ListParameters", of("ssm", "DescribeParameters")),
    ];
    return features.includes("remoteIde")
        ? [
              ...parameters,
              on("SpaceAgents", of("ssm", "UpdateInstanceInformation"), ["ssm:managed-instance/*"]),
              on("Sessions", of("ssm", "ResumeSession", "TerminateSession"), ["ssm:session/*"]),
          ]
        : parameters;
}

/** Systems management, observability and the access service. */
export const OPERATIONS_GRANTS = {
    ssmmessages: [
        onEverything(
            "Channels",
            of("ssmmessages", "CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"),
        ),
    ],
    ec2messages: [
        onEverything(
            "Messages",
            of(
                "ec2messages",
                "AcknowledgeMessage",
                "DeleteMessage",
                "FailMessage",
                "GetEndpoint",
                "GetMessages",
                "SendReply",
            ),
        ),
    ],
    ec2: [
        // Canvas looks for its endpoints and, where it cannot see them, builds in AWS's VPC instead.
        onEverything(
            "SeeTheNetwork",
            of(
                "ec2",
                "DescribeDhcpOptions",
                "DescribeNetworkInterfaces",
                "DescribeRouteTables",
                "DescribeSecurityGroups",
                "DescribeSubnets",
                "DescribeVpcEndpointServices",
                "DescribeVpcEndpoints",
                "DescribeVpcs",
            ),
        ),
    ],
    "application-autoscaling": [
        on(
            "Scaling",
            of(
                "application-autoscaling",
                "DeleteScalingPolicy",
                "DeregisterScalableTarget",
                "PutScalingPolicy",
                "RegisterScalableTarget",
            ),
            ["application-autoscaling:scalable-target/*"],
        ),
        onEverything(
            "Lists",
            of(
                "application-autoscaling",
                "DescribeScalableTargets",
                "DescribeScalingActivities",
                "DescribeScalingPolicies",
            ),
        ),
    ],
    events: [
        on("Send", of("events", "PutEvents"), ["events:event-bus/*"]),
        on(
            "Rules",
            of("events", "DeleteRule", "DescribeRule", "ListTargetsByRule", "PutRule", "PutTargets", "RemoveTargets"),
            ["events:rule/*"],
        ),
        onEverything("ListRules", of("events", "ListRules")),
    ],
    cloudtrail: [
        on("Trails", of("cloudtrail", "GetTrail", "GetTrailStatus"), ["cloudtrail:trail/*"]),
        onEverything("Events", of("cloudtrail", "DescribeTrails", "ListTrails", "LookupEvents")),
    ],
    config: [
        on("Rules", of("config", "GetComplianceDetailsByConfigRule"), ["config:config-rule/*"]),
        onEverything(
            "Configuration",
            of(
                "config",
                "DescribeComplianceByConfigRule",
                "DescribeConfigRules",
                "GetResourceConfigHistory",
                "ListDiscoveredResources",
                "SelectResourceConfig",
            ),
        ),
    ],
    xray: [
        onEverything(
            "Traces",
            of(
                "xray",
                "BatchGetTraces",
                "GetSamplingRules",
                "GetSamplingTargets",
                "GetTraceSummaries",
                "PutSpans",
                "PutTelemetryRecords",
                "PutTraceSegments",
            ),
        ),
    ],
    sns: [
        on("Topics", of("sns", "GetTopicAttributes", "Publish"), ["sns:*"]),
        onEverything("ListTopics", of("sns", "ListTopics")),
    ],
    sqs: [
        on(
            "Queues",
            of(
                "sqs",
                "ChangeMessageVisibility",
                "DeleteMessage",
                "GetQueueAttributes",
                "GetQueueUrl",
                "ReceiveMessage",
                "SendMessage",
            ),
            ["sqs:*"],
        ),
        onEverything("ListQueues", of("sqs", "ListQueues")),
    ],
    "execute-api": [
        // A browser's request carries a token and no signature, so it has no principal; the API itself asks who it is.
        { ...on("AccountApis", of("execute-api", "Invoke"), ["execute-api:*"]), anybody: true },
    ],
    lambda: [on("Functions", of("lambda", "GetFunction", "InvokeFunction"), ["lambda:function:*"])],
    "cognito-idp": [
        // Signing in without a signature has no resource type: any pool of anybody would be let through.
        on(
            "AccountPools",
            of(
                "cognito-idp",
                "AdminGetUser",
                "AdminInitiateAuth",
                "AdminListGroupsForUser",
                "AdminRespondToAuthChallenge",
                "AdminUserGlobalSignOut",
                "DescribeUserPool",
                "DescribeUserPoolClient",
            ),
            ["cognito-idp:userpool/*"],
        ),
    ],
    identitystore: [
        // The store belongs to the organization's management account, and its users' ARNs to none.
        on(
            "People",
            of(
                "identitystore",
                "DescribeGroup",
                "DescribeUser",
                "GetGroupId",
                "GetUserId",
                "IsMemberInGroups",
                "ListGroupMembershipsForMember",
            ),
            [
                "arn:{partition}:identitystore::*:identitystore/*",
                "arn:{partition}:identitystore:::group/*",
                "arn:{partition}:identitystore:::membership/*",
                "arn:{partition}:identitystore:::user/*",
            ],
        ),
    ],
};
