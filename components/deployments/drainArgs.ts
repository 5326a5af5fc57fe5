import { drainTag, type NetworkSweepArgs } from "../domain/drain";
import type { Place } from "../names";
import type { Network } from "../network";
import type { Boundaries, Keys } from "../security";
import type { Settings } from "../settings";

/** What stands before the domain, for its drain. */
interface Made {
    readonly keys: Keys;
    readonly network: Network;
    readonly boundaries: Boundaries;
}

/** The part of the drain that stands before the domain; undefined where the stack file asks for none. */
export function sweepArgs(settings: Settings, place: Place, made: Made): NetworkSweepArgs | undefined {
    const { domain, network, partition, security, tags } = settings;
    return domain.drain
        ? {
              place,
              partition,
              vpcId: made.network.vpcId,
              subnetIds: made.network.studioSubnetIds,
              homes: domain.homes,
              ownVpc: network.vpc === undefined,
              logsKeyArn: made.keys.logsKeyArn,
              logRetentionDays: security.logRetentionDays,
              boundaryArn: made.boundaries.serviceArn,
              tags,
          }
        : undefined;
}

/**
 * Tags by which the domain lets itself be emptied. None while it is protected: `pulumi destroy --skip-preview` would
 * delete people's spaces first and only then find that the domain may not go.
 */
export function drainTags({ domain, partition, protect }: Settings, place: Place): Readonly<Record<string, string>> {
    return domain.drain && !protect ? drainTag(place, partition) : {};
}
