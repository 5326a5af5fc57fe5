import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName, type Place, placePath } from "../../names";
import type { StudioImagesArgs } from "./args";
import { repositoryArns } from "./repositories";

/** Purpose in the name of the role SageMaker reads images with. */
const READER_PURPOSE = "images";

/** ARN of that role; known before it exists. */
export function imageReaderArn(place: Place, partition: string): string {
    return `arn:${partition}:iam::${place.account}:role${placePath(place)}${physicalName(place, "role", READER_PURPOSE)}`;
}

/**
 * The role SageMaker takes to read container images when a version is made of them; people have no use of it. ECR
 * decrypts by its own grant on the key. Source: ECR user guide, "Encryption at rest".
 */
export function createReaderRole(parent: pulumi.Resource, name: string, args: StudioImagesArgs): aws.iam.RolePolicy[] {
    const { place, partition, images, boundaryArn, tags } = args;
    const role = new aws.iam.Role(
        name,
        {
            name: physicalName(place, "role", READER_PURPOSE),
            path: placePath(place),
            description: "SageMaker reads the container images of custom images",
            permissionsBoundary: boundaryArn,
            assumeRolePolicy: documentText("trust policy", name, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: "sagemaker.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        Condition: { StringEquals: { "aws:SourceAccount": place.account } },
                    },
                ],
            }),
            tags,
        },
        { parent },
    );
    const policy = new aws.iam.RolePolicy(
        name,
        {
            role: role.name,
            policy: documentText("inline policy", name, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "ReadTheseImages",
                        Effect: "Allow",
                        Action: [
                            "ecr:BatchCheckLayerAvailability",
                            "ecr:BatchGetImage",
                            "ecr:DescribeImages",
                            "ecr:GetDownloadUrlForLayer",
                        ],
                        Resource: repositoryArns(place, partition, images),
                    },
                    {
                        // The token opens nothing by itself; the action knows no narrower resource.
                        Sid: "SignInToRegistry",
                        Effect: "Allow",
                        Action: "ecr:GetAuthorizationToken",
                        Resource: "*",
                    },
                ],
            }),
        },
        { parent },
    );
    return [policy];
}
