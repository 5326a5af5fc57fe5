import type * as aws from "@pulumi/aws";

import { KEY_ADMINISTRATION } from "../../components/documents";
import type { Place } from "../../components/names";
import { partitionOf } from "../../policy-pack/facts";

export interface OwnPolicyArgs {
    readonly place: Place;
    readonly administrators: readonly string[];
    readonly users: readonly string[];
}

/**
 * Key policy: administrators administer, they and the workflow roles use. Principals are named by condition under the
 * account, which KMS accepts before a role exists. No statement gives the account `kms:*`.
 */
export function keyPolicy(purpose: "state" | "secrets", args: OwnPolicyArgs): aws.iam.PolicyDocument {
    const { account, region } = args.place;
    const Principal = { AWS: `arn:${partitionOf(region).id}:iam::${account}:root` };
    const everyone = [...args.administrators, ...args.users];
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "Administer",
                Effect: "Allow",
                Principal,
                Action: [...KEY_ADMINISTRATION],
                Resource: "*",
                Condition: { ArnEquals: { "aws:PrincipalArn": [...args.administrators] } },
            },
            {
                Sid: "Use",
                Effect: "Allow",
                Principal,
                Action: ["kms:Decrypt", purpose === "state" ? "kms:GenerateDataKey" : "kms:Encrypt"],
                Resource: "*",
                Condition: {
                    ArnEquals: { "aws:PrincipalArn": everyone },
                    ...(purpose === "state"
                        ? { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } }
                        : {}),
                },
            },
        ],
    };
}

/**
 * Bucket policy: TLS 1.2 or newer, and objects for administrators and workflow roles only. The second rule names object
 * actions and listings, not the bucket's settings, so that a mistake in `administrators` can be mended.
 */
export function bucketPolicy(bucketArn: string, args: OwnPolicyArgs): aws.iam.PolicyDocument {
    const everything = [bucketArn, `${bucketArn}/*`];
    const denied = { Effect: "Deny", Principal: "*", Resource: everything } as const;
    return {
        Version: "2012-10-17",
        Statement: [
            { ...denied, Sid: "TlsOnly", Action: ["s3:*"], Condition: { Bool: { "aws:SecureTransport": "false" } } },
            {
                ...denied,
                Sid: "ModernTlsOnly",
                Action: ["s3:*"],
                Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
            },
            {
                ...denied,
                Sid: "StateIsForTheseRoles",
                Action: [
                    "s3:DeleteObject",
                    "s3:DeleteObjectVersion",
                    "s3:GetObject",
                    "s3:GetObjectVersion",
                    "s3:ListBucket",
                    "s3:ListBucketVersions",
                    "s3:PutObject",
                ],
                Condition: { ArnNotEquals: { "aws:PrincipalArn": [...args.administrators, ...args.users] } },
            },
        ],
    };
}
