import { isUnknown } from "../../../../policy-pack/graph";
import { type RequestContext, UNKNOWN_TEXT } from "../../../../policy-pack/iam";
import { type Calls, COLLEAGUE, never } from "../calls";
import type { Store } from "../stores";
import type { Ask, Probe } from "../types";

/** An account that is nobody's here. */
const STRANGER = "999900001111";

const READING = ["s3:GetObject"] as const;
const WRITING = ["s3:DeleteObject", "s3:PutObject"] as const;

/** Objects of others, of the deployment and of strangers; the own ones by another way or under another key. */
export function buckets(calls: Calls): Probe[] {
    const { dataBucket, recordBuckets, workBuckets } = calls.world;
    return [
        ...never("read a bucket that is not the stack's", strangers("s3:GetObject", calls)),
        ...never("write to a bucket that is not the stack's", strangers("s3:PutObject", calls)),
        ...workBuckets.flatMap((bucket) => ofOthers(calls, bucket)),
        ...recordBuckets.flatMap((bucket) => records(calls, bucket)),
        ...[...workBuckets, ...recordBuckets].flatMap((bucket) => management(calls, bucket)),
        ...(dataBucket === undefined ? [] : ownData(calls, dataBucket)),
    ];
}

function ofOthers(calls: Calls, bucket: Store): Probe[] {
    const on = (actions: readonly string[], ...keys: readonly string[]): Ask[] =>
        keys.flatMap((key) => actions.map((action) => object(calls, action, bucket, key)));
    const theirs = [`users/${COLLEAGUE}/data.csv`, `Canvas/${COLLEAGUE}/data.csv`];
    const teams = `teams/${calls.otherTeam ?? "nobodys-team"}/data.csv`;
    return [
        ...never("read a colleague's data", ...on(READING, ...theirs)),
        ...never("change a colleague's data", ...on(WRITING, ...theirs)),
        ...never("read another team's data", ...on(READING, teams)),
        ...never("change another team's data", ...on(WRITING, teams)),
        ...never("change files of the deployment", ...on(WRITING, "studio/probe.yaml")),
        ...never("read what lies in no folder", ...on(READING, "data.csv")),
    ];
}

function records(calls: Calls, bucket: Store): Probe[] {
    const on = (action: string): Ask => object(calls, action, bucket, "AWSLogs/records.json.gz");
    return [...never("read records", ...READING.map(on)), ...never("change records", ...WRITING.map(on))];
}

function management(calls: Calls, bucket: Store): Probe[] {
    return never("change who reads a bucket", {
        ...object(calls, "s3:PutBucketPolicy", bucket, ""),
        resource: bucketArn(calls, bucket),
    });
}

/** What the bucket itself denies even those whose folder it is. */
function ownData(calls: Calls, bucket: Store): Probe[] {
    const folder = calls.subject.team === undefined ? "shared" : `teams/${calls.subject.team}`;
    const { through: _endpoint, ...elsewhere } = object(calls, "s3:GetObject", bucket, `${folder}/data.csv`);
    const put = (context: RequestContext): Ask => ({
        ...object(calls, "s3:PutObject", bucket, `${folder}/data.csv`),
        context,
    });
    return [
        ...never("read data from outside the network", elsewhere),
        ...never(
            "write data under another key",
            put({
                "s3:x-amz-server-side-encryption": "aws:kms",
                "s3:x-amz-server-side-encryption-aws-kms-key-id": calls.arn("kms", "key/somebody-elses"),
            }),
        ),
    ];
}

/** A call on an object of a bucket of the stack, through the endpoint. */
export function object(calls: Calls, action: string, bucket: Store, key: string): Ask {
    return { action, resource: `${bucketArn(calls, bucket)}/${key}`, through: "s3", resourcePolicy: bucket.policy };
}

function bucketArn({ world }: Calls, { id }: Store): string {
    return `arn:${world.intent.facts.partition}:s3:::${isUnknown(id) ? UNKNOWN_TEXT : id}`;
}

/** A stranger's bucket that lets everybody in: what a proof must not lean on is its policy. */
function strangers(action: string, { world }: Calls): Ask {
    return {
        action,
        resource: `arn:${world.intent.facts.partition}:s3:::somebody-elses-bucket/data.csv`,
        resourceAccount: STRANGER,
        through: "s3",
        resourcePolicy: {
            name: "policy of somebody else's bucket (assumed to allow everybody)",
            document: {
                Version: "2012-10-17",
                Statement: { Sid: "Assumed", Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" },
            },
        },
    };
}
