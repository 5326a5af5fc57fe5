import { type GraphResource, readPath } from "../../graph";
import { expand, inputsAt, readable } from "./paths";
import { JOB_SHAPES, type JobShape } from "./shapes";

/** One job that a resource describes. */
export interface JobPart {
    readonly shape: JobShape;
    /** Path of the job in the resource; empty where the resource is the job. */
    readonly path: string;
}

/** The jobs that a resource describes: none where it only names one that is defined elsewhere. */
export function jobsIn({ type, props }: GraphResource): JobPart[] {
    return (JOB_SHAPES[type] ?? []).flatMap((shape) =>
        expand(props, shape.job)
            .filter((path) => path === "" || readPath(props, path) !== undefined)
            .map((path) => ({ shape, path })),
    );
}

/**
 * Repairs the network switches of each job that the inputs describe, and tells whether any changed. The inputs alone tell
 * which kind of job it is; what cannot be read yet stays as it is.
 */
export function repairJobs(
    props: Record<string, unknown>,
    fix: (job: Record<string, unknown>, shape: JobShape) => boolean,
): boolean {
    const shapes = Object.values(JOB_SHAPES)
        .flat()
        .filter(({ mark, switches }) => switches !== undefined && mark in props);
    const jobs = shapes.flatMap((shape) =>
        readable(() => expand(props, shape.job), []).map((path) => ({ shape, job: inputsAt(props, path) })),
    );
    return jobs.map(({ shape, job }) => job !== undefined && fix(job, shape)).includes(true);
}
