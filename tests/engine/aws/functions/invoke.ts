import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { AwsError, ProviderError } from "../errors";
import { named } from "../lookup";
import type { Place } from "../place";
import type { Provider } from "../provider";
import type { Stored } from "../store";
import { isObject, type Properties, textAt } from "../values";
import { accessKeyOf } from "./api/request";
import { serveApis } from "./api/server";

export const INVOCATION = "aws:lambda/invocation:Invocation";

/** Steps in the life of an invocation resource. */
export type Step = "create" | "update" | "delete";

/** What Lambda answers, and whether the function failed. */
interface Answer {
    readonly payload: unknown;
    readonly failed?: true;
}

const RUNTIME = path.join(__dirname, "runtime.cjs");

/**
 * Does what the provider does at a step: calls the function with the input, which it completes for `CRUD`.
 * Source: hashicorp/terraform-provider-aws internal/service/lambda/invocation.go.
 *
 * @param inputs those of the resource after the step
 * @param olds those before it; of none at creation
 * @returns the function's answer as text, or undefined where nothing is called
 * @throws ProviderError with the function's error
 */
export async function invokeAt(
    step: Step,
    provider: Provider,
    place: Place,
    inputs: Properties,
    olds: Properties | undefined,
): Promise<string | undefined> {
    const isCrud = inputs["lifecycleScope"] === "CRUD";
    if (!isCrud && step !== "create") {
        return undefined;
    }
    const name = textAt(inputs, "functionName") ?? "";
    const lambda = named(provider.store, place, "function", name);
    if (lambda === undefined) {
        throw new AwsError("ResourceNotFoundException", `Function not found: ${name}`);
    }
    const input = parsed(inputs);
    const event = isCrud
        ? { ...input, tf: { action: step, prev_input: olds === undefined ? null : parsed(olds) } }
        : input;
    const { payload, failed } = await call(provider, place, lambda, event);
    if (failed === true) {
        throw new ProviderError(`invoking Lambda Function (${name}): ${JSON.stringify(payload)}`);
    }
    return JSON.stringify(payload);
}

/** Runs the function's own code in a process of its own, with the emulated accounts as its AWS. */
async function call(provider: Provider, place: Place, lambda: Stored, event: Properties): Promise<Answer> {
    const folder = mkdtempSync(path.join(tmpdir(), "emulated-function-"));
    const apis = await serveApis(provider);
    try {
        const file = path.join(folder, "index.js");
        writeFileSync(file, codeOf(lambda));
        const child = fork(RUNTIME, {
            execArgv: [],
            stdio: ["ignore", "ignore", "inherit", "ipc"],
            env: {
                AWS_REGION: place.region,
                AWS_ACCESS_KEY_ID: accessKeyOf(place.account),
                AWS_SECRET_ACCESS_KEY: "emulated",
                AWS_SESSION_TOKEN: "emulated",
                AWS_ENDPOINT_URL: apis.url,
                AWS_LAMBDA_FUNCTION_NAME: lambda.id,
                AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
                ...environmentOf(lambda),
            },
        });
        return await new Promise<Answer>((resolve, reject) => {
            child.once("message", (answer) => resolve(answer as Answer));
            child.once("error", reject);
            child.once("exit", (code) => reject(new Error(`the function's process ended with ${code} and no answer`)));
            child.send({ file, event, functionName: lambda.id, timeoutMs: timeoutOf(lambda) });
        });
    } finally {
        apis.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

function parsed(inputs: Properties): Properties {
    return JSON.parse(textAt(inputs, "input") ?? "{}") as Properties;
}

/** The one file of the function's archive. */
function codeOf({ id, properties: { code } }: Stored): string {
    const assets = isObject(code) ? code["assets"] : undefined;
    const file = isObject(assets) ? assets["index.js"] : undefined;
    const text = isObject(file) ? file["text"] : undefined;
    if (typeof text !== "string") {
        throw new Error(`the archive of ${id} has no text index.js`);
    }
    return text;
}

function environmentOf({ properties: { environment } }: Stored): Record<string, string> {
    const variables = isObject(environment) ? environment["variables"] : undefined;
    return isObject(variables) ? (variables as Record<string, string>) : {};
}

function timeoutOf({ properties: { timeout } }: Stored): number {
    return (typeof timeout === "number" ? timeout : 3) * 1000;
}
