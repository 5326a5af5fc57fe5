import { type Proof, type ProofVerdict } from "../proof";
import { apiMatrix } from "./matrix";
import { privateApi } from "./privateApi";
import type { ApiCell, ApiClass, ApiPlace, ApiRow } from "./types";
import type { ApiWorld } from "./world";

/** What a matrix rests on that no document says: the code of the functions, which has tests of its own. */
export const TRUSTED = [
    "the authorizer lets in whoever the user pool's token names, as that person and for one method, and nobody else",
    "the presign function takes the person from the authorizer alone, asks for a profile of theirs from the directory, and passes name, source identity, tag, external id and a session policy for that profile",
] as const;

/** The matrix of the access API, with what it shows. */
export interface ApiReport {
    readonly classes: readonly ApiClass[];
    readonly proofs: readonly Proof[];
    /** Code the matrix takes as it is meant. */
    readonly trusted: readonly string[];
}

/** Evaluates who opens which profile through the API. */
export function judgeApi(world: ApiWorld): ApiReport {
    const classes = apiMatrix(world);
    return { classes, proofs: [privateApi(world), ...apiProofs(classes, world.unread)], trusted: TRUSTED };
}

interface Located {
    readonly cls: ApiClass;
    readonly row: ApiRow;
    readonly place: ApiPlace;
    readonly cell: ApiCell;
}

/** Turns the matrix into claims: exactly the own profile, exactly from the company network. */
function apiProofs(classes: readonly ApiClass[], unread: readonly string[]): Proof[] {
    const all = classes.flatMap((cls) =>
        cls.rows.flatMap((row) =>
            (Object.entries(row.cells) as [ApiPlace, ApiCell][]).map(([place, cell]): Located => ({
                cls,
                row,
                place,
                cell,
            })),
        ),
    );
    return [
        claim(
            "api.nobody-elses-profile",
            "Through the access service no profile opens for anybody but its person, and from nowhere but the company network",
            all.filter(({ cell }) => cell.expected === "no"),
            "no",
            unread,
            "Restore the condition or the Deny that should have stopped this; the statements named above let it through.",
        ),
        claim(
            "api.own-profile",
            "Each person opens each of their own profiles from the company network",
            all.filter(({ cell }) => cell.expected === "yes"),
            "yes",
            unread,
            "What is named above stops it: widen it for this case, or say in hub.clients or onprem where people come from.",
        ),
    ];
}

function claim(
    id: string,
    text: string,
    cells: readonly Located[],
    wanted: ApiCell["verdict"],
    unread: readonly string[],
    fix: string,
): Proof {
    const wrong = cells.filter(({ cell }) => cell.verdict !== wanted && cell.verdict !== "not decided");
    const open = cells.filter(({ cell }) => cell.verdict === "not decided");
    const undecided = open.length > 0 || unread.length > 0;
    const verdict: ProofVerdict = wrong.length > 0 ? "broken" : undecided ? "not proven" : "holds";
    const against = wrong.length > 0 ? describe(wrong) : [...unread, ...describe(open)];
    return {
        id,
        claim: text,
        verdict,
        evidence: verdict === "holds" ? [`${cells.length} cells of the matrix`] : against,
        ...(verdict === "broken" ? { fix } : {}),
        ...(verdict === "not proven"
            ? { fix: "Decided once what is named above is known: ids after the update." }
            : {}),
    };
}

/** One line for all cells that the same step and statements decide. */
function describe(cells: readonly Located[]): string[] {
    const groups = new Map<string, string[]>();
    for (const { cls, row, place, cell } of cells) {
        const by = cell.deciding.length > 0 ? `${cell.deciding.join(", ")}: ` : "";
        const outcome = `${cell.verdict} at "${cell.step}": ${by}${cell.reason}`;
        groups.set(outcome, [...(groups.get(outcome) ?? []), `${row.asker} from ${place} on ${cls.representative}`]);
    }
    return [...groups].map(([outcome, who]) => `${who.join(", ")}: ${outcome}`);
}
