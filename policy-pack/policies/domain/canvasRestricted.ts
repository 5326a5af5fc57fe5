import { isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { missingKey } from "../keys";
import { CANVAS, CANVAS_FEATURES, type CanvasFeature } from "./canvasFeatures";
import { blockAt } from "./inputs";
import { DOMAIN } from "./tokens";

interface CanvasConfig extends Record<string, unknown> {
    readonly allowedCanvasFeatures: readonly CanvasFeature[];
}

const BLOCK = "defaultUserSettings.canvasAppSettings";
const KEY = `${BLOCK}.workspaceSettings.s3KmsKeyId`;

/** P09: without the block nothing of Canvas is set up, and the policy is content. */
export const domainCanvas = resourcePolicy<CanvasConfig>({
    id: "P09",
    name: "sagemaker-domain-canvas-restricted",
    title: "Canvas does what it was approved for",
    description: "The domain must keep features of Canvas that nobody approved off, and its workspace encrypted.",
    why: "Canvas can put endpoints into service, hand models to other accounts and take data to and from other products, each by one setting and without code that somebody reviews.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("CM-7", "Least Functionality"),
    publishedIds: ["nist:CM-7", "nist:AC-4"],
    remediationSteps: `Turn the feature off in ${BLOCK}, or name it in allowedCanvasFeatures; set workspaceSettings.s3KmsKeyId.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CanvasAppSettings.html",
    config: {
        properties: {
            allowedCanvasFeatures: {
                type: "array",
                items: { type: "string", enum: [...CANVAS_FEATURES] },
                description: "features of Canvas that may be on",
            },
        },
        defaults: { allowedCanvasFeatures: [] },
    },
    types: [DOMAIN],
    readsDependencies: true,
    checkResource(domain, { allowedCanvasFeatures }) {
        const canvas = readPath(domain.props, BLOCK);
        if (canvas === undefined) {
            return [];
        }
        if (isUnknown(canvas)) {
            return [undecided(domain, `${BLOCK} is not known yet; it decides what Canvas may do.`)];
        }
        const features = forbidden(allowedCanvasFeatures).flatMap((feature): Finding[] => {
            const { path, fix, state } = CANVAS[feature];
            switch (state(canvas)) {
                case "off":
                    return [];
                case "unclear":
                    return [undecided(domain, `${BLOCK}.${path} is not known yet; it decides ${feature}.`)];
                case "on":
                    return [
                        violation(
                            domain,
                            `${BLOCK}.${path} turns ${feature} on. ${fix}, or name ${feature} in allowedCanvasFeatures.`,
                        ),
                    ];
            }
        });
        return [...features, ...missingKey(domain, KEY, "people's data and models are in the workspace")];
    },
    /** The key is left to people: it comes with the place of the workspace, and a change cuts people off from theirs. */
    remediate(props, { allowedCanvasFeatures }) {
        const canvas = blockAt(props, BLOCK);
        const on = forbidden(allowedCanvasFeatures).filter((feature) => CANVAS[feature].state(canvas) === "on");
        if (canvas === undefined || on.length === 0) {
            return false;
        }
        on.forEach((feature) => {
            CANVAS[feature].turnOff(canvas);
        });
        return true;
    },
});

function forbidden(allowed: readonly CanvasFeature[]): CanvasFeature[] {
    return CANVAS_FEATURES.filter((feature) => !allowed.includes(feature));
}
