import { type Calls, never } from "../calls";
import type { Probe } from "../types";

/** What starts in people's apps: images, scripts, and the instance types where they are limited. */
export function startingContent(calls: Calls): Probe[] {
    const { domain, own, world } = calls;
    const app = `app/${domain}/own/jupyterlab/default`;
    const { apps } = world.intent.guardrails.instances;
    return [
        ...never(
            "start an image that is not the stack's",
            calls.call("CreateApp", app, {
                ...own,
                "sagemaker:ImageArns": [calls.arn("sagemaker", "image/somebody-elses")],
            }),
            calls.call("CreateApp", app, {
                ...own,
                "sagemaker:ImageVersionArns": [calls.arn("sagemaker", "image-version/somebody-elses/1")],
            }),
        ),
        ...never(
            "start with a script that is not the stack's",
            calls.call("CreateApp", app, {
                ...own,
                "sagemaker:StudioLifecycleConfigArns": [
                    calls.arn("sagemaker", "studio-lifecycle-config/somebody-elses"),
                ],
            }),
        ),
        ...never(
            "change what others start with",
            calls.call("CreateImageVersion", "image/probe"),
            calls.call("CreateStudioLifecycleConfig", "studio-lifecycle-config/probe"),
            calls.call("UpdateAppImageConfig", "app-image-config/probe"),
        ),
        ...(apps.length === 0
            ? []
            : never(
                  "start an app on another instance type",
                  calls.call("CreateApp", app, { ...own, "sagemaker:InstanceTypes": [NOBODYS_TYPE] }),
              )),
    ];
}

/** Fits no list: a stack that admits every type has none. */
export const NOBODYS_TYPE = "ml.other.large";
