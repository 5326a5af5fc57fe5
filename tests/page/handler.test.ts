import { strict as assert } from "node:assert";
import { createHash } from "node:crypto";

import * as fc from "fast-check";

import { readConfiguration } from "../../assets/functions/page/configuration";
import { dataText, documentOf } from "../../assets/functions/page/document";
import { loadPage } from "./loadPage";

const PRIVATE = {
    REGION: "eu-west-1",
    USER_POOL_ID: "eu-west-1_AbCdEf123",
    CLIENT_ID: "4example23456789client0id1",
    SIGN_IN: "private",
};
const HOSTED = {
    ...PRIVATE,
    SIGN_IN: "hosted",
    HOSTED_DOMAIN: "studio-acme.auth.eu-west-1.amazoncognito.com",
    SCOPE: "studio/open",
};

/** Base64 SHA-256 of what stands between the tags of the one such element. */
function hashOf(html: string, element: string): string {
    const found = [...html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"))];
    assert.equal(found.length, 1);
    return createHash("sha256")
        .update(found[0]?.[1] ?? "")
        .digest("base64");
}

describe("the function that answers with the page", () => {
    it("answers with one document that may run its own script and style and talk to the pool, and says so exactly", async () => {
        const { statusCode, headers, body } = await loadPage(PRIVATE);
        assert.equal(statusCode, 200);
        assert.deepEqual(headers, {
            "Content-Type": "text/html; charset=utf-8",
            "Cache-Control": "no-store",
            "Content-Security-Policy":
                `default-src 'none'; script-src 'sha256-${hashOf(body, "script")}'; ` +
                `style-src 'sha256-${hashOf(body, "style")}'; ` +
                "connect-src 'self' https://cognito-idp.eu-west-1.amazonaws.com; img-src data:; base-uri 'none'; " +
                "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy":
                "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), " +
                "magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
            "Referrer-Policy": "no-referrer",
            "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        });
    });

    it("lets the page talk to the pool's domain instead when people sign in there", async () => {
        const { headers } = await loadPage(HOSTED);
        assert.match(
            String(headers?.["Content-Security-Policy"]),
            /connect-src 'self' https:\/\/studio-acme\.auth\.eu-west-1\.amazoncognito\.com;/,
        );
    });

    it("tells the page what it must know, and nothing of the rest of the environment", async () => {
        const { body } = await loadPage({ ...PRIVATE, AWS_SECRET_ACCESS_KEY: "not-for-the-page" });
        const [, block] = /<script type="application\/json" id="configuration">(.*?)<\/script>/.exec(body) ?? [];
        assert.deepEqual(JSON.parse(block ?? ""), {
            region: "eu-west-1",
            clientId: "4example23456789client0id1",
            issuer: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123",
            signIn: {
                mode: "private",
                userPoolId: "eu-west-1_AbCdEf123",
                endpoint: "https://cognito-idp.eu-west-1.amazonaws.com/",
            },
        });
        assert.ok(!body.includes("not-for-the-page"));
    });

    it("loads nothing from anywhere else", async () => {
        const { body } = await loadPage(PRIVATE);
        const document = body.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, "");
        assert.deepEqual(document.match(/\s(?:src|href|action|on\w+|style)=(?!"data:,")/g), null);
    });

    it("asks the sign-in of the China partition at its own host", () => {
        const { signIn } = readConfiguration({
            ...PRIVATE,
            REGION: "cn-north-1",
            USER_POOL_ID: "cn-north-1_AbCdEf123",
        });
        assert.deepEqual(signIn, {
            mode: "private",
            userPoolId: "cn-north-1_AbCdEf123",
            endpoint: "https://cognito-idp.cn-north-1.amazonaws.com.cn/",
        });
    });

    const HOSTILE: readonly (readonly [Readonly<Record<string, string | undefined>>, RegExp])[] = [
        [{ ...PRIVATE, REGION: "eu-west-1; script-src *" }, /REGION is "eu-west-1; script-src \*", not a Region/],
        [{ ...PRIVATE, CLIENT_ID: "</script><script>alert(1)</script>" }, /CLIENT_ID is "<\/script>/],
        [{ ...PRIVATE, CLIENT_ID: "a\r\nSet-Cookie: b" }, /CLIENT_ID is "a\\r\\nSet-Cookie: b"/],
        [{ ...PRIVATE, USER_POOL_ID: "eu-west-1_A\nB" }, /USER_POOL_ID is "eu-west-1_A\\nB"/],
        [{ ...PRIVATE, USER_POOL_ID: "us-east-1_AbCdEf123" }, /of another Region than REGION eu-west-1/],
        [{ ...PRIVATE, SIGN_IN: "implicit" }, /SIGN_IN is "implicit", not private or hosted/],
        [{ ...HOSTED, HOSTED_DOMAIN: "https://studio.example" }, /HOSTED_DOMAIN is "https:/],
        [{ ...HOSTED, HOSTED_DOMAIN: "a.example *" }, /HOSTED_DOMAIN is "a.example \*"/],
        [{ ...HOSTED, HOSTED_DOMAIN: "a.example\n" }, /HOSTED_DOMAIN is "a.example\\n"/],
        [{ ...HOSTED, HOSTED_DOMAIN: undefined }, /HOSTED_DOMAIN is missing/],
        [{ ...HOSTED, SCOPE: "studio/open admin" }, /SCOPE is "studio\/open admin", not one scope/],
    ];
    HOSTILE.forEach(([environment, message], index) =>
        it(`does not start with an environment that would change the document or its policy (${index + 1})`, () => {
            assert.throws(() => readConfiguration(environment), message);
        }),
    );

    it("names every wrong variable at once", () => {
        assert.throws(() => readConfiguration({ SIGN_IN: "hosted" }), {
            message:
                "The page cannot be made from the function's environment:\n" +
                "REGION is missing, not a Region, as eu-west-1.\n" +
                "USER_POOL_ID is missing, not the id of a user pool, as eu-west-1_AbCdEf123.\n" +
                "CLIENT_ID is missing, not the id of the user pool's client.\n" +
                "HOSTED_DOMAIN is missing, not the host name of the user pool's domain, without https://.\n" +
                "SCOPE is missing, not one scope, as studio/open.",
        });
    });

    it("writes data so that no text of it can end its element or begin another", () => {
        assert.equal(dataText("</script><!--&\u2028\u2029"), '"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029"');
        fc.assert(
            fc.property(fc.string({ unit: fc.constantFrom(..."<>&!-/\"'\\$`a\u2028\u2029") }), (text) => {
                const written = dataText(text);
                assert.doesNotMatch(written, /[<>&\u2028\u2029]/);
                assert.equal(JSON.parse(written), text);
            }),
        );
    });

    it("puts the configuration where it belongs, whatever characters it holds", () => {
        const configuration = { ...readConfiguration(PRIVATE), clientId: "$& $1 $` <!-- configuration -->" };
        const page = { html: "<i><!-- configuration --></i>", scriptHash: "", styleHash: "" };
        const html = documentOf(page, configuration);
        assert.equal(
            html,
            `<i><script type="application/json" id="configuration">${dataText(configuration)}</script></i>`,
        );
        for (const wrong of ["<i></i>", `${page.html}${page.html}`]) {
            assert.throws(() => documentOf({ ...page, html: wrong }, configuration), /places for its configuration/);
        }
    });
});
