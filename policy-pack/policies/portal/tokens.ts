/** Type tokens of what stands between people and Studio: APIs, functions, tables and sign-in. */
export const REST_API = "aws:apigateway/restApi:RestApi";
export const REST_API_POLICY = "aws:apigateway/restApiPolicy:RestApiPolicy";
export const RESOURCE = "aws:apigateway/resource:Resource";
export const METHOD = "aws:apigateway/method:Method";
export const INTEGRATION = "aws:apigateway/integration:Integration";
export const STAGE = "aws:apigateway/stage:Stage";
export const METHOD_SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
/** HTTP and WebSocket APIs. */
export const HTTP_API = "aws:apigatewayv2/api:Api";
export const ROUTE = "aws:apigatewayv2/route:Route";
export const FUNCTION = "aws:lambda/function:Function";
export const PERMISSION = "aws:lambda/permission:Permission";
export const TABLE = "aws:dynamodb/table:Table";
export const USER_POOL = "aws:cognito/userPool:UserPool";
export const USER_POOL_CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
export const MANAGED_CLIENT = "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";
export const IDENTITY_POOL = "aws:cognito/identityPool:IdentityPool";
export const VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
