/** A method that an OpenAPI document makes. */
export interface Operation {
    /** In capitals; one that stands for all is `ANY`. */
    readonly method: string;
    readonly isAuthorized: boolean;
    /** Whether API Gateway answers it by itself. */
    readonly isMock: boolean;
}

/** What an API takes from the OpenAPI document in its `body`. */
export interface OpenApi {
    readonly operations: readonly Operation[];
    /** Resource policy. */
    readonly policy?: unknown;
    readonly hasEndpoints: boolean;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const ANY = "x-amazon-apigateway-any-method";

/**
 * Reads a document of OpenAPI 2 or 3 with API Gateway's extensions; `undefined` when it is no JSON: YAML cannot be read
 * here. Source: API Gateway developer guide, "OpenAPI extensions".
 */
export function readOpenApi(body: unknown): OpenApi | undefined {
    const document = parse(body);
    if (document === undefined) {
        return undefined;
    }
    const policy = document["x-amazon-apigateway-policy"];
    return {
        operations: Object.values(asRecord(document.paths)).flatMap((item) =>
            Object.entries(asRecord(item))
                .filter(([method]) => METHODS.includes(method) || method === ANY)
                .map(([method, operation]) => readOperation(document, method, asRecord(operation))),
        ),
        ...(policy === undefined ? {} : { policy }),
        hasEndpoints: [document, ...asArray(document.servers)].some(
            (place) => asArray(asRecord(asRecord(place)[ENDPOINTS]).vpcEndpointIds).length > 0,
        ),
    };
}

const ENDPOINTS = "x-amazon-apigateway-endpoint-configuration";

function parse(body: unknown): Record<string, unknown> | undefined {
    try {
        const value: unknown = typeof body === "string" ? JSON.parse(body) : body;
        return typeof value === "object" && value !== null ? asRecord(value) : undefined;
    } catch {
        return undefined;
    }
}

function readOperation(document: Record<string, unknown>, key: string, operation: Record<string, unknown>): Operation {
    return {
        method: key === ANY ? "ANY" : key.toUpperCase(),
        isAuthorized:
            asRecord(operation["x-amazon-apigateway-auth"]).type === "AWS_IAM" ||
            demandsAuthorizer(document, asArray(operation.security ?? document.security)),
        isMock: String(asRecord(operation["x-amazon-apigateway-integration"]).type).toLowerCase() === "mock",
    };
}

/** The requirements of a list are alternatives, so each of them must have an authorizer; an API key is none. */
function demandsAuthorizer(document: Record<string, unknown>, requirements: readonly unknown[]): boolean {
    const schemes = {
        ...asRecord(document.securityDefinitions),
        ...asRecord(asRecord(document.components).securitySchemes),
    };
    const authorizes = (name: string): boolean => {
        const scheme = asRecord(schemes[name]);
        return "x-amazon-apigateway-authtype" in scheme || "x-amazon-apigateway-authorizer" in scheme;
    };
    return requirements.length > 0 && requirements.every((each) => Object.keys(asRecord(each)).some(authorizes));
}

function asArray(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

function asRecord(value: unknown): Record<string, unknown> {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
