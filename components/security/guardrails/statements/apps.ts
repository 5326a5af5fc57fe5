import { APPS } from "../actions";
import type { GuardrailArgs } from "../args";
import { type Condition, deny, type Statement } from "./statement";

const IMAGES = "sagemaker:ImageArns";
const VERSIONS = "sagemaker:ImageVersionArns";
const SCRIPTS = "sagemaker:StudioLifecycleConfigArns";

/**
 * Images and start scripts of apps are the deployment's. AWS's own image of Studio, SageMaker Distribution, lies in
 * accounts of AWS's that differ by Region; no account uses another's images but AWS's, and nobody with a role of Studio
 * makes images.
 */
export function appContent(
    args: Pick<GuardrailArgs, "partition" | "region" | "imageArns" | "scriptArns">,
): Statement[] {
    const images = [
        `arn:${args.partition}:sagemaker:${args.region}:*:image/sagemaker-distribution-*`,
        ...args.imageArns,
    ];
    const versions = images.map((arn) => `${arn.replace(":image/", ":image-version/")}/*`);
    return [
        deny("OtherImages", APPS, { "ForAnyValue:ArnNotLike": { [IMAGES]: images } }),
        deny("OtherImageVersions", APPS, { "ForAnyValue:ArnNotLike": { [VERSIONS]: versions } }),
        deny("OtherScripts", APPS, otherScripts(args.scriptArns)),
    ];
}

/** An empty list of values would match nothing: where the domain has no script, every script is another. */
function otherScripts(arns: readonly string[]): Condition {
    return arns.length === 0 ? { Null: { [SCRIPTS]: "false" } } : { "ForAnyValue:ArnNotLike": { [SCRIPTS]: arns } };
}
