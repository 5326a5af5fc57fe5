import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { PreflightError } from "../../../preflight/error";
import { readFacts } from "../../../preflight/facts";
import { sample, SAMPLE_FILE, SAMPLE_VPC } from "./sample";

describe("facts file", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "facts-"));
    const file = path.join(directory, "vpc.json");
    const again = `Write it anew: npm run facts -- --vpc vpc-0a1b2c3d4e5f60718 --region eu-west-1 --out ${file}`;

    after(() => rmSync(directory, { recursive: true }));

    const refused = (text: string, message: string): void => {
        writeFileSync(file, text);
        assert.throws(() => readFacts(file, SAMPLE_VPC), new PreflightError(message));
    };

    it("is read as it was written", () => {
        assert.deepEqual(readFacts(SAMPLE_FILE, SAMPLE_VPC), sample());
    });

    it("that is not there is said to be missing", () => {
        const absent = path.join(directory, "absent.json");
        assert.throws(
            () => readFacts(absent, SAMPLE_VPC),
            new PreflightError(
                `The facts file ${absent} named in network.vpc.facts cannot be read.\n${again.replace(file, absent)}`,
            ),
        );
    });

    it("that is not JSON is refused", () => {
        refused("vpc: mine", `The facts file ${file} is not JSON.\n${again}`);
    });

    it("tells every mistake in it at once", () => {
        const { networkAcls: _, ...rest } = sample();
        refused(
            JSON.stringify({ ...rest, version: 2, account: "1111", extra: true }),
            [
                `Facts file ${file}:`,
                "  version: Invalid input: expected 1",
                "  account: an account: 12 digits",
                "  networkAcls: Invalid input: expected array, received undefined",
                '  the file: Unrecognized key: "extra"',
                again,
            ].join("\n"),
        );
    });

    it("of another VPC, account and Region is refused", () => {
        const other = sample({
            account: "444455556666",
            region: "eu-west-2",
            vpc: { ...sample().vpc, id: "vpc-0a1b2c3d4e5f60719" },
        });
        refused(
            JSON.stringify(other),
            [
                `Facts file ${file}:`,
                "  it is of VPC vpc-0a1b2c3d4e5f60719, the stack's is vpc-0a1b2c3d4e5f60718",
                "  it is of account 444455556666, the stack's is 111122223333",
                "  it is of region eu-west-2, the stack's is eu-west-1",
                `Name the file of the stack's own VPC in network.vpc.facts. ${again}`,
            ].join("\n"),
        );
    });

    it("that leaves out what it names itself is refused", () => {
        const [first, ...others] = sample().subnets;
        assert.equal(first?.id, "subnet-0a1b2c3d4e5f60001");
        const where = "names subnet-0a1b2c3d4e5f60001, which the file does not describe";
        refused(
            JSON.stringify(sample({ subnets: others })),
            [
                `Facts file ${file}:`,
                `  rtb-0a1b2c3d4e5f60001 ${where}`,
                `  vpce-0a1b2c3d4e5f60002 ${where}`,
                `  acl-0a1b2c3d4e5f60001 ${where}`,
                again,
            ].join("\n"),
        );
    });
});
