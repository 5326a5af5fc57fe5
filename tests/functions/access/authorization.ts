import type { APIGatewayAuthorizerResult } from "aws-lambda";

import { FunctionError, type Invocable } from "./function";
import { type Api, authorizerEvent, type gatewayRequest, methodArn } from "./gatewayEvents";
import type { GatewayResponseType } from "./gatewayResponses";

type GatewayRequest = ReturnType<typeof gatewayRequest>;

/** What the integration is told of who asks, or why the request ends here. */
export type Authorization =
    { readonly authorizer: Readonly<Record<string, unknown>> } | { readonly refused: GatewayResponseType };

interface Kept {
    readonly until: number;
    readonly result: APIGatewayAuthorizerResult;
}

/**
 * What API Gateway does with a REQUEST authorizer whose identity source is the `Authorization` header: no header is a
 * 401 without a call; a result is kept for the header's value, whatever method it was made for, and evaluated for the
 * method of each request; the error `Unauthorized` is a 401 and any other a failure, and neither is kept.
 *
 * Source: API Gateway developer guide, "Use API Gateway Lambda authorizers" and "Output from an API Gateway
 * Lambda authorizer".
 */
export class Authorizer {
    readonly #kept = new Map<string, Kept>();

    constructor(
        private readonly authorizer: Invocable,
        private readonly api: Api,
        private readonly ttlSeconds: number,
        private readonly clock: () => number,
    ) {}

    forget(): void {
        this.#kept.clear();
    }

    async authorize(request: GatewayRequest): Promise<Authorization> {
        const source = Object.entries(request.headers)
            .filter(([name]) => name.toLowerCase() === "authorization")
            .map(([, value]) => value)
            .join();
        if (source === "") {
            return { refused: "UNAUTHORIZED" };
        }
        const arn = methodArn(this.api, request);
        const result = await this.#result(source, request, arn);
        if (typeof result === "string") {
            return { refused: result };
        }
        return isAllowed(result.policyDocument, arn, this.api)
            ? { authorizer: { principalId: result.principalId, integrationLatency: 1, ...result.context } }
            : { refused: "ACCESS_DENIED" };
    }

    async #result(
        source: string,
        request: GatewayRequest,
        arn: string,
    ): Promise<APIGatewayAuthorizerResult | GatewayResponseType> {
        const kept = this.#kept.get(source);
        if (kept !== undefined && kept.until > this.clock()) {
            return kept.result;
        }
        try {
            const result = await this.authorizer.invoke(authorizerEvent(request, arn));
            if (!isResult(result)) {
                return "AUTHORIZER_CONFIGURATION_ERROR";
            }
            this.#kept.set(source, { until: this.clock() + this.ttlSeconds * 1_000, result });
            return result;
        } catch (error) {
            if (!(error instanceof FunctionError)) {
                throw error;
            }
            return error.message === "Unauthorized" ? "UNAUTHORIZED" : "AUTHORIZER_FAILURE";
        }
    }
}

function isResult(value: unknown): value is APIGatewayAuthorizerResult {
    const { principalId, policyDocument, context } = (value ?? {}) as Partial<APIGatewayAuthorizerResult>;
    return (
        typeof principalId === "string" &&
        principalId !== "" &&
        Array.isArray(policyDocument?.Statement) &&
        Object.values(context ?? {}).every((each) => ["string", "number", "boolean"].includes(typeof each))
    );
}

/**
 * A Deny of the authorizer decides; where it is silent, the API's resource policy does, which allows the two methods
 * there are. That is the more generous of API Gateway's two ways, the one for callers from the API's own account.
 *
 * Source: API Gateway developer guide, "How API Gateway resource policies affect authorization workflow", table A.
 */
function isAllowed({ Statement }: APIGatewayAuthorizerResult["policyDocument"], arn: string, api: Api): boolean {
    const matching = (Statement as { Effect: string; Action: string | string[]; Resource: string | string[] }[]).filter(
        ({ Action, Resource }) =>
            [Action].flat().some((action) => matches(action, "execute-api:Invoke")) &&
            [Resource].flat().some((resource) => matches(resource, arn)),
    );
    if (matching.length > 0) {
        return matching.every(({ Effect }) => Effect === "Allow");
    }
    const { region, account, apiId, stage } = api;
    const own = `arn:aws:execute-api:${region}:${account}:${apiId}/${stage}`;
    return [`${own}/GET/`, `${own}/GET/session`].includes(arn);
}

function matches(pattern: string, text: string): boolean {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${source}$`, "s").test(text);
}
