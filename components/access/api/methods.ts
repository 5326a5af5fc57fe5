import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { functionNames, type NodeFunction } from "../../functions";
import type { Place } from "../../names";
import { type AccessFunctions, TIMEOUTS } from "../functions";
import type { RestApi } from "./restApi";

export interface MethodsArgs {
    readonly place: Place;
    readonly partition: string;
    readonly functions: AccessFunctions;
}

export interface Methods {
    /** What the next deployment publishes; another text makes another deployment. */
    readonly contents: object;
    /** What must stand before it. */
    readonly ready: readonly pulumi.Resource[];
}

/** How long an answer of the authorizer holds for the same token, in seconds: as long as Sys3's. */
const AUTHORIZER_TTL_SECONDS = 120;

/** API Gateway waits this much longer than a function works, so that people get the function's own answer. */
const PATIENCE_MS = 2000;

const TOKEN = "method.request.header.Authorization";

/**
 * Makes the two methods: the page, which anybody in the network may read, and the session, which the authorizer gives to
 * whom the token names. Each function may be called by its own method of this stage alone: the console's method test,
 * which passes by the authorizer, calls as another stage and is refused.
 */
export function createMethods(parent: pulumi.Resource, name: string, rest: RestApi, args: MethodsArgs): Methods {
    const { api } = rest;
    const authorizer = createAuthorizer(parent, name, rest, args);
    const validator = new aws.apigateway.RequestValidator(
        `${name}-parameters`,
        { restApi: api.id, name: "parameters", validateRequestParameters: true, validateRequestBody: false },
        { parent },
    );
    const session = new aws.apigateway.Resource(
        `${name}-session`,
        { restApi: api.id, parentId: api.rootResourceId, pathPart: "session" },
        { parent },
    );
    const requestParameters = { [TOKEN]: true, "method.request.querystring.profile": false };
    const page = createMethod(parent, `${name}-page`, rest, args, {
        purpose: "page",
        path: "",
        resourceId: api.rootResourceId,
        method: { authorization: "NONE" },
    });
    const open = createMethod(parent, `${name}-session`, rest, args, {
        purpose: "presign",
        path: "session",
        resourceId: session.id,
        method: {
            authorization: "CUSTOM",
            authorizerId: authorizer.id,
            requestParameters,
            requestValidatorId: validator.id,
        },
    });
    return {
        contents: {
            authorizer: { ttl: AUTHORIZER_TTL_SECONDS, source: TOKEN, uri: invocation(args, "authorizer") },
            methods: { "GET /": invocation(args, "page"), "GET /session": invocation(args, "presign") },
            requestParameters,
            timeouts: TIMEOUTS,
        },
        ready: [authorizer, ...page, ...open],
    };
}

/** Where API Gateway calls a function; known before it exists. */
function invocation({ place, partition }: MethodsArgs, purpose: string): string {
    const { functionArn } = functionNames(place, partition, purpose);
    return `arn:${partition}:apigateway:${place.region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}

function createAuthorizer(
    parent: pulumi.Resource,
    name: string,
    { api, apiArn }: RestApi,
    args: MethodsArgs,
): aws.apigateway.Authorizer {
    const authorizer = new aws.apigateway.Authorizer(
        `${name}-token`,
        {
            restApi: api.id,
            name: "token",
            type: "REQUEST",
            // Without the header the answer is 401 and nobody is asked.
            identitySource: TOKEN,
            authorizerUri: invocation(args, "authorizer"),
            authorizerResultTtlInSeconds: AUTHORIZER_TTL_SECONDS,
        },
        // The text names the function; it must be there to be called.
        { parent, dependsOn: [...args.functions.authorizer.ready] },
    );
    permit(
        parent,
        `${name}-authorizer`,
        args.functions.authorizer,
        pulumi.interpolate`${apiArn}/authorizers/${authorizer.id}`,
    );
    return authorizer;
}

interface MethodArgs {
    readonly purpose: "page" | "presign";
    /** Without the first slash. */
    readonly path: string;
    readonly resourceId: pulumi.Input<string>;
    readonly method: Pick<
        aws.apigateway.MethodArgs,
        "authorization" | "authorizerId" | "requestParameters" | "requestValidatorId"
    >;
}

function createMethod(
    parent: pulumi.Resource,
    name: string,
    { api, stageArn }: RestApi,
    args: MethodsArgs,
    { purpose, path, resourceId, method }: MethodArgs,
): pulumi.Resource[] {
    const made = new aws.apigateway.Method(
        name,
        { restApi: api.id, resourceId, httpMethod: "GET", ...method },
        { parent },
    );
    const integration = new aws.apigateway.Integration(
        name,
        {
            restApi: api.id,
            resourceId,
            httpMethod: made.httpMethod,
            type: "AWS_PROXY",
            // Lambda is called by POST, whatever the method.
            integrationHttpMethod: "POST",
            uri: invocation(args, purpose),
            timeoutMilliseconds: TIMEOUTS[purpose] * 1000 + PATIENCE_MS,
        },
        { parent, dependsOn: [...args.functions[purpose].ready] },
    );
    const permission = permit(parent, name, args.functions[purpose], pulumi.interpolate`${stageArn}/GET/${path}`);
    return [integration, permission];
}

/** Lets API Gateway call a function for one method or authorizer. */
function permit(
    parent: pulumi.Resource,
    name: string,
    called: NodeFunction,
    sourceArn: pulumi.Input<string>,
): aws.lambda.Permission {
    return new aws.lambda.Permission(
        name,
        {
            function: called.functionName,
            action: "lambda:InvokeFunction",
            principal: "apigateway.amazonaws.com",
            sourceArn,
            statementId: "ApiGateway",
        },
        { parent },
    );
}
