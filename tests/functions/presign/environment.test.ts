import { strict as assert } from "node:assert";

import { readEnvironment } from "../../../assets/functions/presign/environment";

const RIGHT = {
    TABLE: "private-studio-prod-access-directory",
    TAG_KEY: "studiouserid",
    LINK_SECONDS: "20",
    SESSION_SECONDS: "28800",
    REGION: "eu-west-1",
    PARTITION: "aws",
};

describe("presign function: environment", () => {
    it("is read", () => {
        assert.deepEqual(readEnvironment(RIGHT), {
            table: "private-studio-prod-access-directory",
            tagKey: "studiouserid",
            linkSeconds: 20,
            sessionSeconds: 28_800,
            region: "eu-west-1",
            partition: "aws",
        });
    });

    for (const [name, limits, outside] of [
        ["LINK_SECONDS", ["5", "30"], ["", "4", "31", "300", "20.5", "twenty", "NaN"]],
        ["SESSION_SECONDS", ["1800", "43200"], ["", "1799", "43201", "0", "-1"]],
        ["REGION", ["us-gov-east-1", "ap-southeast-2"], ["", "eu-west-1.attacker.example", "EU-WEST-1"]],
        ["PARTITION", ["aws-cn", "aws-us-gov"], ["", "aws-eusc", "toString", "*"]],
        ["TABLE", ["abc"], ["", "ab", "a table", "arn:aws:dynamodb:eu-west-1:111122223333:table/x"]],
        ["TAG_KEY", ["team:person"], ["", "two words", "k".repeat(129)]],
    ] as const) {
        it(`takes ${limits.join(" and ")} for ${name}`, () => {
            for (const value of limits) {
                assert.doesNotThrow(() => readEnvironment({ ...RIGHT, [name]: value }), value);
            }
        });
        for (const value of outside) {
            it(`refuses ${JSON.stringify(value)} for ${name}`, () => {
                assert.throws(() => readEnvironment({ ...RIGHT, [name]: value }), {
                    message: `The function's environment lacks a valid ${name}; deploy the stack again`,
                });
            });
        }
    }
});
