import type { SageMakerClient } from "@aws-sdk/client-sagemaker";

import { door, type Finding } from "./findings";
import { WORK } from "./kinds";
import { namesRole, type Rules } from "./rules";
import type { Kind, Sighting } from "./sighting";
import { isGone, type KindOfWork, type Work } from "./work";

/** What became of a sighting. */
export type Outcome =
    | {
          readonly outcome: "nothing";
          readonly why: "gone" | "not ours" | "exempt" | "within the rules" | "already over";
      }
    /** People are told; nothing was or could be stopped. */
    | { readonly outcome: "noticed"; readonly findings: readonly Finding[] }
    | { readonly outcome: "stopped"; readonly findings: readonly Finding[] }
    /** Cannot be stopped yet; the event must come again. */
    | { readonly outcome: "waiting"; readonly findings: readonly Finding[]; readonly status: string };

const nothing = (why: Extract<Outcome, { outcome: "nothing" }>["why"]): Outcome => ({ outcome: "nothing", why });

/**
 * Judges what was sighted as it stands now, never by what the event says of it, and stops it where the rules say so.
 *
 * Safe to repeat: what is gone, stopped or stopping is left alone, so that an event may come twice or late.
 *
 * @throws SageMaker's errors, among them those of missing permissions: whoever called must not take the event for done.
 */
export async function respond(client: SageMakerClient, rules: Rules, sighting: Sighting): Promise<Outcome> {
    if (namesRole(rules.exempt, sighting.caller)) {
        return nothing("exempt");
    }
    const { kind } = sighting;
    if (isLink(kind)) {
        return linkOutcome(rules, kind, sighting);
    }
    const known: KindOfWork = WORK[kind];
    const work = await looked(client, known, rules, sighting);
    if (work === "gone") {
        return nothing("gone");
    }
    if (!isOurs(rules, work, sighting)) {
        return nothing("not ours");
    }
    const { findings, phase, status } = work;
    if (findings.length === 0) {
        return nothing("within the rules");
    }
    if (rules.mode === "notify" || known.stop === undefined) {
        return { outcome: "noticed", findings };
    }
    if (phase === "over") {
        // Of a call people hear even when it came too late; the state changes of what was stopped are its echo.
        return sighting.trigger === "call" ? { outcome: "noticed", findings } : nothing("already over");
    }
    if (phase === "settling") {
        return { outcome: "waiting", findings, status };
    }
    return stopped(client, known, rules, sighting, work);
}

async function stopped(
    client: SageMakerClient,
    known: KindOfWork,
    rules: Rules,
    sighting: Sighting,
    { findings }: Work,
): Promise<Outcome> {
    try {
        const done = (await known.stop?.(client, sighting.subject)) ?? true;
        return done ? { outcome: "stopped", findings } : { outcome: "waiting", findings, status: "apps being deleted" };
    } catch (error) {
        if (isGone(error)) {
            return nothing("gone");
        }
        // SageMaker refuses to stop what has just ended or begun to change; which of the two it was, it says itself.
        if (!isRefusal(error)) {
            throw error;
        }
        const now = await looked(client, known, rules, sighting);
        if (now === "gone") {
            return nothing("gone");
        }
        switch (now.phase) {
            case "over":
                return nothing("already over");
            case "settling":
                return { outcome: "waiting", findings, status: now.status };
            case "live":
                throw error;
        }
    }
}

async function looked(
    client: SageMakerClient,
    known: KindOfWork,
    rules: Rules,
    { subject }: Sighting,
): Promise<Work | "gone"> {
    try {
        return await known.look(client, subject, rules);
    } catch (error) {
        if (isGone(error)) {
            return "gone";
        }
        throw error;
    }
}

/** What our roles, our domain or our subnets have to do with; in an account of its own, everything outside other domains. */
function isOurs(rules: Rules, work: Work, { caller }: Sighting): boolean {
    if (work.domainId !== undefined) {
        return work.domainId === rules.domainId;
    }
    return (
        rules.scope === "account" ||
        namesRole(rules.roles, caller) ||
        work.roles.some((arn) => namesRole(rules.roles, arn)) ||
        work.subnets.some((id) => rules.subnets.includes(id))
    );
}

function isLink(kind: Kind): kind is "link" | "notebook link" {
    return kind === "link" || kind === "notebook link";
}

/** A link is used within minutes and cannot be taken back: people are told who made it. */
function linkOutcome(rules: Rules, kind: "link" | "notebook link", sighting: Sighting): Outcome {
    const by = sighting.caller ?? "somebody unknown";
    if (kind === "notebook link") {
        const ours = rules.scope === "account" || namesRole(rules.roles, sighting.caller);
        return ours
            ? { outcome: "noticed", findings: [door(`${by} opened a notebook instance, a way in beside Studio`)] }
            : nothing("not ours");
    }
    if (sighting.subject["DomainId"] !== rules.domainId) {
        return nothing("not ours");
    }
    return namesRole([...rules.linkMakers, ...rules.roles], sighting.caller)
        ? nothing("within the rules")
        : { outcome: "noticed", findings: [door(`${by} made a link to a profile and is none of those who may`)] };
}

function isRefusal(error: unknown): boolean {
    return ["ConflictException", "ResourceInUse", "ValidationException"].includes((error as Error).name);
}
