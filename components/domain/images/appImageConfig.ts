import * as aws from "@pulumi/aws";
import type { types } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { appImageConfigName, type LifecycleApp, type Place } from "../../names";
import type { Tags } from "../../tags";
import type { SpaceApp } from "../spaceApp";
import type { ImageSetting } from "./args";

/** Each app's name in names, and the block of its settings. */
const APPS: Readonly<
    Record<
        SpaceApp,
        { readonly ending: LifecycleApp; readonly block: "jupyterLabImageConfig" | "codeEditorAppImageConfig" }
    >
> = {
    jupyterLab: { ending: "jupyter-lab", block: "jupyterLabImageConfig" },
    codeEditor: { ending: "code-editor", block: "codeEditorAppImageConfig" },
};

/** The only users the provider lets a container run as. */
const USERS = {
    "sagemaker-user": { defaultUid: 1000, defaultGid: 100 },
    root: { defaultUid: 0, defaultGid: 0 },
} as const;

type Config = types.input.sagemaker.AppImageConfigJupyterLabImageConfig;

/** How a container is started; every number and path is given, so that no default of the provider shows as a change. */
function containerSettings({ entrypoint, environment, runAs, mountPath, ...image }: ImageSetting): Config {
    const container = {
        ...(image.arguments.length === 0 ? {} : { containerArguments: [...image.arguments] }),
        ...(entrypoint === undefined ? {} : { containerEntrypoints: [entrypoint] }),
        ...(Object.keys(environment).length === 0 ? {} : { containerEnvironmentVariables: { ...environment } }),
    };
    return {
        fileSystemConfig: { ...USERS[runAs], mountPath },
        ...(Object.keys(container).length === 0 ? {} : { containerConfig: container }),
    };
}

/** How one app starts the image: an image for two apps has two, since a configuration is of one app. */
export function createAppImageConfig(
    parent: pulumi.Resource,
    name: string,
    app: SpaceApp,
    image: ImageSetting,
    { place, tags }: { readonly place: Place; readonly tags: Tags },
): aws.sagemaker.AppImageConfig {
    const { ending, block } = APPS[app];
    return new aws.sagemaker.AppImageConfig(
        `${name}-${image.name}-${ending}`,
        {
            appImageConfigName: appImageConfigName(place, image.name, ending),
            [block]: containerSettings(image),
            tags,
        },
        { parent },
    );
}
