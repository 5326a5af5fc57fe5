import { isUnknown, readPath } from "../../graph";
import { all, type Answer, any } from "../identity/statements";
import { expand } from "../jobs/paths";
import { needsVolumeKey } from "../jobs/instances";

/** Paths of an endpoint configuration's variants; a list that is not known yet stands for its variants. */
export function variantsIn(
    props: unknown,
    ...lists: readonly ("productionVariants" | "shadowProductionVariants")[]
): string[] {
    return lists.flatMap((list) => expand(props, `${list}.*`));
}

/** Whether a variant has instances: a serverless one has none, and no volume that a key could encrypt. */
export function hasInstances(props: unknown, variant: string): Answer {
    const serverless = readPath(props, `${variant}.serverlessConfig`);
    return isUnknown(serverless) ? "maybe" : serverless === undefined ? "yes" : "no";
}

/** Whether instances of some variant have a volume that the configuration's key encrypts. */
export function hasVolume(props: unknown, variants: readonly string[]): Answer {
    return any(
        variants.map((variant) =>
            all([hasInstances(props, variant), needsVolumeKey([readPath(props, `${variant}.instanceType`)])]),
        ),
    );
}
