import type * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../../policy-pack/facts";

/** Instance types that may be used, `ml.m5.large` or a whole family, `ml.m5.*`; an empty list limits nothing. */
export interface InstanceLimits {
    /** For apps and spaces. */
    readonly apps: readonly string[];
    /** For jobs, endpoints and clusters. */
    readonly jobs: readonly string[];
}

/** What the guardrails of one deployment hold people and jobs to. */
export interface GuardrailArgs {
    readonly account: string;
    readonly partition: string;
    readonly region: string;
    readonly features: readonly Feature[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    /** Subnets of jobs and models. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    /** Groups of jobs and models; none: nothing runs in the network but Studio's apps. */
    readonly groupIds: readonly pulumi.Input<string>[];
    /** Keys of job volumes, by ARN: SageMaker compares no ids and no aliases. */
    readonly volumeKeyArns: readonly pulumi.Input<string>[];
    /** Keys of job outputs and feature stores, by ARN. */
    readonly outputKeyArns: readonly pulumi.Input<string>[];
    readonly instances: InstanceLimits;
    /** Longest run of a job, in hours. */
    readonly maxRuntimeHours: number;
    /** Whether the containers of jobs and models may use no network. */
    readonly isolation: boolean;
    /** Whether traffic between the instances of one job is encrypted. */
    readonly interContainerEncryption: boolean;
    /** Images apps may run on besides AWS's own, by ARN. */
    readonly imageArns: readonly string[];
    /** Start scripts of apps: ARNs or patterns of ARNs of lifecycle configurations. */
    readonly scriptArns: readonly string[];
}
