import type * as pulumi from "@pulumi/pulumi";

import { Spoke, SpokeRoutes } from "../../hub";
import { type Connection, OnPremises, PeeredNetwork } from "../../onprem";
import { ServiceBoundary } from "../../security";
import type { MultiSettings } from "../../settings";
import type { Parts } from "./studioHubs";
import { linkZones } from "./zones";

/** The simulator with both its connections to the hub, packets' and names'; undefined where the settings have none. */
export function createOnPremises(name: string, parts: Parts): OnPremises | undefined {
    const { hub, parent, places, providers, settings } = parts;
    const { onprem, partition, region, tags } = settings;
    const place = places.onprem;
    if (onprem === undefined || place === undefined) {
        return undefined;
    }
    const inHub = { parent, providers: [providers.of(settings.hub.account)] };
    const inCompany = { parent, providers: [providers.of(onprem.account)] };
    const boundary = new ServiceBoundary(`${name}-boundary`, { place, tags }, inCompany);
    const company = new OnPremises(
        name,
        {
            place,
            partition,
            cidr: onprem.cidr,
            zones: onprem.zones,
            connect: connectionOf(onprem, parts),
            hostType: onprem.hostType,
            administrators: [],
            keyDeletionDays: settings.hub.keyDeletionDays,
            boundaryArn: boundary.arn,
            flowLogRetentionDays: settings.hub.flowLogRetentionDays,
            tags,
        },
        inCompany,
    );
    const sameAccount = place.account === places.hub.account;
    const joined = joinHub(name, company, onprem.cidr, { ...parts, sameAccount, inHub, inCompany });
    linkZones(`${name}-zones`, {
        zones: hub.zonesFor("clients"),
        vpcId: company.vpcId,
        region,
        sameAccount,
        inHub,
        inVpc: inCompany,
        after: joined,
    });
    return company;
}

function connectionOf({ account, connect }: NonNullable<MultiSettings["onprem"]>, parts: Parts): Connection {
    const { hub, places, settings } = parts;
    const hubRange = settings.hub.cidr;
    const hubAccount = places.hub.account;
    return connect === "peering"
        ? { kind: "peering", hubVpcId: hub.vpcId, hubAccount, hubRange }
        : {
              kind: "attachment",
              gatewayId: hub.gatewayId,
              gatewayAccount: hubAccount,
              hubRange,
              shared: hub.sharedWith(settings.accounts[account]?.id ?? ""),
          };
}

interface Sides extends Parts {
    readonly sameAccount: boolean;
    readonly inHub: pulumi.ComponentResourceOptions;
    readonly inCompany: pulumi.ComponentResourceOptions;
}

/** The hub's side of the connection: the peering accepted, or the attachment in the table of clients. */
function joinHub(name: string, company: OnPremises, range: string, sides: Sides): readonly pulumi.Resource[] {
    const { hub, settings, sameAccount, inHub, inCompany } = sides;
    const { tags } = settings;
    if (company.peeringConnectionId !== undefined) {
        const { peeringConnectionId } = company;
        const tables = hub.endpointTables;
        const args = { peeringConnectionId, accept: !sameAccount, range, tables, tags };
        return new PeeredNetwork(`${name}-peered`, args, inHub).ready;
    }
    if (company.attachmentId === undefined) {
        throw new Error("the simulator is joined to the hub by a peering or an attachment");
    }
    const { attachmentId, workloadTables } = company;
    const { gatewayId, tables } = hub;
    const args = { attachmentId, role: "clients" as const, tables, ranges: [range], accept: !sameAccount, tags };
    const spoke = new Spoke(`${name}-spoke`, args, inHub);
    const routes = { gatewayId, tables: workloadTables, ranges: [settings.hub.cidr], after: spoke.ready };
    return [...spoke.ready, ...new SpokeRoutes(`${name}-routes`, routes, inCompany).ready];
}
