import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../names";
import { createAppGroup } from "../network";
import type { Tags } from "../tags";

export interface StudioDomainArgs {
    readonly place: Place;
    readonly vpcId: pulumi.Input<string>;
    readonly subnetIds: pulumi.Input<string>[];
    /** Group every app of every user gets; must admit nothing, because domain and profile groups are added together. */
    readonly defaultGroupId: pulumi.Input<string>;
    readonly executionRoleArn: pulumi.Input<string>;
    /** Customer managed key of home directories and space volumes; cannot be changed later. */
    readonly keyArn: pulumi.Input<string>;
    /** Minutes without activity after which an app is stopped, 60 to 525600. */
    readonly idleShutdownMinutes: number;
    /** What becomes of the home directories when the domain is destroyed; fixed at creation. */
    readonly homes: "retain" | "delete";
    /** Sizes of space volumes in GB, 5 to 16384. */
    readonly volumes: { readonly defaultGb: number; readonly maximumGb: number };
    /** Pulumi's `protect` on the domain: home directories are lost with it. */
    readonly protect: boolean;
    /** What must stand before the domain: endpoints, routes. */
    readonly after: readonly pulumi.Resource[];
    readonly tags: Tags;
}

/** Apps of Studio Classic and of products this deployment does not license; hiding is cosmetic, IAM decides. */
const HIDDEN_APPS = ["JupyterServer", "KernelGateway", "RStudioServerPro", "RSessionGateway", "Canvas"];

/**
 * Studio's domain: VPC-only without an option to leave it, own key, private spaces of the new Studio, idle shutdown,
 * the profile's name in every session.
 */
export class StudioDomain extends pulumi.ComponentResource {
    readonly domainId: pulumi.Output<string>;
    readonly domainArn: pulumi.Output<string>;
    readonly url: pulumi.Output<string>;
    readonly homeFileSystemId: pulumi.Output<string>;

    constructor(name: string, args: StudioDomainArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:domain:StudioDomain", name, {}, opts);
        const spaceGroup = createSpaceGroup(this, name, args);
        const idle = idleShutdown(args.idleShutdownMinutes);
        const spaceStorageSettings = {
            defaultEbsStorageSettings: {
                defaultEbsVolumeSizeInGb: args.volumes.defaultGb,
                maximumEbsVolumeSizeInGb: args.volumes.maximumGb,
            },
        };
        const domain = new aws.sagemaker.Domain(
            name,
            {
                domainName: physicalName(args.place, "domain", "studio"),
                authMode: "IAM",
                appNetworkAccessType: "VpcOnly",
                vpcId: args.vpcId,
                subnetIds: args.subnetIds,
                kmsKeyId: args.keyArn,
                tagPropagation: "DISABLED",
                retentionPolicy: { homeEfsFileSystem: args.homes === "retain" ? "Retain" : "Delete" },
                domainSettings: {
                    executionRoleIdentityConfig: "USER_PROFILE_NAME",
                    dockerSettings: { enableDockerAccess: "DISABLED" },
                },
                defaultUserSettings: {
                    executionRole: args.executionRoleArn,
                    securityGroups: [args.defaultGroupId],
                    studioWebPortal: "ENABLED",
                    defaultLandingUri: "studio::",
                    // Declared although partly empty: the API answers with the block, and its absence would drift.
                    studioWebPortalSettings: { hiddenAppTypes: HIDDEN_APPS },
                    sharingSettings: { notebookOutputOption: "Disabled" },
                    jupyterLabAppSettings: idle,
                    codeEditorAppSettings: idle,
                    spaceStorageSettings,
                },
                defaultSpaceSettings: {
                    executionRole: args.executionRoleArn,
                    securityGroups: [args.defaultGroupId, spaceGroup.id],
                    jupyterLabAppSettings: idle,
                    spaceStorageSettings,
                },
                tags: args.tags,
            },
            { parent: this, protect: args.protect, dependsOn: [...args.after] },
        );
        this.domainId = domain.id;
        this.domainArn = domain.arn;
        this.url = domain.url;
        this.homeFileSystemId = domain.homeEfsFileSystemId;
        this.registerOutputs({
            domainId: this.domainId,
            domainArn: this.domainArn,
            url: this.url,
            homeFileSystemId: this.homeFileSystemId,
        });
    }
}

/** All three numbers, because the provider sends 0 for one left out; equal, so that nobody can choose another. */
function idleShutdown(minutes: number): aws.types.input.sagemaker.DomainDefaultUserSettingsJupyterLabAppSettings {
    return {
        appLifecycleManagement: {
            idleSettings: {
                lifecycleManagement: "ENABLED",
                idleTimeoutInMinutes: minutes,
                minIdleTimeoutInMinutes: minutes,
                maxIdleTimeoutInMinutes: minutes,
            },
        },
    };
}

/** Shared spaces take the domain's space groups and no profile's, so their apps need a self-admitting group of their own. */
function createSpaceGroup(
    parent: pulumi.Resource,
    name: string,
    { vpcId, tags }: StudioDomainArgs,
): aws.ec2.SecurityGroup {
    return createAppGroup(parent, `${name}-spaces`, {
        vpcId,
        description: "Apps of shared spaces among themselves",
        tags,
    });
}
