import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { DATA_ACTIONS, MANAGEMENT_ACTIONS, WRITE_ACTIONS } from "./actions";
import { DATA_FOLDERS } from "./names";
import { ofThisAccount, throughTls } from "./perimeter";
import { allButManagers, type BucketPeople, type Statement, WITHOUT_SERVICES } from "./principals";

/** The one way in: the VPC's S3 endpoint or, where there is none of ours, the VPC. */
export type WayIn = { readonly endpointId: pulumi.Input<string> } | { readonly vpcId: pulumi.Input<string> };

export interface DataPolicyArgs extends BucketPeople {
    /** Name of the bucket. */
    readonly bucket: string;
    readonly wayIn: WayIn;
    /** ARN of the bucket's key. */
    readonly keyArn: pulumi.Input<string>;
    /** Whether the deployment keeps files for Studio in it, under `studio/`. */
    readonly studioFiles: boolean;
}

/**
 * Policy of a bucket that Studio works with. It only denies: what is allowed, roles and endpoint policy say.
 *
 * It binds SageMaker's jobs too: one that runs outside the VPC does not reach the bucket. What it lets pass are requests
 * that a service of AWS makes in its caller's name, such as Athena's; there the caller's own policies decide.
 */
export function dataPolicy(args: DataPolicyArgs): aws.iam.PolicyDocument {
    const bucket = `arn:${args.partition}:s3:::${args.bucket}`;
    return {
        Version: "2012-10-17",
        Statement: [
            throughTls(bucket),
            ofThisAccount(bucket, args.account),
            {
                Sid: "DataThroughTheEndpointOnly",
                Effect: "Deny",
                Principal: "*",
                Action: [...DATA_ACTIONS],
                Resource: [bucket, `${bucket}/*`],
                Condition: {
                    StringNotEquals:
                        "endpointId" in args.wayIn
                            ? { "aws:SourceVpce": args.wayIn.endpointId }
                            : { "aws:SourceVpc": args.wayIn.vpcId },
                    ...allButManagers(args),
                    ...WITHOUT_SERVICES,
                },
            },
            ...onlyItsKey(bucket, args.keyArn),
            {
                Sid: "StudioManagesNothing",
                Effect: "Deny",
                Principal: "*",
                Action: [...MANAGEMENT_ACTIONS],
                Resource: [bucket, `${bucket}/*`],
                Condition: { ArnLike: { "aws:PrincipalArn": [...args.studioRoles] } },
            },
            ...(args.studioFiles ? [filesOfTheDeployment(bucket, args)] : []),
        ],
    };
}

/** Start-up files: whoever writes them decides what runs in everybody's apps and jobs. */
function filesOfTheDeployment(bucket: string, args: BucketPeople): Statement {
    return {
        Sid: "FilesOfTheDeployment",
        Effect: "Deny",
        Principal: "*",
        Action: [...WRITE_ACTIONS],
        Resource: `${bucket}/${DATA_FOLDERS.studio}*`,
        Condition: allButManagers(args),
    };
}

/**
 * Uploads name the bucket's key or none at all, when S3 takes it by itself. A request that asks for `aws:kms` without a key
 * would get the account's `aws/s3`, which Studio's key policy does not govern. Source: S3 API reference, PutObject. One
 * statement for each: conditions of one statement hold together or not at all.
 */
function onlyItsKey(bucket: string, keyArn: pulumi.Input<string>): Statement[] {
    const algorithm = "s3:x-amz-server-side-encryption";
    const key = "s3:x-amz-server-side-encryption-aws-kms-key-id";
    const upload = { Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: `${bucket}/*` } as const;
    return [
        {
            ...upload,
            Sid: "NoOtherKey",
            Condition: { ArnNotEquals: { [key]: keyArn }, Null: { [key]: "false" } },
        },
        {
            ...upload,
            Sid: "NoOtherEncryption",
            Condition: { StringNotEquals: { [algorithm]: "aws:kms" }, Null: { [algorithm]: "false" } },
        },
        {
            ...upload,
            Sid: "NoKeyOfTheAccounts",
            Condition: { StringEquals: { [algorithm]: "aws:kms" }, Null: { [key]: "true" } },
        },
        {
            ...upload,
            Sid: "NoKeyOfTheirOwn",
            Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
        },
    ];
}
