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
    return [
        may(
            "work in own spaces",
            calls.call("CreateSpace", `space/${domain}/own`, own),
            calls.call("CreateApp", `app/${domain}/own/jupyterlab/default`, own),
        ),
        may("train", calls.call("CreateTrainingJob", "training-job/probe", job), ...passing(calls, "job")),
        may("process", calls.call("CreateProcessingJob", "processing-job/probe", job), ...passing(calls, "job")),
        may("make models", calls.call("CreateModel", "model/probe", job), ...passing(calls, "model")),
        may(
            "deploy endpoints",
            calls.call("CreateEndpointConfig", "endpoint-config/probe", job),
            calls.call("CreateEndpoint", "endpoint/probe", job),
            calls.onOwn("CreateEndpoint", "endpoint-config/probe", job),
        ),
        may("invoke endpoints", {
            ...calls.onOwn("InvokeEndpoint", "endpoint/probe"),
            through: "sagemaker.runtime",
        }),
        may(
            "run pipelines",
            calls.call("CreatePipeline", pipeline, job),
            calls.onOwn("StartPipelineExecution", pipeline),
            calls.onOwn("StopPipelineExecution", `${pipeline}/execution/probe`),
            ...passing(calls, "pipeline"),
        ),
        may(
            "monitor models",
            calls.call("CreateMonitoringSchedule", "monitoring-schedule/probe", job),
            ...passing(calls, "monitor"),
        ),
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
