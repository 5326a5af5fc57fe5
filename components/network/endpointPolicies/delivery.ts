import { of, on, onEverything } from "./grant";

const CONNECTION_ACTIONS = ["GetConnection", "GetConnectionToken", "ListConnections", "UseConnection"];

const REPOSITORIES = [
    on(
        "Repositories",
        of(
            "codecommit",
            "BatchGetRepositories",
            "CreateBranch",
            "CreateCommit",
            "GetBranch",
            "GetCommit",
            "GetDifferences",
            "GetFile",
            "GetFolder",
            "GetRepository",
            "GitPull",
            "GitPush",
            "ListBranches",
        ),
        ["codecommit:*"],
    ),
];

/** Packages, source, builds and templates. */
export const DELIVERY_GRANTS = {
    servicecatalog: [
        on(
            "Products",
            of(
                "servicecatalog",
                "DescribeProduct",
                "DescribeProvisioningArtifact",
                "DescribeProvisioningParameters",
                "ListLaunchPaths",
                "ListProvisioningArtifacts",
                "ProvisionProduct",
            ),
            ["catalog:product/*"],
        ),
        onEverything(
            "ProvisionedProducts",
            of(
                "servicecatalog",
                "DescribeProvisionedProduct",
                "DescribeRecord",
                "GetProvisionedProductOutputs",
                "ListRecordHistory",
                "SearchProducts",
                "SearchProvisionedProducts",
                "TerminateProvisionedProduct",
                "UpdateProvisionedProduct",
            ),
        ),
    ],
    "codeconnections.api": [
        on("Connections", of("codeconnections", ...CONNECTION_ACTIONS), ["codeconnections:connection/*"]),
    ],
    "codestar-connections.api": [
        on("Connections", of("codestar-connections", ...CONNECTION_ACTIONS), ["codestar-connections:connection/*"]),
    ],
    codebuild: [
        on(
            "Builds",
            of("codebuild", "BatchGetBuilds", "BatchGetProjects", "ListBuildsForProject", "StartBuild", "StopBuild"),
            ["codebuild:project/*"],
        ),
        onEverything("Lists", of("codebuild", "ListBuilds", "ListProjects")),
    ],
    codepipeline: [
        on(
            "Pipelines",
            of(
                "codepipeline",
                "GetPipeline",
                "GetPipelineExecution",
                "GetPipelineState",
                "ListActionExecutions",
                "ListPipelineExecutions",
                "StartPipelineExecution",
            ),
            ["codepipeline:*"],
        ),
        onEverything("ListPipelines", of("codepipeline", "ListPipelines")),
    ],
    codecommit: [...REPOSITORIES, onEverything("ListRepositories", of("codecommit", "ListRepositories"))],
    "git-codecommit": REPOSITORIES,
    cloudformation: [
        on(
            "Stacks",
            of(
                "cloudformation",
                "DescribeStackEvents",
                "DescribeStackResource",
                "DescribeStackResources",
                "DescribeStacks",
                "GetTemplate",
                "ListStackResources",
            ),
            ["cloudformation:stack/*"],
        ),
        onEverything("ListStacks", of("cloudformation", "ListStacks")),
    ],
    "codeartifact.api": [
        on(
            "Repositories",
            of(
                "codeartifact",
                "DescribeDomain",
                "DescribePackage",
                "DescribePackageVersion",
                "DescribeRepository",
                "GetAuthorizationToken",
                "GetRepositoryEndpoint",
                "ListPackageVersions",
                "ListPackages",
                "ListRepositoriesInDomain",
            ),
            ["codeartifact:*"],
        ),
        onEverything("Lists", of("codeartifact", "ListDomains", "ListRepositories")),
    ],
    "codeartifact.repositories": [
        on(
            "Packages",
            of(
                "codeartifact",
                "GetPackageVersionAsset",
                "PublishPackageVersion",
                "PutPackageMetadata",
                "ReadFromRepository",
            ),
            ["codeartifact:*"],
        ),
    ],
};
