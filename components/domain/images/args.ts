import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../../names";
import type { Tags } from "../../tags";
import type { SpaceApp } from "../spaceApp";

/** A container image of one's own. */
export interface ImageSetting {
    /** At most 20 lower-case letters and digits with single hyphens between them. */
    readonly name: string;
    /** URI of an existing repository, without tag. Default: the stack makes one. */
    readonly repository?: string | undefined;
    /** `sha256:` and 64 hexadecimal digits. Default: no image is made yet, only its repository. */
    readonly digest?: string | undefined;
    readonly apps: readonly SpaceApp[];
    /** Default: the image's own. */
    readonly entrypoint?: string | undefined;
    readonly arguments: readonly string[];
    readonly environment: Readonly<Record<string, string>>;
    readonly runAs: "sagemaker-user" | "root";
    /** Where the space's volume is mounted. */
    readonly mountPath: string;
    /** Whether the stack's own repository is deleted with the images in it. */
    readonly emptyOnDestroy: boolean;
}

/** One image of a domain's settings. */
export interface CustomImage {
    readonly appImageConfigName: pulumi.Input<string>;
    readonly imageName: pulumi.Input<string>;
    /** Always given: the provider sends 0 for one left out. */
    readonly imageVersionNumber: pulumi.Input<number>;
}

/** Images people can choose, by app. */
export type CustomImages = Readonly<Record<SpaceApp, readonly CustomImage[]>>;

export interface StudioImagesArgs {
    readonly place: Place;
    readonly partition: string;
    readonly images: readonly ImageSetting[];
    /** Customer managed key of the repositories; ECR cannot change it later. */
    readonly keyArn: pulumi.Input<string>;
    /** Permissions boundary of the role SageMaker reads images with. */
    readonly boundaryArn: pulumi.Input<string>;
    /** Pulumi's `protect` on the repositories. */
    readonly protect: boolean;
    readonly tags: Tags;
}
