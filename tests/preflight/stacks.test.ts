import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";

import { ROOT } from "./cliProcess";
import {
    CANVAS_AND_DATA,
    CLIENTS_WITHOUT_VIA,
    EXISTING_KEYS,
    EXISTING_VPC,
    FEDERATED_SAML,
    FILE_SYSTEMS,
    FIREWALL,
    FROM_ADDRESSES,
    FROM_ANYWHERE,
    FROM_ANYWHERE_EXCEPTED,
    FULL,
    IDENTITY_CENTER,
    MINIMAL,
    NAT,
    NO_CLIENTS,
    NO_USERS,
    OTHER_FEATURES,
    PRESETS,
    SECRET_TAG,
    STUDIO_COMPLETE,
} from "./stackCases";
import { type Case, judged, type Judged } from "./stackReports";

/** Every sample stack with its exit status; a new file in tests/stacks needs a row. */
const STACKS: readonly (readonly [Case, 0 | 1 | 2])[] = [
    [MINIMAL, 0],
    [FULL, 0],
    [SECRET_TAG, 0],
    [FROM_ADDRESSES, 0],
    [FROM_ANYWHERE, 1],
    [FROM_ANYWHERE_EXCEPTED, 0],
    [NO_CLIENTS, 0],
    [NO_USERS, 0],
    [CLIENTS_WITHOUT_VIA, 2],
    [NAT, 0],
    [FIREWALL, 0],
    [CANVAS_AND_DATA, 0],
    [OTHER_FEATURES, 0],
    [EXISTING_VPC, 0],
    [STUDIO_COMPLETE, 0],
    [FILE_SYSTEMS, 0],
    [FEDERATED_SAML, 0],
    // Who signs in is not proven.
    [IDENTITY_CENTER, 2],
    [EXISTING_KEYS, 0],
    ...PRESETS.map((preset): [Case, 0] => [preset, 0]),
];

describe("sample stacks", () => {
    let all: readonly Judged[];

    before(async function () {
        this.timeout(600_000);
        all = await Promise.all(STACKS.map(([stack]) => judged(stack)));
    });

    it("has a row for every file of tests/stacks", () => {
        const rows = STACKS.map(([{ stackFile }]) => path.basename(stackFile ?? ""));
        const files = readdirSync(path.join(ROOT, "tests/stacks")).filter((file) => file.endsWith(".yaml"));
        assert.deepEqual([...new Set(rows)].sort(), files.sort());
    });

    STACKS.forEach(([{ stackFile, policies }, exitCode], index) => {
        const how = policies === undefined ? "" : " with its own configuration of the pack";
        it(`${stackFile}${how}: exit ${exitCode}`, () => {
            const { report, text } = all[index] as Judged;
            assert.equal(report.verdict.exitCode, exitCode, text);
        });
    });

    it("keeps every line of every report within 80 columns", () => {
        const long = all.flatMap(({ text }) => text.split("\n")).filter((line) => line.length > 80);
        assert.deepEqual(long, []);
    });
});
