import type { PageConfiguration } from "./configuration";
import type { Page } from "./document";

/** What the page never asks a person's device for. */
const FEATURES = [
    "accelerometer",
    "bluetooth",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
];

/** Headers of the document: it may run its own script and style, talk to the sign-in and to the API, and nothing else. */
export function headersOf(page: Page, configuration: PageConfiguration): Record<string, string> {
    return {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Content-Security-Policy": policyOf(page, configuration),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": FEATURES.map((feature) => `${feature}=()`).join(", "),
        "Referrer-Policy": "no-referrer",
        // Two years, in seconds.
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        // For browsers that know no frame-ancestors.
        "X-Frame-Options": "DENY",
    };
}

function policyOf(page: Page, { signIn }: PageConfiguration): string {
    const origin = signIn.mode === "private" ? new URL(signIn.endpoint).origin : `https://${signIn.domain}`;
    return [
        "default-src 'none'",
        `script-src 'sha256-${page.scriptHash}'`,
        `style-src 'sha256-${page.styleHash}'`,
        `connect-src 'self' ${origin}`,
        // The empty icon, so that browsers ask the API for none.
        "img-src data:",
        "base-uri 'none'",
        // Forms are answered by the script; a form that the browser itself would send goes nowhere.
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].join("; ");
}
