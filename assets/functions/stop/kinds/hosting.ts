import {
    DeleteEndpointCommand,
    DeleteEndpointConfigCommand,
    DeleteModelCommand,
    DescribeEndpointCommand,
    DescribeEndpointConfigCommand,
    DescribeModelCommand,
    DescribeTransformJobCommand,
    type ProductionVariant,
    type SageMakerClient,
    StopTransformJobCommand,
} from "@aws-sdk/client-sagemaker";

import { door, type Finding, instances, isolation, network, outputKey, role, volumeKey } from "../findings";
import type { Rules } from "../rules";
import { ifThere, type KindOfWork, phaseOf, present, type Work } from "../work";
import { JOB_STATUSES, unlessOfAutoMl } from "./jobs";

/** An endpoint can be deleted once it stands. Source: SageMaker API DescribeEndpoint, EndpointStatus. */
const ENDPOINT_STATUSES = {
    live: ["Failed", "InService", "OutOfService", "UpdateRollbackFailed"],
    over: ["Deleting"],
};

/** Has no states: it is there or not. */
const STANDS = { status: "created", phase: "live" } as const;

type Part = Pick<Work, "roles" | "subnets" | "findings">;

/** What runs from a model or configuration that was deleted meanwhile: where it runs nobody can tell any more. */
const LOST: Part = {
    roles: [],
    subnets: [],
    findings: [{ rule: "network", text: "its model or configuration is gone, so nothing shows where it runs" }],
};

export const model: KindOfWork = {
    async look(client, subject, rules) {
        return { ...STANDS, ...(await modelPart(client, subject["ModelName"], rules)) };
    },
    async stop(client, subject) {
        await client.send(new DeleteModelCommand({ ModelName: subject["ModelName"] }));
        return true;
    },
};

export const endpointConfiguration: KindOfWork = {
    async look(client, subject, rules) {
        return { ...STANDS, ...(await configurationPart(client, subject["EndpointConfigName"], rules)) };
    },
    async stop(client, subject) {
        await client.send(new DeleteEndpointConfigCommand({ EndpointConfigName: subject["EndpointConfigName"] }));
        return true;
    },
};

export const endpoint: KindOfWork = {
    async look(client, subject, rules) {
        const found = await client.send(new DescribeEndpointCommand({ EndpointName: subject["EndpointName"] }));
        const part = (await ifThere(configurationPart(client, found.EndpointConfigName, rules))) ?? LOST;
        return { ...phaseOf(found.EndpointStatus, ENDPOINT_STATUSES), ...part };
    },
    async stop(client, subject) {
        await client.send(new DeleteEndpointCommand({ EndpointName: subject["EndpointName"] }));
        return true;
    },
};

/** Has no network of its own: it runs in that of the model it names. */
export const transformJob: KindOfWork = {
    async look(client, subject, rules) {
        const job = await client.send(
            new DescribeTransformJobCommand({ TransformJobName: subject["TransformJobName"] }),
        );
        const part = (await ifThere(modelPart(client, job.ModelName, rules))) ?? LOST;
        const types = present<string>(job.TransformResources?.InstanceType);
        return {
            ...phaseOf(job.TransformJobStatus, JOB_STATUSES),
            ...part,
            findings: unlessOfAutoMl(job.AutoMLJobArn, () => [
                ...part.findings,
                ...volumeKey(rules, job.TransformResources?.VolumeKmsKeyId, types),
                ...outputKey(rules, job.TransformOutput?.KmsKeyId),
                ...instances(rules.instances.jobs, types),
            ]),
        };
    },
    async stop(client, subject) {
        await client.send(new StopTransformJobCommand({ TransformJobName: subject["TransformJobName"] }));
        return true;
    },
};

async function modelPart(client: SageMakerClient, name: string | undefined, rules: Rules): Promise<Part> {
    const found = await client.send(new DescribeModelCommand({ ModelName: name }));
    return {
        roles: present(found.ExecutionRoleArn),
        subnets: found.VpcConfig?.Subnets ?? [],
        findings: [
            ...role(rules, found.ExecutionRoleArn),
            ...network(rules, found.VpcConfig),
            ...isolation(rules, found.EnableNetworkIsolation),
        ],
    };
}

async function configurationPart(client: SageMakerClient, name: string | undefined, rules: Rules): Promise<Part> {
    const found = await client.send(new DescribeEndpointConfigCommand({ EndpointConfigName: name }));
    const variants = [...(found.ProductionVariants ?? []), ...(found.ShadowProductionVariants ?? [])];
    const models = [...new Set(variants.flatMap(({ ModelName }) => present(ModelName)))];
    const parts = await Promise.all(
        models.map(async (each) => (await ifThere(modelPart(client, each, rules))) ?? LOST),
    );
    // Variants without a model take inference components, which run in the configuration's own network and role.
    const own = variants.some(({ ModelName }) => ModelName === undefined)
        ? [
              ...role(rules, found.ExecutionRoleArn),
              ...network(rules, found.VpcConfig),
              ...isolation(rules, found.EnableNetworkIsolation),
          ]
        : [];
    const types = variants.flatMap(typesOf);
    const capture = found.DataCaptureConfig;
    const results = found.AsyncInferenceConfig?.OutputConfig;
    return {
        roles: [...present(found.ExecutionRoleArn), ...parts.flatMap(({ roles }) => roles)],
        subnets: [...(found.VpcConfig?.Subnets ?? []), ...parts.flatMap(({ subnets }) => subnets)],
        findings: distinct([
            ...own,
            ...parts.flatMap(({ findings }) => findings),
            // Serverless variants have no volume.
            ...(types.length === 0 ? [] : volumeKey(rules, found.KmsKeyId, types)),
            ...(capture?.EnableCapture === true ? outputKey(rules, capture.KmsKeyId) : []),
            ...(results === undefined ? [] : outputKey(rules, results.KmsKeyId)),
            ...variants.flatMap(({ CoreDumpConfig }) =>
                CoreDumpConfig === undefined ? [] : outputKey(rules, CoreDumpConfig.KmsKeyId),
            ),
            ...instances(rules.instances.jobs, types),
            ...(variants.some(({ EnableSSMAccess }) => EnableSSMAccess === true)
                ? [door("its hosts can be entered (EnableSSMAccess)")]
                : []),
        ]),
    };
}

function typesOf({ InstanceType, InstancePools }: ProductionVariant): string[] {
    return [
        ...present<string>(InstanceType),
        ...(InstancePools ?? []).flatMap((pool) => present<string>(pool.InstanceType)),
    ];
}

/** Several models may break the same rule. */
function distinct(findings: readonly Finding[]): Finding[] {
    return findings.filter(({ text }, index) => findings.findIndex((other) => other.text === text) === index);
}
