import { alphanumericId, type Subject, uuid } from "../subject";
import { type Identity, type IdentityTable, namedBy, partOf } from "./identity";

/** Part of a REST API with an id of its own, of six characters. */
function ofApi(more: Omit<Identity, "id"> = {}): Identity {
    return { ...more, id: () => alphanumericId("", 6) };
}

/** Part of a REST API whose id in the provider joins the ids of what it belongs to. */
function joined(prefix: string, properties: readonly string[], more: Omit<Identity, "id"> = {}): Identity {
    return { ...more, id: (subject) => [prefix, ...properties.map((property) => subject.text(property))].join("-") };
}

/** ARN of a REST API or of a part of it, which names no account. */
function apiArn(subject: Subject, path: string): string {
    return `arn:${subject.partition}:apigateway:${subject.place.region}::/restapis/${path}`;
}

/** What the access service is made of: API, user pool, directory. */
export const ACCESS_SERVICE: IdentityTable = {
    "aws:apigateway/restApi:RestApi": {
        id: () => alphanumericId("", 10),
        autoName: "name",
        outputs: {
            arn: apiArn,
            executionArn: (subject, id) => subject.arn("execute-api", id),
            rootResourceId: () => alphanumericId("", 10),
            apiKeySource: () => "HEADER",
            disableExecuteApiEndpoint: () => false,
            createdDate: () => new Date().toISOString(),
        },
    },
    "aws:apigateway/restApiPolicy:RestApiPolicy": partOf("restApiId"),
    "aws:apigateway/resource:Resource": ofApi({ outputs: { path: (subject) => `/${subject.text("pathPart")}` } }),
    "aws:apigateway/method:Method": joined("agm", ["restApi", "resourceId", "httpMethod"], {
        defaults: { apiKeyRequired: false },
    }),
    "aws:apigateway/integration:Integration": joined("agi", ["restApi", "resourceId", "httpMethod"], {
        defaults: { connectionType: "INTERNET", timeoutMilliseconds: 29000 },
        outputs: {
            cacheNamespace: (subject) => subject.text("resourceId"),
            passthroughBehavior: () => "WHEN_NO_MATCH",
        },
    }),
    "aws:apigateway/authorizer:Authorizer": ofApi({
        defaults: { authorizerResultTtlInSeconds: 300, identitySource: "method.request.header.Authorization" },
        outputs: { arn: (subject, id) => apiArn(subject, `${subject.text("restApi")}/authorizers/${id}`) },
    }),
    "aws:apigateway/requestValidator:RequestValidator": ofApi({
        defaults: { validateRequestBody: false, validateRequestParameters: false },
    }),
    "aws:apigateway/response:Response": joined("aggr", ["restApiId", "responseType"]),
    "aws:apigateway/deployment:Deployment": ofApi({ outputs: { createdDate: () => new Date().toISOString() } }),
    "aws:apigateway/stage:Stage": joined("ags", ["restApi", "stageName"], {
        outputs: {
            arn: (subject) => apiArn(subject, `${subject.text("restApi")}/stages/${subject.text("stageName")}`),
            executionArn: (subject) =>
                subject.arn("execute-api", `${subject.text("restApi")}/${subject.text("stageName")}`),
            invokeUrl: (subject) =>
                `https://${subject.text("restApi")}.execute-api.${subject.place.region}.${subject.dnsSuffix}/${subject.text("stageName")}`,
        },
    }),
    "aws:apigateway/methodSettings:MethodSettings": {
        id: (subject) => ["restApi", "stageName", "methodPath"].map((property) => subject.text(property)).join("-"),
    },
    "aws:apigateway/account:Account": {
        id: (subject) => subject.place.account,
        outputs: { apiKeyVersion: () => "4", features: () => ["UsagePlans"] },
    },
    // The provider's id is the statement's alone, which two functions may share; here an id is the only one of its type.
    "aws:lambda/permission:Permission": {
        id: (subject) => `${subject.text("function")}/${subject.text("statementId")}`,
        autoName: "statementId",
    },
    "aws:cognito/userPool:UserPool": {
        id: (subject) => `${subject.place.region}_${alphanumericId("", 9)}`,
        autoName: "name",
        outputs: {
            arn: (subject, id) => subject.arn("cognito-idp", `userpool/${id}`),
            endpoint: (subject, id) => `cognito-idp.${subject.place.region}.${subject.dnsSuffix}/${id}`,
        },
    },
    "aws:cognito/userPoolClient:UserPoolClient": { id: () => alphanumericId("", 26), autoName: "name" },
    "aws:cognito/userPoolDomain:UserPoolDomain": {
        id: (subject) => subject.text("domain"),
        outputs: { awsAccountId: (subject) => subject.place.account },
    },
    "aws:cognito/resourceServer:ResourceServer": {
        id: (subject) => `${subject.text("userPoolId")}|${subject.text("identifier")}`,
        autoName: "name",
    },
    "aws:cognito/identityProvider:IdentityProvider": {
        id: (subject) => `${subject.text("userPoolId")}:${subject.text("providerName")}`,
    },
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": {
        id: (subject) => `${subject.text("userPoolId")},${uuid()}`,
        outputs: { managedLoginBrandingId: (_, id) => id.split(",")[1] },
    },
    "aws:cognito/user:User": {
        id: (subject) => `${subject.text("userPoolId")}/${subject.text("username")}`,
        defaults: { enabled: true },
        outputs: { sub: uuid, status: () => "FORCE_CHANGE_PASSWORD" },
    },
    "aws:dynamodb/table:Table": namedBy("name", "dynamodb", "table/", {
        autoName: "name",
        defaults: { billingMode: "PROVISIONED", tableClass: "STANDARD" },
    }),
    "aws:dynamodb/tableItem:TableItem": {
        id: (subject) => [subject.text("tableName"), alphanumericId("", 12)].join("|"),
    },
};
