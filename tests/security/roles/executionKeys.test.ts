import { strict as assert } from "node:assert";

import type { RequestContext } from "../../../policy-pack/iam";
import { inputsOf, type RecordedComponent } from "../../harness";
import { PLACE } from "../../place";
import { ALICE, arn } from "./cases/shape";
import { recordRoles, SCIENTIST } from "./rolesStack";
import { ask, keyPolicyOf, type Layers, roleOf } from "../role";

const KEY = "aws:kms/key:Key";

describe("ExecutionRole and keys", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordRoles();
    });

    const via: RequestContext = { ...ALICE, "kms:ViaService": "ec2.eu-west-1.amazonaws.com" };
    const rows: readonly (readonly [string, string, string, RequestContext, string])[] = [
        ["its volumes through EC2", "keys-domain", "kms:Decrypt", via, "allowed by UseThroughStudio, DomainKey"],
        [
            "a new volume's key",
            "keys-domain",
            "kms:GenerateDataKeyWithoutPlaintext",
            via,
            "allowed by UseThroughStudio, DomainKey",
        ],
        ["the key by itself", "keys-domain", "kms:Decrypt", ALICE, "no Allow in resource"],
        [
            "the key for a service's volume",
            "keys-domain",
            "kms:CreateGrant",
            { ...via, "kms:GrantIsForAWSResource": "true" },
            "allowed by GrantsOfServices, DomainKeyForServices",
        ],
        [
            "the key for somebody",
            "keys-domain",
            "kms:CreateGrant",
            { ...via, "kms:GrantIsForAWSResource": "false" },
            "no Allow in resource",
        ],
        ["changing the key's policy", "keys-domain", "kms:PutKeyPolicy", ALICE, "no Allow in identity"],
        ["deleting the key", "keys-domain", "kms:ScheduleKeyDeletion", ALICE, "no Allow in identity"],
        ["the logs' key", "keys-logs", "kms:Decrypt", via, "no Allow in resource"],
    ];
    for (const [what, key, action, context, answer] of rows) {
        it(`${what}, ${action} on ${key}: ${answer}`, () => {
            const resource = keyPolicyOf(recording, key);
            const keyArn = String(inputsOf(recording, KEY, key).arn);
            const found = ask(roleOf(recording, SCIENTIST), action, keyArn, context, { resource });
            assert.equal(found, answer);
        });
    }

    it("another key, even one whose policy leaves the choice to IAM", () => {
        const root = { AWS: `arn:aws:iam::${PLACE.account}:root` };
        const layers: Layers = {
            resource: {
                name: "default key policy",
                document: {
                    Version: "2012-10-17",
                    Statement: { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" },
                },
            },
        };
        const found = ask(roleOf(recording, SCIENTIST), "kms:Decrypt", arn("kms", "key/other"), via, layers);
        assert.equal(found, "no Allow in identity");
    });
});
