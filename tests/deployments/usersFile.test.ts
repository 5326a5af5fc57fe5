import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import path from "node:path";

import type { PlainSettings } from "../../components/settings";
import { record } from "../../preflight/record";
import { readStack } from "../../preflight/stack";
import { PROJECT, withFiles } from "../settings/helper";
import { inputsOf, namesOf, type RecordedComponent } from "../harness";
import { PROJECT_DIR, recordSettings, settingsOf } from "./devStack";

const FOLDER = path.join(PROJECT_DIR, "tests/stacks/users-file");
const STACK_FILE = path.join(FOLDER, "stack.yaml");
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

/** Settings of the sample with another text in its file of users. */
function withUsers(csv: string): PlainSettings {
    const files = { "Pulumi.yaml": PROJECT, "stack.yaml": readFileSync(STACK_FILE, "utf8"), "users.csv": csv };
    return withFiles(files, (directory) => readStack(directory, path.join(directory, "stack.yaml")).settings);
}

describe("A stack whose users stand in a file", () => {
    const csv = readFileSync(path.join(FOLDER, "users.csv"), "utf8");
    const [header = "", ...lines] = csv.trimEnd().split("\n");
    let sample: RecordedComponent;
    before(async () => {
        sample = await recordSettings(settingsOf(STACK_FILE));
    });

    /** Everything registered, each with its inputs. */
    const registered = ({ resources }: RecordedComponent): Map<string, unknown> =>
        new Map(resources.filter(({ custom }) => custom).map(({ urn, props }) => [urn, props]));

    it("makes each user's profile with that user's tags", () => {
        const { tags } = inputsOf(sample, PROFILE, "studio-profiles-jane-doe");
        assert.deepEqual(tags, {
            project: "private-studio",
            team: "research",
            costCentre: "4712",
            userName: "Doe, Jane",
            employeeNumber: "a00003",
        });
    });

    it("registers the same when the lines, or the columns, stand in another order", async () => {
        const reversed = [header, ...[...lines].reverse()].join("\n");
        assert.deepEqual(
            new Map([...registered(await recordSettings(withUsers(reversed)))].sort()),
            new Map([...registered(sample)].sort()),
        );
        const columns = 'tag:costCentre,profile,tag,tag:team,name\n4712,jane-doe,a00003,research,"Doe, Jane"\n';
        assert.deepEqual(
            withUsers(columns).users,
            settingsOf(STACK_FILE).users.filter(({ profile }) => profile === "jane-doe"),
        );
    });

    it("adds only a new line's resources, and changes nobody else's", async () => {
        const grown = await recordSettings(withUsers([header, "eve,a00009,,research,", ...lines].join("\n")));
        const names = namesOf(sample);
        assert.deepEqual(
            namesOf(grown)
                .filter((name) => !names.includes(name))
                .map((name) => name.split("::")[1]),
            [
                "studio-profiles-eve",
                "studio-profiles-eve",
                "studio-profiles-eve-apps-out",
                "studio-profiles-eve-nfs-out",
                "studio-profiles-eve-apps-in",
                "studio-profiles-eve-nfs-in",
            ],
        );
        const now = registered(grown);
        for (const [urn, props] of registered(sample)) {
            assert.deepEqual(now.get(urn), props, urn);
        }
    });

    it("is recorded by the preflight with the users of the file beside it, wherever the program runs", async () => {
        const { settings, ...stack } = readStack(PROJECT_DIR, STACK_FILE);
        const recording = await record({
            ...stack,
            entry: "index.ts",
            projectDir: PROJECT_DIR,
            project: settings.project,
            stack: settings.stack,
        });
        const errors = recording.diagnostics.filter(({ severity }) => severity === "error");
        assert.deepEqual(errors, []);
        assert.deepEqual(namesOf(recording), namesOf(sample));
    });

    it("registers nothing when the file has a mistake", () => {
        assert.throws(
            () => withUsers(`${csv}jon doe,a00010,,research,\n`),
            /users\.csv:6 {2}column name\n {4}found {3}"jon doe"\n {4}rule {4}users "jon\.doe" and "jon doe" would both have/,
        );
    });
});
