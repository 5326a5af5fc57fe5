import { textOf } from "./claims";

/** What a person is told of the access API's status. */
const SENTENCES: Readonly<Record<number, string>> = {
    401: "Your sign-in is no longer accepted. Sign in again.",
    403: "You are not allowed to open this profile. Ask the administrators of your line of business.",
    404: "There is no Studio profile for you. Ask the administrators of your line of business for one.",
    429: "Too many people open Studio at the moment. Wait a few seconds and try again.",
};

export function sentenceOf({ status, headers }: Pick<Response, "status" | "headers">): string {
    if (status === 503) {
        const seconds = /^\d{1,4}$/.exec(headers.get("Retry-After") ?? "")?.[0];
        const when = seconds === undefined ? "in a minute" : `in ${seconds} second${seconds === "1" ? "" : "s"}`;
        return `Studio cannot be opened at the moment. Try again ${when}.`;
    }
    return (
        SENTENCES[status] ?? `Studio could not be opened (status ${status}). Try again, then tell your administrators.`
    );
}

/** A sentence with the request's id, from the body or from API Gateway's header; empty when neither has one. */
export function requestId(
    { headers }: Pick<Response, "headers">,
    body: Readonly<Record<string, unknown>> | null,
): string {
    const id = textOf(body?.["requestId"]) ?? headers.get("x-amzn-RequestId") ?? "";
    return /^[\w-]{1,64}$/.test(id) ? ` Request id: ${id}` : "";
}
