import type { HostedSignIn, PageConfiguration } from "../functions/page/configuration";
import { claimsOf, textOf } from "./claims";
import { Problem } from "./problem";
import type { SignedIn } from "./steps";

/** What must be known again when the browser comes back; in the session's storage only while it is away. */
interface Pending {
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
}

const PENDING = "pending-sign-in";
const UNKNOWN = "This sign-in was not started in this window. Start again.";

/** Sends the browser to the user pool's domain, to come back to `home` with a code that only this window can use. */
export async function leaveToSignIn(
    { clientId }: PageConfiguration,
    { domain, scope }: HostedSignIn,
    home: string,
): Promise<void> {
    const pending: Pending = { state: random(), nonce: random(), verifier: random() };
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
    const query = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: home,
        scope: `openid ${scope}`,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: base64url(new Uint8Array(digest)),
        code_challenge_method: "S256",
    });
    location.assign(`https://${domain}/oauth2/authorize?${query.toString()}`);
}

/**
 * Takes up a sign-in that came back: changes the code into tokens. Undefined: nobody came back.
 *
 * Whatever the link brought is taken out of the address bar and the storage before anything else is done with it.
 */
export async function comeBack(
    configuration: PageConfiguration,
    hosted: HostedSignIn,
    home: string,
): Promise<SignedIn | undefined> {
    const query = new URLSearchParams(location.search);
    const pending = takePending();
    if (location.search !== "" || location.hash !== "") {
        history.replaceState(null, "", home);
    }
    if (!query.has("code") && !query.has("error")) {
        return undefined;
    }
    if (pending === undefined || query.get("state") !== pending.state) {
        throw new Problem(UNKNOWN, true);
    }
    const code = query.get("code");
    if (code === null) {
        const reason = query.get("error") ?? "";
        const named = /^[a-z_]{1,40}$/.test(reason) ? ` (${reason})` : "";
        throw new Problem(`The sign-in was refused${named}. Try again or ask your administrators.`, true);
    }
    return redeem(configuration, hosted, home, code, pending);
}

async function redeem(
    { clientId, issuer }: PageConfiguration,
    { domain }: HostedSignIn,
    home: string,
    code: string,
    pending: Pending,
): Promise<SignedIn> {
    const answer = await post(`https://${domain}/oauth2/token`, {
        grant_type: "authorization_code",
        client_id: clientId,
        redirect_uri: home,
        code,
        code_verifier: pending.verifier,
    });
    const tokens = answer?.ok === true ? ((await answer.json().catch(() => ({}))) as Record<string, unknown>) : {};
    const accessToken = textOf(tokens["access_token"]);
    const identity = claimsOf(textOf(tokens["id_token"]));
    if (accessToken === undefined || identity === undefined) {
        throw new Problem("The sign-in could not be completed. Start again.", true);
    }
    // Straight from the issuer over TLS, so the signature tells no more; what the token says of this sign-in does
    // (OpenID Connect Core, 3.1.3.7).
    if (identity["nonce"] !== pending.nonce || identity["aud"] !== clientId || identity["iss"] !== issuer) {
        throw new Problem(UNKNOWN, true);
    }
    const refreshToken = textOf(tokens["refresh_token"]);
    const afterwards = new URLSearchParams({ client_id: clientId, logout_uri: home });
    return {
        name: textOf(identity["cognito:username"]) ?? "",
        accessToken,
        revoke: async () => {
            if (refreshToken !== undefined) {
                await post(`https://${domain}/oauth2/revoke`, { token: refreshToken, client_id: clientId });
            }
        },
        signOutUrl: `https://${domain}/logout?${afterwards.toString()}`,
    };
}

function takePending(): Pending | undefined {
    const text = sessionStorage.getItem(PENDING);
    sessionStorage.removeItem(PENDING);
    return text === null ? undefined : (JSON.parse(text) as Pending);
}

/** Undefined: nothing answered. */
async function post(url: string, fields: Record<string, string>): Promise<Response | undefined> {
    try {
        return await fetch(url, {
            method: "POST",
            body: new URLSearchParams(fields),
            credentials: "omit",
            cache: "no-store",
            redirect: "error",
            signal: AbortSignal.timeout(15_000),
        });
    } catch {
        return undefined;
    }
}

/** 256 bits; as a verifier 43 characters, the least that RFC 7636 admits. */
function random(): string {
    return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
    return btoa(String.fromCharCode(...bytes))
        .replace(/\+/g, "-")
        .replace(/\//g, "_")
        .replace(/=+$/, "");
}
