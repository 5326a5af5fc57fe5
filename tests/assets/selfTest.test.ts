import assert from "node:assert/strict";
import path from "node:path";

import {
    ALL,
    answerS3,
    before,
    type Double,
    type Doubles,
    failAws,
    HEALTHY,
    refuseAws,
    type Run,
    StudioApp,
} from "./studioApp";

const NAMES = "the SageMaker API's name resolves to private addresses";
const API = "the SageMaker API is reached";
const OUTSIDE = "outside.invalid does not resolve";
const BUCKET = "bucket open-data is refused by the S3 endpoint";
const DATA = "bucket our-data can be used";
const JOB = "a job outside the VPC is refused";
const LINK = "a link to zoe's profile is refused";

const HEALTHY_ROWS = [
    [NAMES, "10.50.32.9 10.50.33.7"],
    [API, "it answers"],
    ["resolver 1.1.1.1 is refused over UDP", "no answer"],
    ["resolver 1.1.1.1 is refused over TCP", "no answer"],
    ["resolver 8.8.8.8 is refused over UDP", "no answer"],
    ["resolver 8.8.8.8 is refused over TCP", "no answer"],
    ["pypi.org is reached over HTTPS", "it answers"],
    [OUTSIDE, "no address"],
    ["outside.invalid is refused over HTTPS", "no answer (curl 6)"],
    ["outside.invalid is refused over HTTP", "no answer (curl 6)"],
    ["one.one.one.one is refused over HTTPS by its address", "no answer (curl 28)"],
    ["one.one.one.one is refused over HTTP by its address", "no answer (curl 28)"],
    ["address 1.1.1.1 is refused over HTTPS", "no answer (curl 35)"],
    ["address 1.1.1.1 is refused over HTTP", "no answer (curl 28)"],
    [BUCKET, "AccessDenied"],
    [DATA, "written, listed, read, deleted"],
    [JOB, "AccessDeniedException"],
    [LINK, "AccessDeniedException"],
] as const;

/** Healthy answers with these before them. */
function but(changes: Readonly<Partial<Record<keyof typeof HEALTHY, Double>>>): Doubles {
    const changed = Object.entries(changes).map(([name, answers]) => [
        name,
        before(answers, HEALTHY[name as keyof typeof HEALTHY]),
    ]);
    return { ...HEALTHY, ...(Object.fromEntries(changed) as Doubles) };
}

function without(...names: readonly (keyof typeof HEALTHY)[]): Doubles {
    return Object.fromEntries(
        Object.entries(HEALTHY).filter(([name]) => !names.includes(name as keyof typeof HEALTHY)),
    );
}

function rowsThatAre(run: Run, result: string): (readonly [string, string])[] {
    return run.rows.filter(([found]) => found === result).map(([, check, found]) => [check, found]);
}

describe("self-test inside an app", () => {
    const app = new StudioApp();

    after(() => app.remove());

    it("says ok to everything where everything is as stated, cleans up and ends with 0", () => {
        const run = app.run(ALL, HEALTHY);
        assert.deepEqual(
            run.rows,
            HEALTHY_ROWS.map((row) => ["ok", ...row]),
        );
        assert.deepEqual([run.code, run.stderr, run.left], [0, "", []]);
        assert.match(run.stdout, /\n18 ok, 0 wrong, 0 not tested\.\n$/);
        const s3 = run.calls.filter((call) => call.includes(" s3api "));
        const key = /--key (self-test\/[0-9a-f]{12})$/.exec(s3.at(-1) ?? "")?.[1] ?? "";
        assert.deepEqual(
            s3.map((call) => [/s3api (\S+)/.exec(call)?.[1], call.includes(key)]),
            ["put-object", "list-objects-v2", "get-object", "delete-object"].map((step) => [step, true]),
        );
    });

    it("takes domain and role from what SageMaker tells the app", () => {
        const calls = app.run(ALL, HEALTHY).calls.join("\n");
        assert.match(calls, /create-presigned-domain-url --domain-id d-abcdefghijkl --user-profile-name zoe/);
        assert.match(calls, /create-processing-job .* --role-arn arn:aws:iam::111122223333:role\/dev-execution /);
        assert.doesNotMatch(calls, /network-config/i);
    });

    const wrong: readonly (readonly [string, Doubles, string, string])[] = [
        [
            "the SageMaker API has a public address",
            but({ getent: [["*api.sagemaker*", "echo '10.50.32.9 x'; echo '52.94.1.1 x'"]] }),
            NAMES,
            "52.94.1.1 is not private: no endpoint, or private DNS is off",
        ],
        [
            "the SageMaker API is not reached",
            but({ curl: [["*api.sagemaker*", "exit 28"]] }),
            API,
            "no answer (curl 28)",
        ],
        [
            "a resolver outside answers over UDP",
            but({ python3: [["*UDP 1.1.1.1*", "exit 10"]] }),
            "resolver 1.1.1.1 is refused over UDP",
            "it answers: names can be looked up past the VPC",
        ],
        [
            "a resolver outside answers over TCP",
            but({ python3: [["*TCP 8.8.8.8*", "exit 10"]] }),
            "resolver 8.8.8.8 is refused over TCP",
            "it answers: names can be looked up past the VPC",
        ],
        [
            "a resolver outside answers dig, where there is no Python",
            {
                ...without("python3"),
                dig: [
                    ["*+tcp*@1.1.1.1*", "exit 0"],
                    ["*", "exit 9"],
                ],
            },
            "resolver 1.1.1.1 is refused over TCP",
            "it answers: names can be looked up past the VPC",
        ],
        [
            "an allowed domain is not reached",
            but({ curl: [["*pypi.org*", "exit 35"]] }),
            "pypi.org is reached over HTTPS",
            "no answer (curl 35)",
        ],
        [
            "a name outside resolves",
            but({ getent: [["*outside.invalid*", "echo '203.0.113.7 STREAM'"]] }),
            OUTSIDE,
            "203.0.113.7",
        ],
        [
            "a domain outside answers over HTTPS",
            but({ curl: [["*https://outside.invalid*", "exit 0"]] }),
            "outside.invalid is refused over HTTPS",
            "it answers",
        ],
        [
            "a domain outside answers over HTTP",
            but({ curl: [["*http://outside.invalid*", "exit 0"]] }),
            "outside.invalid is refused over HTTP",
            "it answers",
        ],
        [
            "the firewall lets an unlisted TLS name pass",
            but({ curl: [["*https://one.one.one.one*", "exit 0"]] }),
            "one.one.one.one is refused over HTTPS by its address",
            "it answers",
        ],
        [
            "the firewall lets an unlisted HTTP host pass",
            but({ curl: [["*http://one.one.one.one*", "exit 0"]] }),
            "one.one.one.one is refused over HTTP by its address",
            "it answers",
        ],
        [
            "a server answers at an address with a certificate nobody trusts",
            but({ curl: [["*https://1.1.1.1*", "exit 60"]] }),
            "address 1.1.1.1 is refused over HTTPS",
            "it answers",
        ],
        [
            "plain HTTP to an address is answered",
            but({ curl: [["*http://1.1.1.1*", "exit 0"]] }),
            "address 1.1.1.1 is refused over HTTP",
            "it answers",
        ],
        [
            "a foreign bucket can be listed",
            but({ curl: [["*open-data*", answerS3(200, "none")]] }),
            BUCKET,
            "it can be listed",
        ],
        [
            "S3 is not reached, which is no refusal",
            but({ curl: [["*open-data*", "printf 000; exit 28"]] }),
            BUCKET,
            "S3 is not reached at all (curl 28)",
        ],
        [
            "our bucket cannot be written",
            but({ aws: [["*put-object*", refuseAws("AccessDenied", "PutObject")]] }),
            DATA,
            "put-object: AccessDenied",
        ],
        [
            "our bucket cannot be listed",
            but({ aws: [["*list-objects-v2*", refuseAws("AccessDenied", "ListObjectsV2")]] }),
            DATA,
            "list-objects-v2: AccessDenied",
        ],
        [
            "our bucket cannot be read",
            but({ aws: [["*get-object*", failAws('Could not connect to the endpoint URL: "https://our-data"')]] }),
            DATA,
            "get-object: network",
        ],
        [
            "our bucket cannot be cleaned",
            but({ aws: [["*delete-object*", refuseAws("AccessDenied", "DeleteObject")]] }),
            DATA,
            "delete-object: AccessDenied",
        ],
        [
            "what was read is not what was written",
            but({ aws: [["*get-object*", 'for last; do :; done; echo other > "$last"']] }),
            DATA,
            "what was read is not what was written",
        ],
        [
            "a job without a VPC is accepted",
            but({ aws: [["*create-processing-job*", "echo '{}'"]] }),
            JOB,
            "AWS accepted it; it was stopped",
        ],
        [
            "SageMaker does not answer the job",
            but({ aws: [["*create-processing-job*", failAws("Read timeout on endpoint URL: https://x")]] }),
            JOB,
            "SageMaker is not reached",
        ],
        [
            "a link to a colleague's profile is made",
            but({
                aws: [["*create-presigned*", 'echo \'{"AuthorizedUrl": "https://d/auth?token=bearer-of-nobody"}\'']],
            }),
            LINK,
            "AWS made a link",
        ],
    ];
    for (const [what, doubles, check, found] of wrong) {
        it(`tells when ${what}, and nothing else, and ends with 1`, () => {
            const run = app.run(ALL, doubles);
            assert.deepEqual(rowsThatAre(run, "WRONG"), [[check, found]]);
            assert.deepEqual(rowsThatAre(run, "NOT TESTED"), []);
            assert.deepEqual([run.code, run.stderr, run.left], [1, "", []]);
            assert.doesNotMatch(run.stdout, /bearer-of-nobody/);
        });
    }

    const s3Steps = ["list-objects-v2", "get-object"];
    for (const step of s3Steps) {
        it(`deletes the test object though ${step} fails`, () => {
            const run = app.run(ALL, but({ aws: [[`*${step}*`, refuseAws("AccessDenied", step)]] }));
            assert.equal(run.calls.filter((call) => call.includes("delete-object")).length, 1);
        });
    }

    it("stops the job AWS accepted, once and by its name", () => {
        const { calls } = app.run(ALL, but({ aws: [["*create-processing-job*", "exit 0"]] }));
        const named = calls
            .map((call) => /(\S+-processing-job) --processing-job-name (\S+)/.exec(call))
            .filter((m) => m !== null);
        assert.deepEqual(
            named.map(([, action]) => action),
            ["create-processing-job", "stop-processing-job"],
        );
        assert.equal(named[0]?.[2], named[1]?.[2]);
    });

    it("names the job that could not be stopped, and tries again at the end", () => {
        const run = app.run(
            ALL,
            but({
                aws: [
                    ["*create-processing-job*", "exit 0"],
                    ["*stop-processing-job*", refuseAws("AccessDeniedException", "StopProcessingJob")],
                ],
            }),
        );
        const [[, found] = ["", ""]] = rowsThatAre(run, "WRONG");
        assert.match(found, /^AWS accepted it; stop self-test-[0-9a-f]{12} now \(AccessDeniedException\)$/);
        assert.equal(run.calls.filter((call) => call.includes("stop-processing-job")).length, 2);
    });

    it("stops a job about which AWS did not answer", () => {
        const run = app.run(
            ALL,
            but({ aws: [["*create-processing-job*", failAws("Connect timeout on endpoint URL")]] }),
        );
        assert.equal(run.calls.filter((call) => call.includes("stop-processing-job")).length, 1);
    });

    const noCurl = [
        API,
        ...HEALTHY_ROWS.map(([check]) => check).filter((check) => / over HTTPS?( by its address)?$/.test(check)),
        BUCKET,
    ];
    const untested: readonly (readonly [string, Doubles, readonly (readonly [string, string])[]])[] = [
        ["there is no curl", without("curl"), noCurl.map((check) => [check, "no curl here"])],
        ["there is no getent", without("getent"), [NAMES, OUTSIDE].map((check) => [check, "no getent here"])],
        [
            "there is neither Python nor dig",
            without("python3"),
            HEALTHY_ROWS.map(([check]) => check)
                .filter((check) => check.startsWith("resolver "))
                .map((check) => [check, "neither python3 nor dig here"]),
        ],
        ["there is no AWS CLI", without("aws"), [DATA, JOB, LINK].map((check) => [check, "no AWS CLI here"])],
        [
            "there are no credentials",
            but({
                aws: [
                    [
                        "*",
                        failAws("Unable to locate credentials. You can configure credentials by running aws configure"),
                    ],
                ],
            }),
            [DATA, JOB, LINK].map((check) => [check, "no valid AWS credentials"]),
        ],
        [
            "the credentials have expired",
            but({ aws: [["*", refuseAws("ExpiredTokenException", "Any")]] }),
            [DATA, JOB, LINK].map((check) => [check, "no valid AWS credentials"]),
        ],
        [
            "the AWS CLI is broken",
            but({ aws: [["*", failAws("Segmentation fault")]] }),
            [
                [DATA, "put-object: the AWS CLI failed"],
                [JOB, "the AWS CLI failed"],
                [LINK, "the AWS CLI failed"],
            ],
        ],
        [
            "curl cannot do what it is asked",
            but({ curl: [["*https://1.1.1.1*", "exit 1"]] }),
            [["address 1.1.1.1 is refused over HTTPS", "curl ended with 1"]],
        ],
        [
            "Python cannot send the query",
            but({ python3: [["*UDP 8.8.8.8*", "exit 1"]] }),
            [["resolver 8.8.8.8 is refused over UDP", "the query ended with 1"]],
        ],
        [
            "the foreign bucket does not exist",
            but({ curl: [["*open-data*", answerS3(404, "NoSuchBucket")]] }),
            [[BUCKET, "there is no such bucket"]],
        ],
        [
            "the foreign bucket is far away",
            but({ curl: [["*open-data*", answerS3(301, "PermanentRedirect")]] }),
            [[BUCKET, "it is in another Region"]],
        ],
        [
            "S3 says no for another reason",
            but({ curl: [["*open-data*", answerS3(403, "RequestTimeTooSkewed")]] }),
            [[BUCKET, "S3 refuses for another reason"]],
        ],
        ["S3 is not well", but({ curl: [["*open-data*", answerS3(503, "SlowDown")]] }), [[BUCKET, "S3 answers 503"]]],
        [
            "the job is refused for its role",
            but({
                aws: [
                    [
                        "*create-processing-job*",
                        refuseAws(
                            "AccessDeniedException",
                            "CreateProcessingJob",
                            "not authorized to perform: iam:PassRole",
                        ),
                    ],
                ],
            }),
            [[JOB, "refused for the role, not for the network"]],
        ],
        [
            "the job is refused as malformed, which is no denial",
            but({ aws: [["*create-processing-job*", refuseAws("ValidationException", "CreateProcessingJob")]] }),
            [[JOB, "AWS answers ValidationException, not AccessDenied"]],
        ],
        [
            "the colleague has no profile",
            but({ aws: [["*create-presigned*", refuseAws("ResourceNotFound", "CreatePresignedDomainUrl")]] }),
            [[LINK, "AWS answers ResourceNotFound, not AccessDenied"]],
        ],
    ];
    for (const [what, doubles, expected] of untested) {
        it(`says "not tested", never "ok", where ${what}, and ends with 2`, () => {
            const run = app.run(ALL, doubles);
            assert.deepEqual(rowsThatAre(run, "NOT TESTED"), expected);
            assert.deepEqual(rowsThatAre(run, "WRONG"), []);
            assert.deepEqual([run.code, run.stderr, run.left], [2, "", []]);
            assert.match(run.stdout, /NOT TESTED is not ok: mend what is named there and run it again\.\n$/);
        });
    }

    it("does not call it a refusal when no name resolves at all", () => {
        const run = app.run(ALL, but({ getent: [["*", "exit 2"]] }));
        assert.deepEqual(rowsThatAre(run, "WRONG"), [[NAMES, "it does not resolve"]]);
        assert.deepEqual(rowsThatAre(run, "NOT TESTED"), [[OUTSIDE, "no name resolves here"]]);
        assert.equal(run.code, 1);
    });

    it("says what to give where it was given nothing", () => {
        const run = app.run(["--region", "eu-west-1"], HEALTHY, { SELF_TEST_METADATA: path.join(__dirname, "absent") });
        assert.deepEqual(rowsThatAre(run, "NOT TESTED"), [
            ["bucket of somebody else is refused by the S3 endpoint", "name one with --foreign-bucket"],
            ["bucket of our own can be used", "name one with --data-bucket"],
            [JOB, "the role is not known: give --role"],
            ["a link to somebody else's profile is refused", "name one with --colleague"],
        ]);
        assert.equal(run.code, 2);
        assert.match(run.calls.join("\n"), /getent ahosts example\.com\n/);
        assert.match(run.calls.join("\n"), /getent ahosts self-test-[0-9a-f]{12}\.github\.io\n/);
    });

    it("states nothing about other domains where egress is nat, and still refuses outside resolvers", () => {
        const run = app.run(
            ALL.map((each) => (each === "firewall" ? "nat" : each)),
            HEALTHY,
        );
        assert.deepEqual(rowsThatAre(run, "-"), [
            ["other domains are refused", "not stated: egress nat is not filtered"],
        ]);
        assert.equal(run.rows.filter(([, check]) => check.startsWith("resolver ")).length, 4);
        assert.equal(
            run.calls.some((call) => call.includes("outside.invalid")),
            false,
        );
        assert.equal(run.code, 0);
    });

    it("takes every option from the environment, too, and asks China's hosts in China", () => {
        const run = app.run([], HEALTHY, {
            AWS_REGION: "cn-north-1",
            SELF_TEST_ALLOW: "pypi.org files.pythonhosted.org",
            SELF_TEST_REFUSE: "outside.invalid",
            SELF_TEST_FOREIGN_BUCKET: "open-data",
            SELF_TEST_TIMEOUT: "7",
        });
        const calls = run.calls.join("\n");
        assert.match(
            calls,
            /--connect-timeout 7 --max-time 14 https:\/\/api\.sagemaker\.cn-north-1\.amazonaws\.com\.cn\/$/m,
        );
        assert.match(calls, /https:\/\/files\.pythonhosted\.org\/$/m);
        assert.match(calls, /https:\/\/s3\.cn-north-1\.amazonaws\.com\.cn\/open-data\?/);
    });

    const mistakes: readonly (readonly [readonly string[], string])[] = [
        [[], "The Region is not known: give --region."],
        [["--region"], "--region needs a value."],
        [["--colour", "red"], "There is no option --colour."],
        [["--region", "eu-west-1", "--egress", "open"], '--egress is "open": isolated, nat or firewall.'],
        [["--region", "eu-west-1", "--timeout", "0"], '--timeout is "0": whole seconds from 1 to 60.'],
        [["--region", "eu-west-1", "--timeout", "61"], '--timeout is "61": whole seconds from 1 to 60.'],
        [
            ["--region", "eu-west-1", "--allow", "pypi.org https://x"],
            '--allow is "https://x": only the characters a-z0-9.-, not a dash at the beginning.',
        ],
        [
            ["--region", "eu-west-1", "--data-bucket", "-o"],
            '--data-bucket is "-o": only the characters a-z0-9.-, not a dash at the beginning.',
        ],
        [
            ["--region", "eu-west-1", "--colleague", "zoe;id"],
            '--colleague is "zoe;id": only the characters A-Za-z0-9-, not a dash at the beginning.',
        ],
    ];
    for (const [args, message] of mistakes) {
        it(`refuses "${args.join(" ")}" before it tries anything`, () => {
            const run = app.run(args, HEALTHY);
            assert.deepEqual([run.code, run.stdout, run.calls], [64, "", []]);
            assert.equal(run.stderr, `${message}\nTry: sh self-test.sh --help\n`);
        });
    }

    it("explains itself", () => {
        const run = app.run(["--help"], HEALTHY);
        assert.equal(run.code, 0);
        for (const option of [
            "region",
            "egress",
            "allow",
            "refuse",
            "foreign-bucket",
            "data-bucket",
            "data-prefix",
            "domain",
            "role",
            "colleague",
            "timeout",
        ]) {
            assert.match(run.stdout, new RegExp(`^ {2}--${option} `, "m"));
        }
    });
});
