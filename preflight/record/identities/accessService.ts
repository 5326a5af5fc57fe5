import { type Identity, type IdentityTable, namedBy, partOf } from "./identity";
import type { Subject } from "./subject";

/** Part of a REST API with an id of its own, of six characters. */
function ofApi(outputs: Identity["outputs"] = {}): Identity {
    return { id: (s) => s.alphanumeric(6), outputs };
}

/** Part of a REST API whose id in the provider joins the ids of what it belongs to. */
function joined(prefix: string, ...properties: readonly string[]): Identity {
    return { id: (s) => [prefix, ...properties.map((property) => s.text(property))].join("-") };
}

/** ARN of a REST API or of a part of it, which names no account. */
function apiArn(s: Subject, path: string): string {
    return `arn:${s.partition}:apigateway:${s.region}::/restapis/${path}`;
}

/** A user pool's ids begin with its Region. */
function poolId(s: Subject): string {
    return `${s.region}_${s.alphanumeric(9)}`;
}

/** What the access service is made of: API, user pool, directory. */
export const ACCESS_SERVICE: IdentityTable = {
    "aws:apigateway/restApi:RestApi": {
        named: "name",
        id: (s) => s.alphanumeric(10),
        outputs: {
            arn: (s, id) => apiArn(s, id),
            executionArn: (s, id) => s.arn("execute-api", id),
            rootResourceId: (s) => s.alphanumeric(10, "root"),
        },
    },
    "aws:apigateway/restApiPolicy:RestApiPolicy": partOf("restApiId"),
    "aws:apigateway/resource:Resource": ofApi({ path: (s) => `/${s.text("pathPart")}` }),
    "aws:apigateway/method:Method": joined("agm", "restApi", "resourceId", "httpMethod"),
    "aws:apigateway/integration:Integration": joined("agi", "restApi", "resourceId", "httpMethod"),
    "aws:apigateway/authorizer:Authorizer": ofApi({
        arn: (s, id) => apiArn(s, `${s.text("restApi")}/authorizers/${id}`),
    }),
    "aws:apigateway/requestValidator:RequestValidator": ofApi(),
    "aws:apigateway/response:Response": joined("aggr", "restApiId", "responseType"),
    "aws:apigateway/deployment:Deployment": ofApi(),
    "aws:apigateway/stage:Stage": {
        id: (s) => `ags-${s.text("restApi")}-${s.text("stageName")}`,
        outputs: {
            arn: (s) => apiArn(s, `${s.text("restApi")}/stages/${s.text("stageName")}`),
            executionArn: (s) => s.arn("execute-api", `${s.text("restApi")}/${s.text("stageName")}`),
            invokeUrl: (s) =>
                `https://${s.text("restApi")}.execute-api.${s.region}.${s.dnsSuffix}/${s.text("stageName")}`,
        },
    },
    "aws:apigateway/methodSettings:MethodSettings": {
        id: (s) => [s.text("restApi"), s.text("stageName"), s.text("methodPath")].join("-"),
    },
    "aws:apigateway/account:Account": { id: (s) => s.account },
    "aws:lambda/permission:Permission": { named: "statementId", id: (s) => s.text("statementId") },
    "aws:cognito/userPool:UserPool": {
        named: "name",
        id: poolId,
        outputs: {
            arn: (s, id) => s.arn("cognito-idp", `userpool/${id}`),
            endpoint: (s, id) => `cognito-idp.${s.region}.${s.dnsSuffix}/${id}`,
        },
    },
    "aws:cognito/userPoolClient:UserPoolClient": { named: "name", id: (s) => s.alphanumeric(26) },
    "aws:cognito/userPoolDomain:UserPoolDomain": partOf("domain"),
    "aws:cognito/resourceServer:ResourceServer": { id: (s) => `${s.text("userPoolId")}|${s.text("identifier")}` },
    "aws:cognito/identityProvider:IdentityProvider": {
        id: (s) => `${s.text("userPoolId")}:${s.text("providerName")}`,
    },
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": {
        id: (s) => `${s.text("userPoolId")},${s.uuid()}`,
        outputs: { managedLoginBrandingId: (s) => s.uuid() },
    },
    "aws:cognito/user:User": {
        id: (s) => `${s.text("userPoolId")}/${s.text("username")}`,
        outputs: { sub: (s) => s.uuid("sub") },
    },
    "aws:dynamodb/table:Table": namedBy("name", "dynamodb", "table/"),
    "aws:dynamodb/tableItem:TableItem": { id: (s) => `${s.text("tableName")}|${s.hex("")}` },
};
