import { APPS, NAMES_INSTANCES, NAMES_RUN_TIME, NEEDS_INSTANCES, NEEDS_RUN_TIME, SCHEDULES } from "../actions";
import type { GuardrailArgs } from "../args";
import { absent, deny, type Statement } from "./statement";

const INSTANCES = "sagemaker:InstanceTypes";
const RUN_TIME = "sagemaker:MaxRuntimeInSeconds";

/** What apps without an instance of their own run on; Studio asks for it by itself. */
const SYSTEM = "system";

/** Instance types of apps and of jobs, each where it is limited. */
export function instanceTypes({ instances: { apps, jobs } }: Pick<GuardrailArgs, "instances">): Statement[] {
    const others = (types: readonly string[]): Record<string, Record<string, readonly string[]>> => ({
        "ForAnyValue:StringNotLike": { [INSTANCES]: types },
    });
    return [
        ...(apps.length === 0 ? [] : [deny("OtherAppInstances", APPS, others([...apps, SYSTEM]))]),
        ...(jobs.length === 0
            ? []
            : [
                  deny("MissingJobInstances", NEEDS_INSTANCES, absent(INSTANCES)),
                  deny("OtherJobInstances", NAMES_INSTANCES, others(jobs)),
              ]),
    ];
}

/** Jobs end by themselves. */
export function runTime({ maxRuntimeHours }: Pick<GuardrailArgs, "maxRuntimeHours">): Statement[] {
    return [
        deny("MissingRunTime", NEEDS_RUN_TIME, absent(RUN_TIME)),
        deny("MissingRunTimeInSchedule", SCHEDULES, absent(RUN_TIME, { [INSTANCES]: "present" })),
        deny("TooLongRunTime", NAMES_RUN_TIME, {
            NumericGreaterThan: { [RUN_TIME]: String(maxRuntimeHours * 3600) },
        }),
    ];
}
