import { nameOf, type Proof, type ProofVerdict } from "../proof";
import type { AccessClass, Cell, Place, Row } from "./types";
import type { AccessWorld } from "./world";

interface Located {
    readonly cls: AccessClass;
    readonly row: Row;
    readonly place: Place;
    readonly cell: Cell;
}

/** Turns the matrix into claims: nobody opens what is not theirs; everybody opens what is. */
export function accessProofs(classes: readonly AccessClass[], world: AccessWorld): Proof[] {
    const all: Located[] = classes.flatMap((cls) =>
        cls.rows.flatMap((row) =>
            (Object.entries(row.cells) as [Place, Cell][]).map(([place, cell]) => ({ cls, row, place, cell })),
        ),
    );
    return [
        whoOpens(world),
        claim(
            "access.nobody-elses-profile",
            "No profile opens for another person, for a missing or altered tag, or from outside",
            all.filter(({ cell }) => cell.expected === "no"),
            "no",
            "Restore the condition or the Deny that should have stopped this; the statements named above let it through.",
        ),
        claim(
            "access.own-profile",
            "Each person opens their own profile from where the stack file says",
            all.filter(({ cell }) => cell.expected === "yes"),
            "yes",
            "The statement named above stops it: widen it for this case, or change access.from or network.clients.",
        ),
    ];
}

function whoOpens(world: AccessWorld): Proof {
    const roles = world.userRoles.map(({ name }) => name);
    const found = roles.length > 0 || world.profiles.length === 0;
    return {
        id: "access.user-role",
        claim: "There is a role people open their profiles with",
        verdict: found ? "holds" : "broken",
        evidence: roles.length > 0 ? roles : world.profiles.map(({ urn }) => `${nameOf(urn)}: nobody can open it`),
        ...(found ? {} : { fix: "Register a role whose trust policy names the people of access.principals." }),
    };
}

function claim(id: string, text: string, cells: readonly Located[], wanted: Cell["verdict"], fix: string): Proof {
    const wrong = cells.filter(({ cell }) => cell.verdict !== wanted && cell.verdict !== "not decided");
    const open = cells.filter(({ cell }) => cell.verdict === "not decided");
    const verdict: ProofVerdict = wrong.length > 0 ? "broken" : open.length > 0 ? "not proven" : "holds";
    const against = wrong.length > 0 ? wrong : open;
    return {
        id,
        claim: text,
        verdict,
        evidence: verdict === "holds" ? [`${cells.length} cells of the access matrix`] : describe(against),
        ...(verdict === "broken" ? { fix } : {}),
        ...(verdict === "not proven"
            ? {
                  fix: "Decided once what is named above is known: an id after the update, a way in when the stack file names its gateway.",
              }
            : {}),
    };
}

/** One line for all cells that the same step and statements decide. */
function describe(cells: readonly Located[]): string[] {
    const groups = new Map<string, string[]>();
    for (const { cls, row, place, cell } of cells) {
        const by = cell.deciding.length > 0 ? `${cell.deciding.join(", ")}: ` : "";
        const outcome = `${cell.verdict} at "${cell.step}": ${by}${cell.reason}`;
        const who = `${row.persona} (${row.relation}) from ${place} on ${cls.representative}`;
        groups.set(outcome, [...(groups.get(outcome) ?? []), who]);
    }
    return [...groups].map(([outcome, who]) => `${who.join(", ")}: ${outcome}`);
}
