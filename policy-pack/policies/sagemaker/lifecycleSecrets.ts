import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { CREDENTIAL_PATTERNS, isPlaceholder } from "./credentialPatterns";

/** Where each type holds its scripts. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": ["studioLifecycleConfigContent"],
    "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration": [
        "onCreate",
        "onStart",
    ],
};

/** P17: whoever may describe a lifecycle configuration reads its script. */
export const lifecycleSecrets = resourcePolicy({
    id: "P17",
    name: "sagemaker-lifecycle-config-no-secrets",
    title: "Lifecycle scripts hold no credentials",
    description: "The script of a lifecycle configuration must hold no password, key or token.",
    why: "No key of yours protects a lifecycle script, and base64 hides nothing: whoever may describe the configuration, opens a space that runs it or sees the state file has the credential.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("IA-5(7)", "Authenticator Management | No Embedded Unencrypted Static Authenticators"),
    publishedIds: ["prowler:sagemaker_notebook_instance_no_secrets"],
    remediationSteps:
        "Revoke the credential, keep its successor in Secrets Manager, and let the script read it with the execution role when it runs.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html",
    config: NO_CONFIG,
    types: Object.keys(SCRIPTS),
    checkResource: (resource) => (SCRIPTS[resource.type] ?? []).flatMap((path) => checkScript(resource, path)),
});

/** Never tells the text that was found. */
function checkScript(resource: GraphResource, path: string): Finding[] {
    const content = resource.props[path];
    if (isUnknown(content)) {
        return [undecided(resource, `${path} is not known yet; the script must hold no credentials.`)];
    }
    if (typeof content !== "string") {
        return [];
    }
    const script = decoded(content);
    return CREDENTIAL_PATTERNS.flatMap(({ name, pattern }) => {
        const lines = [...script.matchAll(pattern)]
            .filter(({ groups }) => groups?.value === undefined || !isPlaceholder(groups.value))
            .map(({ 0: text, index }) => lineAt(script, index + text.search(/\S/)));
        const places = [...new Set(lines)];
        const where = `${places.length === 1 ? "line" : "lines"} ${places.join(", ")}`;
        return places.length === 0
            ? []
            : [
                  violation(
                      resource,
                      `${path} holds what looks like ${name} (${where}). Revoke it, and read its successor from Secrets Manager when the script runs.`,
                  ),
              ];
    });
}

/** AWS takes scripts in base64 only; one that is not yet encoded is read as it stands, for it stands in the state. */
function decoded(content: string): string {
    const compact = content.replace(/\s/g, "");
    return compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
        ? Buffer.from(compact, "base64").toString("utf8")
        : content;
}

function lineAt(text: string, index: number): number {
    return text.slice(0, index).split("\n").length;
}
