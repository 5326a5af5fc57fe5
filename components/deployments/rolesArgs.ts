import type { Place } from "../names";
import type { Network } from "../network";
import {
    type AccessOrigin,
    type Boundaries,
    type BoundariesArgs,
    bucketNames,
    type Buckets,
    castOf,
    type Guardrails,
    type Keys,
    type StudioRolesArgs,
} from "../security";
import type { Settings } from "../settings";

/** The upper bounds a stack file describes. */
export function boundariesArgs(settings: Settings, place: Place, prefix: string): BoundariesArgs {
    const { access, domain, network, partition, security, tags } = settings;
    return {
        place,
        partition,
        features: network.features,
        tagKey: access.tag,
        teamTag: settings.users.some(({ team }) => team !== undefined) ? security.teamTag : undefined,
        tagPropagation: domain.tagPropagation,
        people: access.mode === "iam",
        prefix,
        tags,
    };
}

/** What stands already when the roles are made. */
interface Made {
    readonly boundaries: Boundaries;
    readonly keys: Keys;
    readonly network: Network;
    /** Undefined: the stack makes no buckets. */
    readonly buckets: Buckets | undefined;
    readonly guardrails: Guardrails;
    readonly origin: AccessOrigin;
}

/** The roles a stack file describes. */
export function rolesArgs(settings: Settings, place: Place, prefix: string, made: Made): StudioRolesArgs {
    const { access, domain, network, partition, security, tags } = settings;
    const { data, models, canvas } = bucketNames(place);
    return {
        place,
        partition,
        features: network.features,
        cast: castOf(settings.users),
        personas: security.personas,
        teamTag: security.teamTag,
        boundaryArn: made.boundaries.executionArn,
        guardrails: made.guardrails.arns,
        dataBuckets: security.dataBuckets,
        ...(made.buckets && {
            ownBuckets: { data, models, ...(network.features.includes("canvas") && { canvas }) },
            dataKeyArn: made.keys.dataKeyArn,
        }),
        origin: made.origin,
        domainKeyArn: made.keys.domainKeyArn,
        sharingKeyArn: domain.sharing?.keyArn,
        trustedPropagation: access.mode === "identity-center" && access.identityCenter.trustedPropagation,
        prefix,
        tags,
    };
}
