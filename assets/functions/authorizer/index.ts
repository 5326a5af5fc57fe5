import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from "aws-lambda";

import { bearerToken } from "./bearer";
import { readEnvironment } from "./environment";
import { personOf } from "./identity";
import { isSessionMethod } from "./method";
import { allow, denyAll } from "./policy";
import { Forbidden, Unauthenticated } from "./rejection";
import { TokenVerifier } from "./token";

/** The text API Gateway makes a 401 of. Source: its developer guide, "Use API Gateway Lambda authorizers". */
const UNAUTHORIZED = "Unauthorized";

const environment = readEnvironment(process.env);
const verifier = new TokenVerifier(environment);

/**
 * Says who asks and whether they may call the method they ask for. Anything else than `GET /session` of our API, and
 * anybody whose token or name is not in order, is refused.
 *
 * @throws Error `Unauthorized`, which API Gateway makes a 401 of, for a token that proves nothing; another one, for
 * which it answers 5xx, when the pool's key set cannot be had: that is no verdict about the token.
 */
export async function handler(event: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> {
    const { methodArn, requestContext } = event;
    const record = { requestId: requestContext?.requestId };
    try {
        const person = personOf(await verifier.verify(bearerToken(event)), environment);
        if (!isSessionMethod(methodArn, environment)) {
            throw new Forbidden("method", person);
        }
        report({ ...record, verdict: "allowed", person });
        return allow(person, methodArn);
    } catch (error) {
        if (error instanceof Forbidden) {
            const { reason, person } = error;
            report({ ...record, verdict: "denied", reason, person });
            return denyAll(person);
        }
        if (error instanceof Unauthenticated) {
            report({ ...record, verdict: "unauthenticated", reason: error.reason });
            throw bare(UNAUTHORIZED);
        }
        // By its kind only: the library's messages repeat what tokens say.
        const detail = error instanceof Error ? error.constructor.name : typeof error;
        report({ ...record, verdict: "failed", reason: "key_set", detail });
        throw bare("The user pool's key set cannot be had");
    }
}

/** One line of the log per decision: never a token, header or claim, and a name only once it is proven and well formed. */
function report(line: Readonly<Record<string, string | undefined>>): void {
    console.log(JSON.stringify({ time: new Date().toISOString(), decision: "authorizer", ...line }));
}

/** The runtime logs what a handler throws: this has no cause and no stack of ours. */
function bare(message: string): Error {
    const error = new Error(message);
    error.stack = `Error: ${message}`;
    return error;
}
