import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../names";
import { createAppGroup } from "../network";
import {
    appSettings,
    dockerSettings,
    fileSystemSettings,
    portalSettings,
    sharingSettings,
    storageSettings,
} from "./appSettings";
import type { StudioDomainArgs } from "./args";
import { canvasSettings } from "./canvas";
import { openFileSystems } from "./fileSystems";
import { createLifecycleConfigs } from "./lifecycleConfigs";

/**
 * Studio's domain: VPC-only without an option to leave it, own key, private spaces of the new Studio, idle shutdown,
 * the profile's name in every session.
 */
export class StudioDomain extends pulumi.ComponentResource {
    readonly domainId: pulumi.Output<string>;
    readonly domainArn: pulumi.Output<string>;
    readonly url: pulumi.Output<string>;
    readonly homeFileSystemId: pulumi.Output<string>;
    /** Application that IAM Identity Center has for the domain; empty in mode `iam`. */
    readonly signInApplicationArn: pulumi.Output<string>;

    constructor(name: string, args: StudioDomainArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:domain:StudioDomain", name, {}, opts);
        const spaceGroup = createSpaceGroup(this, name, args);
        const scripts = createLifecycleConfigs(this, name, args);
        const nfs = openFileSystems(this, name, args);
        if (args.projectsPortfolio) {
            new aws.sagemaker.ServicecatalogPortfolioStatus(
                `${name}-projects`,
                { status: "Enabled" },
                { parent: this },
            );
        }
        const jupyterLabAppSettings = appSettings("jupyterLab", args, scripts.jupyterLab);
        const spaceStorageSettings = storageSettings(args);
        const domain = new aws.sagemaker.Domain(
            name,
            {
                domainName: physicalName(args.place, "domain", "studio"),
                authMode: args.signIn?.mode === "identity-center" ? "SSO" : "IAM",
                appNetworkAccessType: "VpcOnly",
                vpcId: args.vpcId,
                subnetIds: args.subnetIds,
                kmsKeyId: args.keyArn,
                tagPropagation: args.tagPropagation ? "ENABLED" : "DISABLED",
                retentionPolicy: { homeEfsFileSystem: args.homes === "retain" ? "Retain" : "Delete" },
                domainSettings: {
                    executionRoleIdentityConfig: "USER_PROFILE_NAME",
                    dockerSettings: dockerSettings(args.docker),
                    ...propagationSettings(args.signIn),
                },
                defaultUserSettings: {
                    executionRole: args.executionRoleArn,
                    securityGroups: [args.defaultGroupId],
                    studioWebPortal: "ENABLED",
                    defaultLandingUri: "studio::",
                    studioWebPortalSettings: portalSettings(args.features, args.instances),
                    sharingSettings: sharingSettings(args.sharing),
                    jupyterLabAppSettings,
                    codeEditorAppSettings: appSettings("codeEditor", args, scripts.codeEditor),
                    ...canvasSettings(args),
                    spaceStorageSettings,
                    ...fileSystemSettings(args),
                },
                // Shared spaces have no settings of their own for Code Editor.
                defaultSpaceSettings: {
                    executionRole: args.executionRoleArn,
                    securityGroups: [args.defaultGroupId, spaceGroup.id],
                    jupyterLabAppSettings,
                    spaceStorageSettings,
                    ...fileSystemSettings(args),
                },
                tags: { ...args.tags, ...args.domainTags },
            },
            { parent: this, protect: args.protect, dependsOn: [...args.after, ...nfs] },
        );
        this.domainId = domain.id;
        this.domainArn = domain.arn;
        this.url = domain.url;
        this.homeFileSystemId = domain.homeEfsFileSystemId;
        this.signInApplicationArn = domain.singleSignOnApplicationArn;
        this.registerOutputs({
            domainId: this.domainId,
            domainArn: this.domainArn,
            url: this.url,
            homeFileSystemId: this.homeFileSystemId,
        });
    }
}

/** The domain takes the block in mode `identity-center` only. */
function propagationSettings(
    signIn: StudioDomainArgs["signIn"],
): Pick<aws.types.input.sagemaker.DomainDomainSettings, "trustedIdentityPropagationSettings"> {
    return signIn?.mode === "identity-center"
        ? { trustedIdentityPropagationSettings: { status: signIn.trustedPropagation ? "ENABLED" : "DISABLED" } }
        : {};
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
