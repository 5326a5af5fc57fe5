import { strict as assert } from "node:assert";

import type { RequestContext } from "../../../policy-pack/iam";
import type { RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { askTrust, roleOf, sessionOf } from "../role";
import { OPERATORS, PEOPLE, recordUserRole } from "../userStack";

describe("Trust of StudioUserRole", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordUserRole();
    });

    it("is exactly this", () => {
        const onlyThisTag = { "ForAllValues:StringEquals": { "aws:TagKeys": ["employeeNumber"] } };
        assert.deepEqual(roleOf(recording, "user").trust, {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "PeopleWithTheirOwnTag",
                    Effect: "Allow",
                    Principal: { AWS: [PEOPLE] },
                    Action: ["sts:AssumeRole", "sts:TagSession"],
                    Condition: {
                        ...onlyThisTag,
                        StringEquals: { "aws:RequestTag/employeeNumber": "${aws:PrincipalTag/employeeNumber}" },
                    },
                },
                {
                    Sid: "OperatorsForOthers",
                    Effect: "Allow",
                    Principal: { AWS: [OPERATORS] },
                    Action: ["sts:AssumeRole", "sts:TagSession"],
                    Condition: { ...onlyThisTag, Null: { "aws:RequestTag/employeeNumber": "false" } },
                },
            ],
        });
    });

    /** The caller carries the tag `own` and asks for the tags `asked`. */
    const request = (own: string | undefined, asked: Readonly<Record<string, string>>): RequestContext => ({
        ...(own === undefined ? {} : { "aws:PrincipalTag/employeeNumber": own }),
        ...Object.fromEntries(Object.entries(asked).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
        ...(Object.keys(asked).length === 0 ? {} : { "aws:TagKeys": Object.keys(asked) }),
    });
    const stranger = `arn:aws:iam::${PLACE.account}:role/administrator`;
    const foreign = "arn:aws:iam::444455556666:role/data-scientists";
    const people = "allowed by PeopleWithTheirOwnTag";
    const forOthers = "allowed by OperatorsForOthers";
    const rows: readonly (readonly [string, string, RequestContext, string])[] = [
        ["a person with their own tag", PEOPLE, request("a1", { employeeNumber: "a1" }), people],
        ["a person with a colleague's", PEOPLE, request("a1", { employeeNumber: "a2" }), "no Allow in resource"],
        [
            "a person with theirs in another case",
            PEOPLE,
            request("a1", { employeeNumber: "A1" }),
            "no Allow in resource",
        ],
        ["a person without asking for a tag", PEOPLE, request("a1", {}), "no Allow in resource"],
        [
            "an untagged person who asks for one",
            PEOPLE,
            request(undefined, { employeeNumber: "a1" }),
            "no Allow in resource",
        ],
        ["an untagged person without one", PEOPLE, request(undefined, {}), "no Allow in resource"],
        [
            "a person with a tag more",
            PEOPLE,
            request("a1", { employeeNumber: "a1", admin: "true" }),
            "no Allow in resource",
        ],
        ["an operator for somebody", OPERATORS, request(undefined, { employeeNumber: "a2" }), forOthers],
        ["an operator for nobody", OPERATORS, request("a9", {}), "no Allow in resource"],
        [
            "an operator with a tag more",
            OPERATORS,
            request("a9", { employeeNumber: "a2", admin: "1" }),
            "no Allow in resource",
        ],
        ["an administrator", stranger, request("a1", { employeeNumber: "a1" }), "no Allow in resource"],
        ["a role of that name elsewhere", foreign, request("a1", { employeeNumber: "a1" }), "no Allow in resource"],
    ];
    for (const [who, roleArn, context, answer] of rows) {
        for (const action of ["sts:AssumeRole", "sts:TagSession"]) {
            it(`${who}, ${action}: ${answer}`, () => {
                assert.equal(askTrust(roleOf(recording, "user"), sessionOf(roleArn), action, context), answer);
            });
        }
    }

    it("lets nobody set a source identity or chain on with other calls", () => {
        const role = roleOf(recording, "user");
        const context = request("a1", { employeeNumber: "a1" });
        for (const action of ["sts:SetSourceIdentity", "sts:AssumeRoleWithWebIdentity", "sts:SetContext"]) {
            assert.equal(askTrust(role, sessionOf(PEOPLE), action, context), "no Allow in resource", action);
        }
    });

    it("names no operators where the stack has none", async () => {
        const role = roleOf(await recordUserRole({ operators: [] }), "user");
        const context = request(undefined, { employeeNumber: "a2" });
        assert.equal(askTrust(role, sessionOf(OPERATORS), "sts:AssumeRole", context), "no Allow in resource");
        assert.equal((role.trust.Statement as readonly unknown[]).length, 1);
    });
});
