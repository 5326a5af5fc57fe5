import type * as aws from "@pulumi/aws";

import { DATA_FOLDERS } from "../buckets/names";

/** The stack's own buckets, by name. */
export interface OwnBuckets {
    readonly data: string;
    readonly models: string;
    /** Workspace of Canvas; absent without that feature. */
    readonly canvas?: string | undefined;
}

export interface DataArgs {
    readonly partition: string;
    /** Existing buckets, by name; open as a whole. */
    readonly dataBuckets: readonly string[];
    /** Default: the stack has none. */
    readonly ownBuckets?: OwnBuckets | undefined;
    /** Default: none. */
    readonly team?: string | undefined;
}

type Statement = aws.iam.PolicyStatement;

const READ = ["s3:GetObject"];
const WRITE = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"];

/** Folder of the profile the app runs in; in a shared space there is no profile, and the folder is nobody's. */
const OWN_FOLDER = `${DATA_FOLDERS.users}\${sagemaker:UserProfileName}/`;

/** What people read and write: everybody's folder, their team's, their own, and the deployment's files to read. */
export function peopleData(args: DataArgs): Statement[] {
    return [...existing(args, WRITE), ...(args.ownBuckets ? peopleFolders(args, args.ownBuckets) : [])];
}

function peopleFolders(args: DataArgs, buckets: OwnBuckets): Statement[] {
    return [
        ...own(args, buckets, [...commonFolders(args), OWN_FOLDER], WRITE),
        {
            Sid: "FilesOfTheDeployment",
            Effect: "Allow",
            Action: READ,
            Resource: [`${bucket(args, buckets.data)}/${DATA_FOLDERS.studio}*`],
        },
    ];
}

/** What jobs read and write: as people, without anybody's own folder. */
export function jobData(args: DataArgs, access: "read" | "write"): Statement[] {
    const actions = access === "read" ? READ : WRITE;
    return [
        ...existing(args, actions),
        ...(args.ownBuckets ? own(args, args.ownBuckets, commonFolders(args), actions) : []),
    ];
}

/** What Canvas keeps of one person. Source: SageMaker developer guide, "Configure your Amazon S3 storage". */
export function canvasData(args: Pick<DataArgs, "partition">, canvas: string): Statement[] {
    const folder = "Canvas/${sagemaker:UserProfileName}/";
    const arn = bucket(args, canvas);
    return [
        { Sid: "CanvasWorkspace", Effect: "Allow", Action: WRITE, Resource: [`${arn}/${folder}*`] },
        {
            Sid: "ListCanvasWorkspace",
            Effect: "Allow",
            Action: ["s3:ListBucket"],
            Resource: [arn],
            Condition: { StringLike: { "s3:prefix": [`${folder}*`] } },
        },
        {
            Sid: "CanvasBucket",
            Effect: "Allow",
            Action: ["s3:GetBucketCORS", "s3:GetBucketLocation"],
            Resource: [arn],
        },
    ];
}

function commonFolders({ team }: DataArgs): string[] {
    return [DATA_FOLDERS.shared, ...(team === undefined ? [] : [`${DATA_FOLDERS.teams}${team}/`])];
}

function existing(args: DataArgs, actions: readonly string[]): Statement[] {
    const buckets = args.dataBuckets.map((name) => bucket(args, name));
    return buckets.length === 0
        ? []
        : [
              {
                  Sid: "ListDataBuckets",
                  Effect: "Allow",
                  Action: ["s3:GetBucketLocation", "s3:ListBucket"],
                  Resource: buckets,
              },
              {
                  Sid: "DataObjects",
                  Effect: "Allow",
                  Action: [...actions],
                  Resource: buckets.map((arn) => `${arn}/*`),
              },
          ];
}

function own(
    args: DataArgs,
    { data, models }: OwnBuckets,
    folders: readonly string[],
    actions: readonly string[],
): Statement[] {
    const buckets = [data, models].map((name) => bucket(args, name));
    return [
        { Sid: "FindOwnBuckets", Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: buckets },
        {
            Sid: "ListOwnFolders",
            Effect: "Allow",
            Action: ["s3:ListBucket"],
            Resource: buckets,
            Condition: { StringLike: { "s3:prefix": folders.map((folder) => `${folder}*`) } },
        },
        {
            Sid: "OwnFolders",
            Effect: "Allow",
            Action: [...actions],
            Resource: buckets.flatMap((arn) => folders.map((folder) => `${arn}/${folder}*`)),
        },
    ];
}

function bucket({ partition }: Pick<DataArgs, "partition">, name: string): string {
    return `arn:${partition}:s3:::${name}`;
}
