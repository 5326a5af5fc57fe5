import { ANSWERS, type Answer } from "../../../components/access";

/** Reasons for which API Gateway answers by itself, with their status unless the API sets another. */
const STATUS = {
    ACCESS_DENIED: 403,
    AUTHORIZER_CONFIGURATION_ERROR: 500,
    AUTHORIZER_FAILURE: 500,
    INTEGRATION_FAILURE: 504,
    MISSING_AUTHENTICATION_TOKEN: 403,
    THROTTLED: 429,
    UNAUTHORIZED: 401,
} as const;

/** Source: API Gateway developer guide, "Gateway response types". */
export type GatewayResponseType = keyof typeof STATUS;

/** The answer the access service has set for a reason: its own, or that of its class. */
export function gatewayResponse(type: GatewayResponseType): Answer & { readonly status: number } {
    const named = (name: string): Answer | undefined => ANSWERS.find((answer) => answer.type === name);
    const answer = named(type) ?? named(STATUS[type] < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
    if (answer === undefined) {
        throw new Error(`The access service sets no answer for ${type}`);
    }
    return { ...answer, status: answer.status ?? STATUS[type] };
}
