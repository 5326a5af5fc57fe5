import { strict as assert } from "node:assert";

import { Api } from "./api";
import { requireChromium } from "./chromium";
import { ManagedLogin } from "./cognito/managedLogin";
import { UserPool } from "./cognito/userPool";
import { loadPage } from "./loadPage";
import { API_HOST, HOME, LOGIN_HOST, REGION, Site, STUDIO, STUDIO_HOST, type Visit } from "./site";

const LINK = `https://${STUDIO_HOST}/auth?token=presigned`;
const SCOPE = "studio/open";
const NOT_HERE = "This sign-in was not started in this window. Start again.";

describe("the page, signing in at the user pool's domain", () => {
    let site: Site;
    let pool: UserPool;
    let api: Api;
    let login: ManagedLogin;
    let visit: Visit;

    before(async function () {
        const executable = requireChromium(this);
        pool = new UserPool();
        const environment = {
            REGION,
            USER_POOL_ID: pool.id,
            CLIENT_ID: pool.clientId,
            SIGN_IN: "hosted",
            HOSTED_DOMAIN: LOGIN_HOST,
            SCOPE,
        };
        api = new Api(await loadPage(environment));
        login = new ManagedLogin(pool, { callbackUrl: HOME, logoutUrl: HOME, scopes: ["openid", SCOPE] });
        site = await Site.start(executable, {
            [API_HOST]: api.listener,
            [LOGIN_HOST]: (incoming, response) => login.listener(incoming, response),
            [STUDIO_HOST]: STUDIO,
        });
    });
    after(async () => site?.stop());

    beforeEach(async () => {
        api.calls.length = 0;
        api.answer = () => ({ status: 200, body: { url: LINK, expiresInSeconds: 20 } });
        pool.revoked.length = 0;
        pool.signer.issued.length = 0;
        login.redeemed.length = 0;
        login.signedOut.length = 0;
        login.replaceNonce = undefined;
        visit = await site.visit();
    });
    afterEach(async () => {
        await visit.settle();
        const seen = [...visit.said, ...visit.addresses].join("\n");
        const { violations } = visit;
        await visit.end();
        assert.deepEqual(violations, []);
        for (const token of pool.signer.issued) {
            assert.ok(!seen.includes(token), "a token was in the console or the address bar");
        }
    });

    async function begin(): Promise<void> {
        await visit.page.goto(HOME);
        await visit.page.getByRole("button", { name: "Sign in" }).click();
        await visit.page.waitForURL(`https://${LOGIN_HOST}/**`);
    }

    async function continueAs(name: string): Promise<void> {
        await visit.page.getByLabel("Name").fill(name);
        await visit.page.getByRole("button", { name: "Continue" }).click();
    }

    async function told(sentence: string): Promise<void> {
        await visit.page.getByText(sentence, { exact: true }).waitFor();
    }

    async function signIn(name: string): Promise<void> {
        await begin();
        await continueAs(name);
        await visit.page.getByRole("heading", { name: `Signed in as ${name}` }).waitFor();
    }

    it("comes back with a code, changes it into tokens and opens Studio", async () => {
        await begin();
        const asked = new URL(visit.page.url()).searchParams;
        assert.deepEqual([...asked.keys()].sort(), [
            "client_id",
            "code_challenge",
            "code_challenge_method",
            "nonce",
            "redirect_uri",
            "response_type",
            "scope",
            "state",
        ]);
        assert.equal(asked.get("response_type"), "code");
        assert.equal(asked.get("scope"), `openid ${SCOPE}`);
        await continueAs("alice");
        await visit.page.getByRole("heading", { name: "Signed in as alice" }).waitFor();
        assert.equal(visit.page.url(), HOME);
        assert.equal(await visit.kept(), '[{},{},"",null,[],[]][]');

        const [access, , refresh] = pool.signer.issued;
        await visit.page.getByRole("button", { name: "Open my Studio" }).click();
        await visit.page.waitForURL(LINK);
        assert.deepEqual(
            api.calls.map(({ headers }) => headers.authorization),
            [`Bearer ${access}`],
        );
        assert.deepEqual(pool.revoked, [refresh]);
    });

    it("never asks twice for the same sign-in: other state, nonce and verifier", async () => {
        await begin();
        const first = new URL(visit.page.url()).searchParams;
        await begin();
        const second = new URL(visit.page.url()).searchParams;
        for (const name of ["state", "nonce", "code_challenge"]) {
            assert.match(first.get(name) ?? "", /^[\w-]{43}$/);
            assert.notEqual(first.get(name), second.get(name));
        }
    });

    it("refuses a code whose state is another, and does not even redeem it", async () => {
        await begin();
        const state = new URL(visit.page.url()).searchParams.get("state") ?? "";
        await visit.page.goto(`${HOME}?code=stolen&state=${state.toLowerCase()}x`);
        await told(NOT_HERE);
        assert.deepEqual(login.redeemed, []);
        assert.equal(visit.page.url(), HOME);
        assert.equal(await visit.kept(), '[{},{},"",null,[],[]][]');
    });

    it("refuses a code that nobody here asked for", async () => {
        await visit.page.goto(`${HOME}?code=stolen&state=`);
        await told(NOT_HERE);
        assert.deepEqual(login.redeemed, []);
    });

    it("gets no tokens for somebody else's code: the verifier does not fit", async () => {
        const other = await site.visit();
        await other.page.goto(HOME);
        await other.page.getByRole("button", { name: "Sign in" }).click();
        await other.page.waitForURL(`https://${LOGIN_HOST}/**`);
        const code = login.codeFor(new URL(other.page.url()).searchParams, "mallory");
        await other.end();

        await begin();
        const state = new URL(visit.page.url()).searchParams.get("state") ?? "";
        await visit.page.goto(`${HOME}?code=${code}&state=${state}`);
        await told("The sign-in could not be completed. Start again.");
        assert.deepEqual(login.redeemed, [code]);
        assert.deepEqual(pool.signer.issued, []);
    });

    it("refuses tokens that were made for another sign-in", async () => {
        login.replaceNonce = "another";
        await begin();
        await continueAs("alice");
        await told(NOT_HERE);
        assert.deepEqual(api.calls, []);
    });

    it("redeems a code once, even if the page is loaded anew", async () => {
        await signIn("bob");
        await visit.page.reload();
        await visit.page.getByRole("heading", { name: "Sign in" }).waitFor();
        assert.equal(login.redeemed.length, 1);
    });

    it("says when the provider refused, and repeats no text that a link brought", async () => {
        login.refuse = "access_denied";
        await begin();
        await continueAs("alice");
        await told("The sign-in was refused (access_denied). Try again or ask your administrators.");
        assert.equal(visit.page.url(), HOME);

        login.refuse = "Call 555-1234 now!";
        await begin();
        await continueAs("alice");
        await told("The sign-in was refused. Try again or ask your administrators.");
    });

    it("ends the sign-in at the domain too when the person signs out", async () => {
        await signIn("carol");
        await visit.page.getByRole("button", { name: "Sign out" }).click();
        await visit.page.waitForEvent("load");
        await visit.page.getByRole("heading", { name: "Sign in" }).waitFor();
        assert.deepEqual(pool.revoked, [pool.signer.issued[2]]);
        assert.deepEqual(login.signedOut, [HOME]);
    });
});
