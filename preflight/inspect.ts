import { readFileSync } from "node:fs";
import path from "node:path";

import { isMulti, type PlainMultiSettings, type PlainSettings, roomOfNetwork } from "../components/settings";
import { readPackConfig } from "../policy-pack/config/readConfig";
import { type GraphResource, ResourceGraph } from "../policy-pack/graph";
import { type PolicyReport, runPolicies } from "../policy-pack/policies/run";
import { costOf, type PriceList, readPrices } from "./cost";
import { PreflightError } from "./error";
import { addFacts, type Facts, readFacts, splitOwners } from "./facts";
import { accessIntent, networkIntent, pictureIntent, roleIntent } from "./intent";
import { notices } from "./notices";
import { topologyOf } from "./picture";
import { accessMatrix, accessProofs, accessWorld, identityCenterProofs } from "./proofs/access";
import { type NetworkProofs, networkProofs } from "./proofs/network";
import { judgeRoles } from "./proofs/roles";
import { readEngineState } from "./read/state";
import { record, type Recording } from "./record";
import { summarise } from "./report/components";
import { failureText } from "./report/failure";
import type { Report } from "./report/types";
import { verdict } from "./report/verdict";
import { inspectMany } from "./many/inspectMany";
import { type AnyStack, readAnyStack } from "./stack";

export interface InspectOptions {
    /** Directory of Pulumi.yaml. */
    readonly projectDir: string;
    /** Stack file; its name gives the stack's name. */
    readonly stackFile: string;
    /** Program to record. Default: index.ts of the project. */
    readonly program?: string;
    /** Keep ids unknown, as a first preview does. */
    readonly unknown: boolean;
    /** The pack's configuration. Default: one of the pack's own, by deployment and `production`. */
    readonly policyConfig?: string;
    /** Day on which exceptions are judged. Default: today. */
    readonly now?: Date;
    /** What `pulumi stack export` or `pulumi preview --json` printed, to judge in place of recording the program. */
    readonly from?: string;
    /** Price list that adds to the product's own or overrides it. */
    readonly prices?: string;
}

/**
 * Records the program of one stack and judges it.
 *
 * @throws PreflightError with a message for people: every mistake of the stack file, or why the program failed.
 */
export async function inspect(options: InspectOptions): Promise<Report> {
    const stack = readAnyStack(options.projectDir, options.stackFile);
    const { settings } = stack;
    const configFile = options.policyConfig ?? defaultConfig(options.projectDir, settings);
    const packConfig = readPackConfig(configFile);
    if ("problems" in packConfig) {
        throw new PreflightError([`${configFile}:`, ...packConfig.problems].join("\n  "));
    }
    const prices = readPrices(options.prices);
    const judge = (graph: ResourceGraph): PolicyReport =>
        runPolicies(graph, packConfig.config, { now: options.now ?? new Date() });
    if (isMulti(settings)) {
        const { resources, ...observed } = await observe(options, stack);
        const graph = new ResourceGraph(resources);
        return inspectMany(settings, { ...observed, graph, prices, policies: judge(graph) });
    }
    const facts = factsOf(options.stackFile, settings);
    const observed = await observe(options, stack);
    return inspectSingle(settings, { observed, facts, prices, judge });
}

/** What a single account is judged by. */
interface SingleInput {
    readonly observed: Observed;
    readonly facts: Facts | undefined;
    readonly prices: PriceList;
    readonly judge: (graph: ResourceGraph) => PolicyReport;
}

function inspectSingle(settings: PlainSettings, { observed, facts, prices, judge }: SingleInput): Report {
    const own = new ResourceGraph(observed.resources);
    const graph = facts === undefined ? own : new ResourceGraph(addFacts(observed.resources, facts));
    const judged = splitOwners(judge(graph));
    const { policies } = judged;
    const network = networkProofs(graph, observed.outputs, networkIntent(settings));
    const access = accessReport(graph, settings, network);
    const { region, subnets } = settings;
    const roles = judgeRoles(graph, roleIntent(settings), observed.outputs);
    return {
        stack: settings.stack,
        region,
        account: settings.account.id,
        source: observed.source,
        components: summarise(observed.resources),
        policies,
        network: network.proofs,
        room: roomOfNetwork(settings.network, subnets, region),
        access,
        roles,
        cost: costOf(own, { region, features: settings.network.features, prices }),
        notices: [
            ...notices(settings, own, observed.assumptions),
            ...(facts === undefined
                ? []
                : [
                      `What is said of ${facts.vpc.id} is as of ${facts.collectedAt.slice(0, 10)}, when its facts were collected.`,
                  ]),
            ...judged.notices,
        ],
        assumptions: observed.assumptions,
        verdict: verdict(policies, [...network.proofs, ...access.proofs, ...roles.proofs]),
        topology: topologyOf(graph, pictureIntent(settings)),
    };
}

function accessReport(graph: ResourceGraph, settings: PlainSettings, network: NetworkProofs): Report["access"] {
    const { mode } = settings.access;
    if (mode === "identity-center") {
        return { mode, classes: [], proofs: identityCenterProofs(graph) };
    }
    const world = accessWorld(graph, settings.region);
    const classes = accessMatrix(world, accessIntent(settings, network));
    return { mode, classes, proofs: accessProofs(classes, world) };
}

function factsOf(stackFile: string, { account, network, region }: PlainSettings): Facts | undefined {
    return network.vpc?.facts === undefined
        ? undefined
        : readFacts(path.resolve(path.dirname(stackFile), network.vpc.facts), {
              vpcId: network.vpc.id,
              account: account.id,
              region,
          });
}

/** The resources to judge, and where they come from. */
interface Observed extends Pick<Recording, "assumptions" | "outputs"> {
    readonly resources: readonly GraphResource[];
    readonly source: Report["source"];
}

async function observe(options: InspectOptions, stack: AnyStack): Promise<Observed> {
    return options.from === undefined ? recordStack(options, stack) : readState(options.from);
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

async function recordStack(options: InspectOptions, stack: AnyStack): Promise<Observed> {
    const recording = await record({
        entry: path.resolve(options.projectDir, options.program ?? "index.ts"),
        projectDir: options.projectDir,
        project: stack.settings.project,
        stack: stack.settings.stack,
        config: stack.config,
        secretKeys: stack.secretKeys,
        secretPlaceholder: stack.secretPlaceholder,
        unknown: options.unknown,
        timeLimitMs: TIME_LIMIT.base + TIME_LIMIT.perUser * usersOf(stack.settings),
    });
    if (recording.failed) {
        const errors = recording.diagnostics.filter(({ severity }) => severity === "error");
        const messages = errors.map(({ message }) => message);
        throw new PreflightError(failureText(messages, options.projectDir));
    }
    return { ...recording, source: options.unknown ? "program with unknown ids" : "program" };
}

function usersOf(settings: PlainSettings | PlainMultiSettings): number {
    return isMulti(settings) ? settings.lobs.reduce((sum, { users }) => sum + users.length, 0) : settings.users.length;
}

/** Many accounts have files of their own, because a person's tag has another key there than in one account. */
function defaultConfig(projectDir: string, settings: PlainSettings | PlainMultiSettings): string {
    const { production } = settings;
    const file = isMulti(settings)
        ? production
            ? "prod.json"
            : "multi-account-dev.json"
        : production
          ? "single-account.json"
          : "dev.json";
    return path.join(projectDir, "policy-pack", "config", file);
}
