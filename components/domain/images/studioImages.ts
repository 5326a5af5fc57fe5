import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { imageName } from "../../names";
import type { SpaceApp } from "../spaceApp";
import { createAppImageConfig } from "./appImageConfig";
import type { CustomImage, CustomImages, ImageSetting, StudioImagesArgs } from "./args";
import { createReaderRole, imageReaderArn } from "./readerRole";
import { createRepository } from "./repositories";

/** An image that people can choose. */
interface Made {
    readonly image: ImageSetting;
    readonly imageName: pulumi.Output<string>;
    readonly version: pulumi.Output<number>;
}

/**
 * Container images for Studio. An image without a digest has a repository and nothing else: what does not hold the
 * image yet cannot be made into a version, so that no update stops half-way.
 */
export class StudioImages extends pulumi.ComponentResource {
    /** For the domain's settings, in the order of the images. */
    readonly customImages: CustomImages;
    /** Where to push to, by image; the repositories this stack made. */
    readonly repositoryUris: Readonly<Record<string, string>>;

    constructor(name: string, args: StudioImagesArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:domain:StudioImages", name, {}, opts);
        const stored = args.images.map((image) => ({ image, repository: createRepository(this, name, image, args) }));
        const pushed = stored.flatMap(({ image, repository }) =>
            image.digest === undefined ? [] : [{ image, repository, baseImage: `${repository.uri}@${image.digest}` }],
        );
        const reader = pushed.length === 0 ? [] : createReaderRole(this, name, args);
        const made = pushed.map(({ image, repository, baseImage }) =>
            createVersion(this, name, image, baseImage, { ...args, ready: [...reader, ...repository.ready] }),
        );
        const forApp = (app: SpaceApp): CustomImage[] =>
            made
                .filter(({ image }) => image.apps.includes(app))
                .map(({ image, imageName, version }) => ({
                    appImageConfigName: createAppImageConfig(this, name, app, image, args).appImageConfigName,
                    imageName,
                    imageVersionNumber: version,
                }));
        this.customImages = { jupyterLab: forApp("jupyterLab"), codeEditor: forApp("codeEditor") };
        this.repositoryUris = Object.fromEntries(
            stored
                .filter(({ image }) => image.repository === undefined)
                .map(({ image, repository }) => [image.name, repository.uri]),
        );
        this.registerOutputs({ repositoryUris: this.repositoryUris });
    }
}

/** SageMaker's image, and the version of it that is the container image. */
function createVersion(
    parent: pulumi.Resource,
    name: string,
    image: ImageSetting,
    baseImage: string,
    { place, partition, tags, ready }: StudioImagesArgs & { readonly ready: readonly pulumi.Resource[] },
): Made {
    const opts = { parent, dependsOn: [...ready] };
    const made = new aws.sagemaker.Image(
        `${name}-${image.name}-image`,
        {
            imageName: imageName(place, image.name),
            displayName: image.name,
            roleArn: imageReaderArn(place, partition),
            tags,
        },
        opts,
    );
    const { version } = new aws.sagemaker.ImageVersion(
        `${name}-${image.name}-version`,
        { imageName: made.imageName, baseImage },
        opts,
    );
    return { image, imageName: made.imageName, version };
}
