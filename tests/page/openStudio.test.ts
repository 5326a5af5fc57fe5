import { strict as assert } from "node:assert";

import { LINK, PrivateSite } from "./privateSite";
import { HOME, STUDIO_HOST } from "./site";

const ID = "3f1c5b6e-0001-4a4e-9f00-000000000001";

interface Refusal {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly told: string;
}

const REFUSALS: readonly Refusal[] = [
    {
        status: 403,
        body: { error: "forbidden", message: "no", requestId: ID },
        told:
            "You are not allowed to open this profile. Ask the administrators of your line of business. " +
            `Request id: ${ID}`,
    },
    {
        status: 404,
        body: { error: "not-found", message: "no", requestId: ID },
        told:
            "There is no Studio profile for you. Ask the administrators of your line of business for one. " +
            `Request id: ${ID}`,
    },
    {
        status: 429,
        headers: { "x-amzn-RequestId": ID },
        body: { message: "Too Many Requests" },
        told: `Too many people open Studio at the moment. Wait a few seconds and try again. Request id: ${ID}`,
    },
    {
        status: 503,
        headers: { "Retry-After": "7" },
        body: { error: "unavailable", message: "no", requestId: ID },
        told: `Studio cannot be opened at the moment. Try again in 7 seconds. Request id: ${ID}`,
    },
    {
        status: 503,
        body: "<b>no</b>",
        told: "Studio cannot be opened at the moment. Try again in a minute.",
    },
    {
        status: 409,
        body: { error: "conflict", requestId: ID },
        told: `Studio could not be opened (status 409). Try again, then tell your administrators. Request id: ${ID}`,
    },
    {
        status: 502,
        body: null,
        told: "Studio could not be opened (status 502). Try again, then tell your administrators.",
    },
    {
        status: 404,
        body: { requestId: "<img src=x onerror=alert(1)>" },
        told: "There is no Studio profile for you. Ask the administrators of your line of business for one.",
    },
];

describe("the page, opening Studio", () => {
    let site: PrivateSite;

    before(async function () {
        site = await PrivateSite.start(this);
    });
    after(async () => site?.stop());
    beforeEach(() => site.enter());
    afterEach(() => site.leave());

    it("asks the API with the access token alone, and takes the tokens back on the way out", async () => {
        await site.signIn(site.someone("alice"));
        const [access, , refresh] = site.pool.signer.issued;
        assert.equal(await site.visit.kept(), '[{},{},"",null,[],[]][]');
        await site.press("Open my Studio");
        await site.visit.page.waitForURL(LINK);

        assert.equal(site.api.calls.length, 1);
        const { profile, headers } = site.api.calls[0] ?? assert.fail();
        assert.equal(profile, null);
        assert.equal(headers.authorization, `Bearer ${access}`);
        assert.equal(headers.accept, "application/json");
        assert.equal(headers.cookie, undefined);
        assert.equal(headers.referer, undefined);
        assert.deepEqual(site.pool.revoked, [refresh]);
        assert.equal(await site.visit.page.evaluate(() => document.referrer), "");
    });

    it("does not keep somebody waiting whose tokens cannot be taken back", async () => {
        await site.signIn(site.someone("oscar"));
        await site.visit.context.route("https://cognito-idp.**", () => undefined);
        await site.press("Open my Studio");
        await site.visit.page.waitForURL(LINK, { timeout: 10_000 });
    });

    it("goes into Studio in place of itself: Back does not bring a signed-in page", async () => {
        const { page } = site.visit;
        await page.goto(`${HOME}?first`);
        await page.goto(HOME);
        await site.signIn(site.someone("bob"));
        await site.press("Open my Studio");
        await page.waitForURL(LINK);
        await page.goBack();
        assert.equal(page.url(), `${HOME}?first`);
        await site.heading("Sign in");
    });

    it("lets somebody with several profiles choose", async () => {
        await site.signIn(site.someone("ivan"));
        site.api.answer = ({ profile }) =>
            profile === null
                ? { status: 409, body: { profiles: ["lob-a/user-ivan", "lob-b/user-ivan"] } }
                : { status: 200, body: { url: `${LINK}&for=${profile}`, expiresInSeconds: 20 } };
        await site.press("Open my Studio");
        const group = site.visit.page.getByRole("group", { name: "You have more than one profile." });
        await group.waitFor();
        assert.deepEqual(await group.locator("label").allInnerTexts(), [
            "user-ivan (line of business lob-a)",
            "user-ivan (line of business lob-b)",
        ]);
        await group.getByRole("radio", { name: "lob-b" }).check();
        await site.press("Open my Studio");
        await site.visit.page.waitForURL(`${LINK}&for=lob-b/user-ivan`);
        assert.deepEqual(
            site.api.calls.map(({ profile }) => profile),
            [null, "lob-b/user-ivan"],
        );
    });

    it("says in a sentence why Studio does not open, and lets the person try again", async () => {
        await site.signIn(site.someone("judy"));
        for (const { told, ...answer } of REFUSALS) {
            site.answers(answer);
            await site.press("Open my Studio");
            await site.told(told);
            assert.equal(site.visit.page.url(), HOME);
        }
        site.answers();
        await site.press("Open my Studio");
        await site.visit.page.waitForURL(LINK);
    });

    it("asks for a new sign-in when the API no longer accepts this one", async () => {
        await site.signIn(site.someone("kate"));
        site.answers({ status: 401, headers: { "x-amzn-RequestId": ID }, body: { message: "Unauthorized" } });
        await site.press("Open my Studio");
        await site.told(`Your sign-in is no longer accepted. Sign in again. Request id: ${ID}`);
        await site.heading("Sign in");
    });

    it("opens no link that leads elsewhere, and follows no redirect", async () => {
        await site.signIn(site.someone("liam"));
        const elsewhere = `https://${STUDIO_HOST}.evil.example/auth?token=presigned`;
        site.answers({ status: 200, body: { url: elsewhere, requestId: ID } });
        await site.press("Open my Studio");
        await site.told(
            "The service answered with a link that does not lead to Studio in eu-west-1; it was not opened. " +
                `Tell your administrators. Request id: ${ID}`,
        );
        site.answers({ status: 302, headers: { Location: LINK }, body: {} });
        await site.press("Open my Studio");
        await site.told("The access service cannot be reached. Check that you are on the company network.");
        assert.equal(site.visit.page.url(), HOME);
    });

    it("takes the refresh token back when the person signs out, and shows nothing of them", async () => {
        await site.signIn(site.someone("mary"));
        await site.press("Sign out");
        await site.heading("Sign in");
        await site.visit.page.locator("#open:not([aria-busy])").waitFor({ state: "attached" });
        assert.deepEqual(site.pool.revoked, [site.pool.signer.issued[2]]);
        assert.ok(!(await site.visit.page.content()).includes("mary"));
    });

    it("is held to its own script, style and hosts by the browser", async () => {
        const { page, violations } = site.visit;
        const reached = await page.evaluate(async () => {
            const style = document.createElement("style");
            style.textContent = "body { display: none }";
            const frame = document.createElement("iframe");
            frame.src = "https://elsewhere.example/";
            document.body.append(style, frame);
            const script = document.createElement("script");
            try {
                script.text = "document.title = 'injected'";
                document.body.append(script);
            } catch {
                // Trusted types refuse the text itself.
            }
            return fetch("https://elsewhere.example/").then(
                () => "sent",
                () => "stopped",
            );
        });
        assert.equal(reached, "stopped");
        assert.equal(await page.title(), "Open my Studio");
        await site.visit.settle();
        const stopped = new Set(violations.splice(0).map((text) => text.split(" ")[0]));
        assert.deepEqual([...stopped].sort(), [
            "connect-src",
            "frame-src",
            "require-trusted-types-for",
            "style-src-elem",
        ]);
    });
});
