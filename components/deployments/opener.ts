import type * as pulumi from "@pulumi/pulumi";

import { LobAccess } from "../access";
import { externalIdOf, type Place } from "../names";
import { type AccessOrigin, type Boundaries, StudioUserRole } from "../security";
import type { Settings } from "../settings";
import type { StudioHub } from "./studioHub";

/** What stands before the role, and whom it serves. */
interface Made {
    readonly place: Place;
    readonly boundaries: Boundaries;
    readonly domainId: pulumi.Input<string>;
    readonly origin: AccessOrigin;
    readonly hub: StudioHub | undefined;
}

/** ARN of the one role that opens profiles; empty where nobody needs one. */
export interface Opener {
    readonly userRoleArn?: pulumi.Output<string>;
    readonly accessRoleArn?: pulumi.Output<string>;
}

/**
 * Makes the role that opens profiles: the one people assume, or in a line of business the one the access service takes on
 * in their name. Where IAM Identity Center signs people in, SageMaker makes no presigned URL and nobody needs a role.
 */
export function createOpener(
    name: string,
    settings: Settings,
    { place, boundaries, domainId, origin, hub }: Made,
    opts: pulumi.ComponentResourceOptions,
): Opener {
    const { access, partition, tags } = settings;
    const boundaryArn = boundaries.personArn;
    if (access.mode !== "iam" || boundaryArn === undefined) {
        return {};
    }
    if (hub === undefined) {
        const { principals, operators, federation, tag: tagKey } = access;
        const args = {
            place,
            partition,
            principals,
            operators,
            federation,
            boundaryArn,
            tagKey,
            origin,
            domainId,
            tags,
        };
        return { userRoleArn: new StudioUserRole(`${name}-user`, args, opts).arn };
    }
    const { "sagemaker.api": api, studio } = hub.endpointIds;
    if (api === undefined || studio === undefined) {
        throw new Error("the hub has endpoints of sagemaker.api and studio, whatever its settings");
    }
    const role = new LobAccess(
        `${name}-access`,
        {
            place,
            partition,
            presignRoleArn: hub.presignRoleArn,
            after: hub.presignRoleReady,
            externalId: externalIdOf(place),
            tagKey: access.tag,
            domainId,
            endpointIds: { api, studio },
            boundaryArn,
            tags,
        },
        opts,
    );
    return { accessRoleArn: role.roleArn };
}
