import { strict as assert } from "node:assert";

import fc from "fast-check";

import type { Caller, PolicyDocument, RequestContext } from "../../../policy-pack/iam";
import type { RecordedComponent } from "../../harness";
import { ask, build, ENDPOINT, INSIDE, KEY, NAMES, OUTSIDE, policyOf, WHO } from "./fixture";

type Row = readonly [
    what: string,
    caller: Caller,
    action: string,
    path: string,
    context: RequestContext,
    answer: string,
];

const ENDPOINT_ONLY = "denied by DataThroughTheEndpointOnly";
const OTHER_ENDPOINT = { ...INSIDE, "aws:SourceVpce": "vpce-0fedcba9876543210" };
const OTHER_VPC = { ...OTHER_ENDPOINT, "aws:SourceVpc": "vpc-other" };
const THROUGH_ATHENA = { ...OUTSIDE, "aws:ViaAWSService": "true", "aws:CalledVia": ["athena.amazonaws.com"] };
const OTHER_KEY = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555";

const SSE = "s3:x-amz-server-side-encryption";
const SSE_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const SSE_C = "s3:x-amz-server-side-encryption-customer-algorithm";

const ROWS: readonly Row[] = [
    ["Studio from inside", WHO.studio, "s3:GetObject", "/users/alice/x", INSIDE, "allowed"],
    ["Studio lists from inside", WHO.studio, "s3:ListBucket", "", INSIDE, "allowed"],
    ["the domain's default role from inside", WHO.domainDefault, "s3:PutObject", "/shared/x", INSIDE, "allowed"],
    ["Studio's credentials outside", WHO.studio, "s3:GetObject", "/users/alice/x", OUTSIDE, ENDPOINT_ONLY],
    ["Studio's credentials in the console", WHO.studio, "s3:ListBucket", "", OUTSIDE, ENDPOINT_ONLY],
    ["another endpoint of the VPC", WHO.studio, "s3:GetObject", "/x", OTHER_ENDPOINT, ENDPOINT_ONLY],
    ["another VPC", WHO.studio, "s3:GetObject", "/x", OTHER_VPC, ENDPOINT_ONLY],
    ["Studio writes from outside", WHO.studio, "s3:PutObject", "/x", OUTSIDE, ENDPOINT_ONLY],
    ["Studio deletes from outside", WHO.studio, "s3:DeleteObject", "/x", OUTSIDE, ENDPOINT_ONLY],
    ["old versions from outside", WHO.studio, "s3:GetObjectVersion", "/x", OUTSIDE, ENDPOINT_ONLY],
    ["versions listed from outside", WHO.studio, "s3:ListBucketVersions", "", OUTSIDE, ENDPOINT_ONLY],
    ["an administrator in the console", WHO.administrator, "s3:GetObject", "/x", OUTSIDE, ENDPOINT_ONLY],
    ["an administrator lists in the console", WHO.administrator, "s3:ListBucket", "", OUTSIDE, ENDPOINT_ONLY],
    ["the account's root user in the console", WHO.root, "s3:GetObject", "/x", OUTSIDE, ENDPOINT_ONLY],
    ["an administrator changes the policy", WHO.administrator, "s3:PutBucketPolicy", "", OUTSIDE, "allowed"],
    ["the root user takes the policy away", WHO.root, "s3:DeleteBucketPolicy", "", OUTSIDE, "allowed"],
    ["the deployer refreshes", WHO.deployer, "s3:ListBucket", "", OUTSIDE, "allowed"],
    ["the deployer empties", WHO.deployer, "s3:DeleteObjectVersion", "/x", OUTSIDE, "allowed"],
    ["the deployer deletes the bucket", WHO.deployer, "s3:DeleteBucket", "", OUTSIDE, "allowed"],
    ["break-glass reads from outside", WHO.breakGlass, "s3:GetObject", "/users/alice/x", OUTSIDE, "allowed"],
    ["break-glass writes from outside", WHO.breakGlass, "s3:PutObject", "/shared/x", OUTSIDE, "allowed"],
    ["Athena in Studio's name", WHO.studio, "s3:GetObject", "/x", THROUGH_ATHENA, "allowed"],
    ["another account from inside", WHO.stranger, "s3:GetObject", "/x", INSIDE, "denied by ThisAccountOnly"],
    [
        "another account through a service",
        WHO.stranger,
        "s3:GetObject",
        "/x",
        THROUGH_ATHENA,
        "denied by ThisAccountOnly",
    ],
    [
        "another account from outside",
        WHO.stranger,
        "s3:PutObject",
        "/x",
        OUTSIDE,
        "denied by ThisAccountOnly, DataThroughTheEndpointOnly",
    ],
    [
        "somebody unknown",
        WHO.anybody,
        "s3:GetObject",
        "/x",
        OUTSIDE,
        "denied by ThisAccountOnly, DataThroughTheEndpointOnly",
    ],
    ["a service nobody lets in", WHO.trail, "s3:PutObject", "/x", { "aws:SecureTransport": "true" }, "not allowed"],
    [
        "Studio without TLS",
        WHO.studio,
        "s3:GetObject",
        "/x",
        { ...INSIDE, "aws:SecureTransport": "false" },
        "denied by NothingWithoutTls",
    ],
    [
        "the deployer without TLS",
        WHO.deployer,
        "s3:PutBucketPolicy",
        "",
        { ...OUTSIDE, "aws:SecureTransport": "false" },
        "denied by NothingWithoutTls",
    ],
    ["an upload that names no key", WHO.studio, "s3:PutObject", "/x", INSIDE, "allowed"],
    [
        "an upload under the bucket's key",
        WHO.studio,
        "s3:PutObject",
        "/x",
        { ...INSIDE, [SSE]: "aws:kms", [SSE_KEY]: KEY },
        "allowed",
    ],
    [
        "an upload under another key",
        WHO.studio,
        "s3:PutObject",
        "/x",
        { ...INSIDE, [SSE]: "aws:kms", [SSE_KEY]: OTHER_KEY },
        "denied by NoOtherKey",
    ],
    [
        "an upload under another key by break-glass",
        WHO.breakGlass,
        "s3:PutObject",
        "/x",
        { ...OUTSIDE, [SSE]: "aws:kms", [SSE_KEY]: OTHER_KEY },
        "denied by NoOtherKey",
    ],
    [
        "an upload under S3's own key",
        WHO.studio,
        "s3:PutObject",
        "/x",
        { ...INSIDE, [SSE]: "AES256" },
        "denied by NoOtherEncryption",
    ],
    [
        "an upload under two layers, of which one is not the bucket's",
        WHO.studio,
        "s3:PutObject",
        "/x",
        { ...INSIDE, [SSE]: "aws:kms:dsse", [SSE_KEY]: KEY },
        "denied by NoOtherEncryption",
    ],
    [
        "an upload under the account's aws/s3 key",
        WHO.studio,
        "s3:PutObject",
        "/x",
        { ...INSIDE, [SSE]: "aws:kms" },
        "denied by NoKeyOfTheAccounts",
    ],
    [
        "an upload under a key of their own",
        WHO.studio,
        "s3:PutObject",
        "/x",
        { ...INSIDE, [SSE_C]: "AES256" },
        "denied by NoKeyOfTheirOwn",
    ],
    ["Studio deletes, which can be undone", WHO.studio, "s3:DeleteObject", "/x", INSIDE, "allowed"],
    [
        "Studio deletes an old version",
        WHO.studio,
        "s3:DeleteObjectVersion",
        "/x",
        INSIDE,
        "denied by StudioManagesNothing",
    ],
    ["Studio opens the bucket", WHO.studio, "s3:PutBucketPolicy", "", INSIDE, "denied by StudioManagesNothing"],
    [
        "Studio lets versions expire",
        WHO.studio,
        "s3:PutLifecycleConfiguration",
        "",
        INSIDE,
        "denied by StudioManagesNothing",
    ],
    [
        "Studio copies it all elsewhere",
        WHO.domainDefault,
        "s3:PutReplicationConfiguration",
        "",
        OUTSIDE,
        "denied by StudioManagesNothing",
    ],
    ["Studio reads the deployment's files", WHO.studio, "s3:GetObject", "/studio/config.yaml", INSIDE, "allowed"],
    [
        "Studio writes the deployment's files",
        WHO.studio,
        "s3:PutObject",
        "/studio/config.yaml",
        INSIDE,
        "denied by FilesOfTheDeployment",
    ],
    [
        "an administrator writes the deployment's files",
        WHO.administrator,
        "s3:PutObject",
        "/studio/config.yaml",
        INSIDE,
        "denied by FilesOfTheDeployment",
    ],
    [
        "Studio deletes the deployment's files",
        WHO.studio,
        "s3:DeleteObject",
        "/studio/config.yaml",
        INSIDE,
        "denied by FilesOfTheDeployment",
    ],
    ["the deployer writes its files", WHO.deployer, "s3:PutObject", "/studio/config.yaml", OUTSIDE, "allowed"],
    ["a folder that begins alike", WHO.studio, "s3:PutObject", "/studio-2/x", INSIDE, "allowed"],
];

/** What differs while nobody has said who deploys. */
const WITHOUT_DEPLOYERS: readonly Row[] = [
    ["Studio's credentials outside", WHO.studio, "s3:GetObject", "/x", OUTSIDE, ENDPOINT_ONLY],
    ["the default role's credentials outside", WHO.domainDefault, "s3:ListBucket", "", OUTSIDE, ENDPOINT_ONLY],
    ["another VPC", WHO.studio, "s3:GetObject", "/x", OTHER_VPC, ENDPOINT_ONLY],
    ["whoever deploys", WHO.administrator, "s3:ListBucket", "", OUTSIDE, "allowed"],
    ["whoever deploys, with files for Studio", WHO.administrator, "s3:PutObject", "/studio/x", OUTSIDE, "allowed"],
    [
        "Studio writes the deployment's files",
        WHO.studio,
        "s3:PutObject",
        "/studio/x",
        INSIDE,
        "denied by FilesOfTheDeployment",
    ],
    ["another account", WHO.stranger, "s3:GetObject", "/x", OUTSIDE, "denied by ThisAccountOnly"],
    ["somebody unknown", WHO.anybody, "s3:GetObject", "/x", OUTSIDE, "denied by ThisAccountOnly"],
];

describe("Policy of the data bucket", () => {
    let document: PolicyDocument;
    let withoutDeployers: PolicyDocument;
    before(async () => {
        document = policyOf(await build(), "buckets-data");
        withoutDeployers = policyOf(await build({ deployers: [], breakGlass: [] }), "buckets-data");
    });
    const at = (path: string): string => `arn:aws:s3:::${NAMES.data}${path}`;

    for (const [what, caller, action, path, context, answer] of ROWS) {
        it(`${what}, ${action}: ${answer}`, () => {
            assert.equal(ask(document, caller, action, at(path), context), answer);
        });
    }

    describe("while no deployer is named", () => {
        for (const [what, caller, action, path, context, answer] of WITHOUT_DEPLOYERS) {
            it(`${what}, ${action}: ${answer}`, () => {
                assert.equal(ask(withoutDeployers, caller, action, at(path), context), answer);
            });
        }
    });

    it("lets Studio's credentials through no endpoint but one, whatever its id", () => {
        const id = fc.stringMatching(/^vpce-[0-9a-f]{17}$/);
        fc.assert(
            fc.property(id, fc.constantFrom(document, withoutDeployers), (endpoint, policy) => {
                const context = { ...INSIDE, "aws:SourceVpce": endpoint };
                const expected = endpoint === ENDPOINT ? "allowed" : ENDPOINT_ONLY;
                assert.equal(ask(policy, WHO.studio, "s3:GetObject", at("/x"), context), expected);
            }),
        );
    });

    it("takes the VPC for the way in where no endpoint of the network is known", async () => {
        const policy = policyOf(await build({ wayIn: { vpcId: "vpc-studio" } }), "buckets-data");
        const get = (context: RequestContext): string => ask(policy, WHO.studio, "s3:GetObject", at("/x"), context);
        assert.deepEqual([INSIDE, OTHER_VPC, OUTSIDE].map(get), ["allowed", ENDPOINT_ONLY, ENDPOINT_ONLY]);
    });
});

describe("Policies of the buckets for models and Canvas", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build({ canvas: true });
    });

    for (const [name, bucket] of [
        ["buckets-models", NAMES.models],
        ["buckets-canvas", NAMES.canvas],
    ] as const) {
        it(`hold ${bucket} like the data bucket, but for the deployment's files, which are not there`, () => {
            const say = (caller: Caller, action: string, path: string, context: RequestContext): string =>
                ask(policyOf(recording, name), caller, action, `arn:aws:s3:::${bucket}${path}`, context);
            assert.deepEqual(
                [
                    say(WHO.studio, "s3:GetObject", "/x", INSIDE),
                    say(WHO.studio, "s3:GetObject", "/x", OUTSIDE),
                    say(WHO.studio, "s3:PutObject", "/x", { ...INSIDE, [SSE]: "AES256" }),
                    say(WHO.studio, "s3:PutBucketPolicy", "", INSIDE),
                    say(WHO.studio, "s3:PutObject", "/studio/x", INSIDE),
                ],
                ["allowed", ENDPOINT_ONLY, "denied by NoOtherEncryption", "denied by StudioManagesNothing", "allowed"],
            );
        });
    }
});
