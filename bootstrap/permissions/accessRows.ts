import { type Grants, type PermissionRow, type PermissionTable, SOURCES } from "./row";

const NONE: Grants = {};

const API = `${SOURCES.TF} apigateway/`;
const COGNITO = `${SOURCES.TF} cognitoidp/`;

/** API Gateway's actions are the methods of its own API, by path. */
const MAKE_PART: Grants = { apis: ["apigateway:POST"] };
const PUT_PART: Grants = { apis: ["apigateway:PUT"] };
const READ_PART: Grants = { apis: ["apigateway:GET"] };
const CHANGE_PART: Grants = { apis: ["apigateway:PATCH"] };
const DELETE_PART: Grants = { apis: ["apigateway:DELETE"] };

/** Tags lie at a path of their own. */
const TAG: Grants = { apiTags: ["apigateway:POST", "apigateway:PUT"] };
const RETAG: Grants = { apiTags: ["apigateway:DELETE", "apigateway:POST", "apigateway:PUT"] };

/** Part of an API that is made in one call and has no tags. */
function part(file: string, create: Grants = MAKE_PART, update: Grants = CHANGE_PART): PermissionRow {
    return { create, read: READ_PART, update, delete: DELETE_PART, source: `${API}${file}` };
}

/** Part of a user pool: the four actions by the name of the thing. */
function ofPool(thing: string, file: string): PermissionRow {
    return {
        create: { userPools: [`cognito-idp:Create${thing}`] },
        read: { userPools: [`cognito-idp:Describe${thing}`] },
        update: { userPools: [`cognito-idp:Update${thing}`] },
        delete: { userPools: [`cognito-idp:Delete${thing}`] },
        source: `${COGNITO}${file}`,
    };
}

/** What the account that holds the access service needs: API, user pool, directory. */
export const ACCESS_ROWS: PermissionTable = {
    "aws:apigateway/restApi:RestApi": {
        create: { apis: ["apigateway:POST"], ...TAG },
        read: READ_PART,
        update: { apis: ["apigateway:PATCH"], ...RETAG },
        delete: DELETE_PART,
        source: `${API}rest_api.go`,
    },
    "aws:apigateway/restApiPolicy:RestApiPolicy": {
        create: { apis: ["apigateway:PATCH", "apigateway:UpdateRestApiPolicy"] },
        read: READ_PART,
        update: { apis: ["apigateway:PATCH", "apigateway:UpdateRestApiPolicy"] },
        delete: { apis: ["apigateway:PATCH", "apigateway:UpdateRestApiPolicy"] },
        source: `${API}rest_api_policy.go`,
    },
    "aws:apigateway/resource:Resource": part("resource.go"),
    "aws:apigateway/method:Method": part("method.go", PUT_PART),
    "aws:apigateway/integration:Integration": part("integration.go", PUT_PART),
    "aws:apigateway/authorizer:Authorizer": part("authorizer.go"),
    "aws:apigateway/requestValidator:RequestValidator": part("request_validator.go"),
    "aws:apigateway/response:Response": part("gateway_response.go", PUT_PART, PUT_PART),
    "aws:apigateway/deployment:Deployment": part("deployment.go"),
    "aws:apigateway/stage:Stage": {
        create: {
            apis: ["apigateway:PATCH", "apigateway:POST"],
            ...TAG,
            apiGatewayLinkedRole: ["iam:CreateServiceLinkedRole"],
        },
        read: READ_PART,
        update: { apis: ["apigateway:PATCH"], ...RETAG },
        delete: DELETE_PART,
        source: `${API}stage.go; the service makes its own role with the first one that is logged`,
    },
    "aws:apigateway/methodSettings:MethodSettings": part("method_settings.go", CHANGE_PART),
    "aws:apigateway/account:Account": {
        create: { apiAccount: ["apigateway:PATCH"], apiLogRoleToService: ["iam:PassRole"] },
        read: { apiAccount: ["apigateway:GET"] },
        update: { apiAccount: ["apigateway:PATCH"], apiLogRoleToService: ["iam:PassRole"] },
        delete: { apiAccount: ["apigateway:PATCH"] },
        source: `${API}account.go`,
    },
    "aws:lambda/permission:Permission": {
        create: { functions: ["lambda:AddPermission"] },
        read: { functions: ["lambda:GetPolicy"] },
        update: NONE,
        delete: { functions: ["lambda:RemovePermission"] },
        source: `${SOURCES.TF} lambda/permission.go`,
    },
    "aws:cognito/userPool:UserPool": {
        create: {
            regionWide: ["cognito-idp:CreateUserPool"],
            userPools: ["cognito-idp:SetUserPoolMfaConfig", "cognito-idp:TagResource"],
        },
        read: { userPools: ["cognito-idp:DescribeUserPool", "cognito-idp:GetUserPoolMfaConfig"] },
        update: {
            userPools: [
                "cognito-idp:SetUserPoolMfaConfig",
                "cognito-idp:TagResource",
                "cognito-idp:UntagResource",
                "cognito-idp:UpdateUserPool",
            ],
        },
        delete: { userPools: ["cognito-idp:DeleteUserPool"] },
        source: `${COGNITO}user_pool.go`,
    },
    "aws:cognito/userPoolClient:UserPoolClient": ofPool("UserPoolClient", "user_pool_client.go"),
    "aws:cognito/userPoolDomain:UserPoolDomain": {
        create: { userPools: ["cognito-idp:CreateUserPoolDomain"] },
        read: { regionWide: ["cognito-idp:DescribeUserPoolDomain"] },
        update: { userPools: ["cognito-idp:UpdateUserPoolDomain"] },
        delete: { userPools: ["cognito-idp:DeleteUserPoolDomain"] },
        source: `${COGNITO}user_pool_domain.go`,
    },
    "aws:cognito/resourceServer:ResourceServer": ofPool("ResourceServer", "resource_server.go"),
    "aws:cognito/identityProvider:IdentityProvider": ofPool("IdentityProvider", "identity_provider.go"),
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": ofPool(
        "ManagedLoginBranding",
        "managed_login_branding.go",
    ),
    "aws:cognito/user:User": {
        create: { userPools: ["cognito-idp:AdminCreateUser"] },
        read: { userPools: ["cognito-idp:AdminGetUser"] },
        update: {
            userPools: [
                "cognito-idp:AdminDeleteUserAttributes",
                "cognito-idp:AdminDisableUser",
                "cognito-idp:AdminEnableUser",
                "cognito-idp:AdminUpdateUserAttributes",
            ],
        },
        delete: { userPools: ["cognito-idp:AdminDeleteUser"] },
        source: `${COGNITO}user.go; no password is set or reset by a deployment`,
    },
    "aws:dynamodb/table:Table": {
        create: {
            tables: ["dynamodb:CreateTable", "dynamodb:TagResource", "dynamodb:UpdateContinuousBackups"],
            keysThroughTables: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey"],
        },
        read: {
            tables: [
                "dynamodb:DescribeContinuousBackups",
                "dynamodb:DescribeTable",
                "dynamodb:DescribeTimeToLive",
                "dynamodb:ListTagsOfResource",
            ],
        },
        update: {
            tables: [
                "dynamodb:TagResource",
                "dynamodb:UntagResource",
                "dynamodb:UpdateContinuousBackups",
                "dynamodb:UpdateTable",
            ],
        },
        delete: { tables: ["dynamodb:DeleteTable"] },
        source: `${SOURCES.TF} dynamodb/table.go`,
    },
    "aws:dynamodb/tableItem:TableItem": {
        create: { tables: ["dynamodb:PutItem"], keysThroughTables: ["kms:Decrypt"] },
        read: { tables: ["dynamodb:GetItem"] },
        update: { tables: ["dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"] },
        delete: { tables: ["dynamodb:DeleteItem"] },
        source: `${SOURCES.TF} dynamodb/table_item.go`,
    },
};
