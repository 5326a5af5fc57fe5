import { type PermissionTable, SOURCES } from "./row";

/** Container images for Studio, and the portfolio of project templates. */
export const IMAGE_ROWS: PermissionTable = {
    "aws:ecr/repository:Repository": {
        create: {
            repositories: ["ecr:CreateRepository", "ecr:TagResource"],
            keysThroughEcr: ["kms:CreateGrant", "kms:DescribeKey"],
        },
        read: { repositories: ["ecr:DescribeRepositories", "ecr:ListTagsForResource"] },
        update: {
            repositories: [
                "ecr:PutImageScanningConfiguration",
                "ecr:PutImageTagMutability",
                "ecr:TagResource",
                "ecr:UntagResource",
            ],
        },
        delete: {
            repositories: ["ecr:BatchDeleteImage", "ecr:DeleteRepository", "ecr:ListImages"],
            keysThroughEcr: ["kms:RetireGrant"],
        },
        source: `${SOURCES.TF} ecr/repository.go; ${SOURCES.CFN} AWS::ECR::Repository (key)`,
    },
    "aws:sagemaker/image:Image": {
        create: {
            images: ["sagemaker:AddTags", "sagemaker:CreateImage"],
            imageReaderToService: ["iam:PassRole"],
        },
        read: { images: ["sagemaker:DescribeImage", "sagemaker:ListTags"] },
        update: {
            images: ["sagemaker:AddTags", "sagemaker:DeleteTags", "sagemaker:UpdateImage"],
            imageReaderToService: ["iam:PassRole"],
        },
        delete: { images: ["sagemaker:DeleteImage"] },
        source: `${SOURCES.TF} sagemaker/image.go; ${SOURCES.CFN} AWS::SageMaker::Image (role)`,
    },
    "aws:sagemaker/imageVersion:ImageVersion": {
        create: { images: ["sagemaker:CreateImageVersion"] },
        read: {
            imageVersions: ["sagemaker:DescribeImageVersion", "sagemaker:ListAliases"],
            images: ["sagemaker:ListAliases"],
        },
        update: { imageVersions: ["sagemaker:UpdateImageVersion"] },
        delete: { imageVersions: ["sagemaker:DeleteImageVersion"] },
        source: `${SOURCES.TF} sagemaker/image_version.go`,
    },
    "aws:sagemaker/appImageConfig:AppImageConfig": {
        create: { images: ["sagemaker:AddTags", "sagemaker:CreateAppImageConfig"] },
        read: { images: ["sagemaker:DescribeAppImageConfig", "sagemaker:ListTags"] },
        update: { images: ["sagemaker:AddTags", "sagemaker:DeleteTags", "sagemaker:UpdateAppImageConfig"] },
        delete: { images: ["sagemaker:DeleteAppImageConfig"] },
        source: `${SOURCES.TF} sagemaker/app_image_config.go`,
    },
    "aws:sagemaker/servicecatalogPortfolioStatus:ServicecatalogPortfolioStatus": {
        create: { regionWide: ["sagemaker:EnableSagemakerServicecatalogPortfolio"] },
        read: { regionWide: ["sagemaker:GetSagemakerServicecatalogPortfolioStatus"] },
        update: { regionWide: ["sagemaker:EnableSagemakerServicecatalogPortfolio"] },
        delete: {},
        source: `${SOURCES.TF} sagemaker/servicecatalog_portfolio_status.go (a delete only forgets it)`,
    },
};
