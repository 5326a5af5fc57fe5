import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { EC2Client } from "@aws-sdk/client-ec2";
import { EFSClient } from "@aws-sdk/client-efs";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";

import type { Clock } from "../../assets/functions/drain/clock";
import { contentsOf, emptyDomain } from "../../assets/functions/drain/contents";
import { findDomain } from "../../assets/functions/drain/domains";
import { leftoversOf } from "../../assets/functions/drain/leftovers";
import { sweep, type SweepPlan, sweepPlan } from "../../assets/functions/drain/sweep";
import type { Clients } from "../../assets/functions/drain/tasks";
import { readStack } from "../../preflight/stack";
import { stackOutputs } from "../open/outputs";
import { asUserError } from "./failures";
import { contentsText, leftoversText } from "./plan";

export interface DrainOptions {
    readonly stack: string;
    readonly projectDir: string;
    /** Stack file. Default: `Pulumi.<stack>.yaml` of the project. */
    readonly stackFile?: string;
    /** File with the stack's outputs, in place of asking Pulumi. */
    readonly outputs?: string;
    /** Delete. Without it nothing is changed. */
    readonly yes: boolean;
}

/** Clients by region, and the clock; tests bring doubles. */
export interface DrainMeans {
    readonly clients: (region: string) => Clients;
    readonly clock: () => Clock;
}

/** A person waits, and can call again. */
const LIMIT_MS = 30 * 60_000;

const AWS: DrainMeans = {
    clients: (region) => ({
        sagemaker: new SageMakerClient({ region }),
        efs: new EFSClient({ region }),
        ec2: new EC2Client({ region }),
    }),
    clock: () => {
        const end = Date.now() + LIMIT_MS;
        return { left: () => end - Date.now(), sleep };
    },
};

/**
 * Does with the caller's own credentials what the stack's drain function does: empties the domain while it stands, and
 * removes what it left once it is gone. Answers what to print.
 *
 * @throws UserError, PreflightError for people's mistakes and AWS's refusals.
 */
export async function drain(options: DrainOptions, means: DrainMeans = AWS): Promise<string> {
    const stackFile = options.stackFile ?? path.join(options.projectDir, `Pulumi.${options.stack}.yaml`);
    const { settings } = readStack(options.projectDir, stackFile);
    const needed = ["region", "domainId", "vpcId"] as const;
    const { region, domainId, vpcId } = stackOutputs(options.stack, options.outputs, options.projectDir, needed);
    const plan = sweepPlan(settings.domain.homes, settings.network.vpc === undefined);
    const job: Job = { ...options, clients: means.clients(region), clock: means.clock(), domainId, vpcId };
    try {
        const domain = await findDomain(job.clients.sagemaker, domainId);
        return domain === undefined
            ? await removeLeftovers(job, plan)
            : await emptyStanding(job, domain.DomainArn ?? "");
    } catch (error) {
        throw asUserError(error);
    }
}

interface Job extends Pick<DrainOptions, "stack" | "yes"> {
    readonly clients: Clients;
    readonly clock: Clock;
    readonly domainId: string;
    readonly vpcId: string;
}

async function emptyStanding(job: Job, domainArn: string): Promise<string> {
    const domain = { domainId: job.domainId, domainArn };
    const lines = contentsText(await contentsOf(job.clients.sagemaker, domain));
    if (lines.length === 0) {
        return `${job.domainId} holds nothing that keeps it from being destroyed: pulumi destroy --stack ${job.stack}`;
    }
    if (!job.yes) {
        return dryRun(`Would be deleted in ${job.domainId}:`, lines, job);
    }
    await emptyDomain(job.clients.sagemaker, job.clock, domain);
    return [`Deleted in ${job.domainId}:`, ...lines, `Next: pulumi destroy --stack ${job.stack}`].join("\n");
}

async function removeLeftovers(job: Job, plan: SweepPlan): Promise<string> {
    const leftovers = await leftoversOf(job.clients, job.domainId, job.vpcId);
    const lines = leftoversText(leftovers, plan);
    if (lines.length === 0) {
        return `${job.domainId} is gone and left nothing in ${job.vpcId} that has to go.`;
    }
    if (!job.yes) {
        return dryRun(`${job.domainId} is gone. Would be deleted of what it left in ${job.vpcId}:`, lines, job);
    }
    await sweep(job.clients, job.clock, leftovers, plan);
    return [`Deleted of what ${job.domainId} left:`, ...lines, `Next: pulumi destroy --stack ${job.stack}`].join("\n");
}

function dryRun(head: string, lines: readonly string[], { stack }: Job): string {
    return [head, ...lines, `Nothing was deleted. To delete: npm run drain -- --stack ${stack} --yes`].join("\n");
}
