import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { bundledCode } from "../../../components/functions";
import { batch } from "./double";
import { TRAINING_STATE } from "./events";
import { JOB_ROLE, RULES, TOPIC } from "./rules";

/** One request as AWS's services tell operations apart: by a header (JSON) or by a field of the form (query). */
interface Asked {
    readonly operation: string;
    readonly body: string;
}

/** Serves what SageMaker and SNS answer about a training job outside the VPC. */
function serve(asked: Asked[]): Promise<Server> {
    const answers: Readonly<Record<string, string>> = {
        "SageMaker.DescribeTrainingJob": JSON.stringify({ TrainingJobStatus: "InProgress", RoleArn: JOB_ROLE }),
        "SageMaker.StopTrainingJob": "",
        Publish: "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>",
    };
    const server = createServer((request, response) => {
        let body = "";
        request.on("data", (chunk: Buffer) => (body += chunk.toString()));
        request.on("end", () => {
            const target = request.headers["x-amz-target"];
            const operation = typeof target === "string" ? target : (new URLSearchParams(body).get("Action") ?? "none");
            asked.push({ operation, body });
            response.writeHead(operation in answers ? 200 : 400).end(answers[operation]);
        });
    });
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

describe("stop function: bundle", () => {
    it("judges, stops and tells in a process of its own, with nothing but its one file", async () => {
        const asked: Asked[] = [];
        const server = await serve(asked);
        const directory = mkdtempSync(path.join(tmpdir(), "stop-"));
        try {
            writeFileSync(path.join(directory, "index.js"), bundledCode("assets/functions/stop/index.ts"));
            const event = JSON.stringify(batch([JSON.stringify(TRAINING_STATE)]));
            const script = `require("./index.js").handler(${event}).then((r) => console.log("RESULT " + JSON.stringify(r)))`;
            const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], {
                cwd: directory,
                env: {
                    AWS_REGION: "eu-west-1",
                    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
                    AWS_SECRET_ACCESS_KEY: "none",
                    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
                    RULES: JSON.stringify(RULES),
                    TOPIC_ARN: TOPIC,
                },
            });
            assert.ok(stdout.includes('RESULT {"batchItemFailures":[]}'), stdout);
            assert.deepEqual(
                asked.map(({ operation }) => operation),
                ["SageMaker.DescribeTrainingJob", "SageMaker.StopTrainingJob", "Publish"],
            );
            assert.equal(asked[1]?.body, '{"TrainingJobName":"kmeans-1"}');
            assert.equal(new URLSearchParams(asked[2]?.body).get("TopicArn"), TOPIC);
        } finally {
            server.close();
            rmSync(directory, { recursive: true });
        }
    });
});
