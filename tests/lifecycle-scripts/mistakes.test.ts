import { strict as assert } from "node:assert";

import fc from "fast-check";

import { LIFECYCLE_SCRIPTS, lifecycleScript, scriptContent, scriptMistake } from "../../components/lifecycleScripts";

const HEAD = "#!/bin/bash\n";
const LIMIT = 16384;

/** Written in parts, so that no scanner of this repository takes them for real. */
const JOINED = {
    longTerm: ["AKIA", "IOSFODNN7", "EXAMPLE"].join(""),
    session: ["ASIA", "IOSFODNN7", "EXAMPLE"].join(""),
    begin: ["-----BEGIN ", "RSA PRIVATE", " KEY-----"].join(""),
    github: ["ghp", "_", "0123456789abcdefghij"].join(""),
    hub: ["hf", "_", "abcdefghijklmnopqrst"].join(""),
};

const SECRETS: readonly (readonly [line: string, kind: string])[] = [
    [`export AWS_ACCESS_KEY_ID=${JOINED.longTerm}`, "an AWS access key"],
    [`# once ${JOINED.session}`, "an AWS access key"],
    [`echo "${JOINED.begin}" > key`, "a private key"],
    ["echo '-----BEGIN PRIVATE KEY-----'", "a private key"],
    [`git clone https://x.example.com?t=${JOINED.github}`, "an access token"],
    [`huggingface-cli login ${JOINED.hub}`, "an access token"],
    ["pip config set global.index-url https://bob:hunter2@packages.example.com", "a URL with a password"],
    ["DB_PASSWORD=hunter2", "a password or token"],
    ["export password='hunter2'", "a password or token"],
    ['api-key: "hunter2"', "a password or token"],
    ["aws_secret_access_key = hunter2", "a password or token"],
    ["TOKEN=hunter2 ./run", "a password or token"],
];

/** Lines that read a secret when the script runs, or only speak of one. */
const HARMLESS: readonly string[] = [
    "TOKEN=$(aws codeartifact get-authorization-token --domain acme --query authorizationToken)",
    'export PASSWORD="$FROM_ELSEWHERE"',
    'PASSWORD=""',
    "unset TOKEN",
    "docker login --password-stdin registry.example.com",
    "SECRET_ID_FILE=/tmp/id",
    "git clone https://git.example.com/team/repo.git",
    "git clone ssh://git@git.example.com/team/repo.git",
    "curl -H @token-header https://example.com:8443/path",
];

describe("Lifecycle scripts", () => {
    it("of assets/lifecycle can be used, each as SageMaker takes it", () => {
        assert.deepEqual(LIFECYCLE_SCRIPTS, ["package-index"]);
        for (const name of LIFECYCLE_SCRIPTS) {
            assert.equal(scriptMistake(lifecycleScript(name)!), undefined, name);
        }
    });

    it("are known by name only", () => {
        assert.equal(lifecycleScript("../self-test"), undefined);
        assert.equal(lifecycleScript("package-index.sh"), undefined);
    });

    it("are the same text again after SageMaker's decoding", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary" }), (text) => {
                assert.equal(Buffer.from(scriptContent(text), "base64").toString("utf8"), text);
            }),
        );
    });

    for (const [line, kind] of SECRETS) {
        it(`may not hold ${kind}: ${line.replace(/[A-Za-z0-9]{12,}/, "…")}`, () => {
            assert.deepEqual(scriptMistake(`${HEAD}set -e\n${line}\n`), {
                rule: `a lifecycle script can be read by whoever may describe it, and holds no secrets; its line 3 looks like ${kind}`,
                fix: "take it out and change it, since it has been written down; let the app's role ask for it when it runs",
            });
        });
    }

    for (const line of HARMLESS) {
        it(`may hold ${line}`, () => {
            assert.equal(scriptMistake(`${HEAD}${line}\n`), undefined);
        });
    }

    it("never have a secret shown in the message, wherever it stands", () => {
        fc.assert(
            fc.property(fc.stringMatching(/^[a-z0-9]{8,30}$/), fc.nat(20), (secret, above) => {
                const mistake = scriptMistake(`${HEAD}${"true\n".repeat(above)}password=${secret}\n`);
                assert.match(mistake!.rule, new RegExp(`line ${above + 2} `));
                assert.ok(!JSON.stringify(mistake).includes(secret));
            }),
        );
    });

    it("are as long as SageMaker takes them, and no byte longer", () => {
        const bytes = (LIMIT / 4) * 3;
        const fits = HEAD.padEnd(bytes, "#");
        assert.equal(scriptContent(fits).length, LIMIT);
        assert.equal(scriptMistake(fits), undefined);
        assert.deepEqual(scriptMistake(`${fits}#`), {
            rule: "SageMaker takes at most 16384 characters after base64; this script has 16388",
            fix: "shorten it to 12288 bytes, or have it fetch the rest from a bucket",
        });
    });

    it("are counted in bytes, not in letters", () => {
        assert.match(scriptMistake(HEAD + "ü".repeat(6200))!.rule, /^SageMaker takes at most/);
    });

    it("name their interpreter and have Unix line ends", () => {
        assert.deepEqual(scriptMistake("echo hello\n"), {
            rule: "a lifecycle script names its interpreter in its first line",
            fix: "begin it with #!/bin/bash",
        });
        assert.deepEqual(scriptMistake("#!/bin/bash\r\necho hello\r\n"), {
            rule: "a lifecycle script has Unix line ends; with others the interpreter is not found",
            fix: "save it with line feeds only",
        });
    });
});
