import type { ResourceValidationPolicy } from "@pulumi/policy";
import { toPulumiPolicy } from "../../../policies/adapter";
import { resourcesOf, type Sketch } from "../../fixture/build";
import { remediate } from "../engine";
import { policy } from "../verdict";

/** How the engine writes a value that is not known yet. */
export const NOT_KNOWN_YET = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Inputs of a stack's only resource after the engine had them repaired; absent where nothing was. */
export async function repairedByEngine(
    id: string,
    [sketch]: readonly Sketch[],
    options: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown> | undefined> {
    const adapted = toPulumiPolicy(policy(id)) as ResourceValidationPolicy;
    const [resource] = sketch === undefined ? [] : resourcesOf([sketch]);
    if (resource === undefined || typeof adapted.remediateResource !== "function") {
        throw new Error(`nothing to repair by ${id}`);
    }
    const { remediateResource } = adapted;
    const configured: ResourceValidationPolicy = {
        ...adapted,
        remediateResource: (args) => remediateResource({ ...args, getConfig: <T extends object>() => options as T }),
    };
    const repaired = await remediate(configured, resource);
    // The fixture's outputs are no inputs.
    return repaired && Object.fromEntries(Object.entries(repaired).filter(([key]) => key !== "arn" && key !== "id"));
}
