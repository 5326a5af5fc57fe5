import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { DRAIN_TAG, HOME_TAG } from "../../../assets/functions/drain/event";
import type { Place } from "../../names";

type Statement = aws.iam.PolicyStatement;

/** Where the function works, and under which name it marks what it may delete. */
export interface StatementArgs {
    readonly place: Place;
    readonly partition: string;
    /** Physical name of the function. */
    readonly owner: string;
    readonly homes: "retain" | "delete";
}

/**
 * What the function may do wherever the domain's id is not needed: look, and delete what carries its mark. Known at a
 * first preview.
 */
export function markedStatements(args: StatementArgs): Statement[] {
    const marked = { StringEquals: { [`aws:ResourceTag/${DRAIN_TAG}`]: args.owner } };
    return [
        {
            // The actions have no resource types (service authorization reference).
            Sid: "ListContents",
            Effect: "Allow",
            Action: [
                "ec2:DescribeSecurityGroups",
                "sagemaker:ListApps",
                "sagemaker:ListSpaces",
                "sagemaker:ListUserProfiles",
            ],
            Resource: "*",
        },
        {
            // Any domain's: asked is whether the domain is gone that left something marked behind.
            Sid: "FindDomains",
            Effect: "Allow",
            Action: "sagemaker:DescribeDomain",
            Resource: arn(args, "sagemaker", "domain/*"),
        },
        {
            // Any file system's: which is the domain's is known by its tags alone.
            Sid: "FindHomes",
            Effect: "Allow",
            Action: ["elasticfilesystem:DescribeFileSystems", "elasticfilesystem:DescribeMountTargets"],
            Resource: arn(args, "elasticfilesystem", "file-system/*"),
        },
        {
            Sid: "RemoveMarkedHomes",
            Effect: "Allow",
            Action: [
                "elasticfilesystem:DeleteMountTarget",
                ...(args.homes === "delete" ? ["elasticfilesystem:DeleteFileSystem"] : []),
            ],
            Resource: arn(args, "elasticfilesystem", "file-system/*"),
            Condition: marked,
        },
        {
            Sid: "RemoveMarkedGroups",
            Effect: "Allow",
            Action: ["ec2:DeleteSecurityGroup", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"],
            Resource: arn(args, "ec2", "security-group/*"),
            Condition: marked,
        },
    ];
}

/**
 * EFS takes away a mount target's network interface in the caller's name. The interface carries no tag of ours, so the
 * VPC is the bound; one that is in use nobody can delete. Source: EFS API reference, DeleteMountTarget.
 */
export function networkStatements(args: StatementArgs, vpcId: pulumi.Input<string>): Statement[] {
    return [
        {
            Sid: "RemoveInterfacesOfMountTargets",
            Effect: "Allow",
            Action: "ec2:DeleteNetworkInterface",
            Resource: arn(args, "ec2", "network-interface/*"),
            Condition: { ArnEquals: { "ec2:Vpc": vpcArn(args, vpcId) } },
        },
    ];
}

/** What the function may do in one domain: empty it, and mark what it will leave behind. */
export function domainStatements(
    args: StatementArgs,
    domainId: pulumi.Input<string>,
    vpcId: pulumi.Input<string>,
): Statement[] {
    const inDomain = (kind: string, rest = "/*"): pulumi.Output<string> =>
        pulumi.interpolate`${arn(args, "sagemaker", kind)}/${domainId}${rest}`;
    const marks = {
        "ForAllValues:StringEquals": { "aws:TagKeys": [DRAIN_TAG] },
        StringEquals: { [`aws:RequestTag/${DRAIN_TAG}`]: args.owner },
    };
    return [
        {
            Sid: "EmptyTheDomain",
            Effect: "Allow",
            Action: ["sagemaker:DeleteApp", "sagemaker:DeleteSpace", "sagemaker:DeleteUserProfile"],
            Resource: [inDomain("app"), inDomain("space"), inDomain("user-profile")],
        },
        {
            Sid: "ReadWhoseTheyAre",
            Effect: "Allow",
            Action: "sagemaker:ListTags",
            Resource: [inDomain("domain", ""), inDomain("user-profile")],
        },
        {
            Sid: "MarkHomes",
            Effect: "Allow",
            Action: "elasticfilesystem:TagResource",
            Resource: arn(args, "elasticfilesystem", "file-system/*"),
            Condition: {
                ...marks,
                StringEquals: {
                    ...marks.StringEquals,
                    [`aws:ResourceTag/${HOME_TAG}`]: inDomain("domain", ""),
                },
            },
        },
        {
            // SageMaker gives the two groups a name, which no condition can ask for, and no tag.
            Sid: "MarkGroups",
            Effect: "Allow",
            Action: "ec2:CreateTags",
            Resource: arn(args, "ec2", "security-group/*"),
            Condition: { ...marks, ArnEquals: { "ec2:Vpc": vpcArn(args, vpcId) } },
        },
    ];
}

function arn({ partition, place }: StatementArgs, service: string, resource: string): string {
    return `arn:${partition}:${service}:${place.region}:${place.account}:${resource}`;
}

function vpcArn(args: StatementArgs, vpcId: pulumi.Input<string>): pulumi.Output<string> {
    return pulumi.interpolate`${arn(args, "ec2", "vpc")}/${vpcId}`;
}
