import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Private zones by name. */
export type ZoneIds = Readonly<Record<string, pulumi.Input<string>>>;

export interface ZoneGrantsArgs {
    readonly zones: ZoneIds;
    /** VPC of another account that may come in. */
    readonly vpcId: pulumi.Input<string>;
    /** Region of the VPC. */
    readonly region: string;
}

/**
 * Lets a VPC of another account into the hub's private zones; made in the hub's account. Not needed for a VPC of the
 * hub's own. Source: Route 53 developer guide, "Associating an Amazon VPC and a private hosted zone that you created
 * with different AWS accounts".
 */
export class ZoneGrants extends pulumi.ComponentResource {
    /** What must stand before the VPC comes in. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: ZoneGrantsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:hub:ZoneGrants", name, {}, opts);
        this.ready = Object.entries(args.zones).map(
            ([zone, zoneId]) =>
                new aws.route53.VpcAssociationAuthorization(
                    `${name}-${suffixOf(zone)}`,
                    { zoneId, vpcId: args.vpcId, vpcRegion: args.region },
                    { parent: this },
                ),
        );
        this.registerOutputs({});
    }
}

export interface ZoneLinksArgs extends ZoneGrantsArgs {
    /** Grants of the zones' owner, where that is another account, and whatever the names must wait for. */
    readonly after: readonly pulumi.Resource[];
}

/** Brings a VPC into the hub's private zones; made in the VPC's account. */
export class ZoneLinks extends pulumi.ComponentResource {
    /** What must stand before the names resolve in the VPC. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: ZoneLinksArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:hub:ZoneLinks", name, {}, opts);
        this.ready = Object.entries(args.zones).map(
            ([zone, zoneId]) =>
                new aws.route53.ZoneAssociation(
                    `${name}-${suffixOf(zone)}`,
                    { zoneId, vpcId: args.vpcId, vpcRegion: args.region },
                    { parent: this, dependsOn: [...args.after] },
                ),
        );
        this.registerOutputs({});
    }
}

/** The name of a zone as part of a logical name. */
function suffixOf(zone: string): string {
    return zone.replace(/\./g, "-");
}
