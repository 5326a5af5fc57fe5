import * as pulumi from "@pulumi/pulumi";

import { AccessService, Directory } from "../../access";
import { Hub, HubKeys, Spoke, SpokeRoutes } from "../../hub";
import { ServiceBoundary } from "../../security";
import type { Lob, MultiSettings } from "../../settings";
import { warnOfStudioQuotas } from "../quotas";
import type { StudioOutputs } from "../studio";
import { accessArgs, accessKeysArgs } from "./accessArgs";
import { accountProviders } from "./accountProviders";
import { directoryItems } from "./directoryItems";
import { hubArgs, hubKeysArgs } from "./hubArgs";
import { LineOfBusiness } from "./lineOfBusiness";
import { createOnPremises } from "./onPremises";
import { type MultiAccountOutputs, outputsOf } from "./outputs";
import { placesOf } from "./places";
import { hubOf, type Parts } from "./studioHubs";
import { linkZones } from "./zones";

/**
 * Studio for many lines of business: a hub that keeps them apart, an access service that opens people's profiles, each
 * line in its account, and, if wanted, a simulated company network to come from.
 */
export class MultiAccount extends pulumi.ComponentResource {
    readonly outputs: MultiAccountOutputs;

    constructor(name: string, settings: MultiSettings, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:deployments:MultiAccount", name, {}, opts);
        const places = placesOf(settings);
        const providers = accountProviders(this, name, settings);
        const before = { parent: this, settings, places, providers };
        const hub = createHub(`${name}-hub`, before);
        const access = createAccess(`${name}-access`, { ...before, hub });
        const parts: Parts = { ...before, hub, access };
        const studios = settings.lobs.map((lob) => {
            const outputs = createLob(`${name}-${lob.lob}`, lob, parts);
            return { lob, outputs };
        });
        new Directory(
            `${name}-directory`,
            {
                tableName: access.tableName,
                items: studios.flatMap(({ lob, outputs }) => directoryItems(lob, places, outputs)),
            },
            { parent: this, providers: [providers.of(settings.access.account)] },
        );
        const onprem = createOnPremises(`${name}-onprem`, parts);
        warnOfQuotas(parts);
        this.outputs = outputsOf({
            region: settings.region,
            hub,
            access,
            studios: Object.fromEntries(studios.map(({ lob, outputs }) => [lob.lob, outputs])),
            onprem,
        });
        this.registerOutputs({ ...this.outputs });
    }
}

function createHub(name: string, { parent, settings, places, providers }: Omit<Parts, "hub" | "access">): Hub {
    const opts = { parent, providers: [providers.of(settings.hub.account)] };
    const keys = new HubKeys(`${name}-keys`, hubKeysArgs(settings, places), opts);
    const boundary = new ServiceBoundary(`${name}-boundary`, { place: places.hub, tags: settings.tags }, opts);
    return new Hub(name, hubArgs(settings, places, { keys, boundaryArn: boundary.arn }), opts);
}

function createAccess(
    name: string,
    { parent, settings, places, providers, hub }: Omit<Parts, "access">,
): AccessService {
    const { region, tags } = settings;
    const inAccess = { parent, providers: [providers.of(settings.access.account)] };
    const inHub = { parent, providers: [providers.of(settings.hub.account)] };
    const sameAccount = places.access.account === places.hub.account;
    const keys = new HubKeys(`${name}-keys`, accessKeysArgs(settings, places), inAccess);
    const access = new AccessService(name, accessArgs(settings, places, { hub, keys }), inAccess);
    const { attachmentId, vpcId, workloadTables } = access;
    const spoke = new Spoke(
        `${name}-spoke`,
        {
            attachmentId,
            role: "hub",
            tables: hub.tables,
            ranges: [settings.access.cidr],
            accept: !sameAccount,
            tags,
        },
        inHub,
    );
    new SpokeRoutes(
        `${name}-routes`,
        { gatewayId: hub.gatewayId, tables: workloadTables, ranges: hub.endpointRanges, after: spoke.ready },
        inAccess,
    );
    const zones = hub.zonesFor("access");
    linkZones(`${name}-zones`, { zones, vpcId, region, sameAccount, inHub, inVpc: inAccess, after: [] });
    return access;
}

function createLob(name: string, settings: Lob, parts: Parts): StudioOutputs {
    const place = parts.places.lob(settings.lob);
    const provider = parts.providers.of(settings.accountName);
    const hub = hubOf(name, settings, parts);
    return new LineOfBusiness(name, { settings, place, provider, hub }, { parent: parts.parent }).outputs;
}

function warnOfQuotas({ settings: { accounts, lobs, region }, providers }: Parts): void {
    for (const [account, { id }] of Object.entries(accounts)) {
        const studios = lobs.filter(({ accountName }) => accountName === account);
        if (studios.length > 0) {
            warnOfStudioQuotas(studios, { account: id, region }, providers.of(account));
        }
    }
}
