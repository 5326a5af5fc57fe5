import { of, on, onEverything } from "./grant";

const SESSION_ACTIONS = of(
    "glue",
    "CancelStatement",
    "CreateSession",
    "DeleteSession",
    "GetSession",
    "GetSessionEndpoint",
    "GetStatement",
    "ListStatements",
    "RunStatement",
    "StopSession",
);

/** Stores, catalogues and queries: using them, not administering them. */
export const DATA_GRANTS = {
    dynamodb: [
        on(
            "AccountTables",
            of(
                "dynamodb",
                "BatchGetItem",
                "BatchWriteItem",
                "ConditionCheckItem",
                "DeleteItem",
                "DescribeTable",
                "GetItem",
                "PutItem",
                "Query",
                "Scan",
                "UpdateItem",
            ),
            ["dynamodb:table/*"],
        ),
        onEverything("ListTables", of("dynamodb", "ListTables")),
    ],
    athena: [
        on(
            "Queries",
            of(
                "athena",
                "BatchGetQueryExecution",
                "GetQueryExecution",
                "GetQueryResults",
                "GetQueryResultsStream",
                "GetWorkGroup",
                "ListQueryExecutions",
                "StartQueryExecution",
                "StopQueryExecution",
            ),
            ["athena:workgroup/*"],
        ),
        on(
            "Catalogues",
            of("athena", "GetDataCatalog", "GetDatabase", "GetTableMetadata", "ListDatabases", "ListTableMetadata"),
            ["athena:datacatalog/*"],
        ),
        onEverything("Lists", of("athena", "ListDataCatalogs", "ListEngineVersions", "ListWorkGroups")),
    ],
    glue: [
        on(
            "Catalogue",
            of(
                "glue",
                "BatchCreatePartition",
                "BatchGetPartition",
                "CreateTable",
                "GetConnection",
                "GetConnections",
                "GetDatabase",
                "GetDatabases",
                "GetPartition",
                "GetPartitions",
                "GetTable",
                "GetTableVersion",
                "GetTableVersions",
                "GetTables",
                "SearchTables",
                "UpdateTable",
            ),
            ["glue:*"],
        ),
        on("Sessions", [...SESSION_ACTIONS, "glue:TagResource"], ["glue:session/*"]),
        onEverything("ListSessions", of("glue", "ListSessions")),
    ],
    "glue.sessions": [on("Sessions", SESSION_ACTIONS, ["glue:session/*"])],
    "glue.dashboard": [
        on("SessionDashboards", of("glue", "GetDashboardUrl"), ["glue:session/*"]),
        onEverything(
            "SparkPages",
            of(
                "glue",
                "BatchGetStageFiles",
                "GetEnvironment",
                "GetExecutors",
                "GetExecutorsThreads",
                "GetLogParsingStatus",
                "GetQueries",
                "GetQuery",
                "GetStage",
                "GetStageAttempt",
                "GetStageAttemptTaskList",
                "GetStageAttemptTaskSummary",
                "GetStageFiles",
                "GetStages",
                "GetStorage",
                "GetStorageUnit",
                "RequestLogParsing",
            ),
        ),
    ],
    lakeformation: [
        onEverything(
            "GovernedData",
            of(
                "lakeformation",
                "GetDataAccess",
                "GetQueryState",
                "GetQueryStatistics",
                "GetResourceLFTags",
                "GetTemporaryGluePartitionCredentials",
                "GetTemporaryGlueTableCredentials",
                "GetWorkUnitResults",
                "GetWorkUnits",
                "SearchDatabasesByLFTags",
                "SearchTablesByLFTags",
                "StartQueryPlanning",
            ),
        ),
    ],
    redshift: [
        on(
            "Clusters",
            of("redshift", "DescribeClusters", "GetClusterCredentials", "GetClusterCredentialsWithIAM", "JoinGroup"),
            ["redshift:*"],
        ),
    ],
    "redshift-data": [
        on(
            "Statements",
            of(
                "redshift-data",
                "BatchExecuteStatement",
                "DescribeTable",
                "ExecuteStatement",
                "ListDatabases",
                "ListSchemas",
                "ListTables",
            ),
            ["redshift:cluster:*", "redshift-serverless:workgroup/*"],
        ),
        onEverything(
            "OwnStatements",
            of("redshift-data", "CancelStatement", "DescribeStatement", "GetStatementResult", "ListStatements"),
        ),
    ],
    "redshift-serverless": [
        on("Workgroups", of("redshift-serverless", "GetCredentials", "GetNamespace", "GetWorkgroup"), [
            "redshift-serverless:namespace/*",
            "redshift-serverless:workgroup/*",
        ]),
        onEverything("Lists", of("redshift-serverless", "ListNamespaces", "ListWorkgroups")),
    ],
    rds: [on("Databases", of("rds", "DescribeDBClusters", "DescribeDBInstances"), ["rds:cluster:*", "rds:db:*"])],
    secretsmanager: [
        // Canvas stores the credentials of a connection as a secret.
        on("Secrets", of("secretsmanager", "CreateSecret", "DescribeSecret", "GetSecretValue"), [
            "secretsmanager:secret:*",
        ]),
        onEverything("ListSecrets", of("secretsmanager", "ListSecrets")),
    ],
    elasticfilesystem: [
        on(
            "FileSystems",
            of("elasticfilesystem", "DescribeAccessPoints", "DescribeFileSystems", "DescribeMountTargets"),
            ["elasticfilesystem:access-point/*", "elasticfilesystem:file-system/*"],
        ),
    ],
    datazone: [
        on("Domains", of("datazone", "GetDomain"), ["datazone:domain/*"]),
        onEverything(
            "Catalogue",
            of(
                "datazone",
                "GetAsset",
                "GetConnection",
                "GetEnvironment",
                "GetEnvironmentCredentials",
                "GetListing",
                "GetProject",
                "GetUserProfile",
                "ListConnections",
                "ListEnvironments",
                "ListProjects",
                "Search",
                "SearchListings",
            ),
        ),
    ],
};
