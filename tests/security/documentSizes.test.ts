import { strict as assert } from "node:assert";

import { DEV, FULL, recordSettings, settingsOf } from "../deployments/devStack";
import { type DocumentKind, documentsOf, type RegisteredDocument } from "./documents";

/** Characters. Source: IAM and AWS STS quotas; VPC PrivateLink quotas; KMS resource quotas; S3 user guide. */
const LIMITS: Readonly<Record<DocumentKind, number>> = {
    trust: 2048,
    inline: 10240,
    managed: 6144,
    key: 32768,
    endpoint: 20480,
    bucket: 20480,
};

for (const [what, stackFile] of [
    ["dev stack", DEV],
    ["sample with nearly every key", FULL],
] as const) {
    describe(`Documents of the ${what} against AWS's size limits`, () => {
        let documents: RegisteredDocument[];
        before(async () => {
            documents = documentsOf(await recordSettings(settingsOf(stackFile)));
        });

        it("has a document of every kind", () => {
            // The dev stack keeps its flow logs in a log group and has no bucket.
            const kinds = Object.keys(LIMITS).filter((kind) => kind !== "bucket" || stackFile === FULL);
            assert.deepEqual([...new Set(documents.map(({ kind }) => kind))].sort(), kinds.sort());
        });

        it("keeps each within its limit", () => {
            const tooLong = documents.filter(({ kind, text }) => text.length > LIMITS[kind]);
            assert.deepEqual(
                tooLong.map(({ name, text }) => `${name}: ${text.length}`),
                [],
            );
        });

        it("keeps the inline policies of one role together within 10,240", () => {
            const total = new Map<string, number>();
            for (const { kind, role = "", text } of documents) {
                if (kind === "inline") {
                    total.set(role, (total.get(role) ?? 0) + text.length);
                }
            }
            assert.deepEqual(
                [...total.keys()].filter((role) => role === ""),
                [],
            );
            assert.deepEqual(
                [...total].filter(([, length]) => length > LIMITS.inline),
                [],
            );
        });
    });
}
