import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { USER_TAG } from "../names";
import { createAppGroup } from "../network";
import type { Tags } from "../tags";

type UserSettings = aws.types.input.sagemaker.UserProfileUserSettings;

/**
 * What a profile has otherwise than the domain. A block replaces the domain's as a whole, idle shutdown and scripts
 * included, so it must be complete.
 */
export type ProfileApps = Partial<
    Pick<UserSettings, "jupyterLabAppSettings" | "codeEditorAppSettings" | "spaceStorageSettings">
>;

/** One profile to make. */
export interface ProfileSpec {
    /** Name of the user as the stack file writes it. */
    readonly user: string;
    /** SageMaker's name of the profile; unique without regard to case. */
    readonly profile: string;
    /** Value of the tag that ties the profile to a person. Default: no such tag, as where IAM Identity Center signs in. */
    readonly tag?: string | undefined;
    /** User name in IAM Identity Center; given exactly when that signs people in. A change replaces the profile. */
    readonly signInName?: string | undefined;
    /** Whose jobs, models and data the person shares. Default: no team. */
    readonly team?: string | undefined;
    /** Role of the profile's apps. Default: that of all profiles. */
    readonly executionRoleArn?: pulumi.Input<string> | undefined;
    /** Default: as the domain. */
    readonly apps?: ProfileApps | undefined;
    /** Further tags, of the profile only; their values come before those of the deployment. */
    readonly tags: Readonly<Record<string, string>>;
}

export interface UserProfilesArgs {
    readonly domainId: pulumi.Input<string>;
    readonly vpcId: pulumi.Input<string>;
    /** Role of the profiles that name none. */
    readonly executionRoleArn: pulumi.Input<string>;
    /** Decides how many profiles exist; the order is of no account. */
    readonly profiles: readonly ProfileSpec[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Key of the tag that holds the team. Default: `team`. */
    readonly teamTag?: string | undefined;
    /** What must stand before a profile: assignments of its user to the domain. Default: nothing. */
    readonly after?: readonly pulumi.Resource[] | undefined;
    readonly tags: Tags;
}

/** The profiles of a domain, each with a group of its own and the tag of its person. */
export class UserProfiles extends pulumi.ComponentResource {
    /** ARN by profile name. */
    readonly arns: Readonly<Record<string, pulumi.Output<string>>>;

    constructor(name: string, args: UserProfilesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:profiles:UserProfiles", name, {}, opts);
        this.arns = Object.fromEntries(
            args.profiles.map((spec) => [spec.profile, this.createProfile(`${name}-${spec.profile}`, spec, args).arn]),
        );
        this.registerOutputs({ arns: this.arns });
    }

    private createProfile(name: string, spec: ProfileSpec, args: UserProfilesArgs): aws.sagemaker.UserProfile {
        const group = createAppGroup(this, name, {
            vpcId: args.vpcId,
            description: "Apps of one Studio profile among themselves",
            tags: args.tags,
        });
        return new aws.sagemaker.UserProfile(
            name,
            {
                domainId: args.domainId,
                userProfileName: spec.profile,
                ...(spec.signInName === undefined
                    ? {}
                    : { singleSignOnUserIdentifier: "UserName", singleSignOnUserValue: spec.signInName }),
                userSettings: {
                    // Named although the domain has a default: a profile never falls back silently.
                    executionRole: spec.executionRoleArn ?? args.executionRoleArn,
                    securityGroups: [group.id],
                    ...spec.apps,
                },
                tags: profileTags(spec, args),
            },
            { parent: this, dependsOn: [...(args.after ?? [])] },
        );
    }
}

/** Those that decide something come last, so that no other takes their place. */
function profileTags(spec: ProfileSpec, { tagKey, teamTag = "team", tags }: UserProfilesArgs): Tags {
    return {
        ...tags,
        ...spec.tags,
        [USER_TAG]: spec.user,
        ...(spec.team === undefined ? {} : { [teamTag]: spec.team }),
        ...(spec.tag === undefined ? {} : { [tagKey]: spec.tag }),
    };
}
