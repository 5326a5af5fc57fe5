import { readPath } from "../../graph";
import { inputsAt, readable } from "../jobs/paths";
import { isOwnKey } from "../keys";
import { repair } from "../remediation";
import { hasVolume, variantsIn } from "./variants";

type Inputs = Record<string, unknown>;

const LISTS = ["productionVariants", "shadowProductionVariants"] as const;

/**
 * Sets the key wherever an endpoint configuration needs one and has none, and closes the host. Blocks that are absent stay
 * absent, and what cannot be read yet stays as it is.
 */
export function repairEndpoint(props: Inputs, key: string): boolean {
    const variants = LISTS.flatMap((list) => readable(() => variantsIn(props, list), []));
    const setKey = (block: Inputs | undefined, name = "kmsKeyId"): boolean =>
        block !== undefined && repair(block, name, (value) => !isOwnKey(value), key);
    const done = [
        hasVolumeKnown(props, variants) && setKey(props, "kmsKeyArn"),
        isCapturing(props) && setKey(inputsAt(props, "dataCaptureConfig")),
        setKey(inputsAt(props, "asyncInferenceConfig.outputConfig")),
        ...variants.map((variant) => setKey(inputsAt(props, `${variant}.coreDumpConfig`))),
        ...variants.map((variant) => closeHost(inputsAt(props, variant))),
    ];
    return done.includes(true);
}

function closeHost(variant: Inputs | undefined): boolean {
    return variant !== undefined && repair(variant, "enableSsmAccess", (value) => value === true, false);
}

function isCapturing(props: Inputs): boolean {
    return readable(() => readPath(props, "dataCaptureConfig.enableCapture"), undefined) === true;
}

/** One variant that is known to have a volume is enough, whatever the others are. */
function hasVolumeKnown(props: Inputs, variants: readonly string[]): boolean {
    return variants.some((variant) => readable(() => hasVolume(props, [variant]), "maybe") === "yes");
}
