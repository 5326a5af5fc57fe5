import type { Subject } from "../subject";
import { type IdentityTable, namedBy, partOf } from "./identity";

const VERSION = "aws:sagemaker/imageVersion:ImageVersion";

/** Container images and what SageMaker makes of them. */
export const IMAGES: IdentityTable = {
    "aws:ecr/repository:Repository": namedBy("name", "ecr", "repository/", {
        autoName: "name",
        defaults: { imageTagMutability: "MUTABLE" },
        outputs: {
            registryId: ({ place }) => place.account,
            repositoryUrl: ({ place, dnsSuffix }, id) => `${place.account}.dkr.ecr.${place.region}.${dnsSuffix}/${id}`,
        },
    }),
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": partOf("repository"),
    "aws:sagemaker/image:Image": namedBy("imageName", "sagemaker", "image/"),
    [VERSION]: {
        id: (subject) => `${subject.text("imageName")},${nextVersion(subject)}`,
        outputs: {
            arn: (subject, id) => subject.arn("sagemaker", `image-version/${id.replace(",", "/")}`),
            imageArn: (subject) => subject.arn("sagemaker", `image/${subject.text("imageName")}`),
            containerImage: (subject) => subject.text("baseImage"),
            version: (_, id) => Number(id.split(",")[1]),
        },
    },
    // An account has it once in a Region.
    "aws:sagemaker/servicecatalogPortfolioStatus:ServicecatalogPortfolioStatus": { id: ({ place }) => place.region },
};

/** One more than the newest version that stands. Source: SageMaker API CreateImageVersion: versions are numbered upwards. */
function nextVersion({ store, place, inputs }: Subject): number {
    const numbers = store
        .list()
        .filter(({ type, account, region }) => type === VERSION && account === place.account && region === place.region)
        .filter(({ properties }) => properties["imageName"] === inputs["imageName"])
        .map(({ properties }) => Number(properties["version"]));
    return Math.max(0, ...numbers) + 1;
}
