import { strict as assert } from "node:assert";

import { HubKeys, type HubKeysArgs } from "../../components/hub";
import { inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { ACCESS, all, HUB, inAccount, REGION, STACK } from "./fixture";

const KEY = "aws:kms/key:Key";
const PRESIGN = `arn:aws:iam::${ACCESS}:role/presign`;
const ROOT = { AWS: `arn:aws:iam::${ACCESS}:root` };

function build(changes: Partial<HubKeysArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        const keys = new HubKeys(
            "keys",
            {
                place: { ...STACK, account: ACCESS, region: REGION, unit: "access" },
                partition: "aws",
                administrators: [`arn:aws:iam::${ACCESS}:role/deployer`],
                deletionDays: 30,
                protect: true,
                tags: {},
                ...changes,
            },
            inAccount(ACCESS),
        );
        return { tables: keys.tablesKeyArn, network: keys.networkKeyArn, topics: keys.topicsKeyArn };
    }, STACK);
}

interface Statement {
    readonly Sid: string;
    readonly Principal: unknown;
    readonly Action: string | string[];
    readonly Condition?: unknown;
}

function statements(recording: RecordedComponent, key: string): Statement[] {
    const { policy } = inputsOf(recording, KEY, key);
    return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
}

function statement(recording: RecordedComponent, key: string, sid: string): Statement | undefined {
    return statements(recording, key).find(({ Sid }) => Sid === sid);
}

describe("HubKeys", () => {
    it("makes the key for logs alone unless others are asked for", async () => {
        const recording = await build();
        assert.deepEqual(
            all(recording, KEY).map(({ name }) => name),
            ["keys-logs"],
        );
        assert.deepEqual(recording.outputs, {});
    });

    it("turns and protects its keys, and lets administrators administer only", async () => {
        const recording = await build({ purposes: { network: true, tables: true, topics: true } });
        const kept = all(recording, KEY).map(({ name, protect, props }) => {
            assert.equal(props["enableKeyRotation"], true, name);
            assert.equal(props["rotationPeriodInDays"], 365, name);
            assert.equal(props["deletionWindowInDays"], 30, name);
            const [administer] = statements(recording, name);
            assert.equal(administer?.Sid, "Administer");
            assert.deepEqual(administer.Condition, {
                ArnEquals: { "aws:PrincipalArn": [`arn:aws:iam::${ACCESS}:role/deployer`] },
            });
            const uses = [administer.Action]
                .flat()
                .filter((action) => /Decrypt|Encrypt|GenerateDataKey|^kms:\*/.test(action));
            assert.deepEqual(uses, [], name);
            return `${name}: ${protect}`;
        });
        assert.deepEqual(kept, ["keys-logs: true", "keys-network: false", "keys-tables: true", "keys-topics: false"]);
        assert.equal(
            inputsOf(recording, "aws:kms/alias:Alias", "keys-tables")["name"],
            "alias/fixture/test/unit/access/tables",
        );
    });

    it("gives the directory's key to DynamoDB's callers, and to nobody directly", async () => {
        const recording = await build({ purposes: { tables: true } });
        assert.deepEqual(statements(recording, "keys-tables").slice(1), [
            {
                Effect: "Allow",
                Principal: ROOT,
                Resource: "*",
                Sid: "UseThroughDynamoDb",
                Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
                Condition: { StringEquals: { "kms:ViaService": ["dynamodb.eu-west-1.amazonaws.com"] } },
            },
            {
                Effect: "Allow",
                Principal: ROOT,
                Resource: "*",
                Sid: "GrantsOfDynamoDb",
                Action: "kms:CreateGrant",
                Condition: { StringEquals: { "kms:ViaService": ["dynamodb.eu-west-1.amazonaws.com"] } },
            },
        ]);
    });

    it("lets alarms of the account write to topics, and no function", async () => {
        const recording = await build({ purposes: { topics: true } });
        assert.deepEqual(
            statements(recording, "keys-topics")
                .map(({ Sid, Principal, Condition }) => [Sid, Principal, Condition])
                .slice(1),
            [
                [
                    "EventsAndAlarmsOfThisAccount",
                    { Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com"] },
                    { StringEquals: { "aws:SourceAccount": ACCESS } },
                ],
            ],
        );
    });

    it("admits log groups of the stack, and named ones where AWS chooses the name", async () => {
        const recording = await build({ logGroups: ["API-Gateway-Execution-Logs_*"] });
        const arns = ["LogGroupsOfThisStack", "LogGroupsNamedByServices"].map(
            (sid) => statement(recording, "keys-logs", sid)?.Condition,
        );
        const start = `arn:aws:logs:eu-west-1:${ACCESS}:log-group:`;
        assert.deepEqual(arns, [
            { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `${start}/fixture/test/*` } },
            { ArnLike: { "kms:EncryptionContext:aws:logs:arn": [`${start}API-Gateway-Execution-Logs_*`] } },
        ]);
        const plain = await build();
        assert.equal(statement(plain, "keys-logs", "LogGroupsNamedByServices"), undefined);
    });

    it("lets whom IAM allows read delivered logs, functions never", async () => {
        const via = { StringEquals: { "kms:ViaService": ["s3.eu-west-1.amazonaws.com"] } };
        const withFunctions = await build({ logDelivery: true, functionRoles: [PRESIGN] });
        assert.deepEqual(statement(withFunctions, "keys-logs", "ReadDeliveredLogs")?.Condition, {
            ArnNotEquals: { "aws:PrincipalArn": [PRESIGN] },
            ...via,
        });
        const without = await build({ logDelivery: true });
        assert.deepEqual(statement(without, "keys-logs", "ReadDeliveredLogs")?.Condition, via);
    });

    it("stands in the account it is told", async () => {
        const recording = await build();
        assert.match(String(one(recording, KEY).provider), new RegExp(`account-${ACCESS}`));
        assert.notEqual(ACCESS, HUB);
    });
});
