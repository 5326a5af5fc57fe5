import type { LifecycleApp } from "./lifecycleConfigName";
import { physicalName, type Place } from "./physicalName";

/**
 * Names of what is made of a container image: each begins with the stack's own beginning, by which the deploy role is given
 * them before anybody knows what images there will be.
 */

/** What the names of SageMaker's images and of their configurations begin with; no other place's begin so. */
export function imageStart(place: Place): string {
    return `${physicalName(place, "image", "image")}-`;
}

/** What the names of repositories begin with; no other place's begin so. */
export function repositoryStart(place: Place): string {
    return `${physicalName(place, "repository", "image")}-`;
}

/**
 * Name of SageMaker's image.
 * @param image at most 20 lower-case letters and digits with single hyphens between them
 */
export function imageName(place: Place, image: string): string {
    return `${imageStart(place)}${image}`;
}

/** Name of the configuration with which an app starts the image. */
export function appImageConfigName(place: Place, image: string, app: LifecycleApp): string {
    return `${imageStart(place)}${image}-${app}`;
}

/** Name of the image's repository. */
export function repositoryName(place: Place, image: string): string {
    return `${repositoryStart(place)}${image}`;
}
