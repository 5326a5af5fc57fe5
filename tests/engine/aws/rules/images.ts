import { AwsError } from "../errors";
import { allOf } from "../lookup";
import { textAt, valuesAt } from "../values";
import type { Operation, Rule, RuleTable } from "./rule";

/** Names of images; no two hyphens or dots side by side. Source: SageMaker API reference, CreateImage. */
const IMAGE_NAME = /^[a-zA-Z0-9]([-.]?[a-zA-Z0-9]){0,62}$/;

/** Source: ECR API reference, CreateRepository. */
const REPOSITORY_NAME = /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/;

/** A repository's URI with what chooses an image in it. */
const BASE_IMAGE =
    /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?::[^@]+|@sha256:[0-9a-f]{64})?$/;

function spelled(property: string, pattern: RegExp, code: string): Rule {
    return ({ properties }) => {
        const value = textAt(properties, property) ?? "";
        if (!pattern.test(value)) {
            throw new AwsError(code, `'${value}' at '${property}' must satisfy ${pattern.source}`);
        }
    };
}

/** A version is made of an image that is there, in a registry of the Region; other accounts' are taken on trust. */
function baseImage({ store, place, properties }: Operation): void {
    const value = textAt(properties, "baseImage") ?? "";
    const [, account, region, name] = BASE_IMAGE.exec(value) ?? [];
    const isThere =
        account !== place.account || allOf(store, place, "aws:ecr/repository:Repository").some(({ id }) => id === name);
    if (region !== place.region || !isThere) {
        throw new AwsError("ValidationException", `baseImage '${value}' is no image SageMaker can read`);
    }
}

/** The settings of an app name a version that is there: the provider sends 0 for one left out. */
function versions(path: string): Rule {
    return ({ store, place, properties }) => {
        const images = valuesAt(properties, `${path}.customImages[]`) as {
            imageName: string;
            imageVersionNumber?: number;
        }[];
        for (const { imageName, imageVersionNumber = 0 } of images) {
            const made = allOf(store, place, "aws:sagemaker/imageVersion:ImageVersion").some(
                (version) =>
                    version.properties["imageName"] === imageName &&
                    version.properties["version"] === imageVersionNumber,
            );
            if (!made) {
                throw new AwsError(
                    "ResourceNotFound",
                    `version ${imageVersionNumber} of image ${imageName} does not exist`,
                );
            }
        }
    };
}

/** A configuration is of one app. Source: SageMaker API reference, CreateAppImageConfig. */
function oneApp({ properties }: Operation): void {
    const blocks = ["codeEditorAppImageConfig", "jupyterLabImageConfig", "kernelGatewayImageConfig"];
    if (blocks.filter((block) => properties[block] !== undefined).length > 1) {
        throw new AwsError("ValidationException", `at most one of ${blocks.join(", ")} can be given`);
    }
}

/** Rules about container images. */
export const IMAGES: RuleTable = {
    "aws:ecr/repository:Repository": [spelled("name", REPOSITORY_NAME, "InvalidParameterException")],
    "aws:sagemaker/image:Image": [spelled("imageName", IMAGE_NAME, "ValidationException")],
    "aws:sagemaker/imageVersion:ImageVersion": [baseImage],
    "aws:sagemaker/appImageConfig:AppImageConfig": [oneApp],
    "aws:sagemaker/domain:Domain": [
        versions("defaultUserSettings.jupyterLabAppSettings"),
        versions("defaultUserSettings.codeEditorAppSettings"),
        versions("defaultSpaceSettings.jupyterLabAppSettings"),
    ],
};
