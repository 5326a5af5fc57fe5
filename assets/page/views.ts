import { signInProblem } from "./signInProblems";

/** The parts of the page of which one is shown at a time. */
export type View = "sign-in" | "company-sign-in" | "new-password" | "set-up-code" | "code" | "open";

let busy = false;

/** An element that the document has. */
export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) {
        throw new Error(`The page has no ${kind.name} with the id ${id}.`);
    }
    return found;
}

/** Shows one view, empties what the forms hold, and puts the focus where the person goes on. */
export function show(view: View): void {
    tellProblem(undefined);
    for (const form of document.querySelectorAll<HTMLFormElement>("[data-view]")) {
        form.reset();
        form.hidden = form.id !== view;
    }
    const form = element(view, HTMLFormElement);
    (form.querySelector<HTMLElement>("input") ?? form.querySelector<HTMLElement>("h2"))?.focus();
}

/** Does `task` when the form is sent; the browser itself sends nothing. See {@link work}. */
export function onSubmit(view: View, progress: string, startOver: () => void, task: () => Promise<void>): void {
    element(view, HTMLFormElement).addEventListener("submit", (event) => {
        event.preventDefault();
        void work(view, progress, startOver, task);
    });
}

/** One piece of work at a time; its progress and its problem are told, and a sign-in that is over starts again. */
export async function work(
    view: View,
    progress: string,
    startOver: () => void,
    task: () => Promise<void>,
): Promise<void> {
    if (busy) {
        return;
    }
    busy = true;
    const form = element(view, HTMLFormElement);
    form.setAttribute("aria-busy", "true");
    tellProblem(undefined);
    tellProgress(progress);
    try {
        // The sign-in's arithmetic keeps the browser busy for a moment.
        await drawn();
        await task();
        tellProgress("");
    } catch (error) {
        const problem = signInProblem(error);
        tellProgress("");
        if (problem.startOver) {
            startOver();
        }
        tellProblem(problem.message);
    } finally {
        busy = false;
        form.removeAttribute("aria-busy");
    }
}

/** Does `task` unless a piece of work is under way, whose end would undo it. */
export function whenIdle(task: () => void): void {
    if (!busy) {
        task();
    }
}

/** Tells what is going on while the person waits. */
export function tellProgress(sentence: string): void {
    element("progress", HTMLElement).textContent = sentence;
}

/** Waits for `task`, at most so many milliseconds, and not for its success. */
export async function within(milliseconds: number, task: Promise<void>): Promise<void> {
    const limit = new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    await Promise.race([task.catch(() => undefined), limit]);
}

/** An alert, which screen readers read out; undefined takes it away. */
function tellProblem(sentence: string | undefined): void {
    const problem = element("problem", HTMLElement);
    problem.hidden = sentence === undefined;
    problem.textContent = sentence ?? "";
}

function drawn(): Promise<void> {
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
