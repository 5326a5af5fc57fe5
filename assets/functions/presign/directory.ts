import { type AttributeValue, type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";

import type { Budget } from "./budget";
import { unavailable } from "./refusal";

/** An item as the table has it, by its range key. */
export interface Entry {
    /** `<lob>/<profile name>`. */
    readonly profile: string;
    readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/**
 * Everything the directory has of one person, on however many pages. Read consistently: a profile that was taken away a
 * moment ago is gone.
 *
 * @throws Refusal of 503 when the table does not answer
 */
export async function entriesOf(
    client: DynamoDBClient,
    table: string,
    person: string,
    budget: Budget,
): Promise<readonly Entry[]> {
    const entries: Entry[] = [];
    let start: Record<string, AttributeValue> | undefined;
    do {
        const query = new QueryCommand({
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: "#person = :person",
            ExpressionAttributeNames: { "#person": "person" },
            ExpressionAttributeValues: { ":person": { S: person } },
            ExclusiveStartKey: start,
        });
        const page = await budget.spend(
            (abortSignal) => client.send(query, { abortSignal }),
            ({ name }) => unavailable("directory_unavailable", name),
        );
        entries.push(
            ...(page.Items ?? []).map((attributes) => ({ profile: attributes["profile"]?.S ?? "", attributes })),
        );
        start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return entries;
}
