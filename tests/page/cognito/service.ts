import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { bodyOf } from "../servers";
import { Refusal } from "./refusal";
import type { UserPool } from "./userPool";

const PREFIX = "AWSCognitoIdentityProviderService.";

type Operation = (request: Readonly<Record<string, unknown>>) => unknown;

/** One call of the interface as it came. */
export interface Call {
    readonly operation: string;
    readonly request: Readonly<Record<string, unknown>>;
}

/** The user pools' interface as a Region serves it: JSON 1.1, and the rules by which browsers let other pages call it. */
export function cognitoService(pool: UserPool, calls: Call[] = []): RequestListener {
    const operations: Readonly<Record<string, Operation>> = {
        InitiateAuth: (request) => pool.initiateAuth(request),
        RespondToAuthChallenge: (request) => pool.respondToAuthChallenge(request),
        AssociateSoftwareToken: (request) => pool.associateSoftwareToken(request),
        VerifySoftwareToken: (request) => pool.verifySoftwareToken(request),
        RevokeToken: (request) => pool.revokeToken(request),
    };
    return (incoming, response) => {
        void answer(incoming, response);
    };

    async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader(
            "Access-Control-Expose-Headers",
            "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date",
        );
        if (incoming.method === "OPTIONS") {
            response.setHeader("Access-Control-Allow-Methods", "POST");
            response.setHeader(
                "Access-Control-Allow-Headers",
                incoming.headers["access-control-request-headers"] ?? "",
            );
            response.writeHead(200).end();
            return;
        }
        const operation = String(incoming.headers["x-amz-target"]).replace(PREFIX, "");
        try {
            const request = JSON.parse(await bodyOf(incoming)) as Record<string, unknown>;
            calls.push({ operation, request });
            const run = operations[operation];
            if (run === undefined) {
                throw new Refusal("UnknownOperationException", operation);
            }
            send(response, 200, await run(request));
        } catch (error) {
            const code = error instanceof Refusal ? error.code : "InternalErrorException";
            response.setHeader("x-amzn-ErrorType", `${code}:`);
            send(response, 400, { __type: code, message: error instanceof Error ? error.message : "" });
        }
    }
}

function send(response: ServerResponse, status: number, body: unknown): void {
    response.setHeader("Content-Type", "application/x-amz-json-1.1");
    response.writeHead(status).end(JSON.stringify(body));
}
