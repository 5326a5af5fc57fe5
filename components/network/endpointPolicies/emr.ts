import { of, on, onEverything } from "./grant";

/** EMR on EC2, on EKS and serverless: running on it, not building clusters. */
export const EMR_GRANTS = {
    elasticmapreduce: [
        on(
            "Clusters",
            of(
                "elasticmapreduce",
                "AddJobFlowSteps",
                "CreatePersistentAppUI",
                "DescribeCluster",
                "DescribePersistentAppUI",
                "DescribeStep",
                "GetClusterSessionCredentials",
                "GetOnClusterAppUIPresignedURL",
                "GetPersistentAppUIPresignedURL",
                "ListInstanceGroups",
                "ListInstances",
                "ListSteps",
            ),
            ["elasticmapreduce:cluster/*"],
        ),
        onEverything("ListClusters", of("elasticmapreduce", "ListClusters")),
    ],
    "emr-containers": [
        on(
            "VirtualClusters",
            of(
                "emr-containers",
                "CancelJobRun",
                "DescribeJobRun",
                "DescribeManagedEndpoint",
                "DescribeVirtualCluster",
                "GetManagedEndpointSessionCredentials",
                "ListJobRuns",
                "ListManagedEndpoints",
                "StartJobRun",
            ),
            ["emr-containers:/virtualclusters/*"],
        ),
        onEverything("ListVirtualClusters", of("emr-containers", "ListVirtualClusters")),
    ],
    "emr-serverless": [
        on(
            "Applications",
            of(
                "emr-serverless",
                "AccessInteractiveEndpoints",
                "AccessLivyEndpoints",
                "CancelJobRun",
                "GetApplication",
                "GetDashboardForJobRun",
                "GetJobRun",
                "ListJobRuns",
                "StartApplication",
                "StartJobRun",
                "StopApplication",
                "TagResource",
                "UpdateApplication",
            ),
            ["emr-serverless:/applications/*"],
        ),
        // Canvas makes its application itself.
        onEverything("MakeAndList", of("emr-serverless", "CreateApplication", "ListApplications")),
    ],
    "emr-serverless-services.livy": [
        on("Livy", of("emr-serverless", "AccessLivyEndpoints"), ["emr-serverless:/applications/*"]),
    ],
    "emr-serverless.dashboard": [
        on("Dashboards", of("emr-serverless", "GetDashboardForJobRun", "GetResourceDashboard"), [
            "emr-serverless:/applications/*",
        ]),
    ],
};
