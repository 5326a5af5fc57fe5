import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText } from "../../documents";
import { physicalName, placePath } from "../../names";
import type { PrivateBucket } from "../../storage";
import type { AccountBaselineArgs } from "./args";

type Selector = aws.types.input.cloudtrail.TrailAdvancedEventSelector;

/**
 * Types of SageMaker's resources with data events: predictions, and records of feature stores.
 * Source: CloudTrail user guide, "Logging data events", table of `resources.type`.
 */
const SAGEMAKER_DATA = ["AWS::SageMaker::Endpoint", "AWS::SageMaker::FeatureGroup"];

/**
 * Makes the trail of account and Region: into the bucket, whose files CloudTrail signs, and into a log group for alarms.
 *
 * @returns the log group's name
 */
export function createTrail(
    parent: pulumi.Resource,
    name: string,
    args: AccountBaselineArgs,
    { trailName, records }: { readonly trailName: string; readonly records: PrivateBucket },
): pulumi.Output<string> {
    const { account, region } = args.place;
    const groupName = physicalName(args.place, "logGroup", "trail");
    const streams = `arn:${args.partition}:logs:${region}:${account}:log-group:${groupName}:log-stream:${account}_CloudTrail_${region}*`;
    const group = new aws.cloudwatch.LogGroup(
        name,
        { name: groupName, kmsKeyId: args.logsKeyArn, retentionInDays: args.logRetentionDays, tags: args.tags },
        { parent, protect: args.protect },
    );
    const role = new aws.iam.Role(
        name,
        {
            name: physicalName(args.place, "role", "trail"),
            path: placePath(args.place),
            description: "Writes the trail to its log group",
            assumeRolePolicy: documentText("trust policy", name, {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "CloudTrailOfThisAccount",
                        Effect: "Allow",
                        Principal: { Service: "cloudtrail.amazonaws.com" },
                        Action: "sts:AssumeRole",
                        Condition: { StringEquals: { "aws:SourceAccount": account } },
                    },
                ],
            }),
            permissionsBoundary: args.boundaryArn,
            tags: args.tags,
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
                        Sid: "WriteThisGroup",
                        Effect: "Allow",
                        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                        Resource: streams,
                    },
                ],
            }),
        },
        { parent },
    );
    new aws.cloudtrail.Trail(
        name,
        {
            name: trailName,
            s3BucketName: records.bucket.bucket,
            cloudWatchLogsGroupArn: group.arn.apply((arn) => `${arn}:*`),
            cloudWatchLogsRoleArn: role.arn,
            kmsKeyId: args.logsKeyArn,
            enableLogFileValidation: true,
            // Of this Region: what happens in others is for a trail of the organization.
            isMultiRegionTrail: false,
            // Sign-ins and changes of IAM, which no Region has.
            includeGlobalServiceEvents: true,
            advancedEventSelectors: selectors(args),
            tags: { ...args.tags, Name: name },
        },
        // CloudTrail tries both destinations when the trail is made.
        { parent, dependsOn: [...records.ready, policy] },
    );
    return group.name;
}

function selectors({ trail, dataBuckets, partition }: AccountBaselineArgs): Selector[] {
    const management: Selector = {
        name: "Management events",
        fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
    };
    const data = (type: string, startsWiths?: string[]): Selector => ({
        name: `Data events of ${type}`,
        fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: [type] },
            ...(startsWiths === undefined ? [] : [{ field: "resources.ARN", startsWiths }]),
        ],
    });
    if (trail !== "data") {
        return [management];
    }
    const objects = dataBuckets.map((bucket) => `arn:${partition}:s3:::${bucket}/`);
    return [
        management,
        // A selector without ARNs would watch every bucket of the account.
        ...(objects.length === 0 ? [] : [data("AWS::S3::Object", objects)]),
        ...SAGEMAKER_DATA.map((type) => data(type)),
    ];
}
