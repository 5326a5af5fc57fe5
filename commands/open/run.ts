import path from "node:path";

import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { STSClient } from "@aws-sdk/client-sts";

import type { PlainSettings } from "../../components/settings";
import { inspect } from "../../preflight/inspect";
import { readStack } from "../../preflight/stack";
import { openInBrowser } from "./browser";
import { explain } from "./explain";
import { asUserError } from "./failures";
import { type LinkClients, makeLink } from "./link";
import { readOutputs, UserError } from "./outputs";

export interface OpenOptions {
    readonly user: string;
    readonly stack: string;
    readonly projectDir: string;
    /** Stack file. Default: `Pulumi.<stack>.yaml` of the project. */
    readonly stackFile?: string;
    /** File with the stack's outputs, in place of asking Pulumi. */
    readonly outputs?: string;
    /** Say what would be allowed and why; call nothing. */
    readonly explain: boolean;
    /** Open the browser in place of printing the link. */
    readonly browser: boolean;
}

/** Clients by region; tests bring doubles. */
export type ClientFactory = (region: string) => LinkClients;

/** Answers what to print. @throws UserError, PreflightError for people's mistakes and AWS's refusals. */
export async function open(options: OpenOptions, clients: ClientFactory = awsClients): Promise<string> {
    const stackFile = options.stackFile ?? path.join(options.projectDir, `Pulumi.${options.stack}.yaml`);
    const { settings } = readStack(options.projectDir, stackFile);
    const { profile, tag } = findUser(settings, options.user);
    if (tag === undefined) {
        throw new UserError(noLink(settings, options.user));
    }
    if (options.explain) {
        const report = await inspect({ projectDir: options.projectDir, stackFile, unknown: false });
        return explain(report, options.user, profile);
    }
    const outputs = readOutputs(options.stack, options.outputs, options.projectDir);
    try {
        const link = await makeLink(
            {
                ...outputs,
                profile,
                user: options.user,
                tag: { key: settings.access.tag, value: tag },
                federated: settings.access.federation !== undefined,
            },
            clients(outputs.region),
        );
        if (options.browser && (await openInBrowser(link))) {
            return `Opened ${profile} in the browser.`;
        }
        return link;
    } catch (error) {
        throw asUserError(error);
    }
}

/** In mode `identity-center` there is no tag, and SageMaker makes no link: neither for a person nor on their behalf. */
function noLink({ stack }: PlainSettings, user: string): string {
    return [
        `Stack ${stack} signs people in through IAM Identity Center (access.mode), and SageMaker makes no presigned URL for such a domain: there is no link to print, and no operator can open a profile for ${user}.`,
        `${user} opens Studio from the access portal of IAM Identity Center, or at the address "pulumi stack output domainUrl --stack ${stack}" prints.`,
        "Who enters is decided by the groups of access.groups and their members; npm start says what is proven of it.",
    ].join("\n");
}

function findUser({ users, stack }: PlainSettings, name: string): PlainSettings["users"][number] {
    const user = users.find((candidate) => candidate.name === name);
    if (user === undefined) {
        const known = users.map((candidate) => candidate.name).join(", ");
        throw new UserError(`Stack ${stack} has no user "${name}". Users: ${known === "" ? "none" : known}.`);
    }
    return user;
}

function awsClients(region: string): LinkClients {
    return {
        sts: new STSClient({ region }),
        sagemaker: (credentials) => new SageMakerClient({ region, ...(credentials && { credentials }) }),
    };
}
