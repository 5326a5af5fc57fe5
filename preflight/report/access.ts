import pc from "picocolors";

import { type AccessClass, type Cell, type Place, PLACES, type Row } from "../proofs/access";
import { table, wrap } from "./layout";

const SHORT: Record<string, string> = {
    "company network": "company",
    "colleague's notebook": "notebook*",
    "allowed addresses": "addresses",
};

/** The matrix by class, each cell with the number of its deciding statement below the table. */
export function accessText(classes: readonly AccessClass[]): string {
    if (classes.length === 0) {
        return "  No users: nobody has a profile to open.";
    }
    return classes.map(classText).join("\n\n");
}

function classText(cls: AccessClass): string {
    const notes = new Map<string, number>();
    const number = (cell: Cell): number => {
        const note = noteText(cell);
        const known = notes.get(note);
        if (known !== undefined) {
            return known;
        }
        notes.set(note, notes.size + 1);
        return notes.size;
    };
    const places: Place[] = [
        ...PLACES,
        ...(cls.rows.some(({ cells }) => cells["allowed addresses"]) ? (["allowed addresses"] as const) : []),
    ];
    const rows = cls.rows.map((row) => [
        row.persona,
        row.relation,
        ...places.map((place) => cellText(row, place, number)),
    ]);
    const head = ["who", "tag", ...places.map((place) => SHORT[place] ?? place)];
    const same = cls.profiles.length > 1 ? `${cls.profiles.length} profiles that no policy tells apart` : "1 profile";
    return [
        wrap(`${same}: ${cls.profiles.join(", ")}`, 2),
        table(head, rows),
        ...[...notes].map(([note, index]) => wrap(`${index}  ${note}`, 4)),
        wrap(
            "company: the ranges of network.clients; VPC: a host or app in the VPC with the caller's own credentials; notebook*: the same from a colleague's notebook, for Studio app with the notebook's own role",
            2,
        ),
    ].join("\n");
}

function cellText(row: Row, place: Place, number: (cell: Cell) => number): string {
    const cell = row.cells[place];
    if (!cell) {
        return "";
    }
    const text = `${cell.verdict === "not decided" ? "?" : cell.verdict} ${number(cell)}`;
    if (cell.verdict === "not decided") {
        return pc.yellow(text);
    }
    return cell.verdict === cell.expected ? (cell.verdict === "yes" ? pc.green(text) : text) : pc.red(`${text} !`);
}

function noteText(cell: Cell): string {
    const by = cell.deciding.length > 0 ? `${cell.deciding.join(", ")}: ` : "";
    return `${cell.step}: ${by}${cell.reason}`;
}
