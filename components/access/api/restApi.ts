import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { serviceHost } from "../../../policy-pack/facts";
import { documentText } from "../../documents";
import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { STAGE } from "../names";

export interface RestApiArgs {
    readonly place: Place;
    readonly partition: string;
    /** The only endpoint requests may come through. */
    readonly executeApiEndpointId: pulumi.Input<string>;
    readonly tags: Tags;
}

/** The API before it has methods: what names it can be made. */
export interface RestApi {
    readonly api: aws.apigateway.RestApi;
    readonly policy: aws.apigateway.RestApiPolicy;
    /** Text of the policy, which takes effect with a deployment. */
    readonly policyText: pulumi.Output<string>;
    /** ARN of the API's stage, as policies of invocation have it. */
    readonly stageArn: pulumi.Output<string>;
    /** ARN of the API for permissions of its authorizers. */
    readonly apiArn: pulumi.Output<string>;
    /** Where the page is; the same for everybody whose network knows the endpoint's zone. */
    readonly url: pulumi.Output<string>;
}

/**
 * Makes the private API. Its name ends in `execute-api`, which only a network with the hub's zone resolves to the endpoint;
 * from everywhere else it has no address that answers.
 *
 * No web application firewall stands before it: there are two GET methods without a body, which only the company network
 * reaches and which the stage limits as a whole. A limit by source address would take a whole company behind one address
 * for one person, and rules about content would find nothing but the token to look at.
 */
export function createRestApi(parent: pulumi.Resource, name: string, args: RestApiArgs): RestApi {
    const { account, region } = args.place;
    const api = new aws.apigateway.RestApi(
        `${name}-api`,
        {
            name: physicalName(args.place, "restApi", "access"),
            description: "Opens a person's own Studio",
            endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [args.executeApiEndpointId] },
            tags: args.tags,
        },
        { parent },
    );
    const apiArn = pulumi.interpolate`arn:${args.partition}:execute-api:${region}:${account}:${api.id}`;
    const stageArn = pulumi.interpolate`${apiArn}/${STAGE}`;
    const policyText = documentText(
        "API policy",
        `${name}-api`,
        apiPolicy({ apiArn, stageArn, executeApiEndpointId: args.executeApiEndpointId }),
    );
    const policy = new aws.apigateway.RestApiPolicy(
        `${name}-api`,
        { restApiId: api.id, policy: policyText },
        { parent },
    );
    const url = pulumi.interpolate`https://${api.id}.${serviceHost("execute-api", region)}/${STAGE}/`;
    return { api, policy, policyText, stageArn, apiArn, url };
}

/** What the policy names. */
export interface ApiPolicyArgs {
    readonly apiArn: pulumi.Input<string>;
    readonly stageArn: pulumi.Input<string>;
    readonly executeApiEndpointId: pulumi.Input<string>;
}

/**
 * Nothing but through the endpoint; and through it the two methods there are. `GET /session` is allowed here only
 * together with the authorizer's own Allow: it answers with an Allow for exactly this method or with a Deny, and a Deny
 * decides. That the policy allows it too is for callers whose endpoint is another account's, where silence counts as no.
 *
 * Source: API Gateway developer guide, "How API Gateway resource policies affect authorization workflow", tables A and B.
 */
function apiPolicy({ apiArn, stageArn, executeApiEndpointId }: ApiPolicyArgs): aws.iam.PolicyDocument {
    const endpoint = { "aws:SourceVpce": executeApiEndpointId };
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "OnlyThroughTheEndpoint",
                Effect: "Deny",
                Principal: "*",
                Action: "execute-api:Invoke",
                Resource: pulumi.interpolate`${apiArn}/*`,
                Condition: { StringNotEquals: endpoint },
            },
            {
                Sid: "PageAndSession",
                Effect: "Allow",
                // Nobody who asks has an identity of AWS; the endpoint and the authorizer decide.
                Principal: "*",
                Action: "execute-api:Invoke",
                Resource: [pulumi.interpolate`${stageArn}/GET/`, pulumi.interpolate`${stageArn}/GET/session`],
                Condition: { StringEquals: endpoint },
            },
        ],
    };
}
