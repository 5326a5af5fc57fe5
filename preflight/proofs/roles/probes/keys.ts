import { isUnknown } from "../../../../policy-pack/graph";
import { UNKNOWN_TEXT } from "../../../../policy-pack/iam";
import { type Calls, never } from "../calls";
import type { Store } from "../stores";
import type { Ask, Probe } from "../types";

/**
 * Keys of others; of the stack's own, those that are for logs and messages, and the one for data past S3. The key of
 * homes and volumes is the apps' own.
 */
export function keys(calls: Calls): Probe[] {
    const { outputKey, volumeKey } = calls.world;
    const own = calls.world.keys.filter(({ id }) => id !== volumeKey && !isUnknown(id));
    return [
        ...never("decrypt under a key that is not the stack's", ...decrypt(calls, foreign(calls))),
        ...never(
            "decrypt what is not data",
            ...own.filter(({ id }) => id !== outputKey).flatMap((key) => decrypt(calls, key)),
        ),
        ...never(
            "decrypt data without S3",
            ...own.filter(({ id }) => id === outputKey).flatMap((key) => direct(calls, key)),
        ),
        ...never("hand a key to others", ...calls.world.keys.map((key) => grant(calls, key))),
    ];
}

function direct(calls: Calls, key: Store): Ask {
    return {
        action: "kms:Decrypt",
        resource: isUnknown(key.id) ? calls.arn("kms", `key/${UNKNOWN_TEXT}`) : key.id,
        through: "kms",
        resourcePolicy: key.policy,
    };
}

/** Past the endpoint, which lets no grants through and would hide what policies say. */
function grant(calls: Calls, key: Store): Ask {
    const { through: _endpoint, ...ask } = direct(calls, key);
    return { ...ask, action: "kms:CreateGrant", context: { "kms:GrantIsForAWSResource": "false" } };
}

/** By itself, and as S3 asks in the caller's name. */
function decrypt(calls: Calls, key: Store): Ask[] {
    const { through: _endpoint, ...ask } = direct(calls, key);
    const { region } = calls.world.intent.facts;
    return [
        direct(calls, key),
        { ...ask, context: { "kms:ViaService": `s3.${region}.amazonaws.com`, "aws:ViaAWSService": "true" } },
    ];
}

/** A key of the account whose policy leaves everything to IAM, as AWS's default does. */
function foreign(calls: Calls): Store {
    const { account, partition } = calls.world.intent.facts;
    return {
        name: "a key of others",
        id: calls.arn("kms", "key/00000000-0000-4000-8000-000000000000"),
        policy: {
            name: "policy of a key of others (assumed to leave it to IAM)",
            document: {
                Version: "2012-10-17",
                Statement: {
                    Sid: "Assumed",
                    Effect: "Allow",
                    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
                    Action: "kms:*",
                    Resource: "*",
                },
            },
        },
    };
}
