import { strict as assert } from "node:assert";
import { request as ask, type RequestListener } from "node:http";

import { type RunningFunction, startFunction } from "../functions/access/function";
import { API, type Front, startFront } from "../functions/access/front";
import { accessClaims, CLIENT_ID, POOL_ID, signed } from "../functions/access/keySet";
import { item, LOBS } from "../functions/access/lobs";
import { scenario } from "../functions/access/scenario";
import { startWorld, type World } from "../functions/access/world";
import { requireChromium } from "./chromium";
import { cognitoService } from "./cognito/service";
import { UserPool } from "./cognito/userPool";
import { API_HOST, COGNITO_HOST, HOME, Site, STUDIO, type Visit } from "./site";

const PASSWORD = "correct Horse 7 battery!";
const SECRET = Buffer.from("12345678901234567890");
const STUDIO_HOST = `${LOBS["lob-a"].domainId}.studio.${API.region}.sagemaker.aws`;
const ALICE = scenario({
    name: "a person with a profile",
    person: "alice",
    answer: { status: 200 },
    source: "SageMaker API reference, CreatePresignedDomainUrl",
});

describe("the page before the functions as they are deployed", () => {
    let world: World;
    let page: RunningFunction;
    let front: Front;
    let site: Site;
    let pool: UserPool;
    let visit: Visit;

    before(async function () {
        const executable = requireChromium(this);
        world = await startWorld({ scenarios: [ALICE] });
        pool = new UserPool(world.pool.issuer, world.key);
        page = await startFunction("assets/functions/page/index.ts", {
            environment: { REGION: API.region, USER_POOL_ID: POOL_ID, CLIENT_ID, SIGN_IN: "private" },
        });
        front = await startFront({ authorizer: world.authorizer, presign: world.presign, page });
        site = await Site.start(executable, {
            [API_HOST]: before443(front.url),
            [COGNITO_HOST]: cognitoService(pool),
            [STUDIO_HOST]: STUDIO,
        });
        for (const name of ["alice", "bob"]) {
            pool.add(name, PASSWORD).secret = SECRET;
        }
    });
    after(async () => {
        await site?.stop();
        await front?.close();
        await page?.stop();
        await world?.close();
    });

    beforeEach(async () => {
        visit = await site.visit();
        await visit.page.goto(HOME);
    });
    afterEach(async () => {
        await visit.settle();
        const logs = [world.authorizer, world.presign, page].map((each) => each.log());
        const seen = [...visit.said, ...visit.addresses, ...logs].join("\n");
        assert.deepEqual(visit.violations, []);
        await visit.end();
        for (const token of pool.signer.issued.splice(0)) {
            assert.ok(!seen.includes(token), "a token was in the console, the address bar or a log");
        }
    });

    async function signIn(name: string): Promise<void> {
        await visit.page.getByRole("textbox", { name: "User name" }).fill(name);
        await visit.page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
        await visit.page.getByRole("button", { name: "Sign in" }).click();
        await visit.page.getByRole("textbox", { name: "Six-digit code" }).fill(pool.nextCode(SECRET));
        await visit.page.getByRole("button", { name: "Continue" }).click();
        await visit.page.getByRole("heading", { name: `Signed in as ${name}` }).waitFor();
    }

    async function open(): Promise<void> {
        await visit.page.getByRole("button", { name: "Open my Studio" }).click();
    }

    it("opens the person's own Studio", async () => {
        await signIn("alice");
        await open();
        await visit.page.waitForURL(`https://${STUDIO_HOST}/**`);
        assert.equal(await visit.page.title(), "Studio");
    });

    it("lets a person with two profiles choose between them", async () => {
        await world.table.put({ ...item("alice", "lob-b", "user-alice-too") });
        await signIn("alice");
        await open();
        await visit.page.getByRole("radio", { name: "user-alice-too (line of business lob-b)" }).waitFor();
        await visit.page.getByRole("radio", { name: "user-alice (line of business lob-a)" }).check();
        await open();
        await visit.page.waitForURL(`https://${STUDIO_HOST}/**`);
    });

    it("tells somebody nobody made a profile for, with an id by which the request is found", async () => {
        await signIn("bob");
        await open();
        const told = await visit.alert();
        assert.match(told, /^There is no Studio profile for you\. .* Request id: [\w-]{36}$/);
        assert.ok(world.presign.log().includes(told.slice(-36)), "the function's log has the request's id");
    });

    it("asks to try again when a service behind the API fails", async () => {
        await signIn("alice");
        world.sts.health = "failing";
        try {
            await open();
            await visit.page.getByRole("radio", { name: "user-alice (line of business lob-a)" }).check();
            await open();
            assert.match(
                await visit.alert(),
                /^Studio cannot be opened at the moment\. Try again in \d+ seconds?\. Request id/,
            );
        } finally {
            world.sts.health = "up";
        }
    });

    it("asks for a new sign-in when the token is no longer good", async () => {
        await signIn("alice");
        const past = Math.floor(Date.now() / 1000) - 7200;
        const expired = { ...accessClaims(world.pool.issuer, "alice"), iat: past, auth_time: past, exp: past + 3600 };
        const token = await signed(world.key, expired);
        await visit.context.route(`${HOME}session`, (route) =>
            route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
        );
        await open();
        assert.match(
            await visit.alert(),
            /^Your sign-in is no longer accepted\. Sign in again\. Request id: [\w-]{36}$/,
        );
        await visit.page.getByRole("heading", { name: "Sign in" }).waitFor();
    });
});

/** Hands every request on to the front, which speaks HTTP on a port of its own. */
function before443(front: string): RequestListener {
    const { origin } = new URL(front);
    return (incoming, response) => {
        const { method, headers, url = "/" } = incoming;
        const onward = ask(`${origin}${url}`, { method, headers }, (answer) => {
            response.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(response);
        });
        onward.on("error", () => response.writeHead(502).end());
        incoming.pipe(onward);
    };
}
