import { type BucketNames, bucketNames, Buckets, type BucketsArgs } from "../../../components/security";
import {
    type Caller,
    derivedContext,
    evaluate,
    type PolicyDocument,
    type RequestContext,
} from "../../../policy-pack/iam";
import { inputsOf, recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, PLACE, STACK } from "../../place";
import { EVERYTHING, sessionOf } from "../role";

export const BUCKET = "aws:s3/bucket:Bucket";
export const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

export const KEY = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
/** The endpoint the buckets are reached through. */
export const ENDPOINT = "vpce-0123456789abcdef0";

const role = (name: string, account = PLACE.account): Caller => sessionOf(`arn:aws:iam::${account}:role/${name}`);

/** Everybody who may come by. */
export const WHO = {
    studio: role("fixture/test/data-scientist"),
    domainDefault: role("execution"),
    deployer: role("deployer"),
    breakGlass: role("break-glass"),
    /** Of the account, known to nobody here, with every permission IAM can give. */
    administrator: role("administrator"),
    stranger: role("data-scientist", "444455556666"),
    anybody: { arn: "anonymous", account: "", type: "anonymous" },
    root: { arn: `arn:aws:iam::${PLACE.account}:root`, account: PLACE.account, type: "root" },
    trail: { arn: "cloudtrail.amazonaws.com", account: "", type: "service" },
    logging: { arn: "logging.s3.amazonaws.com", account: "", type: "service" },
} as const satisfies Record<string, Caller>;

const ARGS: BucketsArgs = {
    place: PLACE,
    partition: "aws",
    canvas: false,
    dataKeyArn: KEY,
    wayIn: { endpointId: ENDPOINT },
    studioRoles: ["arn:aws:iam::111122223333:role/execution", "arn:aws:iam::111122223333:role/fixture/test/*"],
    deployers: ["arn:aws:iam::111122223333:role/deployer"],
    breakGlass: ["arn:aws:iam::111122223333:role/break-glass"],
    noncurrentDays: 30,
    otherLogSources: [],
    accessLogDays: 365,
    emptyOnDestroy: false,
    protect: true,
    tags: { project: "fixture" },
};

/** Physical names of the fixture's buckets. */
export const NAMES: BucketNames = bucketNames(PLACE);

/** Records the buckets. */
export function build(changes: Partial<BucketsArgs> = {}, unknown = false): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            new Buckets("buckets", { ...ARGS, ...changes }, inPlace());
        },
        { ...STACK, unknown },
    );
}

/** Policy of a bucket, by the logical name of the bucket. */
export function policyOf(recording: RecordedComponent, name: string): PolicyDocument {
    return JSON.parse(String(inputsOf(recording, POLICY, name).policy)) as PolicyDocument;
}

/** A request from inside: through the endpoint, with TLS. */
export const INSIDE: RequestContext = {
    "aws:SecureTransport": "true",
    "aws:ViaAWSService": "false",
    "aws:SourceVpce": ENDPOINT,
    "aws:SourceVpc": "vpc-studio",
};
/** A request over the internet. */
export const OUTSIDE: RequestContext = { "aws:SecureTransport": "true", "aws:ViaAWSService": "false" };

/**
 * What the bucket's policy says to a caller whose own policies allow everything: `allowed`, `denied by <Sids>`, or
 * `not allowed`.
 */
export function ask(
    document: PolicyDocument,
    caller: Caller,
    action: string,
    resource: string,
    context: RequestContext,
): string {
    const request = {
        caller,
        action,
        resource,
        resourceAccount: PLACE.account,
        context: { ...derivedContext({ caller, resourceAccount: PLACE.account }), ...context },
    };
    const ofAccount = caller.account !== "";
    const { kind, deciding } = evaluate(request, {
        identity: ofAccount ? [EVERYTHING] : [],
        resource: { name: "bucket policy", document },
    });
    if (kind === "allow") {
        return "allowed";
    }
    return kind === "explicit deny"
        ? `denied by ${deciding.map(({ statement }) => statement).join(", ")}`
        : "not allowed";
}
