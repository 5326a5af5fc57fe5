import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";

import type { AccessClass, Cell } from "../../../preflight/proofs/access";
import { accessText } from "../../../preflight/report/access";

function cell(verdict: Cell["verdict"], expected: Cell["expected"]): Cell {
    return { verdict, expected, step: "make the link", deciding: ["role › Rule"], reason: verdict };
}

function lines(cls: Partial<AccessClass>): string[] {
    const found = { profiles: ["jon"], representative: "jon", rows: [], ...cls };
    return stripVTControlCharacters(accessText([found])).split("\n");
}

describe("text of the access matrix", () => {
    it("marks what is unexpected and what is open, and explains both marks", () => {
        const cells = {
            "company network": cell("not decided", "yes"),
            VPC: cell("yes", "yes"),
            internet: cell("yes", "no"),
        };
        assert.deepEqual(lines({ rows: [{ persona: "person", relation: "same", cells }] }), [
            "  1 profile: jon",
            "  who     tag   company  VPC    internet  notebook*",
            "  person  same  ? 1      yes 2  yes 2 !",
            "    1 make the link: role › Rule: not decided",
            "    2 make the link: role › Rule: yes",
            "  company: the ranges of network.clients; VPC: a host or app in the VPC with the",
            "  caller's own credentials; notebook*: the same from a colleague's notebook, for",
            "  Studio app with the notebook's own role; ?: not decided; !: not what the stack",
            "  file asks for",
        ]);
    });

    it("names twelve profiles of a class and counts the rest", () => {
        const profiles = Array.from({ length: 14 }, (_, index) => `p${index}`);
        assert.equal(
            lines({ profiles }).slice(0, 2).join(" "),
            "  14 profiles that no policy tells apart: p0, p1, p2, p3, p4, p5, p6, p7, p8,   p9, p10, p11 and 2 more",
        );
    });

    it("says so when there is nobody", () => {
        assert.equal(accessText([]), "  No users: nobody has a profile to open.");
    });
});
