import { type PolicyDefinition, judges } from "../../policies/definition";
import { judge } from "../../policies/judge";
import { settingsFrom } from "../../policies/settings";
import { graphOf, resourcesOf } from "../fixture/build";
import { remediate } from "../policies/engine";
import { configured, underEngine } from "../policies/every/engineRun";
import { TODAY } from "../policies/verdict";
import { type Bag, WORD } from "./bags";

/** Milliseconds of processor time that one bag may take; a hundred times what it needs. */
const LIMIT = 2_000;

/** Judges a bag as the preflight does. @throws Error for whatever a policy must never do */
export function judgeBag(policy: PolicyDefinition, { stack, ids, options }: Bag): void {
    const messages = withinLimit(() => {
        const settings = settingsFrom(policy, options, policy.enforcementLevel);
        const { violations, undecided } = judge(policy, graphOf(stack, ids), settings, TODAY);
        return [...violations, ...undecided].map(({ message }) => message);
    });
    checkMessages(messages);
}

/** The same through the SDK's own handlers, remediation first. @throws Error for whatever a policy must never do */
export async function judgeBagUnderEngine(policy: PolicyDefinition, { stack, ids, options }: Bag): Promise<void> {
    const resources = resourcesOf(stack, ids);
    if (policy.remediate !== undefined) {
        const adapted = configured(policy, options);
        for (const resource of resources.filter(({ type }) => judges(policy, type))) {
            await remediate(adapted, resource);
        }
    }
    const said = await underEngine(policy, resources, options);
    checkMessages(said.map(({ message }) => message));
}

function withinLimit<R>(work: () => R): R {
    const begin = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(begin);
    const taken = (user + system) / 1_000;
    if (taken > LIMIT) {
        throw new Error(`took ${taken.toFixed(0)} ms`);
    }
    return result;
}

function checkMessages(messages: readonly string[]): void {
    for (const message of messages) {
        if (message.includes("defect") || message.startsWith("can't run policy")) {
            throw new Error(`failed: ${message}`);
        }
        if (message.includes(WORD)) {
            throw new Error(`quoted what may be a secret: ${message}`);
        }
    }
    if ("polluted" in {}) {
        throw new Error("changed what every object has");
    }
}
