import type * as pulumi from "@pulumi/pulumi";

import type { Place } from "../names";
import {
    type Boundaries,
    executionRoleArn,
    type GuardrailsArgs,
    type Keys,
    type ResponseArgs,
    rolePath,
} from "../security";
import type { Settings } from "../settings";

/** What the response needs of other parts. */
export interface ResponseParts {
    readonly keys: Keys;
    readonly boundaries: Boundaries;
    /** What jobs are held to beforehand: the response judges by the same. */
    readonly guardrails: GuardrailsArgs;
    readonly domainId: pulumi.Input<string>;
    /** ARN of the role people assume; absent where IAM Identity Center signs them in. */
    readonly userRoleArn?: pulumi.Input<string> | undefined;
    /** Group of the trail this stack makes; absent where the stack file names one that exists. */
    readonly trailLogGroup?: pulumi.Input<string> | undefined;
}

/** The response as a stack file describes it; undefined where there is none. */
export function responseArgs(settings: Settings, place: Place, parts: ResponseParts): ResponseArgs | undefined {
    const { access, network, partition, security, tags } = settings;
    const { keys, boundaries, guardrails, domainId, userRoleArn } = parts;
    const { response } = security;
    const trailLogGroup = parts.trailLogGroup ?? response?.trailLogGroup;
    if (response === undefined) {
        return undefined;
    }
    if (trailLogGroup === undefined || keys.queuesKeyArn === undefined) {
        throw new Error("the settings were checked for a trail, and the keys were asked for one for queues");
    }
    return {
        mode: response.mode,
        scope: response.scope,
        emails: response.emails,
        exempt: response.exempt,
        trailLogGroup,
        place,
        partition,
        domainId,
        // The path is the deployment's own: its other roles work in Studio too, or start nothing there.
        roles: [executionRoleArn(place, partition), `arn:${partition}:iam::${place.account}:role${rolePath(place)}`],
        linkMakers: [...(userRoleArn === undefined ? [] : [userRoleArn]), ...access.operators],
        subnetIds: guardrails.subnetIds,
        groupIds: guardrails.groupIds,
        volumeKeyArns: guardrails.volumeKeyArns,
        outputKeyArns: guardrails.outputKeyArns,
        isolation: guardrails.isolation,
        interContainerEncryption: guardrails.interContainerEncryption,
        instances: guardrails.instances,
        maxRuntimeHours: guardrails.maxRuntimeHours,
        remoteAccess: network.features.includes("remoteIde"),
        breakGlass: security.breakGlass,
        queuesKeyArn: keys.queuesKeyArn,
        logsKeyArn: keys.logsKeyArn,
        logRetentionDays: security.logRetentionDays,
        boundaryArn: boundaries.serviceArn,
        tags,
    };
}
