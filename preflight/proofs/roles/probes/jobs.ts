import type { RequestContext } from "../../../../policy-pack/iam";
import { type Calls, never } from "../calls";
import { typeWithVolume, without } from "../rightJob";
import type { Ask, Probe } from "../types";
import { NOBODYS_TYPE } from "./startingContent";

const FOREIGN_KEY = "00000000-0000-4000-8000-000000000000";

/** Past the guardrails: each question leaves out or changes one thing of a job that keeps to all of them. */
export function jobs(calls: Calls): Probe[] {
    const { job, world } = calls;
    const { guardrails } = world.intent;
    const { jobs: types } = guardrails.instances;
    const foreignKey = calls.arn("kms", `key/${FOREIGN_KEY}`);
    const train = (context: RequestContext): Ask => calls.call("CreateTrainingJob", "training-job/probe", context);
    const lacking = (key: string): Ask => train(without(job, `sagemaker:${key}`));
    const other = (key: string, value: string | readonly string[]): Ask =>
        train({ ...job, [`sagemaker:${key}`]: value });
    return [
        ...never("train without subnets", lacking("VpcSubnets")),
        ...never("train without groups", lacking("VpcSecurityGroupIds")),
        ...never("train in other subnets", other("VpcSubnets", ["subnet-0123456789abcdef0"])),
        ...never("train in other groups", other("VpcSecurityGroupIds", ["sg-0123456789abcdef0"])),
        // Where every type has local storage, none takes a key.
        ...(typeWithVolume(types) === undefined
            ? []
            : never("train on volumes without a key", lacking("VolumeKmsKeyArn"))),
        ...never("train on volumes under another key", other("VolumeKmsKeyArn", foreignKey)),
        ...never("write results without a key", lacking("OutputKmsKeyArn")),
        ...never("write results under another key", other("OutputKmsKeyArn", foreignKey)),
        ...never("train without an end", lacking("MaxRuntimeInSeconds")),
        ...never(
            "train longer than allowed",
            other("MaxRuntimeInSeconds", String(guardrails.maxRuntimeHours * 3600 + 1)),
        ),
        ...(types.length === 0 ? [] : never("train on another instance type", other("InstanceTypes", [NOBODYS_TYPE]))),
        ...(guardrails.isolation
            ? never(
                  "train in containers with a network",
                  lacking("NetworkIsolation"),
                  other("NetworkIsolation", "false"),
              )
            : []),
        ...(guardrails.interContainerEncryption
            ? never(
                  "train with plain traffic between instances",
                  lacking("InterContainerTrafficEncryption"),
                  other("InterContainerTrafficEncryption", "false"),
              )
            : []),
        ...never("debug a job from outside", other("EnableRemoteDebug", "true")),
    ];
}
