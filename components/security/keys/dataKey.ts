import type * as pulumi from "@pulumi/pulumi";

import type { StudioRoleArns } from "../roles/roleNames";
import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "./statements";

/** Who reads and writes what is encrypted with the key for data. */
export interface DataKeyArgs extends KeyPlace {
    readonly roles: StudioRoleArns;
    /** ARNs of roles for emergencies. */
    readonly breakGlass: readonly string[];
    /** ARNs of the roles that deploy. Empty: not known, whom the account's IAM policies allow. */
    readonly deployers: readonly string[];
    /** Whether ECR keeps images under the key. */
    readonly images: boolean;
    /** Ids of the KMS endpoints through which alone it is used directly. Default: no such limit. */
    readonly onlyThrough?: pulumi.Input<string[]> | undefined;
}

/** What Studio, its jobs and the deployment do with the key for data. */
export function dataKeyUse(args: DataKeyArgs): Statement[] {
    const { breakGlass, roles } = args;
    return [
        {
            // SageMaker looks at the key of an output before it starts a job that writes it.
            Sid: "UseThroughS3",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncrypt*"],
            Resource: THIS_KEY,
            Condition: {
                ArnEquals: { "aws:PrincipalArn": [...roles.execution, ...roles.jobs, ...breakGlass] },
                StringEquals: via(args, "s3", "sagemaker"),
            },
        },
        writeByDeployment(args),
        ...(args.images ? imagesInEcr(args) : []),
        ...(args.onlyThrough === undefined ? [] : [onlyThroughEndpoint(args.onlyThrough)]),
    ];
}

/** The deployment puts files for Studio into the bucket. It encrypts them and can decrypt nothing, its own included. */
function writeByDeployment(args: DataKeyArgs): Statement {
    return {
        Sid: "WriteByDeployment",
        Effect: "Allow",
        Principal: accountPrincipal(args),
        Action: "kms:GenerateDataKey",
        Resource: THIS_KEY,
        Condition: {
            ...(args.deployers.length > 0 ? { ArnEquals: { "aws:PrincipalArn": [...args.deployers] } } : {}),
            StringEquals: via(args, "s3"),
        },
    };
}

/** Whoever makes the repository lets ECR use the key by a grant. Source: ECR user guide, "Encryption at rest". */
function imagesInEcr(args: DataKeyArgs): Statement[] {
    const viaEcr = via(args, "ecr");
    const statement = { Effect: "Allow", Principal: accountPrincipal(args), Resource: THIS_KEY } as const;
    return [
        {
            ...statement,
            Sid: "GrantsOfEcr",
            Action: "kms:CreateGrant",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaEcr },
        },
        {
            ...statement,
            Sid: "KeyOfRepositories",
            Action: ["kms:DescribeKey", "kms:RetireGrant"],
            Condition: { StringEquals: viaEcr },
        },
    ];
}

/**
 * Binds even whom a grant lets use the key. Requests that AWS services make do not pass the endpoint, so that S3 in a
 * caller's name goes on working. Not for the domain's key: EC2 attaches volumes in the name of a role of its own, of which
 * AWS does not say that it counts as a service.
 */
function onlyThroughEndpoint(endpointIds: pulumi.Input<string[]>): Statement {
    return {
        Sid: "OnlyThroughTheEndpoint",
        Effect: "Deny",
        // Everybody, because this denies.
        Principal: { AWS: "*" },
        Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: THIS_KEY,
        Condition: {
            StringNotEquals: { "aws:SourceVpce": endpointIds },
            BoolIfExists: { "aws:ViaAWSService": "false", "aws:PrincipalIsAWSService": "false" },
        },
    };
}
