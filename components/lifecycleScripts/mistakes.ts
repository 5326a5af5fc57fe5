import { CONTENT_LIMIT, scriptContent } from "./content";
import { lineOfSecret } from "./secrets";

/** Why a script cannot be a lifecycle script, and what to do. */
export interface ScriptMistake {
    readonly rule: string;
    readonly fix: string;
}

/** The first thing wrong with a script's text; undefined for one that may run. Never shows what a line holds. */
export function scriptMistake(script: string): ScriptMistake | undefined {
    if (!script.startsWith("#!")) {
        return {
            rule: "a lifecycle script names its interpreter in its first line",
            fix: "begin it with #!/bin/bash",
        };
    }
    if (script.includes("\r")) {
        return {
            rule: "a lifecycle script has Unix line ends; with others the interpreter is not found",
            fix: "save it with line feeds only",
        };
    }
    const { length } = scriptContent(script);
    if (length > CONTENT_LIMIT) {
        return {
            rule: `SageMaker takes at most ${CONTENT_LIMIT} characters after base64; this script has ${length}`,
            fix: `shorten it to ${(CONTENT_LIMIT / 4) * 3} bytes, or have it fetch the rest from a bucket`,
        };
    }
    const secret = lineOfSecret(script);
    return secret === undefined
        ? undefined
        : {
              rule: `a lifecycle script can be read by whoever may describe it, and holds no secrets; its line ${secret.line} looks like ${secret.kind}`,
              fix: "take it out and change it, since it has been written down; let the app's role ask for it when it runs",
          };
}
