import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { allowedDomains, DOMAIN_SETS, domainMistake } from "../../components/allowList";

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    conda: ["conda.anaconda.org", "repo.anaconda.com"],
    "git-hosting": [
        "api.bitbucket.org",
        "api.github.com",
        "bitbucket.org",
        "codeload.github.com",
        "github.com",
        "gitlab.com",
        "objects.githubusercontent.com",
        "raw.githubusercontent.com",
        "release-assets.githubusercontent.com",
    ],
    "hugging-face": [
        "cas-server.xethub-eu.hf.co",
        "cas-server.xethub.hf.co",
        "cdn-lfs-eu-1.hf.co",
        "cdn-lfs-us-1.hf.co",
        "huggingface.co",
        "transfer.xethub-eu.hf.co",
        "transfer.xethub.hf.co",
        "us.aws.cdn.hf.co",
        "us.gcp.cdn.hf.co",
    ],
    kaggle: ["api.kaggle.com", "www.kaggle.com"],
    "python-packages": ["files.pythonhosted.org", "pypi.org"],
};

describe("domain sets", () => {
    it("are the files of assets/domains, sorted", () => {
        assert.deepEqual(DOMAIN_SETS, Object.keys(EXPECTED));
    });

    for (const [set, domains] of Object.entries(EXPECTED)) {
        it(`${set} allows exactly these hosts`, () => {
            assert.deepEqual(allowedDomains([set]), domains);
        });

        it(`${set} holds exact hosts only, none of which a stack file would be refused`, () => {
            const lines = linesOf(set).filter((line) => line !== "" && !line.startsWith("#"));
            assert.deepEqual(
                lines.flatMap((line) => domainMistake(line) ?? []),
                [],
            );
            assert.deepEqual(
                lines.filter((line) => line.startsWith(".")),
                [],
            );
        });

        it(`${set} says where it comes from and of when it is`, () => {
            const comments = linesOf(set)
                .filter((line) => line.startsWith("#"))
                .join(" ");
            assert.match(comments, /Sources?: https:\/\//);
            assert.match(comments, /Date: \d{4}-\d{2}-\d{2}\./);
        });
    }
});

function linesOf(set: string): string[] {
    return readFileSync(join(__dirname, "..", "..", "assets", "domains", `${set}.txt`), "utf8").split("\n");
}
