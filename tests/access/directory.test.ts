import { strict as assert } from "node:assert";

import { Directory, type DirectoryItem, profileKey } from "../../components/access";
import { accessRoleArn, directoryName, externalIdOf } from "../../components/names";
import { inputsOf, namesOf, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, STACK } from "../place";
import { accessArgs, LOB_A, LOB_B, parsed, PLACE, recordAccess } from "./fixture";

const ITEM = "aws:dynamodb/tableItem:TableItem";

function item(changes: Partial<DirectoryItem> = {}): DirectoryItem {
    return {
        person: "ada",
        lob: "lob-a",
        account: LOB_A.account,
        region: "eu-west-1",
        domainId: "d-abcdefghijkl",
        profileName: "user-lob-a",
        roleArn: accessRoleArn(LOB_A, "aws"),
        externalId: externalIdOf(LOB_A),
        ...changes,
    };
}

function recordItems(...items: readonly DirectoryItem[]): Promise<RecordedComponent> {
    return recordComponent(
        () => void new Directory("directory", { tableName: directoryName(PLACE), items }, inPlace()),
        STACK,
    );
}

describe("directory of the access service", () => {
    it("is one table with its own key, recovery to any second and deletion protection", async () => {
        const table = inputsOf(await recordAccess(), "aws:dynamodb/table:Table");
        const keys = [
            "hashKey",
            "rangeKey",
            "attributes",
            "billingMode",
            "serverSideEncryption",
            "pointInTimeRecovery",
            "deletionProtectionEnabled",
        ];
        assert.deepEqual(
            keys.map((key) => table[key]),
            [
                "person",
                "profile",
                [
                    { name: "person", type: "S" },
                    { name: "profile", type: "S" },
                ],
                "PAY_PER_REQUEST",
                { enabled: true, kmsKeyArn: accessArgs().keys.tablesKeyArn },
                { enabled: true },
                true,
            ],
        );
        const open = inputsOf(await recordAccess({ protect: false }), "aws:dynamodb/table:Table");
        assert.equal(open["deletionProtectionEnabled"], false);
    });

    it("holds an entry for each profile, and several for a person with several", async () => {
        const elsewhere = item({
            lob: "lob-b",
            account: LOB_B.account,
            profileName: "user-lob-b",
            roleArn: accessRoleArn(LOB_B, "aws"),
            externalId: externalIdOf(LOB_B),
        });
        const recording = await recordItems(item(), elsewhere);
        assert.deepEqual(
            namesOf(recording).filter((name) => name.startsWith(ITEM)),
            [`${ITEM}::directory-lob-a-user-lob-a`, `${ITEM}::directory-lob-b-user-lob-b`],
        );
        const { tableName, hashKey, rangeKey, item: text } = inputsOf(recording, ITEM, "directory-lob-a-user-lob-a");
        assert.deepEqual([tableName, hashKey, rangeKey], [directoryName(PLACE), "person", "profile"]);
        assert.deepEqual(parsed(text), {
            account: { S: "222233334444" },
            domainId: { S: "d-abcdefghijkl" },
            externalId: { S: "fixture:test:lob-a" },
            lob: { S: "lob-a" },
            person: { S: "ada" },
            profile: { S: "lob-a/user-lob-a" },
            profileName: { S: "user-lob-a" },
            region: { S: "eu-west-1" },
            roleArn: { S: accessRoleArn(LOB_A, "aws") },
        });
    });

    it("calls a profile by line of business and name", () => {
        assert.equal(profileKey({ lob: "lob-a", profileName: "ada" }), "lob-a/ada");
    });

    it("refuses a profile of two people, and names every one", async () => {
        const twice = [item(), item({ person: "jon" }), item({ lob: "lob-b" }), item({ lob: "lob-b", person: "eve" })];
        await assert.rejects(recordItems(...twice), {
            message: [
                "lobs[].users: a profile is of one person, and these have several entries:",
                "  lob-a/user-lob-a: ada, jon",
                "  lob-b/user-lob-a: ada, eve",
            ].join("\n"),
        });
    });

    it("has no external id of a place that is no line of business", () => {
        assert.throws(() => externalIdOf({ ...LOB_A, unit: undefined }), {
            message: "externalIdOf: the place of a line of business has a unit",
        });
    });
});
