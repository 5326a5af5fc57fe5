import type { SageMakerClient } from "@aws-sdk/client-sagemaker";

import type { Finding } from "./findings";
import type { Rules } from "./rules";

/** Something as it stands now. */
export interface Work {
    readonly status: string;
    /** `live`: can be stopped now. `settling`: will be live or over by itself. `over`: nothing is left to stop. */
    readonly phase: "live" | "settling" | "over";
    /** ARNs of the roles it works as. */
    readonly roles: readonly string[];
    /** Subnets it is in. */
    readonly subnets: readonly string[];
    /** Domain it belongs to, where it belongs to one. */
    readonly domainId?: string;
    readonly findings: readonly Finding[];
}

export type Subject = Readonly<Record<string, string>>;

/** How one kind is looked at and stopped. */
export interface KindOfWork {
    /** As it stands now. SageMaker's errors come through. */
    readonly look: (client: SageMakerClient, subject: Subject, rules: Rules) => Promise<Work>;
    /**
     * Stops it, or deletes what cannot be stopped. People's data is never deleted. False: a first step is done and the
     * rest must wait. Absent: nothing is done about this kind but telling people.
     */
    readonly stop?: (client: SageMakerClient, subject: Subject) => Promise<boolean>;
}

/** Phase by status; a status nobody knows is one that settles, so that it is looked at again and never passed over. */
export function phaseOf(
    status: string | undefined,
    statuses: { readonly live: readonly string[]; readonly over: readonly string[] },
): Pick<Work, "status" | "phase"> {
    const known = status ?? "unknown";
    return {
        status: known,
        phase: statuses.live.includes(known) ? "live" : statuses.over.includes(known) ? "over" : "settling",
    };
}

/** The values that are there. */
export function present<T>(...values: readonly (T | undefined)[]): T[] {
    return values.filter((value) => value !== undefined);
}

/**
 * Whether SageMaker knows no such thing. Most actions answer `ResourceNotFound`; those about models, endpoints and their
 * configurations answer `ValidationException` with a text (SageMaker API, their "Errors").
 */
export function isGone(error: unknown): boolean {
    const { name, message } = error as Error;
    return (
        name === "ResourceNotFound" ||
        (name === "ValidationException" && /could not find|does not exist|not found/i.test(message))
    );
}

/** What a thing is made of, or undefined when that is gone while the thing still stands. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
        return await asked;
    } catch (error) {
        if (isGone(error)) {
            return undefined;
        }
        throw error;
    }
}
