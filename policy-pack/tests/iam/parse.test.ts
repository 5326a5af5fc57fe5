import assert from "node:assert/strict";
import { asList, parsePolicy, statementName, statements, UNKNOWN_TEXT } from "../../iam";
import { UNKNOWN } from "../../graph/unknown";

const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const document = { Version: "2012-10-17", Statement: [statement] };

describe("parsePolicy", () => {
    it("reads JSON text and plain data alike", () => {
        assert.deepEqual(parsePolicy(JSON.stringify(document)), { document });
        assert.deepEqual(parsePolicy(document), { document });
    });

    it("says that a document is unknown, wholly or in part", () => {
        assert.deepEqual(parsePolicy(UNKNOWN), { unknown: true });
        assert.deepEqual(parsePolicy({ Statement: [{ ...statement, Condition: UNKNOWN }] }), { unknown: true });
        assert.deepEqual(parsePolicy({ Statement: [{ ...statement, Resource: ["a:b:c:d:e:f", UNKNOWN] }] }), {
            document: { Statement: [{ ...statement, Resource: ["a:b:c:d:e:f", UNKNOWN_TEXT] }] },
            unknown: true,
        });
    });

    it("does not quote a text that is not JSON", () => {
        const { problem } = parsePolicy('{"password": hunter2}');
        assert.match(problem ?? "", /^the text is not JSON/);
        assert.doesNotMatch(problem ?? "", /hunter2/);
    });

    const problems: [string, unknown, string][] = [
        ["nothing", undefined, "a policy document is an object with a Statement"],
        ["a list", [], "a policy document is an object with a Statement"],
        ["no Statement", { Version: "2012-10-17" }, "Statement is missing"],
        [
            "another Version",
            { ...document, Version: "2012-10-18" },
            'Version must be one of "2008-10-17", "2012-10-17"',
        ],
        ["another top element", { ...document, Comment: "" }, 'the document has an unknown element "Comment"'],
        ["a statement that is text", { Statement: ["x"] }, "statement 1: must be an object"],
        [
            "Effect in another case",
            { Statement: { ...statement, Effect: "allow" } },
            'statement 1: Effect must be "Allow" or "Deny", in this spelling',
        ],
        [
            "Action and NotAction",
            { Statement: { ...statement, NotAction: "s3:*" } },
            "statement 1: Action and NotAction exclude each other",
        ],
        [
            "neither Action nor NotAction",
            { Statement: { Effect: "Deny", Resource: "*" } },
            "statement 1: Action or NotAction is missing",
        ],
        [
            "an action without service",
            { Statement: { ...statement, Action: "GetObject" } },
            'statement 1: Action: "service:Action" or "*" is expected',
        ],
        [
            "a resource that is a number",
            { Statement: { ...statement, Resource: 7 } },
            "statement 1: Resource: must be a string or a list of strings",
        ],
        [
            "a variable before the fifth colon",
            { ...document, Statement: { ...statement, Resource: "arn:aws:s3:${aws:RequestedRegion}::b" } },
            "statement 1: Resource: a policy variable may stand only after the fifth colon of an ARN",
        ],
        [
            "an open variable",
            { ...document, Statement: { ...statement, Resource: "arn:aws:s3:::${aws:username" } },
            "statement 1: Resource: a policy variable has no closing brace",
        ],
        [
            "a template's variable",
            { ...document, Statement: { ...statement, Condition: { StringEquals: { "aws:SourceVpc": "${VpcId}" } } } },
            "statement 1: Condition StringEquals \"aws:SourceVpc\": ${VpcId} is no policy variable: write ${prefix:key} or ${prefix:key, 'default'}",
        ],
        [
            "NotPrincipal with Allow",
            { Statement: { ...statement, NotPrincipal: { AWS: "111122223333" } } },
            "statement 1: NotPrincipal works with Deny only",
        ],
        [
            "part of a principal as wildcard",
            { Statement: { ...statement, Principal: { AWS: "arn:aws:iam::111122223333:role/*" } } },
            "statement 1: Principal: AWS: a wildcard cannot match part of a principal",
        ],
        [
            "another type of principal",
            { Statement: { ...statement, Principal: { User: "a" } } },
            'statement 1: Principal: it has an unknown element "User"',
        ],
        [
            "NullIfExists",
            { Statement: { ...statement, Condition: { NullIfExists: { "aws:SourceVpc": "true" } } } },
            'statement 1: Condition: "NullIfExists" is no condition operator',
        ],
        [
            "a key twice",
            {
                Statement: {
                    ...statement,
                    Condition: { StringEquals: { "aws:SourceVpc": "a", "AWS:SourceVPC": "b" } },
                },
            },
            'statement 1: Condition StringEquals: key "aws:sourcevpc" is there twice (case does not count)',
        ],
        [
            "a condition value that is an object",
            { Statement: { ...statement, Condition: { StringEquals: { "aws:SourceVpc": {} } } } },
            'statement 1: Condition StringEquals "aws:SourceVpc": values must be strings, numbers or booleans',
        ],
    ];
    for (const [name, value, problem] of problems) {
        it(`reports ${name}`, () => assert.deepEqual(parsePolicy(value), { problem }));
    }

    it("reports all problems at once", () => {
        const { problem } = parsePolicy({
            Statement: [
                { Effect: "No", Action: "s3:*" },
                { ...statement, Extra: 1 },
            ],
        });
        assert.equal(
            problem,
            'statement 1: Effect must be "Allow" or "Deny", in this spelling; statement 2: it has an unknown element "Extra"',
        );
    });

    it("takes text with ${ literally where the version has no variables", () => {
        const old = { Version: "2008-10-17", Statement: { ...statement, Resource: "arn:aws:s3:::${open" } };
        assert.deepEqual(parsePolicy(old), { document: old });
    });
});

describe("statements, statementName and asList", () => {
    it("make no difference between one and a list of one", () => {
        assert.deepEqual(statements({ Statement: { ...statement, Effect: "Allow" } }), [statement]);
        assert.deepEqual(asList("a"), ["a"]);
        assert.deepEqual(asList(["a", "b"]), ["a", "b"]);
        assert.deepEqual(asList(undefined), []);
    });

    it("name statements by Sid, else by number", () => {
        assert.equal(statementName({ Effect: "Allow", Sid: "Read" }, 0), "Read");
        assert.equal(statementName({ Effect: "Allow" }, 0), "statement 1");
        assert.equal(statementName({ Effect: "Allow", Sid: "" }, 4), "statement 5");
    });
});
