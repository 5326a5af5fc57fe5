import { LOCAL_STORAGE_FAMILIES } from "../../../policy-pack/facts";
import type { RequestContext } from "../../../policy-pack/iam";
import type { RoleWorld } from "./world";

/**
 * What a job states that keeps to every guardrail. Requests carry a key only when its value is stated; a key an action
 * never carries changes no verdict, because no statement asks it of that action.
 */
export function rightJob(world: RoleWorld): RequestContext {
    const { jobs } = world.intent.guardrails.instances;
    return {
        "sagemaker:VpcSubnets": world.subnetIds,
        "sagemaker:VpcSecurityGroupIds": world.jobGroupIds,
        "sagemaker:VolumeKmsKeyArn": world.volumeKey,
        "sagemaker:OutputKmsKeyArn": world.outputKey,
        "sagemaker:InstanceTypes": [typeWithVolume(jobs) ?? instanceType(jobs[0])],
        "sagemaker:MaxRuntimeInSeconds": "3600",
        "sagemaker:NetworkIsolation": "true",
        "sagemaker:InterContainerTrafficEncryption": "true",
        "sagemaker:EnableRemoteDebug": "false",
    };
}

/** An instance type of those admitted whose storage takes a key; undefined when every one has local storage. */
export function typeWithVolume(admitted: readonly string[]): string | undefined {
    return (admitted.length === 0 ? [undefined] : admitted)
        .map(instanceType)
        .find((type) => !LOCAL_STORAGE_FAMILIES.includes(type.split(".")[1] ?? ""));
}

/** A type that fits a family such as `ml.m5.*`. */
function instanceType(admitted = "ml.m5.*"): string {
    return admitted.replace("*", "large");
}

/** The context without the key: a request that does not state it. */
export function without(context: RequestContext, key: string): RequestContext {
    return Object.fromEntries(Object.entries(context).filter(([name]) => name !== key));
}
