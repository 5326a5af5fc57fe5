import { z } from "zod";

import { roleArn } from "../../arns";
import { setting } from "../../setting";
import { booleanKey } from "../../values";

const onlyWithFeature = "true or false; true only with the feature canvas";

export const canvasSchema = setting(
    z.strictObject({
        directDeploy: booleanKey("Whether people deploy models from Canvas to SageMaker endpoints", {
            example: true,
            rule: onlyWithFeature,
        }).default(false),
        modelRegister: booleanKey("Whether people send models from Canvas to the account's model registry", {
            example: true,
            rule: onlyWithFeature,
        }).default(false),
        timeSeries: booleanKey(
            "Whether people build forecasts. Amazon Forecast takes no new customers: Canvas gets no role for it, and nothing is sent there",
            { example: true, rule: onlyWithFeature },
        ).default(false),
        bedrockRole: setting(
            roleArn(
                "Role of yours by which Canvas customizes Amazon Bedrock's models",
                "arn:aws:iam::111122223333:role/canvas-bedrock",
            ),
            {
                description: "Role of yours by which Canvas customizes Amazon Bedrock's models",
                example: "arn:aws:iam::111122223333:role/canvas-bedrock",
                rule: "the ARN of a role of account.id; only with the features canvas and bedrock",
            },
        ).optional(),
    }),
    {
        description:
            "What Canvas may do. Kendra, EMR Serverless and sign-in to other data platforms are off, and have no key here",
        example: { modelRegister: true },
        rule: "a map of directDeploy, modelRegister, timeSeries and bedrockRole",
    },
).prefault({});

export const projectsPortfolioSchema = booleanKey(
    "Whether this stack turns on SageMaker's project templates, a Service Catalog portfolio that an account has once in a region: in one stack only. It stays on when the stack is destroyed",
    { example: true, rule: "true or false; true only with the feature projects" },
).default(false);
