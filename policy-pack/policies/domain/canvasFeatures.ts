import { isUnknown } from "../../graph";
import { asBlock, blockAt, elementsAt, isText, readInput } from "./inputs";

/** What Canvas can do beyond working on a person's own data; the words of the configuration. */
export const CANVAS_FEATURES = [
    "directDeploy",
    "crossAccountModelRegistration",
    "generativeAi",
    "kendra",
    "oauthSources",
] as const;

export type CanvasFeature = (typeof CANVAS_FEATURES)[number];

/** `unclear`: a value that decides it is not known yet. */
export type State = "on" | "off" | "unclear";

/** A feature in the block `canvasAppSettings`. */
interface CanvasSetting {
    /** Path of the input inside the block. */
    readonly path: string;
    readonly fix: string;
    /**
     * What it is in this block. AWS documents no default: a status that is left out counts as off, because each feature
     * needs something more to work, a role, a policy on a role or an index.
     */
    readonly state: (canvas: unknown) => State;
    /** Turns off what is on, in place. */
    readonly turnOff: (canvas: Record<string, unknown>) => void;
}

/** Where each feature is set, and how it is read. Source: SageMaker API, CanvasAppSettings. */
export const CANVAS: Readonly<Record<CanvasFeature, CanvasSetting>> = {
    directDeploy: withStatus("directDeploySettings"),
    crossAccountModelRegistration: {
        path: "modelRegisterSettings.crossAccountModelRegisterRoleArn",
        fix: "Remove it",
        state(canvas) {
            const status = readInput(canvas, "modelRegisterSettings.status");
            const role = stateOfText(readInput(canvas, "modelRegisterSettings.crossAccountModelRegisterRoleArn"));
            if (status === "DISABLED" || role === "off") {
                return "off";
            }
            return isUnknown(status) ? "unclear" : role;
        },
        turnOff(canvas) {
            delete blockAt(canvas, "modelRegisterSettings")?.crossAccountModelRegisterRoleArn;
        },
    },
    generativeAi: {
        path: "generativeAiSettings.amazonBedrockRoleArn",
        fix: "Remove it",
        state: (canvas) => stateOfText(readInput(canvas, "generativeAiSettings.amazonBedrockRoleArn")),
        turnOff(canvas) {
            delete canvas.generativeAiSettings;
        },
    },
    kendra: withStatus("kendraSettings"),
    oauthSources: {
        path: "identityProviderOauthSettings",
        fix: 'Set the status of each source to "DISABLED"',
        state(canvas) {
            const states = elementsAt(canvas, "identityProviderOauthSettings").map(stateOfSource);
            return (["on", "unclear"] as const).find((state) => states.includes(state)) ?? "off";
        },
        turnOff(canvas) {
            for (const source of elementsAt(canvas, "identityProviderOauthSettings")) {
                const block = stateOfSource(source) === "on" ? asBlock(source) : undefined;
                if (block !== undefined) {
                    block.status = "DISABLED";
                }
            }
        },
    },
};

function withStatus(name: string): CanvasSetting {
    const path = `${name}.status`;
    return {
        path,
        fix: 'Set it to "DISABLED"',
        state(canvas) {
            const status = readInput(canvas, path);
            return isUnknown(status) ? "unclear" : status === "ENABLED" ? "on" : "off";
        },
        turnOff(canvas) {
            const block = blockAt(canvas, name);
            if (block !== undefined) {
                block.status = "DISABLED";
            }
        },
    };
}

function stateOfText(value: unknown): State {
    return isUnknown(value) ? "unclear" : isText(value) ? "on" : "off";
}

/** A source is listed to be used: only DISABLED says otherwise. */
function stateOfSource(source: unknown): State {
    const status = readInput(source, "status");
    return isUnknown(status) ? "unclear" : status === "DISABLED" ? "off" : "on";
}
