import type * as aws from "@pulumi/aws";

import { linuxRepositoryBuckets } from "../../policy-pack/facts";
import { placePath, physicalName, type Place } from "../names";

type Statement = aws.iam.PolicyStatement;

/** Whose host it is. */
export interface HostPlace {
    readonly place: Place;
    readonly partition: string;
}

/** Physical name, path and ARN of the host's role; known before it exists. */
export function hostRole({ place, partition }: HostPlace): { name: string; path: string; arn: string } {
    const name = physicalName(place, "role", "host");
    const path = placePath(place);
    return { name, path, arn: `arn:${partition}:iam::${place.account}:role${path}${name}` };
}

/**
 * Trust policy of the host's role: EC2, for whoever may pass it the role. AWS names no key of the calling account for it:
 * a role is passed within its own account only. Source: IAM user guide, "Grant a user permissions to pass a role to an
 * AWS service".
 */
export function hostTrust(): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "InstancesOfThisAccount",
                Effect: "Allow",
                Principal: { Service: "ec2.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        ],
    };
}

/**
 * What SSM Agent does for sessions, and nothing else: no documents, no parameters, no files. Source: Systems Manager user
 * guide, "Create a custom IAM role for Session Manager", and "Reference: ec2messages, ssmmessages, and other API
 * operations" for agents that still listen there.
 */
const AGENT = {
    // The agent announces itself under the instance's id.
    ssm: ["ssm:UpdateInstanceInformation"],
    ssmmessages: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
    ],
    ec2messages: [
        "ec2messages:AcknowledgeMessage",
        "ec2messages:DeleteMessage",
        "ec2messages:FailMessage",
        "ec2messages:GetEndpoint",
        "ec2messages:GetMessages",
        "ec2messages:SendReply",
    ],
} as const;

/** Services SSM Agent talks to, each through an endpoint of its own. */
export type AgentService = keyof typeof AGENT;

export const AGENT_SERVICES = Object.keys(AGENT) as AgentService[];

/** Policy of the host's role. */
export function hostPolicy(args: HostPlace): aws.iam.PolicyDocument {
    return { Version: "2012-10-17", Statement: AGENT_SERVICES.map((service) => agentStatement(service, args)) };
}

/** Policy of the endpoint of one of the agent's services: the host, and nobody else. */
export function agentEndpointPolicy(service: AgentService, args: HostPlace): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                ...agentStatement(service, args),
                // An endpoint's policy takes no pattern as principal; the condition says who it is.
                Principal: "*",
                Condition: {
                    StringEquals: { "aws:PrincipalAccount": args.place.account },
                    ArnEquals: { "aws:PrincipalArn": hostRole(args).arn },
                },
            },
        ],
    };
}

/**
 * Policy of the S3 endpoint: reading the packages of Amazon Linux, and nothing else. They are fetched without a
 * signature, so the requester is no principal of anybody here.
 */
export function repositoryEndpointPolicy({ place, partition }: HostPlace): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "PackagesOfAmazonLinux",
                Effect: "Allow",
                Principal: "*",
                Action: "s3:GetObject",
                Resource: linuxRepositoryBuckets(place.region).map((bucket) => `arn:${partition}:s3:::${bucket}/*`),
            },
        ],
    };
}

function agentStatement(service: AgentService, { place, partition }: HostPlace): Statement {
    const { account, region } = place;
    return {
        Sid: { ssm: "Announce", ssmmessages: "Sessions", ec2messages: "Messages" }[service],
        Effect: "Allow",
        Action: [...AGENT[service]],
        // The actions of the message services have no resource types (service authorization reference).
        Resource: service === "ssm" ? `arn:${partition}:ec2:${region}:${account}:instance/*` : "*",
    };
}
