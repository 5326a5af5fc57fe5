import { createHash, X509Certificate } from "node:crypto";
import type { RequestListener } from "node:http";
import type { Server } from "node:https";

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

import { selfSigned } from "../functions/access/certificate";
import { portOf, serve, stop } from "./servers";

/** Milliseconds that a step of a page may take on a machine that does much else. */
const PATIENCE = 30_000;

/** Names of the real hosts, which the browser of the tests finds on this machine. */
export const REGION = "eu-west-1";
export const API_HOST = `a1b2c3d4e5.execute-api.${REGION}.amazonaws.com`;
export const HOME = `https://${API_HOST}/studio/`;
export const COGNITO_HOST = `cognito-idp.${REGION}.amazonaws.com`;
export const LOGIN_HOST = `studio-acme.auth.${REGION}.amazoncognito.com`;
export const STUDIO_HOST = `d-example12345.studio.${REGION}.sagemaker.aws`;

/** Stands for Studio: says that it opened. */
export const STUDIO: RequestListener = (_, response) => {
    response
        .writeHead(200, { "Content-Type": "text/html" })
        .end("<!doctype html><title>Studio</title><p>Studio is open.");
};

/** A browser that knows the given hosts and no other, over HTTPS. */
export class Site {
    private constructor(
        private readonly browser: Browser,
        private readonly servers: readonly Server[],
    ) {}

    static async start(executablePath: string, hosts: Readonly<Record<string, RequestListener>>): Promise<Site> {
        const names = Object.keys(hosts);
        const certificate = selfSigned();
        const servers = await Promise.all(Object.values(hosts).map((listener) => serve(certificate, listener)));
        const rules = names.map((name, index) => `MAP ${name}:443 127.0.0.1:${portOf(servers[index] as Server)}`);
        const browser = await chromium.launch({
            executablePath,
            args: [
                "--no-sandbox",
                `--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"].join(", ")}`,
                `--ignore-certificate-errors-spki-list=${fingerprint(certificate.cert)}`,
            ],
        });
        return new Site(browser, servers);
    }

    async visit(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Visit> {
        const context = await this.browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return Visit.begin(context);
    }

    async stop(): Promise<void> {
        await this.browser.close();
        await Promise.all(this.servers.map(stop));
    }
}

/** One person's window, and all that could be seen of it from outside. */
export class Visit {
    /** Texts of the console and of errors nobody caught. */
    readonly said: string[] = [];
    /** Addresses the window was at. */
    readonly addresses: string[] = [];
    /** What the page's security policy stopped. */
    readonly violations: string[] = [];

    private constructor(
        readonly context: BrowserContext,
        readonly page: Page,
    ) {}

    static async begin(context: BrowserContext): Promise<Visit> {
        const visit = new Visit(context, await context.newPage());
        const { page } = visit;
        page.on("console", (message) => visit.said.push(message.text()));
        page.on("pageerror", (error) => visit.said.push(error.message));
        page.on("framenavigated", (frame) => visit.addresses.push(frame.url()));
        await page.exposeFunction("reportViolation", (text: string) => visit.violations.push(text));
        await page.addInitScript(() => {
            document.addEventListener("securitypolicyviolation", (event) => {
                const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
                report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
            });
        });
        return visit;
    }

    /** Waits until what the browser reports late has been reported. */
    async settle(): Promise<void> {
        await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }

    /** Everything of this origin that outlives the page's memory, as one text. */
    async kept(): Promise<string> {
        const here = await this.page.evaluate(async () =>
            JSON.stringify([
                { ...localStorage },
                { ...sessionStorage },
                document.cookie,
                history.state,
                await indexedDB.databases(),
                await caches.keys(),
            ]),
        );
        return here + JSON.stringify(await this.context.cookies());
    }

    /** The sentence of the alert that is shown; waits for one. */
    async alert(): Promise<string> {
        const alert = this.page.getByRole("alert");
        await alert.waitFor();
        return alert.innerText();
    }

    async end(): Promise<void> {
        await this.context.close();
    }
}

/** SHA-256 of the certificate's public key, Base64: the one key that the browser takes whatever name it is used for. */
function fingerprint(certificate: string): string {
    const key = new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
    return createHash("sha256").update(key).digest("base64");
}
