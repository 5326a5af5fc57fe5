import { strict as assert } from "node:assert";

import { fromBase32 } from "./cognito/totp";
import { FIRST_PASSWORD, LINK, PASSWORD, PrivateSite } from "./privateSite";
import { COGNITO_HOST, HOME } from "./site";

const WRONG_CODE = "The code is not right. Wait for the next one and enter it.";
const WRONG_PASSWORD = "The user name or the password is not right.";

describe("the page, signing in privately", () => {
    let site: PrivateSite;

    before(async function () {
        site = await PrivateSite.start(this);
    });
    after(async () => site?.stop());
    beforeEach(() => site.enter());
    afterEach(() => site.leave());

    it("takes a newcomer through password and authenticator app into Studio", async () => {
        site.pool.add("newcomer", FIRST_PASSWORD, true);
        const { page } = site.visit;
        await site.enterPassword("newcomer", FIRST_PASSWORD);
        await site.fill("New password", PASSWORD);
        await site.fill("The same once more", PASSWORD);
        await site.press("Set the password");

        await site.heading("Set up your authenticator app");
        const shown = await page.locator("#secret").innerText();
        assert.match(shown, /^(?:[A-Z2-7]{4} ){12}[A-Z2-7]{4}$/);
        const secret = shown.replaceAll(" ", "");
        assert.equal(
            await page.getByRole("link").getAttribute("href"),
            `otpauth://totp/SageMaker%20Studio:newcomer?secret=${secret}&issuer=SageMaker%20Studio`,
        );
        await site.enterCode("000000");
        await site.told(WRONG_CODE);
        await site.enterCode(site.pool.nextCode(fromBase32(secret)));

        await site.heading("Signed in as newcomer");
        assert.equal(await page.locator("#secret").textContent(), "", "the app's key stays in the page");
        await site.press("Open my Studio");
        await page.waitForURL(LINK);

        assert.deepEqual(
            site.calls.map(({ operation, request }) => [operation, request["AuthFlow"] ?? request["ChallengeName"]]),
            [
                ["InitiateAuth", "USER_SRP_AUTH"],
                ["RespondToAuthChallenge", "PASSWORD_VERIFIER"],
                ["RespondToAuthChallenge", "NEW_PASSWORD_REQUIRED"],
                ["AssociateSoftwareToken", undefined],
                ["VerifySoftwareToken", undefined],
                ["VerifySoftwareToken", undefined],
                ["RespondToAuthChallenge", "MFA_SETUP"],
                ["RevokeToken", undefined],
            ],
        );
        assert.ok(!JSON.stringify(site.calls).includes(FIRST_PASSWORD), "SRP never sends the password");
    });

    it("works from the stage's root without a slash, and with the keyboard alone", async () => {
        const user = site.someone("carol");
        const { page } = site.visit;
        await page.goto(HOME.slice(0, -1));
        const { keyboard } = page;
        await keyboard.type("carol");
        await keyboard.press("Tab");
        await keyboard.type(PASSWORD);
        await keyboard.press("Enter");
        await site.heading("Enter your code");
        await keyboard.type(site.codeOf(user));
        await keyboard.press("Enter");
        await site.heading("Signed in as carol");
        assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H2");
        await keyboard.press("Tab");
        await keyboard.press("Enter");
        await page.waitForURL(LINK);
    });

    it("says the same of a wrong password and of a user that is not there, and forgets what was typed", async () => {
        site.someone("dave");
        for (const name of ["dave", "nobody"]) {
            await site.enterPassword(name, "not it, Sir 12345!");
            await site.told(WRONG_PASSWORD);
            const password = site.visit.page.getByRole("textbox", { name: "Password" });
            assert.equal(await password.inputValue(), "");
            assert.equal(await site.visit.page.evaluate(() => document.activeElement?.id), "password");
        }
        assert.deepEqual(site.pool.signer.issued, []);
    });

    it("says when wrong passwords have locked the user", async () => {
        const user = site.someone("erin");
        for (let attempt = 0; attempt < 5; attempt++) {
            assert.throws(() => user.passwordWas(false));
        }
        await site.enterPassword("erin", PASSWORD);
        await site.told("There were too many wrong passwords. Wait some minutes and try again.");
    });

    it("lets a wrong code be followed by the right one", async () => {
        const user = site.someone("frank");
        await site.enterPassword("frank", PASSWORD);
        await site.enterCode("12345");
        await site.told("The code is six digits.");
        await site.enterCode("000000");
        await site.told(WRONG_CODE);
        await site.enterCode(site.codeOf(user));
        await site.heading("Signed in as frank");
    });

    it("starts again when the pool ends a sign-in after a wrong code", async () => {
        site.pool.strict = true;
        const user = site.someone("grace");
        await site.enterPassword("grace", PASSWORD);
        await site.enterCode("000000");
        await site.told(WRONG_CODE);
        await site.enterCode(site.codeOf(user));
        await site.told("Your sign-in took too long or was used before. Start again.");
        await site.heading("Sign in");
        assert.deepEqual(site.pool.signer.issued, []);
    });

    it("tells what is wrong with a new password, and starts again on demand", async () => {
        site.pool.add("heidi", FIRST_PASSWORD, true);
        await site.enterPassword("heidi", FIRST_PASSWORD);
        await site.fill("New password", PASSWORD);
        await site.fill("The same once more", `${PASSWORD}!`);
        await site.press("Set the password");
        await site.told("The two passwords are not the same.");
        await site.fill("New password", "short");
        await site.fill("The same once more", "short");
        await site.press("Set the password");
        await site.told("The new password is too weak. Password did not conform with policy: Password not long enough");
        await site.press("Start again");
        await site.heading("Sign in");
        assert.equal(await site.visit.page.getByRole("alert").isVisible(), false);
        assert.equal(site.pool.users.get("heidi")?.temporary, true);
    });

    it("says when the sign-in service is out of reach", async () => {
        site.someone("nick");
        await site.visit.context.route(`https://${COGNITO_HOST}/**`, (route) => route.abort());
        await site.enterPassword("nick", PASSWORD);
        await site.told("The sign-in service cannot be reached. Check that you are on the company network.");
    });
});
