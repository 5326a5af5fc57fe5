import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { ServiceKey } from "../../../policy-pack/facts";
import type { Tags } from "../../tags";
import { regionalEntry } from "./dnsEntries";
import { zonesOf } from "./zoneNames";

export interface PrivateZoneArgs {
    readonly region: string;
    /** VPC of the endpoints. */
    readonly vpcId: pulumi.Input<string>;
    readonly endpoints: ReadonlyMap<ServiceKey, aws.ec2.VpcEndpoint>;
    readonly tags: Tags;
}

/** A private zone of the hub. */
export interface PrivateZone {
    readonly service: ServiceKey;
    readonly name: string;
    readonly id: pulumi.Output<string>;
    /** Its records, without which its names stop resolving. */
    readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes the private zones by which VPCs without endpoints find the hub's: for each name of a service an alias of the
 * endpoint's own name. An endpoint's built-in private names reach its own VPC only.
 */
export function createPrivateZones(parent: pulumi.Resource, name: string, args: PrivateZoneArgs): PrivateZone[] {
    return [...args.endpoints].flatMap(([service, endpoint]) =>
        zonesOf(service, args.region).map(({ zone: zoneName, records }) => {
            const suffix = `${name}-${zoneName.replace(/\./g, "-")}`;
            const zone = new aws.route53.Zone(
                suffix,
                {
                    name: zoneName,
                    comment: `Names of ${service} at the hub's endpoint`,
                    vpcs: [{ vpcId: args.vpcId, vpcRegion: args.region }],
                    // It holds nothing but the records made here.
                    forceDestroy: true,
                    tags: { ...args.tags, Name: suffix },
                },
                // The other VPCs come in by associations of their own, which the provider would take out here again. A zone
                // needs one VPC from the start. Source: provider's documentation of Zone.
                { parent, ignoreChanges: ["vpcs"] },
            );
            const target = pulumi
                .all([endpoint.id, endpoint.dnsEntries])
                .apply(([id, entries]) => regionalEntry(id, entries));
            const ready = records.map(
                (record) =>
                    new aws.route53.Record(
                        record.startsWith("*.") ? `${suffix}-all` : suffix,
                        {
                            zoneId: zone.zoneId,
                            name: record,
                            type: "A",
                            aliases: [{ name: target.name, zoneId: target.zoneId, evaluateTargetHealth: false }],
                        },
                        { parent },
                    ),
            );
            return { service, name: zoneName, id: zone.zoneId, ready };
        }),
    );
}
