import { createHash } from "node:crypto";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../../tags";
import { STAGE } from "../names";
import { ANSWERS, createAnswers } from "./answers";
import { ACCESS_LOG_FORMAT, createLogs, type LogsArgs } from "./logs";
import { createMethods, type MethodsArgs } from "./methods";
import { createRestApi, type RestApi } from "./restApi";

export { createRestApi, type RestApi };

export interface ApiArgs extends MethodsArgs {
    readonly logs: Omit<LogsArgs, "place" | "partition" | "tags">;
    readonly throttle: { readonly requestsPerSecond: number; readonly burst: number };
    readonly tags: Tags;
}

/** The API as it answers. */
export interface Api {
    /** Name of the log group with a line for each request. */
    readonly accessLogGroup: pulumi.Output<string>;
    readonly stage: aws.apigateway.Stage;
    readonly ready: readonly pulumi.Resource[];
}

/** Gives the API its methods, its answers and its stage, with logs, traces, numbers and a limit. */
export function createApi(parent: pulumi.Resource, name: string, rest: RestApi, args: ApiArgs): Api {
    const { api } = rest;
    const methods = createMethods(parent, name, rest, args);
    const answers = createAnswers(parent, name, api);
    const logs = createLogs(parent, name, api, { ...args, ...args.logs });
    const deployment = new aws.apigateway.Deployment(
        `${name}-api`,
        {
            restApi: api.id,
            triggers: {
                contents: pulumi
                    .jsonStringify({ ...methods.contents, answers: ANSWERS, policy: rest.policyText })
                    .apply((text) => createHash("sha256").update(text).digest("hex")),
            },
        },
        // A deployment takes what is there when it is made; a private API without a policy cannot be deployed.
        { parent, dependsOn: [...methods.ready, ...answers, rest.policy] },
    );
    const stage = new aws.apigateway.Stage(
        `${name}-api`,
        {
            restApi: api.id,
            deployment: deployment.id,
            stageName: STAGE,
            accessLogSettings: { destinationArn: logs.access.arn, format: ACCESS_LOG_FORMAT },
            xrayTracingEnabled: true,
            tags: args.tags,
        },
        { parent, dependsOn: [...logs.ready] },
    );
    const settings = new aws.apigateway.MethodSettings(
        `${name}-api`,
        {
            restApi: api.id,
            stageName: stage.stageName,
            methodPath: "*/*",
            settings: {
                metricsEnabled: true,
                loggingLevel: "ERROR",
                // Data traces hold whole requests and answers: tokens and links.
                dataTraceEnabled: false,
                throttlingRateLimit: args.throttle.requestsPerSecond,
                throttlingBurstLimit: args.throttle.burst,
            },
        },
        { parent },
    );
    return { accessLogGroup: logs.access.name, stage, ready: [stage, settings] };
}
