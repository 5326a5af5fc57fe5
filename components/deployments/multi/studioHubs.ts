import type * as pulumi from "@pulumi/pulumi";

import type { AccessService } from "../../access";
import { type Hub, Spoke, SpokeRoutes } from "../../hub";
import type { HubLink, Network } from "../../network";
import type { Lob, MultiSettings } from "../../settings";
import type { StudioHub } from "../studioHub";
import type { Providers } from "./accountProviders";
import { needsHub } from "./needsHub";
import type { Places } from "./places";
import { linkZones } from "./zones";

/** What stands before the lines of business. */
export interface Parts {
    readonly parent: pulumi.Resource;
    readonly settings: MultiSettings;
    readonly places: Places;
    readonly providers: Providers;
    readonly hub: Hub;
    readonly access: AccessService;
}

/** Everything outside, with central egress. */
const INTERNET = "0.0.0.0/0";

/** The hub as one line of business knows it. `name` is the line's component. */
export function hubOf(name: string, lob: Lob, parts: Parts): StudioHub {
    const { access, hub } = parts;
    return {
        link: needsHub(lob, parts.settings) ? linkOf(lob, parts) : undefined,
        vpcId: hub.vpcId,
        endpointIds: hub.endpointIds,
        presignRoleArn: access.presignRoleArn,
        presignRoleReady: access.roleReady,
        connect: (network) => [...hub.ready, ...connect(name, lob, network, parts)],
    };
}

function linkOf(lob: Lob, parts: Parts): HubLink {
    const { hub, places, settings } = parts;
    const { firewall } = settings.hub;
    return {
        gatewayId: hub.gatewayId,
        gatewayAccount: places.hub.account,
        shared: hub.sharedWith(lob.account.id),
        endpointRanges: endpointRanges(parts),
        services: hub.servicesFor("lob"),
        internet: lob.centralEgress,
        ...(lob.centralEgress && firewall && { allowDomains: firewall.allow, timeServers: firewall.timeServers }),
    };
}

/** Where a line of business finds the hub's endpoints; nowhere, when it has its own. */
function endpointRanges({ hub, settings }: Parts): readonly string[] {
    return settings.hub.endpoints === "shared" ? hub.endpointRanges : [];
}

/** Has the gateway take the line's network in, gives its tables their routes, and lets it find the hub's endpoints. */
function connect(name: string, lob: Lob, network: Network, parts: Parts): readonly pulumi.Resource[] {
    const { hub, parent, places, providers, settings } = parts;
    if (network.hubAttachmentId === undefined) {
        return [];
    }
    const inHub = { parent, providers: [providers.of(settings.hub.account)] };
    const inLob = { parent, providers: [providers.of(lob.accountName)] };
    const sameAccount = lob.account.id === places.hub.account;
    const spoke = new Spoke(
        `${name}-spoke`,
        {
            attachmentId: network.hubAttachmentId,
            role: "spoke",
            tables: hub.tables,
            ranges: [lob.network.cidr],
            accept: !sameAccount,
            tags: lob.tags,
        },
        inHub,
    );
    const ranges = [...endpointRanges(parts), ...(lob.centralEgress ? [INTERNET] : [])];
    const { gatewayId } = hub;
    const routes = new SpokeRoutes(
        `${name}-routes`,
        { gatewayId, tables: network.workloadTables, ranges, after: spoke.ready },
        inLob,
    );
    const zones = linkZones(`${name}-zones`, {
        zones: hub.zonesFor("lob"),
        vpcId: network.vpcId,
        region: settings.region,
        sameAccount,
        inHub,
        inVpc: inLob,
        after: [],
    });
    return [...spoke.ready, ...routes.ready, ...zones];
}
