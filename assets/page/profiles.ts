import { element } from "./views";

/** Lets the person choose among profiles, each `<line of business>/<profile>`; an empty list takes the choice away. */
export function offer(profiles: readonly string[]): void {
    const list = element("profile-list", HTMLElement);
    list.replaceChildren(...profiles.map(choice));
    element("profiles", HTMLFieldSetElement).hidden = profiles.length === 0;
    list.querySelector("input")?.focus();
}

/** The chosen profile. Undefined: there is no choice. */
export function chosen(): string | undefined {
    return document.querySelector<HTMLInputElement>("#profile-list input:checked")?.value;
}

function choice(profile: string, index: number): HTMLElement {
    const label = document.createElement("label");
    label.className = "choice";
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "profile";
    input.value = profile;
    input.checked = index === 0;
    const slash = profile.indexOf("/");
    const text = slash < 0 ? profile : `${profile.slice(slash + 1)} (line of business ${profile.slice(0, slash)})`;
    label.append(input, text);
    return label;
}
