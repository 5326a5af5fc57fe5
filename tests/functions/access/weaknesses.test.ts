import { strict as assert } from "node:assert";

import { BAD_NAMES, namedToken, rightToken } from "./badTokens";
import { item } from "./lobs";
import { scenario } from "./scenario";
import { startWorld, type World } from "./world";

const METHOD = "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3d4e5/studio/GET/session";

const ADA = scenario({ name: "ada", person: "ada", answer: { status: 302 }, source: "" });
const BOB = scenario({ name: "bob", person: "bob", lob: "lob-b", answer: { status: 302 }, source: "" });
/** Her domain is not the one that was made last in its account. */
const EVE = scenario({
    name: "eve",
    person: "eve",
    directory: { domainId: "d-0firstdomain" },
    answer: { status: 302 },
    source: "",
});
const GONE = scenario({
    name: "gone",
    person: "gone",
    sagemaker: { code: "ResourceNotFound" },
    answer: { status: 404 },
    source: "SageMaker API CreatePresignedDomainUrl, errors",
});
const KEPT_OUT = scenario({
    name: "kept out",
    person: "kept.out",
    sts: { code: "AccessDenied", status: 403 },
    answer: { status: 403 },
    source: "STS API, Common Error Types",
});

interface Policy {
    readonly principalId: string;
    readonly policyDocument: { readonly Statement: readonly Readonly<Record<string, unknown>>[] };
    readonly context?: unknown;
}

/** Sys3's weaknesses that lie in the functions; each test fails on the form Sys3 has. */
describe("access API: Sys3's weaknesses", () => {
    let world: World;

    before(async () => {
        world = await startWorld({ scenarios: [ADA, BOB, EVE, GONE, KEPT_OUT] });
    });
    after(() => world.close());

    /** The authorizer's answer to a method's ARN, with a header. */
    const policyFor = async (Authorization: string, methodArn = METHOD): Promise<Policy> =>
        (await world.authorizer.invoke({
            type: "REQUEST",
            methodArn,
            headers: { Authorization },
            multiValueHeaders: { Authorization: [Authorization] },
            requestContext: { requestId: "direct" },
        })) as Policy;

    const DENY_ALL = [{ Effect: "Deny", Action: "execute-api:Invoke", Resource: "*" }];

    describe("W3-3: authorisation by a NotResource and a name in a pattern", () => {
        it("W3-3: one Allow, of one exact method, for the person the token names", async () => {
            assert.deepEqual(await policyFor(`Bearer ${rightToken(world)}`), {
                principalId: "ada",
                policyDocument: {
                    Version: "2012-10-17",
                    Statement: [{ Effect: "Allow", Action: "execute-api:Invoke", Resource: METHOD }],
                },
                context: { person: "ada" },
            });
        });

        for (const [what, arn] of [
            ["another path", METHOD.replace("/session", "/bob")],
            ["a path below", `${METHOD}/bob`],
            ["a star for the path", METHOD.replace("/session", "/*")],
            ["a star for everything", "arn:aws:execute-api:eu-west-1:111122223333:*/*/*/*"],
            ["another verb", METHOD.replace("GET", "POST")],
            ["another stage", METHOD.replace("/studio/", "/test-invoke-stage/")],
            ["another API", METHOD.replace("a1b2c3d4e5", "z9y8x7w6v5")],
        ] as const) {
            it(`W3-3: a right token gets a Deny of everything for ${what}`, async () => {
                const { policyDocument, context } = await policyFor(`Bearer ${rightToken(world)}`, arn);
                assert.deepEqual([policyDocument.Statement, context], [DENY_ALL, undefined]);
            });
        }

        it("W3-3: a name is never part of the policy's resource, and a bad one gets a Deny of everything", async () => {
            for (const [what, username] of BAD_NAMES) {
                const { principalId, policyDocument, context } = await policyFor(namedToken(world, username));
                assert.deepEqual(
                    [principalId, policyDocument.Statement, context],
                    ["nobody", DENY_ALL, undefined],
                    what,
                );
            }
        });
    });

    describe("W3-4: the presign function trusts the path", () => {
        it("W3-4: without the authorizer's word, as in the console's method test, nobody gets a link", async () => {
            const asked = world.table.requests.length;
            for (const authorizer of [
                undefined,
                {},
                { person: "" },
                { person: "*" },
                { principalId: "bob" },
                { person: ["bob"] },
            ]) {
                const answer = await world.presign.invoke({
                    resource: "/session",
                    path: "/session/bob",
                    httpMethod: "GET",
                    headers: { Authorization: "bob", "X-User": "bob" },
                    pathParameters: { user_id: "bob", person: "bob", proxy: "bob" },
                    queryStringParameters: { person: "bob" },
                    multiValueQueryStringParameters: { person: ["bob"] },
                    body: '{"person":"bob"}',
                    requestContext: { requestId: "test-invoke-request", authorizer },
                });
                const { statusCode, headers } = answer as { statusCode: number; headers: object };
                assert.deepEqual([statusCode, "Location" in headers], [403, false]);
            }
            assert.equal(world.table.requests.length, asked, "the directory was not asked");
        });

        it("W3-4: a signed-in person gets their own profile, whoever the request speaks of", async () => {
            const response = await world.session("ada", { "X-User": "bob" }, "?person=bob&user_id=bob");
            assert.equal(
                new URL(response.headers.get("location") ?? "").host,
                "d-aaaaaaaaaaaa.studio.eu-west-1.sagemaker.aws",
            );
        });

        it("W3-4: the role's credentials are for one person and one profile", () => {
            // The double gives credentials for this request and no other.
            assert.deepEqual(BOB.assumption, {
                RoleArn: "arn:aws:iam::333344445555:role/private-studio/prod/lob-b/lob-b-access",
                RoleSessionName: "bob",
                SourceIdentity: "bob",
                Tags: [{ Key: "studiouserid", Value: "bob" }],
                ExternalId: "private-studio/prod/lob-b",
                DurationSeconds: "3600",
                Policy:
                    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sagemaker:CreatePresignedDomainUrl",' +
                    '"Resource":"arn:aws:sagemaker:eu-west-1:333344445555:user-profile/d-bbbbbbbbbbbb/user-bob"}]}',
            });
            return world.session("bob").then(({ status }) => {
                assert.equal(status, 302);
                assert.deepEqual(world.sts.unexpected, []);
            });
        });
    });

    it("W3-8: logs hold a record of each decision and nothing of token, headers, claims or link", async () => {
        const token = rightToken(world, { jti: "jti-that-must-not-be-logged" });
        const header = "a-header-that-must-not-be-logged";
        const response = await world.get("session", { Authorization: `Bearer ${token}`, "X-Private": header });
        const location = response.headers.get("location") ?? "";
        const requestId = response.headers.get("x-amzn-requestid");
        const logs = { authorizer: world.authorizer.log(), presign: world.presign.log() };
        for (const secret of [
            ...token.split("."),
            header,
            "jti-that",
            location,
            new URL(location).search.slice(7),
            "Bearer",
        ]) {
            for (const [which, log] of Object.entries(logs)) {
                assert.ok(!log.includes(secret), `${which}: ${secret.slice(0, 12)}…`);
            }
        }
        const record = (log: string): Record<string, unknown> => {
            const line = log.split("\n").find((each) => each.includes(`"requestId":"${requestId}"`)) ?? "{}";
            const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
            assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
            return rest;
        };
        assert.deepEqual(record(logs.authorizer), {
            decision: "authorizer",
            requestId,
            verdict: "allowed",
            person: "ada",
        });
        assert.deepEqual(record(logs.presign), {
            decision: "presign",
            requestId,
            person: "ada",
            lob: "lob-a",
            profile: "lob-a/user-ada",
            verdict: "link",
            status: 302,
        });
    });

    it("W3-9: the link lives 20 seconds, the session 8 hours, and no answer is stored or tells where it came from", async () => {
        assert.deepEqual(ADA.presigning, {
            DomainId: "d-aaaaaaaaaaaa",
            UserProfileName: "user-ada",
            ExpiresInSeconds: 20,
            SessionExpirationDurationInSeconds: 28_800,
        });
        const answers = {
            redirect: await world.session("ada"),
            document: await world.session("ada", { Accept: "application/json" }),
            refusal: await world.session("kept.out"),
            unknown: await world.session("nobody"),
        };
        assert.deepEqual(
            [answers.redirect.status, answers.document.status, world.sagemaker.unexpected],
            [302, 200, []],
        );
        for (const [which, { headers }] of Object.entries(answers)) {
            assert.deepEqual(
                ["cache-control", "referrer-policy", "x-content-type-options"].map((name) => headers.get(name)),
                ["no-store", "no-referrer", "nosniff"],
                which,
            );
        }
    });

    it("W3-11: the domain is the directory's, not the last one, and each mishap has an answer of its own", async () => {
        const { headers } = await world.session("eve");
        assert.equal(new URL(headers.get("location") ?? "").host, "d-0firstdomain.studio.eu-west-1.sagemaker.aws");
        // The double of SageMaker knows one action: nothing was listed to find the domain.
        assert.deepEqual(world.sagemaker.unexpected, []);
        await world.table.put({ ...item("lob.gone", "lob-a", "user-x"), account: "" });
        const statuses = await Promise.all(
            ["nobody", "gone", "kept.out", "lob.gone"].map(async (person) => {
                const response = await world.session(person);
                return [response.status, ((await response.json()) as { error: string }).error];
            }),
        );
        assert.deepEqual(statuses, [
            [404, "no_profile"],
            [404, "profile_gone"],
            [403, "not_admitted"],
            [503, "unavailable"],
        ]);
    });
});
