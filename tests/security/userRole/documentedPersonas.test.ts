import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import { ACTION_SETS, BUILT_IN_PERSONAS } from "../../../components/names";
import { PERSONAS } from "../../../components/security/roles/personas/personas";

const PAGE = readFileSync(path.resolve(__dirname, "../../../docs/users.md"), "utf8");

/** Cells of the table whose first head is `set`. */
function personaTable(): string[][] {
    const lines = PAGE.split("\n");
    const start = lines.findIndex((line) => line.startsWith("| set |"));
    const rest = lines.slice(start);
    return rest.slice(0, rest.indexOf("")).map((line) =>
        line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
    );
}

describe("docs/users.md", () => {
    it("says which persona has which set", () => {
        const [head, , ...rows] = personaTable();
        assert.deepEqual(head, ["set", ...BUILT_IN_PERSONAS]);
        assert.deepEqual(
            rows,
            ACTION_SETS.map((set) => [
                `\`${set}\``,
                ...BUILT_IN_PERSONAS.map((persona) => (PERSONAS[persona].includes(set) ? "yes" : "")),
            ]),
        );
    });
});
