import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { serviceHost } from "../../policy-pack/facts";
import { documentText, KEY_ADMINISTRATION } from "../documents";
import { physicalName, type Place } from "../names";
import type { Tags } from "../tags";

export interface KeysArgs {
    readonly place: Place;
    readonly partition: string;
    /** ARNs of the roles that use the domain's key: every execution role of the domain. */
    readonly domainKeyUsers: readonly string[];
    /**
     * ARNs of the roles that may administer the keys; the role that deploys must be one of them, or it locks itself
     * out. Empty: whoever the account's IAM policies allow.
     */
    readonly administrators: readonly string[];
    /** Days between the order to delete a key and its deletion, 7 to 30. */
    readonly deletionDays: number;
    /** Pulumi's `protect` on the keys: what they encrypt is lost with them. */
    readonly protect: boolean;
    readonly tags: Tags;
}

type Statement = aws.iam.PolicyStatement;

/**
 * The account's keys for Studio: one for home directories and space volumes, one for log groups.
 *
 * Administrators and users are apart: no statement gives the account `kms:*`, so an IAM policy alone never decrypts, but
 * through the domain's own file system.
 * Principals are named by condition on `aws:PrincipalArn` under the account, which KMS accepts before the role exists
 * and which survives a role being made anew.
 */
export class Keys extends pulumi.ComponentResource {
    /** ARN of the key for home directories (EFS) and space volumes (EBS). */
    readonly domainKeyArn: pulumi.Output<string>;
    /** ARN of the key for CloudWatch log groups. */
    readonly logsKeyArn: pulumi.Output<string>;

    constructor(name: string, args: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:Keys", name, {}, opts);
        this.domainKeyArn = this.createKey(name, "domain", "Home directories and space volumes of Studio", args, [
            ...useByStudio(args),
        ]);
        this.logsKeyArn = this.createKey(name, "logs", "CloudWatch log groups of Studio", args, [useByLogs(args)]);
        this.registerOutputs({ domainKeyArn: this.domainKeyArn, logsKeyArn: this.logsKeyArn });
    }

    private createKey(
        name: string,
        purpose: string,
        description: string,
        args: KeysArgs,
        use: Statement[],
    ): pulumi.Output<string> {
        const key = new aws.kms.Key(
            `${name}-${purpose}`,
            {
                description,
                enableKeyRotation: true,
                deletionWindowInDays: args.deletionDays,
                policy: documentText("key policy", `${name}-${purpose}`, {
                    Version: "2012-10-17",
                    Statement: [administration(args), ...use],
                }),
                tags: { ...args.tags, Name: `${name}-${purpose}` },
            },
            { parent: this, protect: args.protect },
        );
        new aws.kms.Alias(
            `${name}-${purpose}`,
            { name: physicalName(args.place, "keyAlias", purpose), targetKeyId: key.keyId },
            { parent: this },
        );
        return key.arn;
    }
}

/** `*` as resource of a key policy means this key: no other can be named there. */
const THIS_KEY = "*";

function account(args: KeysArgs): Statement["Principal"] {
    return { AWS: `arn:${args.partition}:iam::${args.place.account}:root` };
}

function administration(args: KeysArgs): Statement {
    return {
        Sid: "Administer",
        Effect: "Allow",
        Principal: account(args),
        Action: [...KEY_ADMINISTRATION],
        Resource: THIS_KEY,
        ...(args.administrators.length > 0
            ? { Condition: { ArnEquals: { "aws:PrincipalArn": [...args.administrators] } } }
            : {}),
    };
}

/** Services that use the domain's key for Studio. Source: sagemaker developer guide, encryption-at-rest-studio. */
function studioServices(args: KeysArgs): string[] {
    return ["ec2", "elasticfilesystem", "sagemaker"].map((service) => serviceHost(service, args.place.region));
}

function useByStudio(args: KeysArgs): Statement[] {
    const viaStudio = { "kms:ViaService": studioServices(args) };
    return [
        {
            Sid: "UseThroughStudio",
            Effect: "Allow",
            Principal: account(args),
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
            Principal: account(args),
            Action: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"],
            Resource: THIS_KEY,
            Condition: {
                StringEquals: {
                    "kms:ViaService": ["elasticfilesystem", "sagemaker"].map((service) =>
                        serviceHost(service, args.place.region),
                    ),
                },
            },
        },
        {
            // The deployer makes the domain and the roles open spaces; both let the service attach the key, nobody else.
            Sid: "GrantsOfServices",
            Effect: "Allow",
            Principal: account(args),
            Action: ["kms:CreateGrant"],
            Resource: THIS_KEY,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaStudio },
        },
    ];
}

function useByLogs(args: KeysArgs): Statement {
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
