import { formatProblems, parseSettings, type PlainSettings } from "../../../components/settings";
import { edited, PROJECT, read, sample, singleOf } from "../helper";

/** The minimal stack file with `users` naming a file. */
export function naming(file: string): string {
    return edited(sample("minimal"), [["config:\n", `config:\n  private-studio:users: { file: ${file} }\n`]]);
}

/** What a person reads about a stack file and the files beside it; nothing when there is no mistake. */
export function messages(text: string, files: Readonly<Record<string, string>>): string {
    const file = read(text, PROJECT, files);
    const parsed = "problems" in file ? file : parseSettings(file);
    return "problems" in parsed ? formatProblems(parsed.problems, file.locate) : "";
}

/** First lines of the messages: file, line and key of each mistake. */
export function places(text: string, files: Readonly<Record<string, string>>): string[] {
    return messages(text, files)
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith(" "));
}

/** The users a stack file has with the files beside it. */
export function usersOf(text: string, files: Readonly<Record<string, string>> = {}): PlainSettings["users"] {
    const file = read(text, PROJECT, files);
    const parsed = "problems" in file ? file : parseSettings(file);
    return singleOf(parsed).users;
}
