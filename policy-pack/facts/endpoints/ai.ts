import { endpointsPage, interfaces } from "./row";

const FORECAST = {
    offered: {
        only: [
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "eu-central-1",
            "eu-west-1",
            "us-east-1",
            "us-east-2",
            "us-west-2",
        ],
        source: endpointsPage("forecast"),
    },
    source: "https://docs.aws.amazon.com/forecast/latest/dg/vpc-interface-endpoints.html",
};

const NORTHERN_VIRGINIA = {
    only: ["us-east-1"],
    source: "https://docs.aws.amazon.com/sagemaker/latest/dg/canvas-vpc.html",
};

/** Models and ready-made AI services. Forecast is closed to new customers: no feature needs it, it can be added. */
export const AI = interfaces({
    bedrock: {},
    "bedrock-runtime": {},
    "bedrock-agent": {},
    "bedrock-agent-runtime": {},
    textract: {
        offered: {
            only: [
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-south-1",
                "ap-southeast-1",
                "ap-southeast-2",
                "ca-central-1",
                "eu-central-1",
                "eu-central-2",
                "eu-south-2",
                "eu-west-1",
                "eu-west-2",
                "eu-west-3",
                "us-east-1",
                "us-east-2",
                "us-gov-east-1",
                "us-gov-west-1",
                "us-west-1",
                "us-west-2",
            ],
            source: endpointsPage("textract"),
        },
    },
    comprehend: {
        offered: {
            only: [
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-south-1",
                "ap-southeast-1",
                "ap-southeast-2",
                "ca-central-1",
                "eu-central-1",
                "eu-west-1",
                "eu-west-2",
                "us-east-1",
                "us-east-2",
                "us-gov-west-1",
                "us-west-2",
            ],
            source: endpointsPage("comprehend"),
        },
    },
    rekognition: {
        offered: {
            only: [
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-south-1",
                "ap-southeast-1",
                "ap-southeast-2",
                "ap-southeast-5",
                "ap-southeast-7",
                "ca-central-1",
                "eu-central-1",
                "eu-south-2",
                "eu-west-1",
                "eu-west-2",
                "il-central-1",
                "sa-east-1",
                "us-east-1",
                "us-east-2",
                "us-gov-west-1",
                "us-west-1",
                "us-west-2",
            ],
            source: endpointsPage("rekognition"),
        },
    },
    kendra: {
        offered: {
            only: [
                "ap-northeast-1",
                "ap-south-1",
                "ap-southeast-1",
                "ap-southeast-2",
                "ca-central-1",
                "eu-west-1",
                "eu-west-2",
                "us-east-1",
                "us-east-2",
                "us-gov-west-1",
                "us-west-2",
            ],
            source: endpointsPage("kendra"),
        },
    },
    q: { offered: NORTHERN_VIRGINIA },
    codewhisperer: { offered: NORTHERN_VIRGINIA },
    forecast: FORECAST,
    forecastquery: FORECAST,
});
