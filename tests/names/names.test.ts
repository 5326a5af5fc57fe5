import { strict as assert } from "node:assert";

import fc from "fast-check";

import { isProfileName, type NamedKind, physicalName, type Place, profileName } from "../../components/names";

const dev: Place = { project: "private-studio", stack: "dev", account: "111122223333", region: "eu-west-1" };

describe("physicalName", () => {
    it("is readable, ends in a hash of the place, and never changes", () => {
        assert.equal(physicalName(dev, "role", "execution"), "private-studio-dev-execution-2f1c29dc");
        assert.equal(physicalName(dev, "logGroup", "flow-logs"), "/private-studio/dev/flow-logs");
        assert.equal(physicalName(dev, "keyAlias", "domain"), "alias/private-studio/dev/domain");
    });

    it("tells apart what joining by hyphens would not", () => {
        const one = physicalName({ ...dev, project: "a", stack: "b-c" }, "role", "user");
        const other = physicalName({ ...dev, project: "a-b", stack: "c" }, "role", "user");
        assert.notEqual(one, other);
    });

    it("tells regions and accounts apart, since role names are global in an account", () => {
        const names = ["eu-west-1", "us-east-1"].flatMap((region) =>
            ["111122223333", "444455556666"].map((account) =>
                physicalName({ ...dev, region, account }, "role", "user"),
            ),
        );
        assert.equal(new Set(names).size, 4);
    });

    const part = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,100}$/);
    const place = fc.record({
        project: part,
        stack: part,
        account: fc.stringMatching(/^\d{12}$/),
        region: fc.constantFrom("eu-west-1", "us-gov-west-1", "ap-southeast-2"),
    });
    const limits: Readonly<Record<NamedKind, number>> = {
        samlProvider: 128,
        role: 64,
        policy: 128,
        domain: 63,
        lifecycleConfig: 54,
        securityGroup: 255,
        logGroup: 512,
        keyAlias: 256,
        firewall: 128,
        bucket: 63,
        dnsRules: 64,
        queryLog: 64,
        resolver: 64,
        image: 30,
        repository: 235,
        function: 64,
        trail: 128,
        configRule: 128,
        analyzer: 255,
        topic: 256,
        queue: 80,
        eventRule: 64,
        instanceProfile: 128,
        alarm: 255,
        table: 255,
        restApi: 128,
        userPool: 128,
        resourceShare: 128,
    };
    const forms: Partial<Record<NamedKind, RegExp>> = {
        domain: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/,
        lifecycleConfig: /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,53}$/,
        bucket: /^[a-z0-9]([a-z0-9-]*[a-z0-9])$/,
        firewall: /^[a-zA-Z0-9-]+$/,
        image: /^[a-zA-Z0-9](-?[a-zA-Z0-9]){0,62}$/,
        repository: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    };

    for (const kind of Object.keys(limits) as NamedKind[]) {
        it(`keeps a ${kind} within ${limits[kind]} characters, and two places apart`, () => {
            fc.assert(
                fc.property(place, place, fc.constantFrom("execution", "user", "flow-logs"), (one, other, purpose) => {
                    const name = physicalName(one, kind, purpose);
                    assert.ok(name.length <= limits[kind], name);
                    assert.match(name, forms[kind] ?? /^/);
                    const scoped = kind === "logGroup" || kind === "keyAlias";
                    const same = scoped
                        ? one.project === other.project && one.stack === other.stack
                        : JSON.stringify(one) === JSON.stringify(other);
                    assert.equal(physicalName(other, kind, purpose) === name, same);
                }),
            );
        });
    }
});

describe("profileName", () => {
    const cases: [string, string][] = [
        ["lwdvin", "lwdvin"],
        ["lwdvin+developer", "lwdvin-developer"],
        ["jon.doe", "jon-doe"],
        ["jon.doe@example.com", "jon-doe-example-com"],
        ["_edge_", "edge"],
        ["ünïcode", "n-code"],
    ];
    for (const [user, expected] of cases) {
        it(`${user} -> ${expected}`, () => assert.equal(profileName(user), expected));
    }

    it("answers a name SageMaker accepts, or one the settings refuse as empty or too long", () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 80 }), (user) => {
                const name = profileName(user);
                assert.equal(isProfileName(name), name !== "" && name.length <= 63);
            }),
        );
    });
});
