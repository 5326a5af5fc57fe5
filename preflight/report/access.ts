import { type AccessClass, type Cell, type Place, PLACES, type Row } from "../proofs/access";
import { colours } from "./colour";
import { table, wrap } from "./layout";

const SHORT: Record<string, string> = {
    "company network": "company",
    "colleague's notebook": "notebook*",
    "allowed addresses": "addresses",
};

/** Profiles of a class that are named above its table. */
const MOST_NAMES = 12;

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
        wrap(`${same}: ${someOf(cls.profiles)}`, 2),
        table(head, rows),
        ...[...notes].map(([note, index]) => wrap(`${index} ${note}`, 4, `${index} `.length)),
        wrap(legend(cls), 2),
    ].join("\n");
}

/** Thousands of people share a class; `--json` names them all. */
function someOf(names: readonly string[]): string {
    const more = names.length - MOST_NAMES;
    return more > 0 ? `${names.slice(0, MOST_NAMES).join(", ")} and ${more} more` : names.join(", ");
}

function legend({ rows }: AccessClass): string {
    const cells = rows.flatMap((row) => Object.values(row.cells));
    return [
        "company: the ranges of network.clients",
        "VPC: a host or app in the VPC with the caller's own credentials",
        "notebook*: the same from a colleague's notebook, for Studio app with the notebook's own role",
        ...(rows.some((row) => row.cells["allowed addresses"])
            ? ["addresses: the ranges of access.addresses, over the internet"]
            : []),
        ...(cells.some(({ verdict }) => verdict === "not decided") ? ["?: not decided"] : []),
        ...(cells.some(unexpected) ? ["!: not what the stack file asks for"] : []),
    ].join("; ");
}

function unexpected({ verdict, expected }: Cell): boolean {
    return verdict !== "not decided" && verdict !== expected;
}

function cellText(row: Row, place: Place, number: (cell: Cell) => number): string {
    const cell = row.cells[place];
    if (!cell) {
        return "";
    }
    const text = `${cell.verdict === "not decided" ? "?" : cell.verdict} ${number(cell)}`;
    if (cell.verdict === "not decided") {
        return colours.yellow(text);
    }
    if (unexpected(cell)) {
        return colours.red(`${text} !`);
    }
    return cell.verdict === "yes" ? colours.green(text) : text;
}

function noteText(cell: Cell): string {
    const by = cell.deciding.length > 0 ? `${cell.deciding.join(", ")}: ` : "";
    return `${cell.step}: ${by}${cell.reason}`;
}
