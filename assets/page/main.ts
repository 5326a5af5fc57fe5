import { readEmbedded } from "./embedded";
import { comeBack, leaveToSignIn } from "./hostedSignIn";
import { signIn } from "./privateSignIn";
import { Problem } from "./problem";
import { chosen, offer } from "./profiles";
import { askForLink } from "./session";
import type { SignedIn, Step } from "./steps";
import { element, onSubmit, show, tellProgress, whenIdle, within, work } from "./views";

const configuration = readEmbedded();
const { region, signIn: mode } = configuration;

/** The page's own address as the user pool's client names it; the API is asked below it. */
const home = `${location.origin}${location.pathname.replace(/\/*$/, "/")}`;

/** Milliseconds that taking back the tokens may keep a person waiting on the way into Studio; the link lasts seconds. */
const PARTING = 1_000;

/** The same for somebody who signs out and waits for that alone. */
const SIGN_OUT = 10_000;

/** What the person answers next, or who is signed in: the only place that ever holds tokens. */
let step: Step | undefined;

function startOver(): void {
    step = undefined;
    offer([]);
    greet("");
    showSecret("", undefined);
    show(mode.mode === "private" ? "sign-in" : "company-sign-in");
}

function goTo(next: Step): void {
    step = next;
    showSecret("", undefined);
    if (next.kind === "signed-in") {
        greet(next.person.name);
        show("open");
        return;
    }
    if (next.kind === "set-up-code") {
        showSecret(next.secret, next.link);
    }
    show(next.kind);
}

function greet(name: string): void {
    element("person", HTMLElement).textContent = name;
}

function showSecret(secret: string, link: string | undefined): void {
    // In fours, as people read it into another device.
    element("secret", HTMLElement).textContent = secret.replace(/(.{4})(?=.)/g, "$1 ");
    const anchor = element("secret-link", HTMLAnchorElement);
    if (link === undefined) {
        anchor.removeAttribute("href");
    } else {
        anchor.href = link;
    }
}

/** Gives the present step its answer, if it is of the kind the form belongs to. */
async function answer(kind: "new-password" | "set-up-code" | "code", text: string): Promise<void> {
    if (step?.kind !== kind) {
        throw new Problem("Your sign-in is no longer open. Start again.", true);
    }
    goTo(await step.answer(text));
}

function person(): SignedIn {
    if (step?.kind !== "signed-in") {
        throw new Problem("You are not signed in. Sign in again.", true);
    }
    return step.person;
}

/** What a field holds; a password is taken out of it at once. */
function take(id: string): string {
    const input = element(id, HTMLInputElement);
    const text = input.value;
    if (input.type === "password") {
        input.value = "";
    }
    if (text === "") {
        input.focus();
        throw new Problem("Fill in every field.");
    }
    return text;
}

function takeCode(id: string): string {
    const input = element(id, HTMLInputElement);
    const code = input.value.replace(/\s/g, "");
    input.value = "";
    input.focus();
    if (!/^\d{6}$/.test(code)) {
        throw new Problem("The code is six digits.");
    }
    return code;
}

function takeNewPassword(): string {
    const [password, again] = [take("new-password-first"), take("new-password-again")];
    element("new-password-first", HTMLInputElement).focus();
    if (password !== again) {
        throw new Problem("The two passwords are not the same.");
    }
    return password;
}

async function open(): Promise<void> {
    const signedIn = person();
    const found = await askForLink(home, region, signedIn.accessToken, chosen());
    if (found.kind === "choose") {
        offer(found.profiles);
        return;
    }
    // The page goes away, and with it the only place to sign out.
    step = undefined;
    await within(PARTING, signedIn.revoke());
    location.replace(found.url);
    tellProgress("Studio opens.");
    // Nothing of the page is to be used while the browser is on its way.
    await new Promise(() => undefined);
}

async function signOut(): Promise<void> {
    const signedIn = person();
    startOver();
    await within(SIGN_OUT, signedIn.revoke());
    if (signedIn.signOutUrl !== undefined) {
        location.replace(signedIn.signOutUrl);
    }
}

onSubmit("sign-in", "Signing in …", startOver, async () => {
    const name = take("name").trim();
    const password = take("password");
    element("password", HTMLInputElement).focus();
    if (mode.mode === "private") {
        goTo(await signIn(configuration, mode, name, password));
    }
});
onSubmit("company-sign-in", "Opening the sign-in page …", startOver, async () => {
    if (mode.mode === "hosted") {
        await leaveToSignIn(configuration, mode, home);
    }
});
onSubmit("new-password", "Setting the password …", startOver, () => answer("new-password", takeNewPassword()));
onSubmit("set-up-code", "Checking the code …", startOver, () => answer("set-up-code", takeCode("first-code")));
onSubmit("code", "Checking the code …", startOver, () => answer("code", takeCode("one-time-code")));
onSubmit("open", "Opening Studio …", startOver, open);
element("sign-out", HTMLButtonElement).addEventListener("click", () => {
    void work("open", "Signing out …", startOver, signOut);
});
for (const button of document.querySelectorAll("[data-start-over]")) {
    button.addEventListener("click", () => whenIdle(startOver));
}

startOver();
if (mode.mode === "hosted") {
    const progress = location.search === "" ? "" : "Completing the sign-in …";
    void work("company-sign-in", progress, startOver, async () => {
        const back = await comeBack(configuration, mode, home);
        if (back !== undefined) {
            goTo({ kind: "signed-in", person: back });
        }
    });
}
