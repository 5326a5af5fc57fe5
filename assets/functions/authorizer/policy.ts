import type { APIGatewayAuthorizerResult } from "aws-lambda";

/** Who a policy is about when there is no name that may be written down. */
const NOBODY = "nobody";

/** Lets a person call one method, and tells the integration who it is. */
export function allow(person: string, methodArn: string): APIGatewayAuthorizerResult {
    return { principalId: person, policyDocument: document("Allow", methodArn), context: { person } };
}

/**
 * Refuses everything, and names nobody to the integration.
 *
 * API Gateway keeps the policy for all further requests with the same token, whatever they ask for, and where the policy
 * is silent the API's resource policy decides: a Deny for one method would leave the others to it.
 *
 * Source: API Gateway developer guide, "How API Gateway resource policies affect authorization workflow", table A.
 */
export function denyAll(person: string | undefined): APIGatewayAuthorizerResult {
    return { principalId: person ?? NOBODY, policyDocument: document("Deny", "*") };
}

function document(Effect: "Allow" | "Deny", Resource: string): APIGatewayAuthorizerResult["policyDocument"] {
    return { Version: "2012-10-17", Statement: [{ Effect, Action: "execute-api:Invoke", Resource }] };
}
