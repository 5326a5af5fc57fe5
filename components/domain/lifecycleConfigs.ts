import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { inOrder, lifecycleScript, scriptContent, scriptMistake } from "../lifecycleScripts";
import { type LifecycleApp, lifecycleConfigName, type Place } from "../names";
import type { Tags } from "../tags";
import type { AppSettings } from "./args";
import type { SpaceApp } from "./spaceApp";

/** Each app's name in SageMaker's API, and in ours. */
const APPS: Readonly<Record<SpaceApp, { readonly type: string; readonly ending: LifecycleApp }>> = {
    jupyterLab: { type: "JupyterLab", ending: "jupyter-lab" },
    codeEditor: { type: "CodeEditor", ending: "code-editor" },
};

/** What the configurations of a domain are made from. */
interface LifecycleConfigArgs extends Pick<AppSettings, "firstScript" | "lifecycleScripts"> {
    readonly place: Place;
    readonly tags: Tags;
}

/**
 * The chosen lifecycle scripts as configurations, their ARNs by app. SageMaker runs one built-in script, so that the
 * first script and the chosen one are one text.
 * @throws pulumi.RunError for a script that does not exist, that SageMaker would refuse or that holds a secret
 */
export function createLifecycleConfigs(
    parent: pulumi.Resource,
    name: string,
    { place, firstScript, lifecycleScripts, tags }: LifecycleConfigArgs,
): Partial<Record<SpaceApp, pulumi.Output<string>>> {
    const chosen = (Object.keys(APPS) as SpaceApp[]).flatMap((app) => {
        const script = lifecycleScripts[app];
        const text = script === undefined ? firstScript : textOf(script, firstScript);
        return text === undefined ? [] : [{ app, content: scriptContent(text) }];
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

/** Text of a chosen script, with the first one before it. */
function textOf(script: string, first: string | undefined): string {
    const chosen = lifecycleScript(script);
    if (chosen === undefined) {
        throw new pulumi.RunError(
            `There is no lifecycle script ${script}: no file of that name is in assets/lifecycle.`,
        );
    }
    const text = first === undefined ? chosen : inOrder(first, chosen);
    // By itself first: in one text a mistake of the chosen script would be looked for at another line.
    const mistake = scriptMistake(chosen) ?? scriptMistake(text);
    if (mistake !== undefined) {
        throw new pulumi.RunError(`The lifecycle script ${script} cannot be used: ${mistake.rule}. ${mistake.fix}.`);
    }
    return text;
}
