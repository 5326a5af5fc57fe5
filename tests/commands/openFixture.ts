import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import type { ClientFactory, OpenOptions } from "../../commands/open/run";
import { ROOT } from "../preflight/cliProcess";

/** Outputs of the deployed stack. */
export const OUTPUTS = {
    region: "eu-west-1",
    domainId: "d-abcdefghijkl",
    userRoleArn: "arn:aws:iam::111122223333:role/dev-user",
};

/** What SageMaker answers; the token makes whoever holds it the person. */
export const LINK = "https://d-abcdefghijkl.studio.eu-west-1.sagemaker.aws/auth?token=bearer-of-nobody";

export const STACK = `config:
  aws:region: eu-west-1
  private-studio:account: { id: "111122223333" }
  private-studio:network: { cidr: 10.20.0.0/16, zones: [euw1-az1] }
  private-studio:access:
    tag: personId
    principals: [arn:aws:iam::111122223333:role/data-scientists]
  private-studio:users:
    - { name: jon@example.com, tag: a00002 }
    - { name: lwdvin+developer, tag: a01234, profile: lwdvin-dev }
    - { name: Zoë Doe, tag: a00003, profile: zoe }
`;

/** For what ends before AWS is asked. */
export const noClients: ClientFactory = () => assert.fail("AWS is asked");

/** A directory with the sample stack's file and outputs. */
export class OpenFixture {
    readonly directory = mkdtempSync(path.join(os.tmpdir(), "open-"));
    readonly outputs = this.file("outputs.json", JSON.stringify(OUTPUTS));
    private readonly stackFile = this.file("Pulumi.sample.yaml", STACK);

    /** Writes a file and answers its path. */
    file(name: string, text: string): string {
        const file = path.join(this.directory, name);
        writeFileSync(file, text);
        return file;
    }

    /** Options that open the profile of jon@example.com. */
    options(more: Partial<OpenOptions> = {}): OpenOptions {
        const { outputs, stackFile } = this;
        const what = { user: "jon@example.com", stack: "sample", explain: false, browser: false };
        return { ...what, projectDir: ROOT, stackFile, outputs, ...more };
    }

    remove(): void {
        rmSync(this.directory, { recursive: true });
    }
}
