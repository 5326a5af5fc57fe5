import { accessText } from "../../preflight/report/access";
import { table, wrap } from "../../preflight/report/layout";
import type { ApiAnswer, ProfileAnswer } from "./answer";
import type { ManyAnswer } from "./many";
import type { SingleAnswer } from "./single";

const NOTHING_CALLED = "Nothing was called; this is what the documents of the program say.";

/** The answer of many accounts for people. */
export function manyText({ person, profiles, session, stack, trusted, unread }: ManyAnswer): string {
    return [
        wrap(`${person} in stack ${stack}. ${NOTHING_CALLED}`, 0),
        "",
        `  GET /session, from the company network: ${statusOf(session)}`,
        wrap(session.says, 4),
        ...(session.status === 409 ? profiles.map(({ profile }) => `    GET /session?profile=${profile}`) : []),
        ...profiles.flatMap((profile) => ["", profileText(profile)]),
        ...(unread.length === 0 ? [] : ["", wrap(`Not read: ${unread.join("; ")}.`, 2, 2)]),
        "",
        ...trusted.map((text) => wrap(`Taken as meant, and tested apart: ${text}.`, 2, 2)),
    ].join("\n");
}

function profileText(profile: ProfileAnswer): string {
    const { accountName, account, domain, lob, region, role } = profile;
    const places = Object.entries(profile.from);
    const notes = [...new Set(places.map(([, answer]) => noteOf(answer)))];
    return [
        `  ${profile.profile}`,
        ...facts([
            ["line of business", lob],
            ["account", `${account} (${accountName}), ${region}`],
            ["domain", domain],
            ["profile", profile.profileName],
            ["taken-on role", role],
        ]),
        table(
            ["from", "answer", "opens", ""],
            places.map(([place, answer]) => [
                place,
                statusOf(answer),
                answer.opens === "not decided" ? "?" : answer.opens,
                String(notes.indexOf(noteOf(answer)) + 1),
            ]),
        ),
        ...notes.map((note, index) => wrap(`${index + 1} ${note}`, 4, 2)),
    ].join("\n");
}

function facts(rows: readonly (readonly [string, string])[]): string[] {
    return rows.map(([name, value]) => `    ${name.padEnd(18)}${value}`);
}

function statusOf({ opens, status }: ApiAnswer): string {
    return status === undefined ? (opens === "not decided" ? "not decided" : "none") : String(status);
}

function noteOf({ deciding, reason, says, step }: ApiAnswer): string {
    const by = deciding.length === 0 ? "" : `${deciding.join(", ")}: `;
    return step === undefined ? says : `${says} ${step}: ${by}${reason ?? ""}`;
}

/** The answer of a single account for people. */
export function singleText({ account, mode, person, profiles, region, stack }: SingleAnswer): string {
    return [
        wrap(`${person} in stack ${stack}. ${NOTHING_CALLED}`, 0),
        "",
        ...facts([
            ["account", `${account}, ${region}`],
            ["sign-in", mode],
        ]),
        ...profiles.flatMap(({ matrix, profile, user }) => [
            "",
            `  ${profile}, of user ${user}`,
            matrix === undefined
                ? wrap(
                      mode === "identity-center"
                          ? "IAM Identity Center signs them in, and SageMaker makes no links: who enters is decided by the groups of access.groups, which are not part of the stack."
                          : "The program registers no such profile.",
                      4,
                  )
                : accessText([matrix]),
        ]),
    ].join("\n");
}
