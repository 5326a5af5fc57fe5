import { arnAsId, type IdentityTable, namedBy, partOf } from "./identity";
import { signInApplication } from "./signIn";

/** SageMaker Studio, and the services that notice and run things for it. */
export const STUDIO: IdentityTable = {
    "aws:sagemaker/domain:Domain": {
        id: (s) => `d-${s.alphanumeric(12)}`,
        outputs: {
            arn: (s, id) => s.arn("sagemaker", `domain/${id}`),
            url: (s, id) => `https://${id}.studio.${s.region}.sagemaker.aws`,
            singleSignOnApplicationArn: signInApplication,
            homeEfsFileSystemId: (s) => s.hex("fs-", "home"),
            securityGroupIdForDomainBoundary: (s) => s.hex("sg-", "boundary"),
        },
    },
    "aws:sagemaker/userProfile:UserProfile": arnAsId(
        "sagemaker",
        (s) => `user-profile/${s.text("domainId")}/${s.text("userProfileName")}`,
    ),
    "aws:sagemaker/space:Space": arnAsId("sagemaker", (s) => `space/${s.text("domainId")}/${s.text("spaceName")}`),
    "aws:sagemaker/app:App": arnAsId("sagemaker", (s) => {
        const owner = s.text("userProfileName", s.text("spaceName", ""));
        return `app/${s.text("domainId")}/${owner}/${s.text("appType").toLowerCase()}/${s.text("appName")}`;
    }),
    "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig": namedBy(
        "studioLifecycleConfigName",
        "sagemaker",
        "studio-lifecycle-config/",
    ),
    "aws:sagemaker/appImageConfig:AppImageConfig": namedBy("appImageConfigName", "sagemaker", "app-image-config/"),
    "aws:sagemaker/image:Image": namedBy("imageName", "sagemaker", "image/"),
    "aws:sagemaker/imageVersion:ImageVersion": {
        id: (s) => `${s.text("imageName")},1`,
        outputs: {
            arn: (s) => s.arn("sagemaker", `image-version/${s.text("imageName")}/1`),
            imageArn: (s) => s.arn("sagemaker", `image/${s.text("imageName")}`),
            containerImage: (s) => s.text("baseImage"),
            version: () => 1,
        },
    },
    "aws:sagemaker/servicecatalogPortfolioStatus:ServicecatalogPortfolioStatus": { id: (s) => s.region },
    "aws:lambda/function:Function": namedBy("name", "lambda", "function:", {
        invokeArn: (s, id) =>
            `arn:${s.partition}:apigateway:${s.region}:lambda:path/2015-03-31/functions/${s.arn("lambda", `function:${id}`)}/invocations`,
    }),
    "aws:sns/topic:Topic": arnAsId("sns", (s) => s.text("name"), "name"),
    "aws:sqs/queue:Queue": {
        named: "name",
        id: (s) => `https://sqs.${s.region}.${s.dnsSuffix}/${s.account}/${s.text("name")}`,
        outputs: { arn: (s) => s.arn("sqs", s.text("name")), url: (_, id) => id },
    },
    "aws:dynamodb/table:Table": namedBy("name", "dynamodb", "table/"),
    "aws:ssm/parameter:Parameter": {
        named: "name",
        id: (s) => s.text("name"),
        outputs: { arn: (s, id) => s.arn("ssm", `parameter/${id.replace(/^\//, "")}`) },
    },
    "aws:cloudwatch/eventRule:EventRule": namedBy("name", "events", "rule/"),
    "aws:ecr/lifecyclePolicy:LifecyclePolicy": partOf("repository"),
    "aws:ecr/repository:Repository": namedBy("name", "ecr", "repository/", {
        registryId: (s) => s.account,
        repositoryUrl: (s, id) => `${s.account}.dkr.ecr.${s.region}.${s.dnsSuffix}/${id}`,
    }),
};
