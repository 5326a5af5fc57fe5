import type { ServiceKey } from "../endpoints";
import type { Offered } from "../endpoints/row";

/** What people do in Studio that needs endpoints. */
export type Feature =
    | "studio"
    | "jobs"
    | "canvas"
    | "jumpstart"
    | "featureStore"
    | "projects"
    | "mlflow"
    | "bedrock"
    | "emr"
    | "glue"
    | "dataAccess"
    | "codeArtifact"
    | "remoteIde"
    | "observability"
    | "accessApi";

/** The endpoints one feature needs in a VPC without internet. */
export interface FeatureEndpoints {
    readonly description: string;
    readonly services: readonly ServiceKey[];
    /**
     * Services behind parts of the feature that AWS has in some Regions only. Where AWS does not offer one, that part
     * of the feature does not exist either, so nothing is missing without its endpoint. Default: none.
     */
    readonly whereOffered?: readonly ServiceKey[];
    /** Regions of the feature itself; absent: as far as its services. */
    readonly offered?: Offered;
    /** AWS page that lists them. */
    readonly source: string;
}

const GUIDE = "https://docs.aws.amazon.com/sagemaker/latest/dg";
const PRIVATELINK_SERVICES = "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html";

/** Endpoints by feature; features overlap on purpose, the lists are joined. */
export const FEATURES: Readonly<Record<Feature, FeatureEndpoints>> = {
    studio: {
        description: "Open Studio, work in JupyterLab and Code Editor, call SageMaker endpoints",
        services: ["s3", "sagemaker.api", "sagemaker.runtime", "studio", "sts", "logs"],
        source: `${GUIDE}/studio-updated-and-internet-access.html`,
    },
    jobs: {
        description: "Run training, processing and hosting in the VPC with encrypted volumes and private images",
        services: ["s3", "sagemaker.api", "sts", "logs", "ecr.api", "ecr.dkr", "monitoring", "kms"],
        source: `${GUIDE}/train-vpc.html`,
    },
    canvas: {
        description: "Build models without code in SageMaker Canvas",
        services: [
            "s3",
            "sagemaker.api",
            "sagemaker.runtime",
            "sts",
            "logs",
            "ecr.api",
            "ecr.dkr",
            "monitoring",
            "sagemaker-data-science-assistant",
            "notebook",
            "athena",
            "glue",
            "redshift-data",
            "rds",
            "secretsmanager",
            "emr-serverless",
            "bedrock-runtime",
            "ssm",
            "ec2",
            "application-autoscaling",
        ],
        whereOffered: ["textract", "comprehend", "rekognition", "kendra", "q"],
        offered: {
            only: [
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-south-1",
                "ap-southeast-1",
                "ap-southeast-2",
                "ca-central-1",
                "eu-central-1",
                "eu-north-1",
                "eu-west-1",
                "eu-west-2",
                "eu-west-3",
                "sa-east-1",
                "us-east-1",
                "us-east-2",
                "us-west-1",
                "us-west-2",
            ],
            source: `${GUIDE}/canvas.html`,
        },
        source: `${GUIDE}/canvas-vpc.html`,
    },
    jumpstart: {
        description: "Deploy and fine-tune JumpStart's models",
        services: ["s3", "sagemaker.api", "sagemaker.runtime", "sts", "logs"],
        source: `${GUIDE}/studio-jumpstart.html`,
    },
    featureStore: {
        description: "Read and write features online, query them offline",
        services: ["s3", "sagemaker.api", "kms", "sagemaker.featurestore-runtime", "athena", "glue"],
        source: `${GUIDE}/feature-store-security.html`,
    },
    projects: {
        description: "SageMaker Projects: templates, pipelines and builds",
        services: [
            "s3",
            "sagemaker.api",
            "servicecatalog",
            "codeconnections.api",
            "codebuild",
            "codepipeline",
            "cloudformation",
            "events",
        ],
        source: `${GUIDE}/sagemaker-projects.html`,
    },
    mlflow: {
        description: "Track experiments with MLflow tracking servers and MLflow Apps",
        services: ["s3", "sagemaker.api", "experiments", "mlflow"],
        source: `${GUIDE}/mlflow-private-link.html`,
    },
    bedrock: {
        description: "Call Amazon Bedrock's models, agents and knowledge bases",
        services: ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html",
    },
    emr: {
        description: "Connect notebooks to EMR clusters and EMR Serverless",
        services: [
            "s3",
            "sts",
            "elasticmapreduce",
            "emr-containers",
            "emr-serverless",
            "emr-serverless-services.livy",
            "emr-serverless.dashboard",
        ],
        source: `${GUIDE}/studio-notebooks-configure-discoverability-emr-cluster.html`,
    },
    glue: {
        description: "Run Glue interactive sessions",
        services: ["s3", "sts", "glue", "glue.sessions"],
        source: "https://docs.aws.amazon.com/glue/latest/dg/vpc-interface-endpoints.html",
    },
    dataAccess: {
        description: "Query Athena, Lake Formation, Redshift, RDS and DynamoDB",
        services: [
            "s3",
            "dynamodb",
            "athena",
            "lakeformation",
            "redshift",
            "redshift-data",
            "redshift-serverless",
            "rds",
        ],
        source: PRIVATELINK_SERVICES,
    },
    codeArtifact: {
        description: "Install packages from CodeArtifact",
        services: ["s3", "codeartifact.api", "codeartifact.repositories"],
        source: "https://docs.aws.amazon.com/codeartifact/latest/ug/create-vpc-endpoints.html",
    },
    remoteIde: {
        description: "Connect a local editor to spaces through Systems Manager",
        services: ["sagemaker.api", "ssm", "ssmmessages"],
        source: `${GUIDE}/remote-access.html`,
    },
    observability: {
        description: "Metrics, traces, events, trails and notifications",
        services: ["logs", "monitoring", "events", "cloudtrail", "config", "xray", "sns", "sqs"],
        source: PRIVATELINK_SERVICES,
    },
    accessApi: {
        description: "The access service: a private API, its functions, user pool and directory",
        services: ["sagemaker.api", "studio", "sts", "dynamodb", "execute-api", "lambda", "cognito-idp"],
        source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
    },
};
