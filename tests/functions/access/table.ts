import { once } from "node:events";
import { request as forward } from "node:http";
import type { AddressInfo } from "node:net";

import { CreateTableCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";

import { type AwsServer, startAwsServer } from "./awsServer";
import { REGION } from "./lobs";

export const TABLE = "private-studio-prod-access-directory";

/** The directory, in a table that speaks DynamoDB's protocol. */
export interface TableServer extends AwsServer {
    /** Puts one item; all attributes are texts. */
    put(item: Readonly<Record<string, string>>): Promise<void>;
    /** The requests it was sent. */
    readonly requests: readonly { readonly target: string; readonly body: Readonly<Record<string, unknown>> }[];
}

/** Starts an empty directory with the keys the access service gives it. */
export async function startTable(): Promise<TableServer> {
    const database = dynalite({ createTableMs: 0 });
    await new Promise<void>((listening) => database.listen(0, "127.0.0.1", listening));
    const { port } = database.address() as AddressInfo;
    const client = new DynamoDBClient({
        region: REGION,
        endpoint: `http://127.0.0.1:${port}`,
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });
    await client.send(
        new CreateTableCommand({
            TableName: TABLE,
            BillingMode: "PAY_PER_REQUEST",
            AttributeDefinitions: [
                { AttributeName: "person", AttributeType: "S" },
                { AttributeName: "profile", AttributeType: "S" },
            ],
            KeySchema: [
                { AttributeName: "person", KeyType: "HASH" },
                { AttributeName: "profile", KeyType: "RANGE" },
            ],
        }),
    );
    const requests: { target: string; body: Record<string, unknown> }[] = [];
    const server = await startAwsServer(
        (request, body, response) => {
            requests.push({
                target: String(request.headers["x-amz-target"]),
                body: JSON.parse(body) as Record<string, unknown>,
            });
            const { method, url: path, headers } = request;
            const sent = forward({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
                response.writeHead(answer.statusCode ?? 500, answer.headers);
                answer.pipe(response);
            });
            sent.end(body);
        },
        (code, message) => JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message }),
    );
    const closeFront = server.close.bind(server);
    return Object.assign(server, {
        requests,
        put: async (item: Readonly<Record<string, string>>) => {
            const Item = Object.fromEntries(Object.entries(item).map(([name, S]) => [name, { S }]));
            await client.send(new PutItemCommand({ TableName: TABLE, Item }));
        },
        close: async () => {
            client.destroy();
            await closeFront();
            const closed = once(database, "close");
            database.close();
            database.closeAllConnections();
            await closed;
        },
    });
}
