import {
    DescribeAutoMLJobV2Command,
    DescribeHyperParameterTuningJobCommand,
    DescribeProcessingJobCommand,
    DescribeTrainingJobCommand,
    type HyperParameterTrainingJobDefinition,
    type ResourceConfig,
    StopAutoMLJobCommand,
    StopHyperParameterTuningJobCommand,
    StopProcessingJobCommand,
    StopTrainingJobCommand,
} from "@aws-sdk/client-sagemaker";

import {
    door,
    type Finding,
    instances,
    isolation,
    network,
    outputKey,
    role,
    runTime,
    traffic,
    volumeKey,
} from "../findings";
import type { Rules } from "../rules";
import { type KindOfWork, phaseOf, present } from "../work";

/** What AutoML starts itself it runs as it must; the AutoML job is judged in its stead. */
export function unlessOfAutoMl(arn: string | undefined, findings: () => Finding[]): Finding[] {
    return arn === undefined ? findings() : [];
}

/** A job is live while it is in progress. */
export const JOB_STATUSES = {
    live: ["InProgress"],
    over: ["Completed", "DeleteFailed", "Deleting", "Failed", "Stopped", "Stopping"],
};

export const trainingJob: KindOfWork = {
    async look(client, subject, rules) {
        const job = await client.send(new DescribeTrainingJobCommand({ TrainingJobName: subject["TrainingJobName"] }));
        const types = typesOf(job.ResourceConfig);
        return {
            ...phaseOf(job.TrainingJobStatus, JOB_STATUSES),
            roles: present(job.RoleArn),
            subnets: job.VpcConfig?.Subnets ?? [],
            findings: unlessOfAutoMl(job.AutoMLJobArn, () => [
                ...role(rules, job.RoleArn),
                ...network(rules, job.VpcConfig),
                ...isolation(rules, job.EnableNetworkIsolation),
                ...traffic(rules, job.EnableInterContainerTrafficEncryption),
                ...volumeKey(rules, job.ResourceConfig?.VolumeKmsKeyId, types),
                ...outputKey(rules, job.OutputDataConfig?.KmsKeyId),
                ...instances(rules.instances.jobs, types),
                ...runTime(rules, job.StoppingCondition?.MaxRuntimeInSeconds),
                ...(job.RemoteDebugConfig?.EnableRemoteDebug === true
                    ? [door("its container can be entered (EnableRemoteDebug)")]
                    : []),
            ]),
        };
    },
    async stop(client, subject) {
        await client.send(new StopTrainingJobCommand({ TrainingJobName: subject["TrainingJobName"] }));
        return true;
    },
};

export const processingJob: KindOfWork = {
    async look(client, subject, rules) {
        const job = await client.send(
            new DescribeProcessingJobCommand({ ProcessingJobName: subject["ProcessingJobName"] }),
        );
        const cluster = job.ProcessingResources?.ClusterConfig;
        const types = present<string>(cluster?.InstanceType);
        return {
            ...phaseOf(job.ProcessingJobStatus, JOB_STATUSES),
            roles: present(job.RoleArn),
            subnets: job.NetworkConfig?.VpcConfig?.Subnets ?? [],
            findings: unlessOfAutoMl(job.AutoMLJobArn, () => [
                ...role(rules, job.RoleArn),
                ...network(rules, job.NetworkConfig?.VpcConfig),
                ...isolation(rules, job.NetworkConfig?.EnableNetworkIsolation),
                ...traffic(rules, job.NetworkConfig?.EnableInterContainerTrafficEncryption),
                ...volumeKey(rules, cluster?.VolumeKmsKeyId, types),
                // A job without outputs writes nothing.
                ...((job.ProcessingOutputConfig?.Outputs ?? []).length === 0
                    ? []
                    : outputKey(rules, job.ProcessingOutputConfig?.KmsKeyId)),
                ...instances(rules.instances.jobs, types),
                ...runTime(rules, job.StoppingCondition?.MaxRuntimeInSeconds),
            ]),
        };
    },
    async stop(client, subject) {
        await client.send(new StopProcessingJobCommand({ ProcessingJobName: subject["ProcessingJobName"] }));
        return true;
    },
};

export const tuningJob: KindOfWork = {
    async look(client, subject, rules) {
        const job = await client.send(
            new DescribeHyperParameterTuningJobCommand({
                HyperParameterTuningJobName: subject["HyperParameterTuningJobName"],
            }),
        );
        const definitions = [...present(job.TrainingJobDefinition), ...(job.TrainingJobDefinitions ?? [])];
        return {
            ...phaseOf(job.HyperParameterTuningJobStatus, JOB_STATUSES),
            roles: definitions.flatMap(({ RoleArn }) => present(RoleArn)),
            subnets: definitions.flatMap(({ VpcConfig }) => VpcConfig?.Subnets ?? []),
            findings: definitions.flatMap((definition) => definitionFindings(rules, definition)),
        };
    },
    async stop(client, subject) {
        await client.send(
            new StopHyperParameterTuningJobCommand({
                HyperParameterTuningJobName: subject["HyperParameterTuningJobName"],
            }),
        );
        return true;
    },
};

export const autoMlJob: KindOfWork = {
    // Describes jobs of both versions. Source: SageMaker API DescribeAutoMLJobV2.
    async look(client, subject, rules) {
        const job = await client.send(new DescribeAutoMLJobV2Command({ AutoMLJobName: subject["AutoMLJobName"] }));
        const security = job.SecurityConfig;
        return {
            ...phaseOf(job.AutoMLJobStatus, JOB_STATUSES),
            roles: present(job.RoleArn),
            subnets: security?.VpcConfig?.Subnets ?? [],
            findings: [
                ...role(rules, job.RoleArn),
                ...network(rules, security?.VpcConfig),
                ...traffic(rules, security?.EnableInterContainerTrafficEncryption),
                ...volumeKey(rules, security?.VolumeKmsKeyId, []),
                ...outputKey(rules, job.OutputDataConfig?.KmsKeyId),
            ],
        };
    },
    async stop(client, subject) {
        await client.send(new StopAutoMLJobCommand({ AutoMLJobName: subject["AutoMLJobName"] }));
        return true;
    },
};

function definitionFindings(rules: Rules, definition: HyperParameterTrainingJobDefinition): Finding[] {
    const tuning = definition.HyperParameterTuningResourceConfig;
    const types = [
        ...typesOf(definition.ResourceConfig),
        ...present<string>(tuning?.InstanceType),
        ...(tuning?.InstanceConfigs ?? []).flatMap(({ InstanceType }) => present<string>(InstanceType)),
    ];
    return [
        ...role(rules, definition.RoleArn),
        ...network(rules, definition.VpcConfig),
        ...isolation(rules, definition.EnableNetworkIsolation),
        ...traffic(rules, definition.EnableInterContainerTrafficEncryption),
        ...volumeKey(rules, definition.ResourceConfig?.VolumeKmsKeyId ?? tuning?.VolumeKmsKeyId, types),
        ...outputKey(rules, definition.OutputDataConfig?.KmsKeyId),
        ...instances(rules.instances.jobs, types),
        ...runTime(rules, definition.StoppingCondition?.MaxRuntimeInSeconds),
    ];
}

function typesOf(config: ResourceConfig | undefined): string[] {
    return [
        ...present<string>(config?.InstanceType),
        ...(config?.InstanceGroups ?? []).flatMap(({ InstanceType }) => present<string>(InstanceType)),
        ...(config?.InstancePreferences ?? []).flatMap(({ InstanceType }) => present<string>(InstanceType)),
    ];
}
