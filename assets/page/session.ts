import { textOf } from "./claims";
import { Problem } from "./problem";
import { requestId, sentenceOf } from "./sessionProblems";
import { studioUrl } from "./studioUrl";

/** What the access API answers: the link, or the profiles to choose from, each `<line of business>/<profile>`. */
export type Answer =
    { readonly kind: "link"; readonly url: string } | { readonly kind: "choose"; readonly profiles: readonly string[] };

/** Longest time in milliseconds that API Gateway lets a call take, and a second for the way. */
const PATIENCE = 30_000;

/**
 * Asks the access API at `home` for a link into Studio.
 *
 * @param profile one of those the API let choose from. Default: the only one the person has.
 * @throws Problem for every answer that is neither a link nor a choice.
 */
export async function askForLink(home: string, region: string, accessToken: string, profile?: string): Promise<Answer> {
    const url = new URL("session", home);
    if (profile !== undefined) {
        url.searchParams.set("profile", profile);
    }
    const response = await send(url, accessToken);
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown> | null;
    if (response.status === 200) {
        const link = studioUrl(body?.["url"], region);
        if (link === undefined) {
            throw new Problem(
                `The service answered with a link that does not lead to Studio in ${region}; it was not opened. ` +
                    `Tell your administrators.${requestId(response, body)}`,
            );
        }
        return { kind: "link", url: link };
    }
    const profiles = response.status === 409 ? profilesOf(body) : [];
    if (profiles.length > 0) {
        return { kind: "choose", profiles };
    }
    throw new Problem(sentenceOf(response) + requestId(response, body), response.status === 401);
}

async function send(url: URL, accessToken: string): Promise<Response> {
    try {
        return await fetch(url, {
            headers: { Authorization: `Bearer ${accessToken}`, Accept: "application/json" },
            cache: "no-store",
            credentials: "omit",
            // A redirect would take the token along to wherever it leads.
            redirect: "error",
            signal: AbortSignal.timeout(PATIENCE),
        });
    } catch {
        throw new Problem("The access service cannot be reached. Check that you are on the company network.");
    }
}

function profilesOf(body: Record<string, unknown> | null): readonly string[] {
    const found = body?.["profiles"];
    return Array.isArray(found) ? found.map(textOf).filter((text) => text !== undefined) : [];
}
