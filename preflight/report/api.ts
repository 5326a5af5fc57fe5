import { API_PLACES, type ApiCell, type ApiClass, type ApiPlace, type ApiReport, type ApiRow } from "../proofs/api";
import { colours } from "./colour";
import { item, table, wrap } from "./layout";

const SHORT: Readonly<Record<ApiPlace, string>> = {
    "company network": "company",
    "LOB app": "LOB app",
    "access VPC": "access",
    internet: "internet",
};

/** Names of profiles and lines of business that a table shows. */
const MOST_NAMES = 12;

/** Who opens which profile through the access service; classes with one and the same table are shown once. */
export function apiText({ classes, trusted }: ApiReport): string {
    if (classes.length === 0) {
        return "  No entry in the directory: nobody has a profile to open.";
    }
    const alike = new Map<string, ApiClass[]>();
    for (const cls of classes) {
        const key = JSON.stringify(
            cls.rows.map(({ asker, cells }) => [
                asker,
                Object.entries(cells).map(([place, cell]) => [place, cell.verdict, cell.step]),
            ]),
        );
        alike.set(key, [...(alike.get(key) ?? []), cls]);
    }
    return [
        ...[...alike.values()].map((group) => classText(group)),
        wrap("Taken as it is meant, and tested by itself:", 2),
        ...trusted.map((text) => item(`${text}.`)),
    ].join("\n");
}

function classText(group: readonly ApiClass[]): string {
    const [first] = group as readonly [ApiClass, ...ApiClass[]];
    const notes = new Map<string, number>();
    const number = (cell: ApiCell): number => {
        const by = cell.deciding.length > 0 ? `${cell.deciding.join(", ")}: ` : "";
        const note = `${cell.step}: ${by}${cell.reason}`;
        const known = notes.get(note) ?? notes.size + 1;
        notes.set(note, known);
        return known;
    };
    const profiles = group.flatMap((cls) => cls.profiles);
    const more = profiles.length - MOST_NAMES;
    const names = profiles.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
    const rows = first.rows.map((row) => [row.asker, ...API_PLACES.map((place) => cellText(row, place, number))]);
    const said = group.length > 1 ? `; the notes are those of ${first.representative}` : "";
    return [
        wrap(`${profiles.length === 1 ? "1 profile" : `${profiles.length} profiles`}: ${names}${said}`, 2),
        table(["who asks for it", ...API_PLACES.map((place) => SHORT[place])], rows),
        ...[...notes].map(([note, index]) => wrap(`${index} ${note}`, 4, `${index} `.length)),
        wrap(
            "company: hub.clients and onprem; LOB app: an app of the profile's line; access: the presign function's VPC; function, role: what its code may not do, were it to try",
            2,
        ),
    ].join("\n");
}

function cellText({ cells }: ApiRow, place: ApiPlace, number: (cell: ApiCell) => number): string {
    const cell = cells[place];
    if (cell === undefined) {
        return "";
    }
    const text = `${cell.verdict === "not decided" ? "?" : cell.verdict} ${number(cell)}`;
    if (cell.verdict === "not decided") {
        return colours.yellow(text);
    }
    if (cell.verdict !== cell.expected) {
        return colours.red(`${text} !`);
    }
    return cell.verdict === "yes" ? colours.green(text) : text;
}
