import { strict as assert } from "node:assert";

import type { Caller, PolicyDocument, RequestContext } from "../../../policy-pack/iam";
import { ask, build, INSIDE, NAMES, OUTSIDE, policyOf, WHO } from "./fixture";

const OURS: RequestContext = {
    "aws:SecureTransport": "true",
    "aws:SourceAccount": "111122223333",
    "aws:SourceArn": `arn:aws:s3:::${NAMES.data}`,
};
const FOLDER = `/${NAMES.data}/2026-11-21`;

const ROWS: readonly (readonly [string, Caller, string, string, RequestContext, string])[] = [
    ["logs of the data bucket", WHO.logging, "s3:PutObject", FOLDER, OURS, "allowed"],
    [
        "logs of the bucket for models",
        WHO.logging,
        "s3:PutObject",
        `/${NAMES.models}/x`,
        { ...OURS, "aws:SourceArn": `arn:aws:s3:::${NAMES.models}` },
        "allowed",
    ],
    [
        "logs of another account's bucket",
        WHO.logging,
        "s3:PutObject",
        FOLDER,
        { ...OURS, "aws:SourceAccount": "444455556666" },
        "not allowed",
    ],
    [
        "logs of another bucket",
        WHO.logging,
        "s3:PutObject",
        FOLDER,
        { ...OURS, "aws:SourceArn": "arn:aws:s3:::somebody-elses" },
        "not allowed",
    ],
    [
        "its own logs, without end",
        WHO.logging,
        "s3:PutObject",
        `/${NAMES.accessLogs}/x`,
        { ...OURS, "aws:SourceArn": `arn:aws:s3:::${NAMES.accessLogs}` },
        "not allowed",
    ],
    ["a folder of no bucket", WHO.logging, "s3:PutObject", "/x", OURS, "not allowed"],
    ["the delivery reads", WHO.logging, "s3:GetObject", FOLDER, OURS, "not allowed"],
    ["another service writes", WHO.trail, "s3:PutObject", FOLDER, OURS, "not allowed"],
    [
        "a delivery without TLS",
        WHO.logging,
        "s3:PutObject",
        FOLDER,
        { ...OURS, "aws:SecureTransport": "false" },
        "denied by NothingWithoutTls",
    ],
    ["whom IAM allows reads", WHO.administrator, "s3:GetObject", FOLDER, OUTSIDE, "allowed"],
    ["whom IAM allows writes", WHO.administrator, "s3:PutObject", FOLDER, OUTSIDE, "denied by NobodyWritesLogs"],
    ["break-glass writes", WHO.breakGlass, "s3:PutObject", FOLDER, OUTSIDE, "denied by NobodyWritesLogs"],
    ["the deployer empties", WHO.deployer, "s3:DeleteObjectVersion", FOLDER, OUTSIDE, "allowed"],
    ["Studio reads", WHO.studio, "s3:GetObject", FOLDER, INSIDE, "denied by NotForStudio"],
    ["Studio lists", WHO.domainDefault, "s3:ListBucket", "", INSIDE, "denied by NotForStudio"],
    ["another account reads", WHO.stranger, "s3:GetObject", FOLDER, OUTSIDE, "denied by ThisAccountOnly"],
];

describe("Policy of the bucket for access logs", () => {
    let document: PolicyDocument;
    before(async () => {
        document = policyOf(await build(), "buckets-access-logs");
    });

    for (const [what, caller, action, path, context, answer] of ROWS) {
        it(`${what}, ${action}: ${answer}`, () => {
            assert.equal(ask(document, caller, action, `arn:aws:s3:::${NAMES.accessLogs}${path}`, context), answer);
        });
    }
});
