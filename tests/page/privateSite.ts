import { strict as assert } from "node:assert";

import { Api, type SessionAnswer } from "./api";
import { requireChromium } from "./chromium";
import { type Call, cognitoService } from "./cognito/service";
import type { User } from "./cognito/users";
import { UserPool } from "./cognito/userPool";
import { loadPage } from "./loadPage";
import { API_HOST, COGNITO_HOST, HOME, REGION, Site, STUDIO, STUDIO_HOST, type Visit } from "./site";

export const LINK = `https://${STUDIO_HOST}/auth?token=presigned`;
export const FIRST_PASSWORD = "Given-by-admin-1!";
export const PASSWORD = "correct Horse 7 battery!";

/** The API's answer to whoever has one profile. */
const OPENED: SessionAnswer = { status: 200, body: { url: LINK, expiresInSeconds: 20 } };

/** The page with a user pool of its own and an API that answers as told, and a window of somebody in front of it. */
export class PrivateSite {
    readonly calls: Call[] = [];
    visit!: Visit;
    private constructor(
        readonly pool: UserPool,
        readonly api: Api,
        private site: Site | undefined,
    ) {}

    /** To be called in a suite's `before`. */
    static async start(context: Parameters<typeof requireChromium>[0]): Promise<PrivateSite> {
        const executable = requireChromium(context);
        const pool = new UserPool();
        const environment = { REGION, USER_POOL_ID: pool.id, CLIENT_ID: pool.clientId, SIGN_IN: "private" };
        const api = new Api(await loadPage(environment));
        const made = new PrivateSite(pool, api, undefined);
        made.site = await Site.start(executable, {
            [API_HOST]: api.listener,
            [COGNITO_HOST]: cognitoService(pool, made.calls),
            [STUDIO_HOST]: STUDIO,
        });
        return made;
    }

    /** A new window at the page, and nothing remembered of the last one. */
    async enter(options: Parameters<Site["visit"]>[0] = {}): Promise<void> {
        this.calls.length = 0;
        this.api.calls.length = 0;
        this.pool.revoked.length = 0;
        this.pool.signer.issued.length = 0;
        this.pool.strict = false;
        this.answers(OPENED);
        this.visit = await (this.site as Site).visit(options);
        await this.visit.page.goto(HOME);
    }

    /** Closes the window; nothing secret may have been seen of it. */
    async leave(): Promise<void> {
        await this.visit.settle();
        const seen = [...this.visit.said, ...this.visit.addresses].join("\n");
        const { violations } = this.visit;
        await this.visit.end();
        assert.deepEqual(violations, []);
        for (const secret of [...this.pool.signer.issued, PASSWORD, FIRST_PASSWORD]) {
            assert.ok(!seen.includes(secret), "a token or password was in the console or the address bar");
        }
    }

    async stop(): Promise<void> {
        await this.site?.stop();
    }

    /** What the API answers from now on. */
    answers(answer: SessionAnswer = OPENED): void {
        this.api.answer = () => answer;
    }

    /** Somebody who has signed in before, with an authenticator app. */
    someone(name: string): User {
        const user = this.pool.add(name, PASSWORD);
        user.secret = Buffer.from("12345678901234567890");
        return user;
    }

    /** What this person's app shows next. */
    codeOf({ secret }: User): string {
        assert.ok(secret);
        return this.pool.nextCode(secret);
    }

    async enterPassword(name: string, password: string): Promise<void> {
        await this.fill("User name", name);
        await this.fill("Password", password);
        await this.press("Sign in");
    }

    async enterCode(code: string): Promise<void> {
        await this.visit.page.locator("form:not([hidden])").getByLabel("Six-digit code").fill(code);
        await this.press("Continue");
    }

    async signIn(user: User): Promise<void> {
        await this.enterPassword(user.name, PASSWORD);
        await this.heading("Enter your code");
        await this.enterCode(this.codeOf(user));
        await this.heading(`Signed in as ${user.name}`);
    }

    async fill(field: string, text: string): Promise<void> {
        await this.visit.page.getByRole("textbox", { name: field, exact: true }).fill(text);
    }

    async press(button: string): Promise<void> {
        await this.visit.page.getByRole("button", { name: button }).click();
    }

    /** Waits for a part of the page by its heading. */
    async heading(name: string): Promise<void> {
        await this.visit.page.getByRole("heading", { name, exact: true }).waitFor();
    }

    /** Waits for a sentence. */
    async told(sentence: string): Promise<void> {
        await this.visit.page.getByText(sentence, { exact: true }).waitFor();
    }
}
