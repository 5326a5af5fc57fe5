import type { ResourceGraph } from "../../../policy-pack/graph";
import type { Proof } from "../proof";
import { answer } from "./ask";
import { roleClasses } from "./classes";
import { probes } from "./probes";
import { roleProofs } from "./proofs";
import type { JudgedRole, RoleClass, RoleIntent, Subject } from "./types";
import { type RoleWorld, roleWorld, type StackOutputs } from "./world";

/** What the roles of Studio may do, and what no role may. */
export interface RoleReport {
    readonly classes: readonly RoleClass[];
    readonly proofs: readonly Proof[];
}

/** Asks every role of apps and of jobs all questions; without a domain there is nothing to ask. */
export function judgeRoles(graph: ResourceGraph, intent: RoleIntent, outputs: StackOutputs): RoleReport {
    const world = roleWorld(graph, intent, outputs);
    if (world === undefined) {
        return { classes: [], proofs: [] };
    }
    const judged = judge(world);
    return { classes: roleClasses(judged), proofs: roleProofs(judged, world.unread) };
}

/**
 * The answers of roles.
 *
 * @param subjects default: every role of apps and of jobs
 */
export function judge(world: RoleWorld, subjects: readonly Subject[] = world.subjects): JudgedRole[] {
    return subjects.map((subject) => ({
        subject,
        findings: probes(world, subject).map((probe) => answer(world, subject, probe)),
    }));
}
