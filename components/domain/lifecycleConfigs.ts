import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { lifecycleScript, scriptContent, scriptMistake } from "../lifecycleScripts";
import { type LifecycleApp, lifecycleConfigName, type Place } from "../names";
import type { Tags } from "../tags";
import type { AppSettings, SpaceApp } from "./args";

/** Each app's name in SageMaker's API, and in ours. */
const APPS: Readonly<Record<SpaceApp, { readonly type: string; readonly ending: LifecycleApp }>> = {
    jupyterLab: { type: "JupyterLab", ending: "jupyter-lab" },
    codeEditor: { type: "CodeEditor", ending: "code-editor" },
};

/** What the configurations of a domain are made from. */
interface LifecycleConfigArgs extends Pick<AppSettings, "lifecycleScripts"> {
    readonly place: Place;
    readonly tags: Tags;
}

/**
 * The chosen lifecycle scripts as configurations, their ARNs by app.
 * @throws pulumi.RunError for a script that does not exist, that SageMaker would refuse or that holds a secret
 */
export function createLifecycleConfigs(
    parent: pulumi.Resource,
    name: string,
    { place, lifecycleScripts, tags }: LifecycleConfigArgs,
): Partial<Record<SpaceApp, pulumi.Output<string>>> {
    const chosen = (Object.keys(APPS) as SpaceApp[]).flatMap((app) => {
        const script = lifecycleScripts[app];
        return script === undefined ? [] : [{ app, content: contentOf(script) }];
    });
    return Object.fromEntries(
        chosen.map(({ app, content }) => {
            const { type, ending } = APPS[app];
            const config = new aws.sagemaker.StudioLifecycleConfig(
                `${name}-${ending}`,
                {
                    studioLifecycleConfigName: lifecycleConfigName(place, ending, content),
                    studioLifecycleConfigAppType: type,
                    studioLifecycleConfigContent: content,
                    tags,
                },
                { parent },
            );
            return [app, config.arn];
        }),
    );
}

function contentOf(script: string): string {
    const text = lifecycleScript(script);
    if (text === undefined) {
        throw new pulumi.RunError(
            `There is no lifecycle script ${script}: no file of that name is in assets/lifecycle.`,
        );
    }
    const mistake = scriptMistake(text);
    if (mistake !== undefined) {
        throw new pulumi.RunError(`The lifecycle script ${script} cannot be used: ${mistake.rule}. ${mistake.fix}.`);
    }
    return scriptContent(text);
}
