import type * as aws from "@pulumi/aws";

import { serviceHost } from "../../policy-pack/facts";
import type { Place } from "../names";

/** Whose keys, and for whom. */
export interface KeyUseArgs {
    readonly place: Place;
    readonly partition: string;
    /** ARNs of the roles that use the domain's key. */
    readonly domainKeyUsers: readonly string[];
}

type Statement = aws.iam.PolicyStatement;

/** `*` as resource of a key policy means this key: no other can be named there. */
export const THIS_KEY = "*";

/** Every principal of the account, as far as a condition and its own policies let it. */
export function accountPrincipal({ partition, place }: KeyUseArgs): Statement["Principal"] {
    return { AWS: `arn:${partition}:iam::${place.account}:root` };
}

/**
 * Limits a statement to what services ask for in their caller's name. The names end in amazonaws.com in every partition.
 * Source: KMS developer guide, kms:ViaService.
 */
function via({ place }: KeyUseArgs, ...services: string[]): Record<"kms:ViaService", string[]> {
    return { "kms:ViaService": services.map((service) => `${service}.${place.region}.amazonaws.com`) };
}

/** What Studio does with the domain's key. */
export function studioUse(args: KeyUseArgs): Statement[] {
    const viaStudio = via(args, "ec2", "elasticfilesystem", "sagemaker");
    return [
        {
            Sid: "UseThroughStudio",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
            ],
            Resource: THIS_KEY,
            Condition: { ArnEquals: { "aws:PrincipalArn": [...args.domainKeyUsers] }, StringEquals: viaStudio },
        },
        {
            // Whoever makes the domain makes its file system: SageMaker and EFS ask for these in their name. Sources: EFS
            // user guide, "Using AWS KMS keys for Amazon EFS"; permissions of CloudFormation's AWS::SageMaker::Domain.
            Sid: "HomesOfTheDomain",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
            Resource: THIS_KEY,
            Condition: {
                StringEquals: via(args, "elasticfilesystem", "sagemaker"),
            },
        },
        {
            // The deployer makes the domain and the roles open spaces; both let the service attach the key, nobody else.
            Sid: "GrantsOfServices",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:CreateGrant"],
            Resource: THIS_KEY,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaStudio },
        },
    ];
}

/** What CloudWatch Logs does with the key for logs, for every group of this stack whoever writes to it. */
export function logsUse(args: KeyUseArgs): Statement {
    const { account: id, project, region, stack } = args.place;
    return {
        Sid: "LogGroupsOfThisStack",
        Effect: "Allow",
        Principal: { Service: serviceHost("logs", region) },
        Action: ["kms:Decrypt*", "kms:DescribeKey", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: THIS_KEY,
        Condition: {
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": `arn:${args.partition}:logs:${region}:${id}:log-group:/${project}/${stack}/*`,
            },
        },
    };
}

/**
 * What the service does that delivers flow logs to a bucket, for logs of this account and region; and what reading them
 * takes, which S3 asks for in the reader's name. Who reads them is for IAM to say, but it is never Studio.
 * Source: CloudWatch Logs user guide, "Logs sent to Amazon S3", key policy for buckets under SSE-KMS.
 */
export function logDeliveryUse(args: KeyUseArgs): Statement[] {
    const { account, region } = args.place;
    return [
        {
            Sid: "DeliverLogs",
            Effect: "Allow",
            Principal: { Service: "delivery.logs.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resource: THIS_KEY,
            Condition: {
                StringEquals: { "aws:SourceAccount": account },
                ArnLike: { "aws:SourceArn": `arn:${args.partition}:logs:${region}:${account}:*` },
            },
        },
        {
            Sid: "ReadDeliveredLogs",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: "kms:Decrypt",
            Resource: THIS_KEY,
            Condition: {
                ArnNotEquals: { "aws:PrincipalArn": [...args.domainKeyUsers] },
                StringEquals: via(args, "s3"),
            },
        },
    ];
}

/**
 * What Network Firewall does with its key in the deployer's name: the firewall, its policy and its rule groups. Nobody
 * uses the key directly, and grants go to AWS only.
 *
 * The actions are those of public modules that follow the Network Firewall developer guide, "Encryption at rest with AWS
 * Key Management Service". That requests carry kms:ViaService is inferred: the service uses forward access sessions ("How
 * AWS Network Firewall works with IAM"), but KMS's table of services for that key has not been seen to name it. If AWS
 * answers that the key is misconfigured, look here first.
 */
export function firewallUse(args: KeyUseArgs): Statement[] {
    const viaFirewall = via(args, "network-firewall");
    return [
        {
            Sid: "UseThroughNetworkFirewall",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resource: THIS_KEY,
            Condition: { StringEquals: viaFirewall },
        },
        {
            Sid: "GrantsOfNetworkFirewall",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: "kms:CreateGrant",
            Resource: THIS_KEY,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaFirewall },
        },
    ];
}
