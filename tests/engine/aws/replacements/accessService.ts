import { inService, type ReplacementTable } from "./row";

const apigateway = inService("apigateway");
const cognito = inService("cognitoidp");
const dynamodb = inService("dynamodb");

/** API, user pool and directory of the access service. */
export const ACCESS_SERVICE: ReplacementTable = {
    "aws:apigateway/restApiPolicy:RestApiPolicy": apigateway("rest_api_policy.go", "restApiId"),
    "aws:apigateway/resource:Resource": apigateway("resource.go", "restApi"),
    "aws:apigateway/method:Method": apigateway("method.go", "restApi", "resourceId", "httpMethod"),
    "aws:apigateway/integration:Integration": apigateway(
        "integration.go",
        "restApi",
        "resourceId",
        "httpMethod",
        "type",
        "integrationHttpMethod",
        "credentials",
        "passthroughBehavior",
    ),
    "aws:apigateway/authorizer:Authorizer": apigateway("authorizer.go", "restApi"),
    "aws:apigateway/requestValidator:RequestValidator": apigateway("request_validator.go", "restApi"),
    "aws:apigateway/response:Response": apigateway("gateway_response.go", "restApiId", "responseType"),
    "aws:apigateway/deployment:Deployment": apigateway("deployment.go", "restApi", "triggers", "variables"),
    "aws:apigateway/stage:Stage": apigateway("stage.go", "restApi", "stageName"),
    "aws:apigateway/methodSettings:MethodSettings": apigateway(
        "method_settings.go",
        "restApi",
        "stageName",
        "methodPath",
    ),
    "aws:lambda/permission:Permission": inService("lambda")(
        "permission.go",
        "action",
        "eventSourceToken",
        "function",
        "functionUrlAuthType",
        "principal",
        "principalOrgId",
        "qualifier",
        "sourceAccount",
        "sourceArn",
        "statementId",
        "statementIdPrefix",
    ),
    "aws:cognito/userPool:UserPool": cognito(
        "user_pool.go",
        "name",
        "aliasAttributes",
        "usernameAttributes",
        "usernameConfiguration",
    ),
    "aws:cognito/userPoolClient:UserPoolClient": cognito("user_pool_client.go", "userPoolId", "generateSecret"),
    "aws:cognito/userPoolDomain:UserPoolDomain": cognito("user_pool_domain.go", "domain", "userPoolId"),
    "aws:cognito/resourceServer:ResourceServer": cognito("resource_server.go", "identifier", "userPoolId"),
    "aws:cognito/identityProvider:IdentityProvider": cognito(
        "identity_provider.go",
        "providerName",
        "providerType",
        "userPoolId",
    ),
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": cognito(
        "managed_login_branding.go",
        "clientId",
        "userPoolId",
    ),
    "aws:cognito/user:User": cognito("user.go", "username", "userPoolId"),
    "aws:dynamodb/table:Table": dynamodb("table.go", "name", "hashKey", "rangeKey"),
    "aws:dynamodb/tableItem:TableItem": dynamodb("table_item.go", "tableName", "hashKey", "rangeKey"),
};
