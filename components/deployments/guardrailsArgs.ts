import type * as pulumi from "@pulumi/pulumi";

import { LIFECYCLE_APPS, lifecycleConfigStart, physicalName, type Place } from "../names";
import type { Network } from "../network";
import type { AccessOrigin, GuardrailsArgs, Keys, ServiceControlArgs } from "../security";
import type { Settings } from "../settings";
import { deployersOf } from "./deployers";

/** What the guardrails of a stack file hold people and jobs to. */
export function guardrailsArgs(settings: Settings, place: Place, keys: Keys, network: Network): GuardrailsArgs {
    const { access, domain, partition, security, tags } = settings;
    return {
        place,
        partition,
        features: settings.network.features,
        tagKey: access.tag,
        subnetIds: network.studioSubnetIds,
        groupIds: jobGroups(settings, network),
        volumeKeyArns: [keys.domainKeyArn],
        outputKeyArns: [keys.dataKeyArn],
        ...security.guardrails,
        imageArns: domain.images.flatMap(({ name }) =>
            ownArns(settings, place, `image/${physicalName(place, "image", name)}`),
        ),
        // Other content is another configuration: all that the stack makes for an app begin alike, and nobody else's do.
        scriptArns: LIFECYCLE_APPS.flatMap((app) =>
            ownArns(settings, place, `studio-lifecycle-config/${lifecycleConfigStart(place, app)}*`),
        ),
        tags,
    };
}

/** The same for service control policies, which need to know besides who deploys and where people come from. */
export function serviceControlArgs(
    settings: Settings,
    { place, tags: _, ...guardrails }: GuardrailsArgs,
    origin: AccessOrigin,
): ServiceControlArgs {
    return {
        ...guardrails,
        account: place.account,
        region: place.region,
        deployers: [...new Set([...deployersOf(settings), ...settings.security.breakGlass])],
        // IAM Identity Center makes the links itself, from wherever. Source: SageMaker developer guide,
        // studio-interface-endpoint: conditions on the network work in IAM mode only.
        origin: settings.access.mode === "iam" ? origin : { ...origin, from: "anywhere" },
    };
}

/** Groups a job may have. Canvas starts its jobs in the group of Studio's apps. */
function jobGroups(settings: Settings, network: Network): pulumi.Output<string>[] {
    const { jobsGroupId, studioGroupId, trainingGroupId } = network;
    return [
        ...(jobsGroupId === undefined ? [] : [jobsGroupId]),
        ...(trainingGroupId === undefined ? [] : [trainingGroupId]),
        ...(settings.network.features.includes("canvas") ? [studioGroupId] : []),
    ];
}

/** As named, and as SageMaker may spell it in an ARN: names differ in case for nobody. */
function ownArns({ partition }: Settings, { account, region }: Place, resource: string): string[] {
    return [...new Set([resource, resource.toLowerCase()])].map(
        (spelled) => `arn:${partition}:sagemaker:${region}:${account}:${spelled}`,
    );
}
