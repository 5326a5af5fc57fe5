import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { USER_TAG } from "../names";
import { createAppGroup } from "../network";
import type { Tags } from "../tags";

/** One profile to make. */
export interface ProfileSpec {
    /** Name of the user as the stack file writes it. */
    readonly user: string;
    /** SageMaker's name of the profile; unique without regard to case. */
    readonly profile: string;
    /** Value of the tag that ties the profile to a person. */
    readonly tag: string;
    /** Further tags, of the profile only; their values come before those of the deployment. */
    readonly tags: Readonly<Record<string, string>>;
}

export interface UserProfilesArgs {
    readonly domainId: pulumi.Input<string>;
    readonly vpcId: pulumi.Input<string>;
    readonly executionRoleArn: pulumi.Input<string>;
    /** Decides how many profiles exist; the order is of no account. */
    readonly profiles: readonly ProfileSpec[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
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
                // Named although the domain has the same default: a profile never falls back silently.
                userSettings: { executionRole: args.executionRoleArn, securityGroups: [group.id] },
                tags: { ...args.tags, ...spec.tags, [USER_TAG]: spec.user, [args.tagKey]: spec.tag },
            },
            { parent: this },
        );
    }
}
