import { describeMistakes, type Mistakes } from "./mistakes";

const MISTAKES: readonly Mistakes[] = [
    {
        name: "a service that is nearly right",
        sample: "full",
        edits: [["add: [ssm]", "add: [ssm, secretmanager]"]],
        problems: [
            {
                line: "add: [ssm, secretmanager]",
                path: "network.endpoints.add[1]",
                found: "secretmanager",
                rule: "a service of the endpoint catalogue, by the end of its endpoint's name",
                fix: "did you mean secretsmanager?",
            },
        ],
    },
    {
        name: "a service nobody knows",
        sample: "full",
        edits: [["add: [ssm]", "add: [ssm, mainframe]"]],
        problems: [
            {
                line: "add: [ssm, mainframe]",
                path: "network.endpoints.add[1]",
                found: "mainframe",
                rule: "a service of the endpoint catalogue, by the end of its endpoint's name",
                fix: "write a service such as kms, ecr.api or studio",
            },
        ],
    },
    {
        name: "a service added and removed",
        sample: "full",
        edits: [
            ["remove: [redshift-serverless]", "remove: [ssm]"],
            ["      onlyRoles:\n        ssm: [arn:aws:iam::111122223333:role/mlops]\n", ""],
        ],
        problems: [
            {
                line: "remove: [ssm]",
                path: "network.endpoints.remove[0]",
                found: "ssm",
                rule: "ssm is in endpoints.add too",
                fix: "take it off one of the lists",
            },
        ],
    },
    {
        name: "a service removed that no feature needs",
        sample: "full",
        edits: [["remove: [redshift-serverless]", "remove: [kendra]"]],
        problems: [
            {
                line: "remove: [kendra]",
                path: "network.endpoints.remove[0]",
                found: "kendra",
                rule: "no chosen feature has an endpoint of kendra in eu-west-1, so there is nothing to remove",
                fix: "take it off the list",
            },
        ],
    },
    {
        name: "a service removed that Studio needs",
        sample: "full",
        edits: [["remove: [redshift-serverless]", "remove: [sagemaker.api]"]],
        problems: [
            {
                line: "remove: [sagemaker.api]",
                path: "network.endpoints.remove[0]",
                found: "sagemaker.api",
                rule: "Studio itself needs sagemaker.api",
                fix: "take it off the list; an endpoint the VPC already has is named in network.vpc.endpoints",
            },
        ],
    },
    {
        name: "a feature of which nothing is left",
        sample: "full",
        edits: [
            ["dataAccess]", "dataAccess, codeArtifact]"],
            [
                "remove: [redshift-serverless]",
                "remove: [codeartifact.api, redshift-serverless, codeartifact.repositories]",
            ],
        ],
        problems: [
            {
                line: "remove: [codeartifact.api, redshift-serverless, codeartifact.repositories]",
                path: "network.endpoints.remove[2]",
                found: "codeartifact.repositories",
                rule: "without codeartifact.repositories the feature codeArtifact has no endpoint of its own left",
                fix: "remove the feature codeArtifact from network.features instead",
            },
        ],
    },
    {
        name: "a feature AWS does not offer in the region",
        sample: "minimal",
        edits: [
            ["eu-west-1", "me-central-1"],
            ["[euw1-az1]", "[mec1-az1, mec1-az2]\n    features: [studio, canvas]"],
        ],
        problems: [
            {
                line: "features: [studio, canvas]",
                path: "network.features[1]",
                found: "canvas",
                rule: "AWS does not offer canvas in me-central-1 (aws:region); it is in ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-1, ap-southeast-2, ca-central-1, eu-central-1, eu-north-1, eu-west-1, eu-west-2, eu-west-3, sa-east-1, us-east-1, us-east-2, us-west-1, us-west-2",
                fix: "remove the feature, or choose another region",
            },
        ],
    },
    {
        name: "a feature with a service AWS does not offer in the region",
        sample: "minimal",
        edits: [
            ["eu-west-1", "me-central-1"],
            ["[euw1-az1]", "[mec1-az1]\n    features: [studio, featureStore]"],
        ],
        problems: [
            {
                line: "features: [studio, featureStore]",
                path: "network.features[1]",
                found: "featureStore",
                rule: "featureStore uses sagemaker.featurestore-runtime, of which AWS has no endpoint in me-central-1 (aws:region)",
                fix: "remove the feature; or put it on network.endpoints.remove if people can do without",
            },
        ],
    },
    {
        name: "an added service AWS does not offer in the region",
        sample: "full",
        edits: [["add: [ssm]", "add: [ssm, q]"]],
        problems: [
            {
                line: "add: [ssm, q]",
                path: "network.endpoints.add[1]",
                found: "q",
                rule: "AWS has no endpoint of q in eu-west-1 (aws:region)",
                fix: "take it off the list, or choose another region",
            },
        ],
    },
    {
        name: "FIPS where no chosen service has it",
        sample: "minimal",
        edits: [["[euw1-az1]", "[euw1-az1]\n    features: [studio]\n    endpoints: { fips: true }"]],
        problems: [
            {
                line: "endpoints: { fips: true }",
                path: "network.endpoints.fips",
                found: true,
                rule: "AWS has no FIPS endpoint of any chosen service in eu-west-1 (aws:region)",
                fix: "remove fips, or choose a region of the United States or Canada",
            },
        ],
    },
    {
        name: "an organization by its name",
        sample: "full",
        edits: [["o-a1b2c3d4e5", "acme"]],
        problems: [
            {
                line: "organization: acme",
                path: "network.endpoints.organization",
                found: "acme",
                rule: "the id of an organization: o- and 10 to 32 lower-case letters and digits",
                fix: "write the id as `aws organizations describe-organization` shows it",
            },
        ],
    },
    {
        name: "roles for a service nobody chose",
        sample: "full",
        edits: [["add: [ssm]", "add: []"]],
        problems: [
            {
                line: "ssm: [arn:aws:iam::111122223333:role/mlops]",
                path: "network.endpoints.onlyRoles.ssm",
                found: ["arn:aws:iam::111122223333:role/mlops"],
                rule: "onlyRoles names chosen services; neither a feature nor endpoints.add chooses ssm",
                fix: "remove ssm, or add it to network.endpoints.add",
            },
        ],
    },
    {
        name: "roles for a service nobody knows",
        sample: "full",
        edits: [["        ssm: [arn", "        smm: [arn"]],
        problems: [
            {
                line: "smm: [arn:aws:iam::111122223333:role/mlops]",
                path: "network.endpoints.onlyRoles.smm",
                found: ["arn:aws:iam::111122223333:role/mlops"],
                rule: "unknown name in a map of chosen services whose endpoints take a policy to ARNs of roles of account.id",
                fix: "did you mean ssm?",
            },
        ],
    },
    {
        name: "roles for an endpoint without a policy",
        sample: "full",
        edits: [
            ["add: [ssm]", "add: [codepipeline]"],
            ["        ssm: [arn", "        codepipeline: [arn"],
        ],
        problems: [
            {
                line: "codepipeline: [arn:aws:iam::111122223333:role/mlops]",
                path: "network.endpoints.onlyRoles.codepipeline",
                found: ["arn:aws:iam::111122223333:role/mlops"],
                rule: "codepipeline takes no endpoint policy, so its endpoint cannot tell roles apart",
                fix: "remove codepipeline; restrict it in the roles' own policies",
            },
        ],
    },
    {
        name: "roles for a service whose FIPS endpoint is open to all",
        sample: "full",
        edits: [["        ssm: [arn", "        kms: [arn"]],
        problems: [
            {
                line: "kms: [arn:aws:iam::111122223333:role/mlops]",
                path: "network.endpoints.onlyRoles.kms",
                found: ["arn:aws:iam::111122223333:role/mlops"],
                rule: "kms-fips is chosen too, and its endpoint would let every role through",
                fix: "name kms-fips in onlyRoles as well, or put it on network.endpoints.remove",
            },
        ],
    },
    {
        name: "no role at all for a service",
        sample: "full",
        edits: [["[arn:aws:iam::111122223333:role/mlops]", "[]"]],
        problems: [
            {
                line: "ssm: []",
                path: "network.endpoints.onlyRoles.ssm",
                found: [],
                rule: "one or more ARNs of roles of account.id, each once",
                fix: "name the roles that may use it, or remove the service from onlyRoles",
            },
        ],
    },
    {
        name: "a role of another account for a service",
        sample: "full",
        edits: [["111122223333:role/mlops", "444455556666:role/mlops"]],
        problems: [
            {
                line: "ssm: [arn:aws:iam::444455556666:role/mlops]",
                path: "network.endpoints.onlyRoles.ssm[0]",
                found: "arn:aws:iam::444455556666:role/mlops",
                rule: "this role is one of the account 111122223333 (account.id)",
                fix: "name a role of the account 111122223333",
            },
        ],
    },
    {
        name: "a role of another partition for a service",
        sample: "full",
        edits: [["aws:iam::111122223333:role/mlops", "aws-cn:iam::111122223333:role/mlops"]],
        problems: [
            {
                line: "ssm: [arn:aws-cn:iam::111122223333:role/mlops]",
                path: "network.endpoints.onlyRoles.ssm[0]",
                found: "arn:aws-cn:iam::111122223333:role/mlops",
                rule: "ARNs begin with arn:aws: in the region eu-west-1 (aws:region)",
                fix: "name an identity of that partition",
            },
        ],
    },
    {
        name: "more interface endpoints than a VPC may have",
        sample: "refused/every-feature",
        edits: [],
        problems: [
            {
                line: "features:",
                path: "network.features",
                found: [
                    "studio",
                    "jobs",
                    "canvas",
                    "jumpstart",
                    "featureStore",
                    "projects",
                    "mlflow",
                    "bedrock",
                    "emr",
                    "glue",
                    "dataAccess",
                    "codeArtifact",
                    "remoteIde",
                    "observability",
                    "accessApi",
                ],
                rule: "a VPC has at most 50 interface endpoints; these features and endpoints make 56",
                fix: "remove a feature, or with network.endpoints.remove services nobody uses. Most go to canvas (23, 9 for it alone), observability (8, 5 for it alone), projects (7, 5 for it alone)",
            },
        ],
    },
    {
        name: "endpoints that were there and count too",
        sample: "existing-vpc",
        edits: [
            [
                "egress: nat",
                "egress: nat\n    features: [studio, jobs, jumpstart, featureStore, projects, mlflow, bedrock, emr, glue, dataAccess, codeArtifact, remoteIde, observability, accessApi]",
            ],
            [
                "sts: vpce-0a1b2c3d4e5f60002",
                "sts: vpce-0a1b2c3d4e5f60002\n        textract: vpce-0a1b2c3d4e5f60003\n        comprehend: vpce-0a1b2c3d4e5f60004\n        rekognition: vpce-0a1b2c3d4e5f60005\n        kendra: vpce-0a1b2c3d4e5f60006",
            ],
        ],
        problems: [
            {
                line: "features: [studio, jobs, jumpstart, featureStore, projects, mlflow, bedrock, emr, glue, dataAccess, codeArtifact, remoteIde, observability, accessApi]",
                path: "network.features",
                found: [
                    "studio",
                    "jobs",
                    "jumpstart",
                    "featureStore",
                    "projects",
                    "mlflow",
                    "bedrock",
                    "emr",
                    "glue",
                    "dataAccess",
                    "codeArtifact",
                    "remoteIde",
                    "observability",
                    "accessApi",
                ],
                rule: "a VPC has at most 50 interface endpoints; these features and endpoints make 51",
                fix: "remove a feature, or with network.endpoints.remove services nobody uses. Most go to observability (8, 5 for it alone), projects (7, 5 for it alone), emr (6, 5 for it alone)",
            },
        ],
    },
];

describeMistakes("settings: mistakes of features and endpoints", MISTAKES);
