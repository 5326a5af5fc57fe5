import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { isObject, textAt } from "../values";
import type { Operation, RuleTable } from "./rule";

const METHOD = "aws:apigateway/method:Method";
const INTEGRATION = "aws:apigateway/integration:Integration";
const POLICY = "aws:apigateway/restApiPolicy:RestApiPolicy";

/** Whether something of the type belongs to the API and is equal in the properties. */
function hasOne({ store, place, properties }: Operation, type: string, ...equal: readonly string[]): boolean {
    return allOf(store, place, type).some((other) =>
        ["restApi", ...equal].every((property) => apiOf(other.properties, property) === apiOf(properties, property)),
    );
}

/** The policy's property of the API is called otherwise. */
function apiOf(properties: Readonly<Record<string, unknown>>, property: string): unknown {
    return property === "restApi" ? (properties["restApi"] ?? properties["restApiId"]) : properties[property];
}

/** Source: API Gateway API reference, PutIntegration: NotFoundException. */
function methodIsThere(operation: Operation): void {
    if (!hasOne(operation, METHOD, "resourceId", "httpMethod")) {
        throw new AwsError("NotFoundException", "Invalid Method identifier specified");
    }
}

/** Source: API Gateway developer guide, "Private REST APIs": a private API without a policy cannot be deployed. */
function canBeDeployed(operation: Operation): void {
    const { store, place, properties } = operation;
    const refuse = (why: string): never => {
        throw new AwsError("BadRequestException", why);
    };
    const methods = allOf(store, place, METHOD).filter(
        (method) => apiOf(method.properties, "restApi") === properties["restApi"],
    );
    if (methods.length === 0) {
        refuse("The REST API doesn't contain any methods");
    }
    for (const method of methods) {
        const integrated = hasOne(
            { ...operation, properties: method.properties },
            INTEGRATION,
            "resourceId",
            "httpMethod",
        );
        if (!integrated) {
            refuse(`No integration defined for method ${method.id}`);
        }
    }
    const api = named(store, place, "restApi", String(properties["restApi"]));
    if (
        api !== undefined &&
        textAt(api.properties, "endpointConfiguration.types") === "PRIVATE" &&
        !hasOne(operation, POLICY)
    ) {
        refuse("Private REST API doesn't have a resource policy attached to it");
    }
}

/** Source: API Gateway developer guide, "Set up CloudWatch logging for REST APIs". */
function logsHaveRole({ store, place, properties }: Operation): void {
    const logs = isObject(properties["accessLogSettings"]);
    const account = allOf(store, place, "aws:apigateway/account:Account").at(-1);
    if (logs && (account === undefined || textAt(account.properties, "cloudwatchRoleArn") === undefined)) {
        throw new AwsError(
            "BadRequestException",
            "CloudWatch Logs role ARN must be set in account settings to enable logging",
        );
    }
}

/** Source: API Gateway API reference, UpdateAccount: the role is tried. */
function roleWritesLogs({ store, place, properties }: Operation): void {
    const role = named(store, place, "role", textAt(properties, "cloudwatchRoleArn") ?? "");
    const policies = allOf(store, place, "aws:iam/rolePolicy:RolePolicy").filter(
        (policy) => policy.properties["role"] === role?.id,
    );
    if (!policies.some((policy) => textAt(policy.properties, "policy")?.includes("logs:PutLogEvents"))) {
        throw new AwsError(
            "BadRequestException",
            "The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy",
        );
    }
}

/** Source: Cognito API reference, CreateUserPool and "User pool feature plans". */
function threatProtectionNeedsPlus({ properties }: Operation): void {
    const mode = textAt(properties, "userPoolAddOns.advancedSecurityMode") ?? "OFF";
    if (mode !== "OFF" && properties["userPoolTier"] !== "PLUS") {
        throw new AwsError("FeatureUnavailableInTierException", `threat protection ${mode} needs the plan Plus`);
    }
}

/** Source: Cognito API reference, CreateUserPoolClient: scopes and providers must exist. */
function scopesAndProvidersExist({ store, place, properties }: Operation): void {
    const ofPool = (type: string) =>
        allOf(store, place, type).filter((other) => other.properties["userPoolId"] === properties["userPoolId"]);
    const providers = ofPool("aws:cognito/identityProvider:IdentityProvider").map((p) => p.properties["providerName"]);
    for (const provider of listOf(properties["supportedIdentityProviders"])) {
        if (provider !== "COGNITO" && !providers.includes(provider)) {
            throw new AwsError(
                "InvalidParameterException",
                `The provider ${provider} does not exist for the user pool`,
            );
        }
    }
    const servers = ofPool("aws:cognito/resourceServer:ResourceServer").map((s) => s.properties["identifier"]);
    for (const scope of listOf(properties["allowedOauthScopes"])) {
        const server = scope.slice(0, scope.lastIndexOf("/"));
        if (scope.includes("/") && !servers.includes(server)) {
            throw new AwsError("ScopeDoesNotExistException", `The scope ${scope} does not exist`);
        }
    }
}

function listOf(value: unknown): string[] {
    return Array.isArray(value) ? value.map(String) : [];
}

/** Rules about the access service's API and user pool. */
export const ACCESS_SERVICE: RuleTable = {
    [INTEGRATION]: [methodIsThere],
    "aws:apigateway/deployment:Deployment": [canBeDeployed],
    "aws:apigateway/stage:Stage": [logsHaveRole],
    "aws:apigateway/account:Account": [roleWritesLogs],
    "aws:cognito/userPool:UserPool": [threatProtectionNeedsPlus],
    "aws:cognito/userPoolClient:UserPoolClient": [scopesAndProvidersExist],
};
