import type { Calls } from "../calls";
import { COLLEAGUE } from "../calls";
import type { Ask, Probe } from "../types";
import { object } from "./buckets";

/**
 * What a persona is told by. Links are left out: the access matrix has a row of its own for them.
 *
 * Whoever starts something hands it a role, so that is one of the calls.
 */
export function told(calls: Calls): Probe[] {
    const { domain, job, own, subject } = calls;
    const may = (label: string, ...asks: [Ask, ...Ask[]]): Probe => ({ label, expected: "told", asks });
    const pipeline = `pipeline/${calls.named(subject.team)}`;
    /** A job or the like that keeps to every rule, with its team's tag and the role it runs as. */
    const start = (action: string, resource: string, kind?: string): [Ask, ...Ask[]] => [
        calls.call(action, resource, job),
        ...calls.tagging(resource, action, subject.team),
        ...(kind === undefined ? [] : passing(calls, kind)),
    ];
    return [
        may(
            "work in own spaces",
            calls.call("CreateSpace", `space/${domain}/own`, own),
            calls.call("CreateApp", `app/${domain}/own/jupyterlab/default`, own),
        ),
        may("train", ...start("CreateTrainingJob", "training-job/probe", "job")),
        may("process", ...start("CreateProcessingJob", "processing-job/probe", "job")),
        may("make models", ...start("CreateModel", "model/probe", "model")),
        may(
            "deploy endpoints",
            ...start("CreateEndpointConfig", "endpoint-config/probe"),
            ...start("CreateEndpoint", "endpoint/probe"),
            calls.onOwn("CreateEndpoint", "endpoint-config/probe", job),
        ),
        may("invoke endpoints", {
            ...calls.onOwn("InvokeEndpoint", "endpoint/probe"),
            through: "sagemaker.runtime",
        }),
        may(
            "run pipelines",
            ...start("CreatePipeline", pipeline, "pipeline"),
            calls.onOwn("StartPipelineExecution", pipeline),
            // An execution has no tags.
            calls.call("StopPipelineExecution", `${pipeline}/execution/probe`),
        ),
        may("monitor models", ...start("CreateMonitoringSchedule", "monitoring-schedule/probe", "monitor")),
        may(
            "delete colleagues' apps",
            calls.call("DeleteApp", `app/${domain}/theirs/jupyterlab/${COLLEAGUE}`, calls.colleagues),
        ),
        ...data(calls, may),
    ];
}

/** Handing SageMaker the role its team is meant to use; none where the outputs name none. */
function passing({ subject, world }: Calls, kind: string): Ask[] {
    const role = world.jobRole(kind, subject.team);
    return typeof role === "string"
        ? [
              {
                  action: "iam:PassRole",
                  resource: role,
                  context: { "iam:PassedToService": "sagemaker.amazonaws.com" },
              },
          ]
        : [];
}

/** The folder a role shares with others: its team's, or everybody's. */
function data(calls: Calls, may: (label: string, ...asks: [Ask, ...Ask[]]) => Probe): Probe[] {
    const { subject, world } = calls;
    if (world.dataBucket === undefined) {
        return [];
    }
    const key = `${subject.team === undefined ? "shared" : `teams/${subject.team}`}/data.csv`;
    return [
        may("read data", object(calls, "s3:GetObject", world.dataBucket, key)),
        may("write data", object(calls, "s3:PutObject", world.dataBucket, key)),
    ];
}
