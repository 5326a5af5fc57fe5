import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import { architectureOf, imageParameter } from "../../components/onprem/image";
import { hostUserData } from "../../components/onprem/userData";

const SCRIPTS = path.resolve(__dirname, "../../assets/on-premises");

describe("image of the on-premises host", () => {
    const processors: readonly (readonly [type: string, processor: string])[] = [
        ["t3.medium", "x86_64"],
        ["t3a.nano", "x86_64"],
        ["t4g.medium", "arm64"],
        ["m7gd.large", "arm64"],
        ["c7gn.large", "arm64"],
        ["c8g.2xlarge", "arm64"],
        ["a1.medium", "arm64"],
        // The g stands before the number: graphics.
        ["g5.xlarge", "x86_64"],
        ["g5g.xlarge", "arm64"],
        ["m7i-flex.large", "x86_64"],
        ["hpc7g.4xlarge", "arm64"],
    ];
    for (const [type, processor] of processors) {
        it(`of ${type} is for ${processor}`, () => assert.equal(architectureOf(type), processor));
    }

    it("is the newest of Amazon Linux 2023", () => {
        assert.equal(imageParameter("arm64"), "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64");
    });
});

describe("user data of the on-premises host", () => {
    const [first = "", ...rest] = hostUserData().split("\n");
    const config = JSON.parse(rest.join("\n")) as {
        write_files: { path: string; permissions: string; content: string }[];
        runcmd: string[][];
    };

    it("is cloud-init's, with the two commands as they are here", () => {
        assert.equal(first, "#cloud-config");
        assert.deepEqual(
            config.write_files.map(({ path: at, permissions, content }) => [at, permissions, content]),
            [
                ["/usr/local/bin/studio-walk", "0755", readFileSync(path.join(SCRIPTS, "walk.sh"), "utf8")],
                ["/usr/local/bin/studio-browser", "0755", readFileSync(path.join(SCRIPTS, "browser.sh"), "utf8")],
            ],
        );
    });

    it("installs each package by itself, so that one that is missing keeps back no other", () => {
        assert.deepEqual(config.runcmd, [
            ["dnf", "--assumeyes", "install", "firefox"],
            ["dnf", "--assumeyes", "install", "tigervnc-server"],
        ]);
    });

    it("fits what EC2 takes", () => {
        assert.ok(Buffer.byteLength(hostUserData()) < 16_384);
    });
});
