import { Calls } from "../calls";
import type { Probe, Subject } from "../types";
import type { RoleWorld } from "../world";
import { buckets } from "./buckets";
import { jobs } from "./jobs";
import { keys } from "./keys";
import { logs } from "./logs";
import { rolesToPass } from "./passing";
import { people } from "./people";
import { startingContent } from "./startingContent";
import { teams } from "./teams";
import { told } from "./told";

/** The questions for one role: first what some may, then what nobody may. */
export function probes(world: RoleWorld, subject: Subject): Probe[] {
    const calls = new Calls(world, subject);
    return [told, people, startingContent, jobs, rolesToPass, buckets, keys, logs, teams].flatMap((part) =>
        part(calls),
    );
}
