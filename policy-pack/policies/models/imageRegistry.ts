import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { takesFrom } from "../dependencies";
import { expand } from "../jobs/paths";
import { isAwsImageAccount } from "./awsImageAccounts";
import { type EcrRegistry, ecrRegistry, ownAccount } from "./registry";
import { MODEL } from "./tokens";

interface RegistryConfig extends Record<string, unknown> {
    readonly allowedRegistryAccounts: readonly string[];
    readonly allowAwsImages: boolean;
}

const CONTAINERS = ["primaryContainer", "containers.*"];
const REPOSITORIES = ["aws:ecr/repository:Repository", "aws-native:ecr:Repository"];
const FIX =
    "Use an image of the model's own account, or name the account in allowedRegistryAccounts; for a registry in the VPC set imageConfig.repositoryAccessMode to Vpc";

/** P27: who can push an image decides what the endpoint runs. */
export const modelImageRegistry = resourcePolicy<RegistryConfig>({
    id: "P27",
    name: "sagemaker-model-image-registry-allowed",
    title: "Images of models come from allowed registries",
    description: "The image of a model must come from an allowed account of Amazon ECR or from a registry in the VPC.",
    why: "An image brings all the code that handles the requests. From a registry of somebody else it is code that nobody here reviewed or scanned, and its owner can exchange it behind the same tag.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("CM-14", "Signed Components"),
    publishedIds: [
        "config:SAGEMAKER_MODEL_PRIVATE_REGISTRY_REQUIRED",
        "config:SAGEMAKER_MODEL_MULTICONTAINER_PRIVATE_REGISTRY",
        "aws-sample:SM-14",
    ],
    remediationSteps: `${FIX}.`,
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html",
    config: {
        properties: {
            allowedRegistryAccounts: {
                type: "array",
                items: { type: "string", pattern: "^\\d{12}$" },
                description: "accounts whose images are allowed, besides the model's own",
            },
            allowAwsImages: {
                type: "boolean",
                description: "whether the images are allowed that AWS publishes for SageMaker in each Region",
            },
        },
        defaults: { allowedRegistryAccounts: [], allowAwsImages: true },
    },
    types: [MODEL],
    readsDependencies: true,
    checkResource: (model, config) =>
        CONTAINERS.flatMap((containers) => expand(model.props, containers)).flatMap((container) =>
            checkContainer(model, container, config),
        ),
});

/** A container without an image takes it from a model package. */
function checkContainer(model: GraphResource, container: string, config: RegistryConfig): Finding[] {
    const image = readPath(model.props, `${container}.image`);
    const mode = readPath(model.props, `${container}.imageConfig.repositoryAccessMode`);
    if (image === undefined || image === "" || mode === "Vpc") {
        return [];
    }
    if (isUnknown(image)) {
        return takesFrom(model, container, REPOSITORIES)
            ? []
            : [undecided(model, `${container}.image is not known yet; it must come from an allowed registry.`)];
    }
    const registry = typeof image === "string" ? ecrRegistry(image) : undefined;
    if (registry !== undefined && isAllowed(registry, config)) {
        return [];
    }
    const own = ownAccount(model);
    if (registry !== undefined && registry.account === own) {
        return [];
    }
    const found =
        registry === undefined
            ? `${container}.image comes from no private registry of Amazon ECR`
            : `${container}.image comes from account ${registry.account}`;
    if (registry !== undefined && own === undefined) {
        return [undecided(model, `${found}, and the model's own account is not known yet. ${FIX}.`)];
    }
    return isUnknown(mode)
        ? [undecided(model, `${found}, and repositoryAccessMode, which must be Vpc then, is not known yet.`)]
        : [violation(model, `${found}${registry === undefined ? "" : ", which is not allowed"}. ${FIX}.`)];
}

function isAllowed({ account, region }: EcrRegistry, config: RegistryConfig): boolean {
    return (
        config.allowedRegistryAccounts.includes(account) ||
        (config.allowAwsImages && isAwsImageAccount(account, region))
    );
}
