import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export interface KeyUseArgs {
    readonly region: string;
    /** Key of homes, of the volumes of spaces, and of those of jobs. */
    readonly domainKeyArn: pulumi.Input<string>;
    /** Key of the stack's own buckets. Default: there are none. */
    readonly dataKeyArn?: pulumi.Input<string> | undefined;
}

type Statement = aws.iam.PolicyStatement;

/** Use of the domain's key. Every role that opens Studio needs it, the domain's default one too (F-116). */
export function domainKeyUse({ domainKeyArn }: KeyUseArgs): Statement[] {
    return [
        {
            Sid: "DomainKey",
            Effect: "Allow",
            Action: [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
            ],
            Resource: [domainKeyArn],
        },
        {
            Sid: "DomainKeyForServices",
            Effect: "Allow",
            Action: ["kms:CreateGrant"],
            Resource: [domainKeyArn],
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
    ];
}

/** Use of the data key through S3; SageMaker looks at the key of an output before it starts a job. */
export function dataKeyUse({ dataKeyArn, region }: KeyUseArgs): Statement[] {
    return dataKeyArn === undefined
        ? []
        : [
              {
                  Sid: "DataKey",
                  Effect: "Allow",
                  Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
                  Resource: [dataKeyArn],
                  Condition: {
                      StringEquals: {
                          "kms:ViaService": ["s3", "sagemaker"].map((service) => `${service}.${region}.amazonaws.com`),
                      },
                  },
              },
          ];
}

/** What is shared lies in a bucket: S3 alone asks for the key. */
export function sharingKeyUse(keyArn: string, region: string): Statement[] {
    return [
        {
            Sid: "SharingKey",
            Effect: "Allow",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: [keyArn],
            Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
        },
    ];
}
