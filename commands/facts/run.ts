import path from "node:path";

import { EC2Client } from "@aws-sdk/client-ec2";

import type { PlainSettings } from "../../components/settings";
import { readStack } from "../../preflight/stack";
import { UserError } from "../open/outputs";
import { ask } from "./ask";
import { findings } from "./findings";
import { needOf } from "./need";
import { withoutOwn } from "./ownParts";
import { factsText } from "./text";
import { toFacts } from "./toFacts";
import { writeFacts } from "./write";

export interface FactsOptions {
    readonly vpcId: string;
    readonly projectDir: string;
    /** Default: the stack file's, else AWS_REGION or AWS_DEFAULT_REGION. */
    readonly region?: string;
    /** Stack file, to say what its features miss. Default: none, only what holds for every stack is said. */
    readonly stackFile?: string;
    /** File to write. Default: what `network.vpc.facts` names, else `facts/<vpc>.json` beside the stack file. */
    readonly out?: string;
    /** Default: now. */
    readonly now?: Date;
}

export interface FactsResult {
    readonly text: string;
    /** 0: nothing is missing; 2: something is. The file is written in both cases. */
    readonly exitCode: 0 | 2;
}

/** Client by region; tests bring doubles. */
export type ClientFactory = (region: string) => EC2Client;

/**
 * Reads what is in an existing VPC, writes it to a file and says what Studio misses. No call changes anything.
 *
 * @throws UserError, PreflightError for people's mistakes and AWS's refusals; no file is written then.
 */
export async function facts(options: FactsOptions, client: ClientFactory = awsClient): Promise<FactsResult> {
    const { vpcId, projectDir, stackFile } = options;
    if (!/^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/.test(vpcId)) {
        throw new UserError(`"${vpcId}" is not the id of a VPC: vpc- and 8 or 17 digits or letters a to f.`);
    }
    const settings = stackFile === undefined ? undefined : readStack(projectDir, stackFile).settings;
    const region = regionOf(options, settings);
    const collected = toFacts(await ask(client(region), vpcId, region), region, options.now ?? new Date());
    if (settings !== undefined && settings.account.id !== collected.account) {
        throw new UserError(
            `${vpcId} belongs to account ${collected.account}, stack ${settings.stack} to ${settings.account.id} (account.id). Sign in to the stack's account, or use a VPC of it: AWS lets only the owner of a subnet make endpoints in it.`,
        );
    }
    const need = settings === undefined ? undefined : needOf(settings, vpcId);
    const others = need === undefined ? collected : withoutOwn(collected, need.own);
    const file = options.out ?? defaultFile(options, settings);
    writeFacts(file, others);
    const found = findings(others, need);
    return {
        text: factsText(others, found, path.relative(process.cwd(), file), need),
        exitCode: found.length === 0 ? 0 : 2,
    };
}

function regionOf({ region: given, stackFile }: FactsOptions, settings: PlainSettings | undefined): string {
    if (given !== undefined && settings !== undefined && given !== settings.region) {
        throw new UserError(
            `--region is ${given}, aws:region of ${path.basename(stackFile ?? "")} is ${settings.region}. Leave --region out.`,
        );
    }
    const region =
        given ?? settings?.region ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"] ?? undefined;
    if (region === undefined || region === "") {
        throw new UserError("No Region: give --region, --stack, --config-file, or the variable AWS_REGION.");
    }
    return region;
}

function defaultFile({ vpcId, projectDir, stackFile }: FactsOptions, settings: PlainSettings | undefined): string {
    const vpc = settings?.network.vpc;
    const named = vpc?.id === vpcId ? vpc.facts : undefined;
    const directory = stackFile === undefined ? projectDir : path.dirname(stackFile);
    return path.join(directory, named ?? path.join("facts", `${vpcId}.json`));
}

function awsClient(region: string): EC2Client {
    return new EC2Client({ region });
}
