import { createHash, randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";

import { bodyOf } from "../servers";
import type { UserPool } from "./userPool";

/** What a client may ask of the pool's domain. */
export interface Client {
    readonly callbackUrl: string;
    readonly logoutUrl: string;
    readonly scopes: readonly string[];
}

interface Grant {
    readonly username: string;
    readonly challenge: string;
    readonly nonce: string | undefined;
    readonly scope: string;
}

/**
 * A user pool's domain: an authorization server with managed login, code and PKCE. Its page asks for a name alone.
 *
 * Source: Cognito developer guide, "User pool endpoints and managed login reference"; RFC 6749 and RFC 7636.
 */
export class ManagedLogin {
    /** Where browsers ended up that signed out. */
    readonly signedOut: string[] = [];
    /** Codes that somebody asked to change into tokens. */
    readonly redeemed: string[] = [];
    /** What tokens carry instead of the nonce they were asked for with. */
    replaceNonce: string | undefined;
    /** Answers the next authorization with this error, as one whom the provider refuses. */
    refuse: string | undefined;
    private readonly grants = new Map<string, Grant>();

    constructor(
        private readonly pool: UserPool,
        private readonly client: Client,
    ) {}

    readonly listener: RequestListener = (incoming, response) => {
        void (async () => {
            const url = new URL(incoming.url ?? "/", "https://domain.test");
            const form = new URLSearchParams(incoming.method === "POST" ? await bodyOf(incoming) : "");
            response.setHeader("Access-Control-Allow-Origin", "*");
            switch (`${incoming.method} ${url.pathname}`) {
                case "GET /oauth2/authorize": {
                    const fault = this.faultOf(url.searchParams);
                    response.writeHead(fault === undefined ? 200 : 400, { "Content-Type": "text/html" });
                    response.end(fault ?? loginPage(url.search));
                    return;
                }
                case "POST /login":
                    response
                        .writeHead(302, { Location: this.grant(url.searchParams, form.get("username") ?? "") })
                        .end();
                    return;
                case "POST /oauth2/token": {
                    const tokens = await this.redeem(form);
                    response.writeHead(tokens === undefined ? 400 : 200, { "Content-Type": "application/json" });
                    response.end(JSON.stringify(tokens ?? { error: "invalid_grant" }));
                    return;
                }
                case "POST /oauth2/revoke":
                    this.pool.revokeToken({ Token: form.get("token"), ClientId: form.get("client_id") });
                    response.writeHead(200).end();
                    return;
                case "GET /logout": {
                    const to = url.searchParams.get("logout_uri") ?? "";
                    const known =
                        to === this.client.logoutUrl && url.searchParams.get("client_id") === this.pool.clientId;
                    if (known) {
                        this.signedOut.push(to);
                    }
                    response.writeHead(known ? 302 : 400, known ? { Location: to } : {}).end();
                    return;
                }
                default:
                    response.writeHead(404).end();
            }
        })();
    };

    /** Why the request is refused on the spot, without going back to whoever made it. */
    private faultOf(query: URLSearchParams): string | undefined {
        const scopes = (query.get("scope") ?? "").split(" ");
        return query.get("client_id") !== this.pool.clientId
            ? "unknown client"
            : query.get("redirect_uri") !== this.client.callbackUrl
              ? "redirect_mismatch"
              : query.get("response_type") !== "code"
                ? "unauthorized_client"
                : !scopes.every((scope) => this.client.scopes.includes(scope))
                  ? "invalid_scope"
                  : query.get("code_challenge_method") !== "S256" || (query.get("code_challenge") ?? "").length !== 43
                    ? "invalid_request"
                    : undefined;
    }

    private grant(query: URLSearchParams, username: string): string {
        const back = new URL(this.client.callbackUrl);
        back.searchParams.set("state", query.get("state") ?? "");
        if (this.refuse !== undefined) {
            back.searchParams.set("error", this.refuse);
            this.refuse = undefined;
            return back.href;
        }
        back.searchParams.set("code", this.codeFor(query, username));
        return back.href;
    }

    /** A code for whoever made this request. */
    codeFor(query: URLSearchParams, username: string): string {
        const code = randomBytes(18).toString("hex");
        this.grants.set(code, {
            username,
            challenge: query.get("code_challenge") ?? "",
            nonce: query.get("nonce") ?? undefined,
            scope: query.get("scope") ?? "",
        });
        return code;
    }

    /** A code counts once, for the client, address and verifier that it was made for. */
    private async redeem(form: URLSearchParams): Promise<Record<string, unknown> | undefined> {
        const code = form.get("code") ?? "";
        this.redeemed.push(code);
        const grant = this.grants.get(code);
        this.grants.delete(code);
        const digest = createHash("sha256")
            .update(form.get("code_verifier") ?? "")
            .digest("base64url");
        if (
            grant === undefined ||
            form.get("grant_type") !== "authorization_code" ||
            form.get("client_id") !== this.pool.clientId ||
            form.get("redirect_uri") !== this.client.callbackUrl ||
            digest !== grant.challenge
        ) {
            return undefined;
        }
        const { username, scope } = grant;
        const nonce = this.replaceNonce ?? grant.nonce;
        const tokens = await this.pool.signer.tokens({ username, scope, ...(nonce === undefined ? {} : { nonce }) });
        return {
            access_token: tokens.AccessToken,
            id_token: tokens.IdToken,
            refresh_token: tokens.RefreshToken,
            expires_in: tokens.ExpiresIn,
            token_type: tokens.TokenType,
        };
    }
}

function loginPage(query: string): string {
    const action = `/login${query}`.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
    return (
        `<!doctype html><title>Managed login</title><form method="post" action="${action}">` +
        '<label>Name <input name="username"></label><button>Continue</button></form>'
    );
}
