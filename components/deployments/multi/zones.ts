import type * as pulumi from "@pulumi/pulumi";

import { ZoneGrants, ZoneLinks, type ZoneLinksArgs } from "../../hub";

export interface LinkedVpc extends ZoneLinksArgs {
    /** Whether the VPC is of the hub's own account, whose VPCs need no grant. */
    readonly sameAccount: boolean;
    readonly inHub: pulumi.ComponentResourceOptions;
    readonly inVpc: pulumi.ComponentResourceOptions;
}

/** Brings a VPC into the hub's private zones; answers what must stand before names resolve. Nothing to make without zones. */
export function linkZones(name: string, args: LinkedVpc): readonly pulumi.Resource[] {
    const { zones, vpcId, region, after, sameAccount, inHub, inVpc } = args;
    if (Object.keys(zones).length === 0) {
        return [];
    }
    const granted = sameAccount ? [] : new ZoneGrants(`${name}-grants`, { zones, vpcId, region }, inHub).ready;
    return new ZoneLinks(name, { zones, vpcId, region, after: [...after, ...granted] }, inVpc).ready;
}
