import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../../graph";
import { CREDENTIAL_PATTERNS, isPlaceholder } from "../../../policies/sagemaker/credentialPatterns";
import type { Sketch } from "../../fixture/build";
import { verdict } from "../verdict";

const FIX = "Revoke it, and read its successor from Secrets Manager when the script runs.";

function script(content: unknown): Sketch {
    return {
        type: "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig",
        name: "setup",
        props: { studioLifecycleConfigContent: content },
    };
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

const found = (name: string, where: string): string =>
    `violation: StudioLifecycleConfig setup: studioLifecycleConfigContent holds what looks like ${name} (${where}). ${FIX}`;

/** Characters without a pattern, `length` of them. Written so that no scanner of repositories takes them for a credential. */
function noise(length: number, alphabet = "aZ3kQ9mT7xB2"): string {
    return Array.from({ length }, (_, index) => alphabet[(index * 7 + (index >> 2)) % alphabet.length]).join("");
}

const HEX = "0a1b2c3d4e5f";
const UPPER = "QX7RT2MNPZ4W";
const begin = (kind: string): string => `-----BEGIN ${kind}PRIVATE ${"KEY"}-----`;

/** What stands in the second line of a script, by the name of the pattern that must find it and alone. */
const CREDENTIALS: readonly (readonly [name: string, ...lines: string[]])[] = [
    [
        "an AWS access key ID",
        `aws configure set aws_access_key_id AKIA${noise(16, UPPER)}`,
        `X=ASIA${noise(16, UPPER)}`,
    ],
    [
        "an AWS secret access key",
        `export AWS_SECRET_ACCESS_KEY=${noise(40)}`,
        `aws configure set aws_secret_access_key ${noise(40)}`,
        `aws_secret_access_key = "${noise(39)}/"`,
        `"SecretAccessKey": "${noise(40)}"`,
    ],
    ["an AWS session token", `export AWS_SESSION_TOKEN="${noise(240)}"`],
    ["a signed AWS URL", `wget "https://data.s3.amazonaws.com/x?X-Amz-Expires=60&X-Amz-Signature=${noise(64, HEX)}"`],
    [
        "a private key",
        `${begin("RSA ")}\n${noise(64)}\n${noise(20)}`,
        `${begin("")}\\n${noise(64)}`,
        `${begin("OPENSSH ")}\n${noise(64)}`,
        `${begin("RSA ")}\nProc-Type: 4,ENCRYPTED`,
    ],
    ["a GitHub token", `git clone https://ghp_${noise(36)}@github.com/a/b`, `gh auth github_pat_${noise(82)}`],
    ["a GitLab token", `curl --header "PRIVATE-TOKEN: glpat-${noise(20)}" https://gitlab.internal`],
    ["a Slack token", `slack xoxb-${noise(24)}`],
    ["a Slack webhook", `curl https://hooks.slack.com/services/T${noise(8, UPPER)}/B${noise(8, UPPER)}/${noise(24)}`],
    ["a Google API key", `maps AIza${noise(35)}`],
    ["a Stripe key", `stripe sk_live_${noise(24)}`],
    ["an npm token", `//registry.npmjs.org/:_authToken=npm_${noise(36)}`],
    ["a PyPI token", `twine pypi-AgEIcHlwaS5vcmc${noise(60)}`],
    ["a Hugging Face token", `huggingface-cli login --token hf_${noise(34)}`],
    ["a Databricks token", `databricks dapi${noise(32, HEX)}`],
    ["an API key of a model service", `llm sk-proj-${noise(48)}`, `llm sk-${noise(20)}T3BlbkFJ${noise(20)}`],
    ["an Azure storage key", `az "DefaultEndpointsProtocol=https;AccountKey=${noise(86)}=="`],
    ["a JSON Web Token", `login eyJ${noise(30)}.eyJ${noise(80)}.${noise(43)}`],
    [
        "a password in a URL",
        "pip config set global.index-url https://ann:hunter2@packages.internal/simple",
        "export HTTPS_PROXY=http://proxy:s3cr3t!@10.0.0.9:3128",
        "psql postgresql+psycopg2://app:hunter2@db/prod",
    ],
    ["a password for curl", "curl -sSL -u ann:hunter2 https://packages.internal/x", "curl --user 'ann:hunter2' x"],
    [
        "an Authorization header",
        `curl -H "Authorization: Bearer ${noise(24)}" x`,
        `{"Authorization": "Basic ${noise(20)}="}`,
    ],
    [
        "a password or key in quotes",
        'DB_PASSWORD="hunter2-hunter2"',
        "password = 'correct-horse'",
        'c.Client.client_secret := "hunter2hunter2"',
        `{"apiKey": "${noise(20)}"}`,
        "os.environ['API_KEY'] = 'hunter2hunter2'",
        "mysql --password='hunter2!'",
    ],
    [
        "a password or key in a variable",
        "export PGPASSWORD=hunter2",
        "PGPASSWORD=hunter2 psql -h db",
        "sudo MY_API_KEY=abc123def; run",
        "  db_password=hunter2",
    ],
    ["a password or key in an option", "mysql --password=hunter2 -h db", "tool --client-api-key abc123def"],
    ["a password or key in a setting", "password: hunter2", "  - db.password: hunter2"],
];

/** Lines of good scripts. */
const HARMLESS: readonly string[] = [
    'TOKEN="$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)"',
    "TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`",
    'export DB_PASSWORD="${DB_PASSWORD}"',
    'export DB_PASSWORD="$DB_PASSWORD"',
    "export DB_PASSWORD=$DB_PASSWORD1",
    "export DB_PASSWORD=",
    "DB_PASSWORD=''",
    'DB_PASSWORD="<password>"',
    'DB_PASSWORD="{{ password }}"',
    'DB_PASSWORD="changeme"',
    'DB_PASSWORD="change-me-1"',
    'DB_PASSWORD="xxxxxxxx"',
    'DB_PASSWORD="********"',
    'DB_PASSWORD="your-password"',
    'DB_PASSWORD="%DB_PASSWORD%"',
    "DB_PASSWORD_SECRET_ID=prod/db1",
    'DB_PASSWORD="arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"',
    "API_KEY=ssm://prod/key1",
    "DB_PASSWORD_FILE=/run/secrets/db1",
    "DB_PASSWORD=/run/secrets/db1",
    "password = os.environ['DB_PASSWORD']",
    "password = getpass.getpass()",
    "connect(user=user, password=password1, host=host)",
    "    password=password,",
    "    password: str = None",
    "password=args.password",
    'if [ "$PASSWORD" == "hunter2-hunter2" ]; then',
    "c.NotebookApp.password = ''",
    'accessToken: "minutes"',
    'PASSWORD: "challengePassword"',
    "c.NotebookApp.token = ''",
    "# the --password option is required here",
    "mysql --password=$(cat /run/secrets/db1) -h db",
    "docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com",
    "aws codeartifact login --tool pip --domain d --repository r",
    "pip config set global.index-url https://aws:$CODEARTIFACT_TOKEN@d-111122223333.d.codeartifact.eu-west-1.amazonaws.com/pypi/r/simple/",
    'pip install "https://aws:${TOKEN}@d.internal/x"',
    "git clone https://user:$(get token)@github.com/a/b",
    "# for example https://user:password@proxy.example.com:8080",
    "export HTTPS_PROXY=http://proxy.internal:3128/",
    "git clone git@github.com:a/b.git",
    "git clone ssh://git@github.com:22/a/b.git",
    "curl -u $NAME:$PASS https://packages.internal",
    'curl -u "${NAME}:${PASS}" https://packages.internal',
    "curl --user-agent tool:1 https://packages.internal",
    'curl -H "Authorization: Bearer $TOKEN" https://x',
    'curl -H "Authorization: Bearer YOUR_ACCESS_TOKEN" https://x',
    'curl -H "Authorization: Bearer xxxxxxxxxxxxxxxxxxxx" https://x',
    'grep -q "-----BEGIN CERTIFICATE-----" ca.pem',
    'grep -q "-----BEGIN RSA PRIVATE KEY-----" key.pem && exit 1',
    'printf -- "-----BEGIN PRIVATE KEY-----\\n%s\\n" "$KEY"',
    `echo "-----BEGIN PUBLIC KEY-----\n${noise(64)}"`,
    "aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE",
    "aws configure set aws_secret_access_key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "export AWS_SECRET_ACCESS_KEY=$SECRET",
    "export AWS_ACCESS_KEY_ID=AKIAXXXXXXXXXXXXXXXX",
    "GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "sha256sum: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "conda env create -n hf_transformers_for_natural_language_processing",
    "jupyter labextension disable '@jupyterlab/apputils-extension:announcements'",
];

describe("P17 sagemaker-lifecycle-config-no-secrets", () => {
    for (const [name, ...lines] of CREDENTIALS) {
        for (const [index, line] of lines.entries()) {
            it(`finds ${name}, form ${index + 1}`, () => {
                assert.deepEqual(verdict("P17", [script(base64(`#!/bin/bash\n${line}\n`))]), [found(name, "line 2")]);
            });
        }
    }

    it("has a case for each pattern", () => {
        assert.deepEqual(
            CREDENTIALS.map(([name]) => name),
            CREDENTIAL_PATTERNS.map(({ name }) => name),
        );
    });

    for (const line of HARMLESS) {
        it(`finds nothing in: ${line}`, () => {
            assert.deepEqual(verdict("P17", [script(base64(`#!/bin/bash\nset -eux\n${line}\n`))]), []);
        });
    }

    it("names all lines and kinds, and never the text", () => {
        const text = "PGPASSWORD=hunter2 psql\n\nPGPASSWORD=hunter3 psql\ncurl -u ann:hunter4 x\n";
        const said = verdict("P17", [script(base64(text))]);
        assert.deepEqual(said, [
            found("a password for curl", "line 4"),
            found("a password or key in a variable", "lines 1, 3"),
        ]);
        assert.doesNotMatch(said.join(), /hunter|ann/);
    });

    it("reads both scripts of a notebook's configuration", () => {
        const type = "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration";
        const content = base64("PGPASSWORD=hunter2 psql\n");
        const says = (props: Record<string, unknown>): string[] => verdict("P17", [{ type, name: "setup", props }]);
        const expected = (path: string): string =>
            `violation: NotebookInstanceLifecycleConfiguration setup: ${path} holds what looks like a password or key in a variable (line 1). ${FIX}`;
        assert.deepEqual(says({ onCreate: content, onStart: content }), [expected("onCreate"), expected("onStart")]);
        assert.deepEqual(says({}), []);
        assert.deepEqual(says({ onCreate: UNKNOWN, onStart: SECRET }), [
            "undecided: NotebookInstanceLifecycleConfiguration setup: onCreate is not known yet; the script must hold no credentials.",
            "undecided: NotebookInstanceLifecycleConfiguration setup: onStart is not known yet; the script must hold no credentials.",
        ]);
    });

    it("cannot tell of a script that is not known yet or a secret", () => {
        for (const value of [UNKNOWN, SECRET]) {
            assert.deepEqual(verdict("P17", [script(value)]), [
                "undecided: StudioLifecycleConfig setup: studioLifecycleConfigContent is not known yet; the script must hold no credentials.",
            ]);
        }
    });

    it("reads base64 in lines, and a text that is not encoded", () => {
        const text = `${"#".repeat(80)}\nPGPASSWORD=hunter2 psql\n`;
        const wrapped = base64(text).replace(/.{76}/g, "$&\n");
        const expected = [found("a password or key in a variable", "line 2")];
        assert.deepEqual(verdict("P17", [script(wrapped)]), expected);
        assert.deepEqual(verdict("P17", [script(text)]), expected);
    });

    it("stays fast on texts that are made to be slow", () => {
        const parts = [
            "a",
            "a-",
            "a.",
            "password",
            "password=",
            "--password ",
            "eyJ",
            "eyJaaaaaaaaaa.",
            "curl -u a",
            "a:",
            " ",
            "https://a:",
        ];
        const started = process.hrtime.bigint();
        for (const part of parts) {
            verdict("P17", [script(part.repeat(Math.ceil(16_384 / part.length)))]);
        }
        // Generous: some milliseconds each here, minutes where a pattern backtracks without bounds.
        assert.ok(process.hrtime.bigint() - started < 5_000_000_000n);
    });
});

describe("placeholders", () => {
    const table: readonly (readonly [text: string, isOne: boolean])[] = [
        ["$PASSWORD", true],
        ["pre-${PASSWORD}", true],
        ["<your token>", true],
        ["{{ token }}", true],
        ["%s", true],
        ["@@TOKEN@@", true],
        ["xxxxxx", true],
        ["changeme", true],
        ["replace-me!", true],
        ["Password1", true],
        ["insert_token_here", true],
        ["AKIAIOSFODNN7EXAMPLE", true],
        ["hunter2", false],
        ["pa$$w0rd!", false],
        ["tokenizer-9x", false],
        ["yourself99", false],
    ];
    for (const [text, isOne] of table) {
        it(`${text} is ${isOne ? "one" : "none"}`, () => assert.equal(isPlaceholder(text), isOne));
    }
});
