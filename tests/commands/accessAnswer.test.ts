import assert from "node:assert/strict";

import { type ApiAnswer, answerOf, exitCodeOf, type ProfileAnswer, sessionAnswer } from "../../commands/access/answer";
import type { ApiCell, ApiStep } from "../../preflight/proofs/api";

function cell(verdict: ApiCell["verdict"], step: ApiStep = "use the link"): ApiCell {
    return { verdict, expected: "yes", step, deciding: ["role › Allow"], reason: "because" };
}

function profile(company: ApiAnswer, name = "user-a"): ProfileAnswer {
    return {
        lob: "lob-a",
        accountName: "lob-a",
        account: "444455556666",
        region: "eu-west-1",
        domain: "studio",
        profile: `lob-a/${name}`,
        profileName: name,
        role: "arn:aws:iam::444455556666:role/access",
        from: { "company network": company },
    };
}

describe("access: what the API answers", () => {
    /** Typed from what authorizer, presign function and API Gateway answer at each step. */
    const refused: readonly (readonly [step: ApiStep, status: number | undefined])[] = [
        ["reach the API", undefined],
        ["reach the sign-in", 401],
        ["pass the API's policy", 403],
        ["take on the access role", 403],
        ["pass the tag", 403],
        ["pass the name", 403],
        ["make the link", 403],
        // The function does not know where the person is.
        ["reach Studio", 302],
        ["use the link", 302],
    ];
    for (const [step, status] of refused) {
        it(`is ${status ?? "nothing"} when "${step}" is refused, and Studio does not open`, () => {
            const answer = answerOf(cell("no", step));
            assert.deepEqual(
                [answer.status, answer.opens, answer.step, answer.deciding, answer.reason],
                [status, "no", step, ["role › Allow"], "because"],
            );
        });
    }

    it("is a link when every step is allowed", () => {
        const { status, opens } = answerOf(cell("yes"));
        assert.deepEqual([status, opens], [302, "yes"]);
    });

    it("is not told while a step is not decided", () => {
        const { status, opens, says } = answerOf(cell("not decided", "make the link"));
        assert.deepEqual(
            [status, opens, says],
            [undefined, "not decided", 'What comes of "make the link" is not known yet.'],
        );
    });

    it("is 404 for nobody's, that of the only profile, and 409 for a choice", () => {
        const link = answerOf(cell("yes"));
        assert.equal(sessionAnswer([], true).status, 404);
        assert.equal(sessionAnswer([profile(link)], true), link);
        assert.equal(sessionAnswer([profile(link), profile(link, "second")], true).status, 409);
    });

    it("is neither 404 nor a link while another entry may be the person's", () => {
        const link = answerOf(cell("yes"));
        for (const profiles of [[], [profile(link)]]) {
            const { status, opens } = sessionAnswer(profiles, false);
            assert.deepEqual([status, opens, exitCodeOf(profiles, false)], [undefined, "not decided", 2]);
        }
        assert.equal(sessionAnswer([profile(link), profile(link, "second")], false).status, 409);
    });

    it("ends the command with the worst of the person's profiles", () => {
        const [yes, no, open] = [cell("yes"), cell("no"), cell("not decided")].map(answerOf).map((one) => profile(one));
        const codes = [[yes], [yes, open], [yes, open, no], []].map((profiles) =>
            exitCodeOf(profiles as ProfileAnswer[], true),
        );
        assert.deepEqual(codes, [0, 2, 1, 1]);
    });
});
