import type { ActionSetDefinition } from "./set";

const CATALOGUE = [
    "glue:GetDatabase",
    "glue:GetDatabases",
    "glue:GetPartition",
    "glue:GetPartitions",
    "glue:GetTable",
    "glue:GetTables",
];
const CATALOGUE_RESOURCES = ["glue:catalog", "glue:database/*", "glue:table/*"];

/** Models of Amazon Bedrock; those of AWS belong to no account, and an inference profile reaches other Regions' too. */
export const BEDROCK: ActionSetDefinition = {
    needs: "bedrock",
    grants: [
        {
            sid: "InvokeModels",
            actions: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
            resources: ["arn:{partition}:bedrock:*::foundation-model/*", "bedrock:inference-profile/*"],
        },
        { sid: "ApplyGuardrails", actions: ["bedrock:ApplyGuardrail"], resources: ["bedrock:guardrail/*"] },
        {
            sid: "ListModelsOfBedrock",
            actions: ["bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles"],
            resources: ["*"],
        },
    ],
};

/** Connecting to clusters and applications of EMR somebody else made. */
export const EMR: ActionSetDefinition = {
    needs: "emr",
    grants: [
        {
            sid: "EmrClusters",
            actions: [
                "elasticmapreduce:DescribeCluster",
                "elasticmapreduce:GetClusterSessionCredentials",
                "elasticmapreduce:GetOnClusterAppUIPresignedURL",
                "elasticmapreduce:ListInstances",
            ],
            resources: ["elasticmapreduce:cluster/*"],
        },
        { sid: "ListEmr", actions: ["elasticmapreduce:ListClusters"], resources: ["*"] },
        {
            sid: "EmrServerless",
            actions: [
                "emr-serverless:AccessLivyEndpoints",
                "emr-serverless:GetApplication",
                "emr-serverless:GetDashboardForJobRun",
                "emr-serverless:StartApplication",
            ],
            resources: ["arn:{partition}:emr-serverless:{region}:{account}:/applications/*"],
        },
        { sid: "ListEmrServerless", actions: ["emr-serverless:ListApplications"], resources: ["*"] },
    ],
};

/** The catalogue, and the sessions of one's own role: Glue runs them under a role that trusts it, which is not made here. */
export const GLUE: ActionSetDefinition = {
    needs: "glue",
    grants: [
        { sid: "GlueCatalogue", actions: CATALOGUE, resources: CATALOGUE_RESOURCES },
        {
            sid: "GlueSessions",
            actions: [
                "glue:CancelStatement",
                "glue:CreateSession",
                "glue:DeleteSession",
                "glue:GetSession",
                "glue:GetStatement",
                "glue:ListStatements",
                "glue:RunStatement",
                "glue:StopSession",
            ],
            resources: ["glue:session/*"],
        },
        { sid: "ListGlueSessions", actions: ["glue:ListSessions"], resources: ["*"] },
    ],
};

/** Queries by Athena and Redshift, on what Lake Formation and the databases themselves let through. */
export const DATA_ACCESS: ActionSetDefinition = {
    needs: "dataAccess",
    grants: [
        {
            sid: "AthenaQueries",
            actions: [
                "athena:GetQueryExecution",
                "athena:GetQueryResults",
                "athena:GetWorkGroup",
                "athena:StartQueryExecution",
                "athena:StopQueryExecution",
            ],
            resources: ["athena:workgroup/*"],
        },
        {
            sid: "AthenaCatalogues",
            actions: ["athena:GetDataCatalog", "athena:GetTableMetadata", "athena:ListDatabases"],
            resources: ["athena:datacatalog/*"],
        },
        { sid: "DataCatalogue", actions: CATALOGUE, resources: CATALOGUE_RESOURCES },
        {
            sid: "RedshiftStatements",
            actions: ["redshift-data:BatchExecuteStatement", "redshift-data:ExecuteStatement"],
            resources: ["redshift-serverless:workgroup/*", "redshift:cluster:*"],
        },
        {
            sid: "RedshiftWorkgroups",
            actions: ["redshift-serverless:GetCredentials", "redshift-serverless:GetWorkgroup"],
            resources: ["redshift-serverless:workgroup/*"],
        },
        {
            // None of these has a resource type; Redshift's keep to the caller's own statements.
            sid: "GovernedDataAndOwnStatements",
            actions: [
                "athena:ListDataCatalogs",
                "athena:ListWorkGroups",
                "lakeformation:GetDataAccess",
                "redshift-data:CancelStatement",
                "redshift-data:DescribeStatement",
                "redshift-data:GetStatementResult",
            ],
            resources: ["*"],
        },
    ],
};

/** Packages, to install. */
export const CODE_ARTIFACT: ActionSetDefinition = {
    needs: "codeArtifact",
    grants: [
        {
            sid: "ReadPackages",
            actions: [
                "codeartifact:GetPackageVersionAsset",
                "codeartifact:GetRepositoryEndpoint",
                "codeartifact:ReadFromRepository",
            ],
            resources: ["codeartifact:package/*", "codeartifact:repository/*"],
        },
        {
            sid: "PackageToken",
            actions: ["codeartifact:GetAuthorizationToken"],
            resources: ["codeartifact:domain/*"],
        },
        {
            // The token is one of STS, made for CodeArtifact alone.
            sid: "TokenOfSts",
            actions: ["sts:GetServiceBearerToken"],
            resources: ["*"],
            condition: { StringEquals: { "sts:AWSServiceName": "codeartifact.amazonaws.com" } },
        },
    ],
};

/** Metrics to look at and traces to send. */
export const OBSERVABILITY: ActionSetDefinition = {
    needs: "observability",
    grants: [
        {
            sid: "MetricsAndTraces",
            actions: [
                "cloudwatch:GetMetricData",
                "cloudwatch:ListMetrics",
                "xray:PutTelemetryRecords",
                "xray:PutTraceSegments",
            ],
            resources: ["*"],
        },
    ],
};
