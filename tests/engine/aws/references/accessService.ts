import { from, type Reference } from "./reference";

/** What belongs to a REST API goes with it; so does what belongs to a user pool or a table. */
const API = ["restApi", "cascade"] as const;
const POOL = ["userPool", "cascade", "ResourceNotFoundException"] as const;

/** API, user pool and directory of the access service. */
export const ACCESS_SERVICE: readonly Reference[] = [
    ...from("aws:apigateway/restApi:RestApi", { "endpointConfiguration.vpcEndpointIds[]": ["anyVpcEndpoint"] }),
    ...from("aws:apigateway/restApiPolicy:RestApiPolicy", { restApiId: API }),
    ...from("aws:apigateway/resource:Resource", { restApi: API }),
    ...from("aws:apigateway/method:Method", { restApi: API, authorizerId: ["authorizer"] }),
    ...from("aws:apigateway/integration:Integration", { restApi: API }),
    ...from("aws:apigateway/authorizer:Authorizer", { restApi: API }),
    ...from("aws:apigateway/requestValidator:RequestValidator", { restApi: API }),
    ...from("aws:apigateway/response:Response", { restApiId: API }),
    ...from("aws:apigateway/deployment:Deployment", { restApi: API }),
    // API Gateway refuses to delete a deployment that a stage shows.
    ...from("aws:apigateway/stage:Stage", {
        restApi: API,
        deployment: ["deployment", { refused: "BadRequestException" }],
        "accessLogSettings.destinationArn": ["logDestination", undefined, "BadRequestException"],
    }),
    ...from("aws:apigateway/methodSettings:MethodSettings", { restApi: API }),
    ...from("aws:apigateway/account:Account", { cloudwatchRoleArn: ["role", undefined, "BadRequestException"] }),
    ...from("aws:lambda/permission:Permission", { function: ["function", "cascade"] }),
    ...from("aws:cognito/userPoolClient:UserPoolClient", { userPoolId: POOL }),
    // Cognito refuses to delete a pool that has a domain.
    ...from("aws:cognito/userPoolDomain:UserPoolDomain", {
        userPoolId: ["userPool", { refused: "InvalidParameterException" }],
    }),
    ...from("aws:cognito/resourceServer:ResourceServer", { userPoolId: POOL }),
    ...from("aws:cognito/identityProvider:IdentityProvider", { userPoolId: POOL }),
    ...from("aws:cognito/managedLoginBranding:ManagedLoginBranding", {
        userPoolId: POOL,
        clientId: ["userPoolClient", "cascade"],
    }),
    ...from("aws:cognito/user:User", { userPoolId: POOL }),
    ...from("aws:dynamodb/table:Table", {
        "serverSideEncryption.kmsKeyArn": ["key", undefined, "ValidationException"],
    }),
    ...from("aws:dynamodb/tableItem:TableItem", { tableName: ["table", "cascade"] }),
];
