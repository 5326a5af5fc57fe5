import { strict as assert } from "node:assert";

import { item } from "./lobs";
import { scenario } from "./scenario";
import { startWorld, type World } from "./world";

/** Everybody has one profile, but for carol, who also has one elsewhere. */
const SCENARIOS = ["ada", "bob", "carol"].map((person) =>
    scenario({ name: person, person, answer: { status: 302 }, source: "" }),
);
const CAROLS_OTHER = scenario({
    name: "carol in lob-b",
    person: "carol",
    lob: "lob-b",
    answer: { status: 302 },
    source: "",
});

interface Answer {
    readonly error?: string;
    readonly profiles?: readonly string[];
    readonly url?: string;
    readonly expiresInSeconds?: number;
    readonly requestId?: string;
}

describe("access API: whose profile, and which", () => {
    let world: World;

    before(async () => {
        world = await startWorld({ scenarios: [...SCENARIOS, CAROLS_OTHER] });
    });
    after(() => world.close());

    const asked = async (person: string, query: string): Promise<[number, Answer]> => {
        const response = await world.session(person, { Accept: "application/json" }, query);
        return [response.status, (await response.json()) as Answer];
    };

    it("hands a program the link and its life, and a browser a redirect", async () => {
        const [status, { url, expiresInSeconds, ...more }] = await asked("ada", "");
        assert.deepEqual([status, expiresInSeconds, more], [200, 20, {}]);
        assert.match(url ?? "", /^https:\/\/d-aaaaaaaaaaaa\.studio\.eu-west-1\.sagemaker\.aws\/auth\?token=/);
        for (const Accept of ["text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "application/jsonp"]) {
            assert.equal((await world.session("ada", { Accept })).status, 302, Accept);
        }
        for (const Accept of ["application/json;q=0.9", "text/html, Application/JSON"]) {
            assert.equal((await world.session("ada", { Accept })).status, 200, Accept);
        }
    });

    it("lists the profiles of somebody who has several, and opens the one that is named", async () => {
        const [status, { error, profiles }] = await asked("carol", "");
        assert.deepEqual([status, error, profiles], [409, "choose_profile", ["lob-a/user-carol", "lob-b/user-carol"]]);
        for (const [profile, domain] of [
            ["lob-a/user-carol", "d-aaaaaaaaaaaa"],
            ["lob-b/user-carol", "d-bbbbbbbbbbbb"],
        ]) {
            const [opened, { url }] = await asked("carol", `?profile=${encodeURIComponent(profile!)}`);
            assert.deepEqual([opened, new URL(url ?? "").host], [200, `${domain}.studio.eu-west-1.sagemaker.aws`]);
        }
    });

    for (const query of [
        "?profile=lob-a/user-bob",
        "?profile=lob-b/user-ada",
        "?profile=nobody/nothing",
        "?profile=",
        "?profile=*",
        "?profile=lob-a/*",
        "?profile=LOB-A/USER-ADA",
        "?profile=lob-a/user-ada&profile=lob-a/user-bob",
        "?profile=lob-a/user-ada&profile=lob-a/user-ada",
    ]) {
        it(`404 with the same words for ${query}`, async () => {
            const [status, answer] = await asked("ada", query);
            const { requestId, ...rest } = answer;
            assert.deepEqual(
                [status, rest],
                [404, { error: "unknown_profile", message: "You have no Studio profile of that name." }],
            );
            assert.match(requestId ?? "", /^[0-9a-f-]{36}$/);
        });
    }

    it("takes no name from the path, the query, a header or a cookie", async () => {
        const theirs = { "X-User": "bob", "X-Amzn-Person": "bob", Cookie: "person=bob; username=bob" };
        const response = await world.session("ada", theirs, "?person=bob&user=bob&username=bob");
        assert.equal(response.status, 302);
        // The doubles give bob's link for bob's own request alone.
        const last = world.presign.log().trim().split("\n").at(-1) ?? "";
        assert.match(last, /"person":"ada","lob":"lob-a","profile":"lob-a\/user-ada"/);
        assert.deepEqual([world.sts.unexpected, world.sagemaker.unexpected], [[], []]);
    });

    it("404: somebody without a profile", async () => {
        const [status, { error }] = await asked("nobody", "");
        assert.deepEqual([status, error], [404, "no_profile"]);
    });

    it("asks the table consistently, by the person's own key alone", async () => {
        const before = world.table.requests.length;
        await asked("ada", "");
        const [query, ...more] = world.table.requests.slice(before);
        assert.deepEqual(more, []);
        assert.equal(query?.target, "DynamoDB_20120810.Query");
        assert.deepEqual(
            [query.body["ConsistentRead"], query.body["ExpressionAttributeValues"], query.body["FilterExpression"]],
            [true, { ":person": { S: "ada" } }, undefined],
        );
    });

    it("finds a profile on a later page", async () => {
        // Three items of nearly 400 KB: a page of Query holds one megabyte.
        for (const number of [1, 2, 3]) {
            await world.table.put({ ...item("dora", "lob-a", `user-${number}`), note: "n".repeat(390_000) });
        }
        const before = world.table.requests.length;
        const [status, { profiles }] = await asked("dora", "");
        assert.deepEqual([status, profiles], [409, ["lob-a/user-1", "lob-a/user-2", "lob-a/user-3"]]);
        assert.ok(world.table.requests.length - before > 1, "one page was enough");
    });

    const broken: readonly (readonly [what: string, change: Readonly<Record<string, string>>])[] = [
        ["a role in another account", { roleArn: "arn:aws:iam::999999999999:role/access" }],
        ["a role of another partition", { roleArn: "arn:aws-cn:iam::222233334444:role/access" }],
        ["an account that is a pattern", { account: ".*", roleArn: "arn:aws:iam::999999999999:role/access" }],
        ["a role that is none", { roleArn: "arn:aws:iam::222233334444:user/access" }],
        ["a domain that is none", { domainId: "*" }],
        ["a profile with a wildcard", { profileName: "*", profile: "lob-a/*" }],
        ["a profile that is not its key", { profileName: "user-somebody-else" }],
        ["a Region that is a host", { region: "eu-west-1.attacker.example" }],
        ["an external id with a line break", { externalId: "a\nb" }],
        ["no external id", { externalId: "" }],
    ];
    for (const [index, [what, change]] of broken.entries()) {
        it(`503, and nothing is asked of STS: an item with ${what}`, async () => {
            const person = `broken-${index}`;
            await world.table.put({ ...item(person, "lob-a", `user-${person}`), ...change });
            const [status, { error }] = await asked(person, "");
            assert.deepEqual([status, error], [503, "unavailable"]);
            assert.match(
                world.presign.log(),
                new RegExp(`"person":"${person}","verdict":"failed","reason":"directory_broken"`),
            );
            assert.deepEqual(world.sts.unexpected, []);
        });
    }
});
