import { setTimeout as sleep } from "node:timers/promises";

import { EC2Client } from "@aws-sdk/client-ec2";
import { EFSClient } from "@aws-sdk/client-efs";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { Context } from "aws-lambda";

import type { Clock } from "./clock";
import { type DrainEvent, taskOf } from "./event";
import { type Clients, drainDomain, sweepNetwork } from "./tasks";

/** What must be left of the function's time to end with a message instead of being cut off. */
const RESERVE_MS = 20_000;

const clients: Clients = {
    sagemaker: new SageMakerClient({ maxAttempts: 8 }),
    efs: new EFSClient({ maxAttempts: 8 }),
    ec2: new EC2Client({ maxAttempts: 8 }),
};

/**
 * Called by Pulumi through `aws.lambda.Invocation` at each step of a resource's life; works at its deletion only.
 *
 * Every step may be repeated. What cannot be ended in the function's time is an error, so that the resource is not
 * deleted and the next destroy goes on where this one stopped.
 */
export async function handler(
    event: DrainEvent,
    context: Pick<Context, "functionName" | "getRemainingTimeInMillis">,
): Promise<{ readonly done: string }> {
    const task = taskOf(event);
    const clock: Clock = { left: () => context.getRemainingTimeInMillis() - RESERVE_MS, sleep };
    const done =
        task === undefined
            ? "Nothing to do before the resource is deleted."
            : task.task === "domain"
              ? await drainDomain(clients, clock, task, context.functionName)
              : await sweepNetwork(clients, clock, task, context.functionName);
    console.log(done);
    return { done };
}
