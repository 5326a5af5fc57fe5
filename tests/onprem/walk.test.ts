import { strict as assert } from "node:assert";

import {
    API_HOST,
    CompanyNetwork,
    healthy,
    HUB_NAMES,
    LINK,
    REGION,
    STUDIO,
    TOKEN,
    type Walk,
    type WalkOptions,
} from "./companyNetwork";

const ARGS = [
    ...["--region", REGION, "--hub", "10.0.0.0/16", "--api", `https://${API_HOST}/studio/`],
    ...["--refuse", "10.100.64.12 10.120.64.12", "--timeout", "2"],
];
const WITH_TOKEN: WalkOptions = { args: [...ARGS, "--token"], input: `${TOKEN}\n` };
const [, SAGEMAKER = "", STS = "", , COGNITO = ""] = HUB_NAMES;
const PAGE = "the page is served with a content security policy";
const REFUSED = "a session without a token is refused";
const LINKED = "a session with the token opens Studio";

function found(walk: Walk, check: string): readonly [string, string] | undefined {
    const row = walk.rows.find(([, name]) => name === check);
    return row === undefined ? undefined : [row[0], row[2]];
}

describe("walk from the company network", () => {
    let network: CompanyNetwork;

    before(() => {
        network = new CompanyNetwork();
    });
    after(() => network?.remove());

    it("says ok to each step where everything is as stated, and ends with 0", async () => {
        const walk = await network.walk(WITH_TOKEN);
        assert.deepEqual(walk.rows, [
            ...HUB_NAMES.map((name) => ["ok", `${name} resolves into the hub`, "10.0.16.9 10.0.8.5"]),
            ...HUB_NAMES.map((name) => [
                "ok",
                `${name} answers on 443 with its own certificate`,
                name === API_HOST ? "HTTP 200" : "HTTP 404",
            ]),
            ["ok", PAGE, "HTTP 200"],
            ["ok", REFUSED, "HTTP 401"],
            ["ok", LINKED, `to d-abcdefghijkl.studio.${REGION}.sagemaker.aws`],
            ["ok", "the internet is refused by name", "no answer (curl 7)"],
            ["ok", "the internet is refused by address", "no answer (curl 7)"],
            ["ok", "the internet is refused without TLS", "no answer (curl 7)"],
            ["ok", "AWS services outside the hub are refused", "no answer (curl 7)"],
            ["ok", "10.100.64.12 in a line of business is refused", "no answer (curl 7)"],
            ["ok", "10.120.64.12 in a line of business is refused", "no answer (curl 7)"],
        ]);
        assert.deepEqual([walk.code, walk.stderr], [0, ""]);
        assert.match(walk.stdout, /\n19 ok, 0 wrong, 0 not tested\.\n$/);
    });

    it("shows token and link to nobody, sends the token to the session alone, and asks for a profile by name", async () => {
        const args = [...ARGS, "--token", "--profile", "lob-a/user-a"];
        const { calls, seen, stdout, stderr } = await network.walk({ ...WITH_TOKEN, args });
        for (const secret of [TOKEN, LINK, "bearer-of-ann"]) {
            assert.ok(![stdout, stderr, ...calls].some((text) => text.includes(secret)));
        }
        assert.deepEqual(
            seen.filter(({ authorization }) => authorization !== undefined),
            [{ host: API_HOST, path: "/studio/session?profile=lob-a/user-a", authorization: `Bearer ${TOKEN}` }],
        );
    });

    it("does not ask for Cognito where people sign in on its public pages", async () => {
        const walk = await network.walk({ ...WITH_TOKEN, args: [...ARGS, "--sign-in", "hosted", "--token"] });
        assert.equal(walk.code, 0);
        assert.ok(!walk.stdout.includes("cognito"));
    });

    it("ends with 2 when something could not be tried", async () => {
        const walk = await network.walk({ args: ARGS.slice(0, 6) });
        assert.deepEqual(
            walk.rows.filter(([result]) => result === "NOT TESTED"),
            [
                ["NOT TESTED", LINKED, "give an access token with --token"],
                ["NOT TESTED", "the lines of business are refused", "name addresses of theirs with --refuse"],
            ],
        );
        assert.equal(walk.code, 2);
    });

    const api = (status: number, headers: Readonly<Record<string, string>> = {}, body = ""): WalkOptions => ({
        answer: (request) => (request.authorization === undefined ? healthy(request) : { status, headers, body }),
    });
    /** Several steps that do not touch each other are broken in one walk. */
    const wrong: readonly (readonly [what: string, options: WalkOptions, found: Readonly<Record<string, string>>])[] = [
        [
            "names have addresses outside the hub, and doors outside it are open",
            {
                names: {
                    [STUDIO]: "10.0.8.5 52.94.1.1",
                    [API_HOST]: "10.1.8.5",
                    [SAGEMAKER]: "2a05:d018::1",
                    [STS]: "10.0.8.5",
                },
                open: ["example.com", `ec2.${REGION}.amazonaws.com`, "10.120.64.12"],
            },
            {
                [`${STUDIO} resolves into the hub`]: "52.94.1.1 is outside 10.0.0.0/16",
                [`${API_HOST} resolves into the hub`]: "10.1.8.5 is outside 10.0.0.0/16",
                [`${SAGEMAKER} resolves into the hub`]: "2a05:d018::1 is outside 10.0.0.0/16",
                [`${COGNITO} resolves into the hub`]:
                    "it does not resolve: is the hub's zone associated with this VPC?",
                "the internet is refused by name": "it answers",
                "AWS services outside the hub are refused": "it answers",
                "10.120.64.12 in a line of business is refused": "it answers",
            },
        ],
        [
            "somebody else's certificate is shown, the page has no policy and a session opens without a token",
            {
                impostor: STUDIO,
                answer: (request) =>
                    request.path.includes("session")
                        ? { status: 302, headers: { Location: LINK } }
                        : { status: 200, body: "\r\n\r\nContent-Security-Policy: default-src 'none'\r\n\r\n" },
            },
            {
                [`${STUDIO} answers on 443 with its own certificate`]: "the certificate does not fit (curl 60)",
                [PAGE]: "it has none",
                [REFUSED]: "HTTP 302",
                [LINKED]: "the answer may be stored",
            },
        ],
        [
            "the API refuses everything",
            { answer: () => ({ status: 403 }) },
            { [PAGE]: "HTTP 403", [REFUSED]: "HTTP 403", [LINKED]: "HTTP 403" },
        ],
        ["the token is refused", api(401), { [LINKED]: "HTTP 401: the token is not valid, or has expired" }],
        ["SageMaker fails", api(503, {}, '{ "error" : "unavailable" }'), { [LINKED]: "HTTP 503 unavailable" }],
        [
            "the link leads elsewhere",
            api(302, {
                Location: "https://d-abc.studio.eu-west-1.sagemaker.aws.example.com/auth",
                "Cache-Control": "no-store",
            }),
            { [LINKED]: "it leads somewhere else than Studio" },
        ],
    ];
    for (const [what, options, expected] of wrong) {
        it(`says so, and ends with 1, when ${what}`, async () => {
            const walk = await network.walk({ ...WITH_TOKEN, ...options });
            assert.deepEqual(
                Object.fromEntries(
                    walk.rows.filter(([result]) => result === "WRONG").map(([, check, said]) => [check, said]),
                ),
                expected,
            );
            assert.equal(walk.code, 1);
        });
    }

    it("leaves the choice to the person who has several profiles", async () => {
        const walk = await network.walk({ ...WITH_TOKEN, ...api(409, {}, '{"profiles":["lob-a/x","lob-b/x"]}') });
        assert.deepEqual(found(walk, LINKED), [
            "NOT TESTED",
            "the person has several profiles: choose one with --profile",
        ]);
        assert.equal(walk.code, 2);
    });

    const mistakes: readonly (readonly [what: string, args: readonly string[], input: string, said: RegExp])[] = [
        ["an unknown option", ["--tokn"], "", /^There is no option --tokn\./],
        ["a value that is missing", ["--region"], "", /^--region needs a value\./],
        ["no Region", ["--hub", "10.0.0.0/16"], "", /^--region is "": write a Region such as eu-west-1/],
        [
            "a range that is none",
            [...ARGS, "--hub", "10.0.0.256/16"],
            "",
            /^--hub is "10\.0\.0\.256\/16": write a range/,
        ],
        ["a command in a value", [...ARGS, "--region", "eu-west-1;id"], "", /^--region is "eu-west-1;id"/],
        [
            "an API of another Region",
            [...ARGS, "--api", "https://a1.execute-api.us-east-1.amazonaws.com/studio/"],
            "",
            /^--api is/,
        ],
        ["an API of nobody we know", [...ARGS, "--api", "https://example.com/studio/"], "", /^--api is/],
        ["an address with a path", [...ARGS, "--refuse", "10.0.0.1/x"], "", /^--refuse is "10\.0\.0\.1\/x"/],
        ["a profile with a query", [...ARGS, "--profile", "a/b&c=d"], "", /^--profile is/],
        ["no seconds", [...ARGS, "--timeout", "0"], "", /^--timeout is "0"/],
        ["a token that is not there", [...ARGS, "--token"], "", /^--token reads an access token from standard input/],
        [
            "something that is no token",
            [...ARGS, "--token"],
            'a"\nheader = "X: y',
            /^Standard input holds no access token\./,
        ],
    ];
    for (const [what, args, input, said] of mistakes) {
        it(`tries nothing and ends with 64 for ${what}`, async () => {
            const walk = await network.walk({ args, input });
            assert.match(walk.stderr, said);
            assert.deepEqual([walk.code, walk.rows, walk.calls], [64, [], []]);
        });
    }
});
