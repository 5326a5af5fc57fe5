import { readFileSync } from "node:fs";
import path from "node:path";

import type { PlainSettings } from "../components/settings";
import { readPackConfig } from "../policy-pack/config/readConfig";
import { QUOTAS } from "../policy-pack/facts";
import { type GraphResource, ResourceGraph } from "../policy-pack/graph";
import { cidr, formatCidr } from "../policy-pack/net";
import { runPolicies } from "../policy-pack/policies/run";
import { PreflightError } from "./error";
import { type AccessIntent, accessMatrix, accessProofs, accessWorld } from "./proofs/access";
import { networkProofs, type NetworkProofs } from "./proofs/network";
import { readEngineState } from "./read/state";
import { record, type Recording } from "./record";
import { summarise } from "./report/components";
import { failureText } from "./report/failure";
import type { Report } from "./report/types";
import { verdict } from "./report/verdict";
import { readStack, type Stack } from "./stack";

export interface InspectOptions {
    /** Directory of Pulumi.yaml. */
    readonly projectDir: string;
    /** Stack file; its name gives the stack's name. */
    readonly stackFile: string;
    /** Program to record. Default: index.ts of the project. */
    readonly program?: string;
    /** Keep ids unknown, as a first preview does. */
    readonly unknown: boolean;
    /** The pack's configuration. Default: `prod.json` of the pack for production, else `dev.json`. */
    readonly policyConfig?: string;
    /** Day on which exceptions are judged. Default: today. */
    readonly now?: Date;
    /** What `pulumi stack export` or `pulumi preview --json` printed, to judge in place of recording the program. */
    readonly from?: string;
}

/**
 * Records the program of one stack and judges it.
 *
 * @throws PreflightError with a message for people: every mistake of the stack file, or why the program failed.
 */
export async function inspect(options: InspectOptions): Promise<Report> {
    const stack = readStack(options.projectDir, options.stackFile);
    const { settings } = stack;
    const configFile = options.policyConfig ?? defaultConfig(options.projectDir, settings);
    const packConfig = readPackConfig(configFile);
    if ("problems" in packConfig) {
        throw new PreflightError([`${configFile}:`, ...packConfig.problems].join("\n  "));
    }
    const observed = options.from === undefined ? await recordStack(options, stack) : readState(options.from);
    const graph = new ResourceGraph(observed.resources);
    const policies = runPolicies(graph, packConfig.config, { now: options.now ?? new Date() });
    const network = networkProofs(graph, observed.outputs, {
        region: settings.region,
        features: settings.network.features,
        clientRanges: settings.network.clients?.ranges ?? [],
    });
    const world = accessWorld(graph, settings.region);
    const classes = accessMatrix(world, accessIntent(settings, network));
    const access = { classes, proofs: accessProofs(classes, world) };
    return {
        stack: settings.stack,
        region: settings.region,
        account: settings.account.id,
        source: observed.source,
        components: summarise(observed.resources),
        policies,
        network: network.proofs,
        access,
        notices: [...escapeHatches(settings), ...quotaNotices(graph)],
        assumptions: observed.assumptions,
        verdict: verdict(policies, [...network.proofs, ...access.proofs]),
    };
}

/** The resources to judge, and where they come from. */
interface Observed extends Pick<Recording, "assumptions" | "outputs"> {
    readonly resources: readonly GraphResource[];
    readonly source: Report["source"];
}

function readState(file: string): Observed {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        throw new PreflightError(`The file ${file} given with --from cannot be read.`);
    }
    const { resources, outputs, kind } = readEngineState(text, file);
    return { resources, outputs, assumptions: [], source: kind };
}

/** Milliseconds a program may take: ten times what it needs, and linear in the users as the program is. */
const TIME_LIMIT = { base: 60_000, perUser: 300 };

async function recordStack(options: InspectOptions, stack: Stack): Promise<Observed> {
    const recording = await record({
        entry: path.resolve(options.projectDir, options.program ?? "index.ts"),
        projectDir: options.projectDir,
        project: stack.settings.project,
        stack: stack.settings.stack,
        config: stack.config,
        secretKeys: stack.secretKeys,
        secretPlaceholder: stack.secretPlaceholder,
        unknown: options.unknown,
        timeLimitMs: TIME_LIMIT.base + TIME_LIMIT.perUser * stack.settings.users.length,
    });
    if (recording.failed) {
        const errors = recording.diagnostics.filter(({ severity }) => severity === "error");
        const messages = errors.map(({ message }) => message);
        throw new PreflightError(failureText(messages, options.projectDir));
    }
    return { ...recording, source: options.unknown ? "program with unknown ids" : "program" };
}

function defaultConfig(projectDir: string, { production }: PlainSettings): string {
    return path.join(projectDir, "policy-pack", "config", production ? "prod.json" : "dev.json");
}

/** What access proofs need of the settings; shared with the commands that explain one person's access. */
export function accessIntent(settings: PlainSettings, { clients }: NetworkProofs): AccessIntent {
    const { access, network } = settings;
    return {
        facts: {
            account: settings.account.id,
            partition: settings.partition,
            region: settings.region,
            tagKey: access.tag,
        },
        from: access.from,
        addresses: access.addresses,
        principals: access.principals,
        operators: access.operators,
        clients: { ...clients, address: hostIn(network.clients?.ranges[0] ?? network.cidr) },
        vpcAddress: hostIn(Object.values(settings.subnets.studio)[0] ?? network.cidr),
    };
}

/** An address hosts can have: the first four of a subnet are AWS's own. */
function hostIn(range: string): string {
    const { base, prefix } = cidr(range);
    const offset = prefix > 29 ? 0 : 10;
    return formatCidr({ base: base + offset, prefix: 32 }).split("/")[0] as string;
}

function escapeHatches(settings: PlainSettings): string[] {
    const { access, protect } = settings;
    return [
        ...(access.from === "anywhere"
            ? ["access.from is anywhere: a link works from the whole internet for whoever holds the right tag."]
            : []),
        ...(access.from === "addresses"
            ? [`access.from is addresses: links work over the internet from ${access.addresses.join(", ")}.`]
            : []),
        ...(access.operators.length > 0
            ? [`Operators may open anybody's profile: ${access.operators.join(", ")}.`]
            : []),
        ...(protect ? [] : ["protect is false: a replacement or destroy of domain and keys is not refused."]),
    ];
}

function quotaNotices(graph: ResourceGraph): string[] {
    return QUOTAS.flatMap(({ code, what, newAccount, type }) => {
        const count = graph.ofType(type).length;
        return count > newAccount
            ? [
                  `${count} ${what}, a new account's quota is ${newAccount}: ask for more of ${code} in Service Quotas before the first update.`,
              ]
            : [];
    });
}
