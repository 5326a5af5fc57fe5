import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { parameterPath, type Place } from "../names";
import { DATA_FOLDERS } from "../security";
import type { Tags } from "../tags";
import { parameterValues, type ParameterValue, type StudioFacts, type TeamRoles } from "./parameters";
import { type JobRoles, sdkConfigText } from "./sdkConfig";
import { sdkConfigKey } from "./sdkScript";

/** One execution role, and what calls from its apps start with. */
export interface SdkMember {
    /** Ending of logical names, such as `data-scientist_research`; unique. */
    readonly name: string;
    /** Name of the execution role, without a path. */
    readonly roleName: string;
    readonly team?: string | undefined;
}

/** Where the SDK's files of defaults lie, and what stands in them. */
export interface SdkArgs {
    /** The deployment's own bucket for data. */
    readonly bucket: string;
    /** What must stand before an object can be put: the bucket and its parts. */
    readonly after: readonly pulumi.Resource[];
    /** Key of the bucket, and of the outputs of jobs. */
    readonly outputKeyArn: pulumi.Input<string>;
    /** Key of the volumes of jobs and endpoints. */
    readonly volumeKeyArn: pulumi.Input<string>;
    readonly subnetIds: readonly pulumi.Input<string>[];
    /** Groups of jobs and models. */
    readonly groupIds: readonly pulumi.Input<string>[];
    readonly isolation: boolean;
    readonly interContainerEncryption: boolean;
    /** Key of the tag that holds the team. */
    readonly teamTag: string;
    readonly members: readonly SdkMember[];
}

export interface StudioDefaultsArgs {
    readonly place: Place;
    readonly facts: StudioFacts;
    /** Default: no files, because there is no bucket of the deployment's own, or no jobs. */
    readonly sdk?: SdkArgs | undefined;
    readonly tags: Tags;
}

/** What the stack tells of it; see the outputs of a deployment. */
interface DefaultsOutputs {
    readonly bucketNames: Readonly<Record<string, string>>;
    readonly jobRoleArns?: JobRoles;
    readonly teamJobRoleArns: Readonly<Record<string, JobRoles>>;
    readonly parameterPath: string;
    readonly sdkConfigUris: Readonly<Record<string, string>>;
}

/**
 * Lets people and programs find what the guardrails demand: files of defaults that the SageMaker Python SDK in a space
 * starts with, and parameters in Systems Manager under one path.
 */
export class StudioDefaults extends pulumi.ComponentResource {
    readonly outputs: DefaultsOutputs;

    constructor(name: string, args: StudioDefaultsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:defaults:StudioDefaults", name, {}, opts);
        const path = parameterPath(args.place);
        for (const [parameter, value] of Object.entries(parameterValues(args.facts))) {
            this.createParameter(`${name}-${parameter.replace(/\//g, "-")}`, `${path}${parameter}`, value, args.tags);
        }
        const { sdk } = args;
        const { bucketNames, teams } = args.facts;
        const files = (sdk?.members ?? []).flatMap((member) => {
            const team = teams.find((each) => each.team === member.team);
            return sdk === undefined || team === undefined ? [] : [this.createFile(name, sdk, member, team)];
        });
        const withoutTeam = teams.find(({ team }) => team === undefined);
        this.outputs = {
            bucketNames,
            ...(withoutTeam && { jobRoleArns: withoutTeam.roles }),
            teamJobRoleArns: Object.fromEntries(
                teams.flatMap(({ team, roles }) => (team === undefined ? [] : [[team, roles]])),
            ),
            parameterPath: path,
            sdkConfigUris: Object.fromEntries(files),
        };
        this.registerOutputs({ ...this.outputs });
    }

    private createParameter(logicalName: string, name: string, value: ParameterValue, tags: Tags): void {
        new aws.ssm.Parameter(
            logicalName,
            {
                name,
                type: isList(value) ? "StringList" : "String",
                // Names and ids are no secrets, and a secret's change could not be read in a preview.
                insecureValue: isList(value) ? pulumi.all([...value]).apply((all) => all.join(",")) : value,
                tags,
            },
            { parent: this },
        );
    }

    private createFile(name: string, sdk: SdkArgs, member: SdkMember, { team, roles }: TeamRoles): [string, string] {
        const key = sdkConfigKey(member.roleName);
        const content = pulumi
            .all([pulumi.all([...sdk.subnetIds]), pulumi.all([...sdk.groupIds]), sdk.volumeKeyArn, sdk.outputKeyArn])
            .apply(([subnetIds, groupIds, volumeKeyArn, outputKeyArn]) =>
                sdkConfigText({
                    subnetIds,
                    groupIds,
                    volumeKeyArn,
                    outputKeyArn,
                    bucket: sdk.bucket,
                    prefix: folderOf(team),
                    roles,
                    isolation: sdk.isolation,
                    interContainerEncryption: sdk.interContainerEncryption,
                    tags: team === undefined ? {} : { [sdk.teamTag]: team },
                }),
            );
        new aws.s3.BucketObjectv2(
            `${name}-sdk-${member.name}`,
            {
                bucket: sdk.bucket,
                key,
                content,
                contentType: "application/yaml",
                serverSideEncryption: "aws:kms",
                kmsKeyId: sdk.outputKeyArn,
                // No tags: S3 takes ten of an object, and a stack may have more.
            },
            { parent: this, dependsOn: [...sdk.after] },
        );
        return [member.name, `s3://${sdk.bucket}/${key}`];
    }
}

/** Folder of the data bucket that a team shares, or everybody without one, without the slash. */
function folderOf(team: string | undefined): string {
    return (team === undefined ? DATA_FOLDERS.shared : `${DATA_FOLDERS.teams}${team}/`).slice(0, -1);
}

/** Whether a value is a list; the built-in check does not know lists that nobody may change. */
function isList(value: ParameterValue): value is readonly pulumi.Input<string>[] {
    return Array.isArray(value);
}
