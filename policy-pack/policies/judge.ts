import { certainlyUsed, type GraphResource, ResourceGraph, usedBySageMaker } from "../graph";
import { type Finding, judges, type PolicyDefinition } from "./definition";
import { readExceptions } from "./exceptions";
import { label, uncertain } from "./findings";
import type { PolicySettings, ValidException } from "./settings";

/** A finding that an exception silenced. */
export interface Excepted {
    readonly finding: Finding;
    readonly exception: ValidException;
}

/** What a policy says about some resources, exceptions applied. */
export interface Judgement {
    readonly violations: readonly Finding[];
    readonly undecided: readonly Finding[];
    readonly excepted: readonly Excepted[];
    /** How many resources were judged. */
    readonly checked: number;
}

/**
 * Runs a policy over one resource (resource policies) or a whole graph. Never throws: a defect of a policy is an
 * undecided finding that names it.
 */
export function judge(
    policy: PolicyDefinition,
    subject: ResourceGraph | GraphResource,
    settings: PolicySettings,
    now: Date,
): Judgement {
    const resources = subject instanceof ResourceGraph ? subject.resources : [subject];
    const inScope = scopeOf(subject, settings);
    const judged = resources.filter(({ type, urn }) => judges(policy, type) && inScope(urn));
    const all = unique(
        policy.kind === "resource"
            ? judged.flatMap((resource) =>
                  guarded(policy, resource, () => policy.checkResource(resource, settings.values)),
              )
            : subject instanceof ResourceGraph
              ? guarded(policy, undefined, () => policy.checkStack(subject, settings.values, now))
              : [],
    );
    const isSure = certaintyOf(subject, settings);
    const findings = all
        .filter(({ urn }) => urn === "" || inScope(urn))
        .flatMap((finding) =>
            finding.kind === "undecided" || finding.urn === "" || isSure(finding.urn)
                ? [finding]
                : uncertain([finding], "whether SageMaker uses it is not known yet"),
        );
    const exceptions = readExceptions(settings.exceptions, now);
    const excepted: Excepted[] = [];
    const standing = findings.filter((finding) => {
        const valid = exceptions.find((each) => each.valid !== undefined && each.covers(finding.urn))?.valid;
        if (valid !== undefined) {
            excepted.push({ finding, exception: valid });
        }
        return valid === undefined;
    });
    return {
        violations: [
            ...standing.filter(({ kind }) => kind === "violation"),
            ...exceptions.flatMap(({ problem, covers }): Finding[] => {
                // The engine shows a resource policy one resource at a time: then only the resource named says so.
                const relevant = subject instanceof ResourceGraph || judged.some(({ urn }) => covers(urn));
                return problem !== undefined && relevant ? [{ kind: "violation", urn: "", message: problem }] : [];
            }),
        ],
        undecided: standing.filter(({ kind }) => kind === "undecided"),
        excepted,
        checked: judged.length,
    };
}

/** What SageMaker uses shows in a whole stack alone: who judges a single resource judges it whatever the scope. */
function scopeOf(subject: ResourceGraph | GraphResource, { scope }: PolicySettings): (urn: string) => boolean {
    if (scope === "all" || !(subject instanceof ResourceGraph)) {
        return () => true;
    }
    const used = usedBySageMaker(subject);
    return (urn) => used.has(urn);
}

/** Whether SageMaker certainly uses what is in scope: what it only may use breaks no rule for certain. */
function certaintyOf(subject: ResourceGraph | GraphResource, { scope }: PolicySettings): (urn: string) => boolean {
    if (scope === "all" || !(subject instanceof ResourceGraph)) {
        return () => true;
    }
    const used = certainlyUsed(subject);
    return (urn) => used.has(urn);
}

function guarded(
    policy: PolicyDefinition,
    resource: GraphResource | undefined,
    check: () => readonly Finding[],
): readonly Finding[] {
    try {
        return check();
    } catch (error) {
        // The message of the error may quote a value, so only its class is told.
        const name = error instanceof Error ? error.constructor.name : "unknown error";
        const about = resource === undefined ? "" : `${label(resource)}: `;
        return [
            {
                kind: "undecided",
                urn: resource?.urn ?? "",
                message: `${about}policy ${policy.name} failed (${name}). Please report this as a defect of the policy pack.`,
            },
        ];
    }
}

function unique(findings: readonly Finding[]): Finding[] {
    return [...new Map(findings.map((each) => [`${each.kind} ${each.urn} ${each.message}`, each])).values()];
}
