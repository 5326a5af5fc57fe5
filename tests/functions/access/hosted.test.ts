import { strict as assert } from "node:assert";

import { rightToken } from "./badTokens";
import { startFront } from "./front";
import { startFunction } from "./function";
import { POOL_ID } from "./keySet";
import { scenario } from "./scenario";
import { authorizerEnvironment, startWorld, type World } from "./world";

const SCOPE = "private-studio/open";

/** Claims that differ from those of a pool user who signed in by managed login. */
type Claims = Readonly<Record<string, unknown>>;

const external = (username: string, ...groups: readonly string[]): Claims => ({
    username,
    "cognito:groups": groups.map((group) => `${POOL_ID}_${group}`),
});

describe("access API: managed login and external providers", () => {
    let world: World;

    before(async () => {
        world = await startWorld({
            scenarios: ["ada", "bob@example.com"].map((person) =>
                scenario({ name: person, person, answer: { status: 302 }, source: "" }),
            ),
            authorizer: { SIGN_IN: "hosted", SCOPE, PROVIDER_NAMES: "Corp,Partner" },
        });
    });
    after(() => world.close());

    const status = async (claims: Claims): Promise<number> => {
        const Authorization = `Bearer ${rightToken(world, { scope: `openid ${SCOPE}`, ...claims })}`;
        return (await world.get("session", { Authorization })).status;
    };

    const accepted: readonly (readonly [string, Claims])[] = [
        ["somebody of a known provider", external("Corp_ada", "Corp")],
        ["the same with the prefix in lower case, as pools that ignore case write it", external("corp_ada", "Corp")],
        ["somebody of a known provider whose name is an address", external("Partner_bob@example.com", "Partner")],
        ["the scope alone", { ...external("Corp_ada", "Corp"), scope: SCOPE }],
    ];
    for (const [name, claims] of accepted) {
        it(`302: ${name}`, async () => assert.equal(await status(claims), 302));
    }

    const unauthorized: readonly (readonly [string, Claims])[] = [
        ["no scope", { scope: undefined }],
        ["an empty scope", { scope: "" }],
        [
            "the scope of sign-in by password, which managed login does not give",
            { scope: "aws.cognito.signin.user.admin" },
        ],
        ["another scope of the same server", { scope: "private-studio/close" }],
        ["a scope that begins like ours", { scope: `${SCOPE}.more` }],
        ["the scope in capitals", { scope: SCOPE.toUpperCase() }],
        ["a list of scopes", { scope: [SCOPE] }],
    ];
    for (const [name, claims] of unauthorized) {
        it(`401: ${name}`, async () => assert.equal(await status({ ...external("Corp_ada", "Corp"), ...claims }), 401));
    }

    const forbidden: readonly (readonly [string, Claims])[] = [
        ["a pool user, who would be a second way in", {}],
        ["a pool user in groups of the company's own", { "cognito:groups": ["admins"] }],
        ["a provider nobody named", external("Stranger_ada", "Stranger")],
        ["a known provider's prefix without its group: a pool user of that name", { username: "Corp_ada" }],
        ["a known provider's prefix with another's group", external("Corp_ada", "Partner")],
        ["a known provider's prefix with a stranger's group", external("Corp_ada", "Stranger")],
        ["a known provider's group without its prefix", external("ada", "Corp")],
        ["two providers' groups", external("Corp_ada", "Corp", "Partner")],
        ["a prefix twice", external("Corp_Corp_ada", "Corp")],
        ["a prefix and nothing", external("Corp_", "Corp")],
        ["a capital after the prefix", external("Corp_Ada", "Corp")],
        ["a star after the prefix", external("Corp_*", "Corp")],
        ["the group of another pool's provider", { username: "Corp_ada", "cognito:groups": ["eu-west-1_Other_Corp"] }],
        ["groups that are no list", { username: "Corp_ada", "cognito:groups": `${POOL_ID}_Corp` }],
    ];
    for (const [name, claims] of forbidden) {
        it(`403: ${name}`, async () => assert.equal(await status(claims), 403));
    }

    it("302: a pool user, and 403: somebody of a provider, where there is none", async () => {
        const authorizer = await startFunction("assets/functions/authorizer/index.ts", {
            environment: { ...authorizerEnvironment(world.pool), SIGN_IN: "hosted", SCOPE, PROVIDER_NAMES: "" },
            certificates: world.pool.certificates,
        });
        const front = await startFront({ authorizer, presign: world.presign });
        try {
            const statuses = await Promise.all(
                [{}, { "cognito:groups": ["admins"] }, external("Corp_ada", "Corp"), external("ada", "Corp")].map(
                    async (claims) => {
                        const Authorization = `Bearer ${rightToken(world, { scope: SCOPE, ...claims })}`;
                        const headers = { Authorization };
                        return (await fetch(`${front.url}session`, { headers, redirect: "manual" })).status;
                    },
                ),
            );
            assert.deepEqual(statuses, [302, 302, 403, 403]);
        } finally {
            await front.close();
            await authorizer.stop();
        }
    });
});
