import type { RequestContext } from "../../../../policy-pack/iam";
import { type Calls, never, neverAll } from "../calls";
import type { Ask, Probe } from "../types";

/** What another team made, and whose what is made becomes. */
export function teams(calls: Calls): Probe[] {
    const { otherTeam, subject, world } = calls;
    if (otherTeam === undefined) {
        return [];
    }
    const theirs = calls.tagsOf(otherTeam);
    const on = (action: string, resource: string): Ask => calls.call(action, resource, theirs);
    const { teamTag } = world.intent;
    const retag: RequestContext = { "aws:TagKeys": [teamTag], [`aws:RequestTag/${teamTag}`]: otherTeam };
    const pipeline = `pipeline/${calls.named(otherTeam)}`;
    return [
        ...never("invoke another team's endpoint", {
            ...on("InvokeEndpoint", "endpoint/probe"),
            through: "sagemaker.runtime",
        }),
        ...never(
            "look at what another team made",
            on("DescribeTrainingJob", "training-job/probe"),
            on("DescribeModel", "model/probe"),
        ),
        ...never(
            "stop or delete what another team made",
            on("StopTrainingJob", "training-job/probe"),
            on("DeleteModel", "model/probe"),
            on("DeleteEndpoint", "endpoint/probe"),
        ),
        ...never(
            "run another team's pipeline",
            on("StartPipelineExecution", pipeline),
            // An execution has no tags: its name alone says whose it is.
            calls.call("StopPipelineExecution", `${pipeline}/execution/probe`),
        ),
        ...never(
            "deploy another team's models",
            calls.call("CreateEndpoint", "endpoint-config/probe", { ...calls.job, ...theirs }),
        ),
        ...neverAll(
            "make something in another team's name",
            calls.call("CreateTrainingJob", "training-job/probe", { ...calls.job, ...calls.createdFor(otherTeam) }),
            ...calls.tagging("training-job/probe", "CreateTrainingJob", otherTeam),
        ),
        ...never(
            "give what it made to another team",
            calls.onOwn("AddTags", "training-job/probe", retag),
            calls.call("AddTags", "training-job/probe", { ...retag, "sagemaker:TaggingAction": "CreateTrainingJob" }),
        ),
        ...(subject.team === undefined
            ? []
            : never(
                  "take what it made out of its team",
                  calls.onOwn("DeleteTags", "training-job/probe", { "aws:TagKeys": [teamTag] }),
              )),
    ];
}
