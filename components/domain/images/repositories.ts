import * as awsx from "@pulumi/awsx";
import type * as pulumi from "@pulumi/pulumi";

import { partitionOf } from "../../../policy-pack/facts";
import { type Place, repositoryName } from "../../names";
import type { ImageSetting, StudioImagesArgs } from "./args";

/** Where an image is kept. */
export interface Repository {
    /** URI without tag; known up front. */
    readonly uri: string;
    /** What must stand before an image can be read from it. */
    readonly ready: readonly pulumi.Resource[];
}

/** URI of an image's repository, given or made by the stack. */
function repositoryUri(place: Place, { name, repository }: Pick<ImageSetting, "name" | "repository">): string {
    const { dnsSuffix } = partitionOf(place.region);
    return repository ?? `${place.account}.dkr.ecr.${place.region}.${dnsSuffix}/${repositoryName(place, name)}`;
}

/**
 * ARNs of the repositories people's images come from, for the policies of those who pull them; each once. ECR user
 * guide: the host of a repository's URI holds its account and Region.
 */
export function repositoryArns(place: Place, partition: string, images: readonly ImageSetting[]): string[] {
    const arns = images.map((image) => {
        const [host = "", ...path] = repositoryUri(place, image).split("/");
        const [account = "", , , region = ""] = host.split(".");
        return `arn:${partition}:ecr:${region}:${account}:repository/${path.join("/")}`;
    });
    return [...new Set(arns)];
}

/**
 * The image's repository: the given one, or one of the stack's own with its key, tags that cannot be moved, and a scan of
 * every push.
 */
export function createRepository(
    parent: pulumi.Resource,
    name: string,
    image: ImageSetting,
    { place, keyArn, protect, tags }: StudioImagesArgs,
): Repository {
    const uri = repositoryUri(place, image);
    if (image.repository !== undefined) {
        return { uri, ready: [] };
    }
    const made = new awsx.ecr.Repository(
        `${name}-${image.name}`,
        {
            name: repositoryName(place, image.name),
            imageTagMutability: "IMMUTABLE",
            imageScanningConfiguration: { scanOnPush: true },
            encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
            // Images are in use by their digest; the construct's own rule would let one without a tag expire.
            lifecyclePolicy: { skip: true },
            forceDelete: image.emptyOnDestroy,
            tags,
        },
        { parent, protect },
    );
    return { uri, ready: [made] };
}
