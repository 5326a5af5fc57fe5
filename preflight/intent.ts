import { type PlainSettings, servicesOf } from "../components/settings";
import { cidr, formatCidr } from "../policy-pack/net";
import type { PictureIntent } from "./picture";
import type { AccessIntent } from "./proofs/access";
import type { NetworkIntent, NetworkProofs } from "./proofs/network";

/** What network proofs need of the settings. */
export function networkIntent({ account, region, network }: PlainSettings): NetworkIntent {
    const { features, egress, endpoints, vpc, clients } = network;
    return {
        region,
        account: account.id,
        organization: endpoints.organization,
        features,
        services: servicesOf(network, region),
        egress,
        ownEgress: vpc?.ownEgress ?? false,
        ownDns: vpc?.ownDns ?? false,
        clientRanges: clients?.ranges ?? [],
        clientsResolve: clients?.resolver ?? false,
        jobs: features.includes("jobs"),
    };
}

/** What access proofs need of the settings; shared with the commands that explain one person's access. */
export function accessIntent(settings: PlainSettings, { clients }: NetworkProofs): AccessIntent {
    const { access, network } = settings;
    return {
        facts: {
            account: settings.account.id,
            partition: settings.partition,
            region: settings.region,
            tagKey: access.tag,
        },
        from: access.from,
        addresses: access.addresses,
        principals: access.principals,
        operators: access.operators,
        clients: { ...clients, address: hostIn(network.clients?.ranges[0] ?? network.cidr) },
        vpcAddress: hostIn(Object.values(settings.subnets.studio)[0] ?? network.cidr),
    };
}

/** An address hosts can have: the first four of a subnet are AWS's own. */
function hostIn(range: string): string {
    const { base, prefix } = cidr(range);
    const offset = prefix > 29 ? 0 : 10;
    return formatCidr({ base: base + offset, prefix: 32 }).split("/")[0] as string;
}

/** What a picture needs of the settings. */
export function pictureIntent({ account, network, region, stack }: PlainSettings): PictureIntent {
    const { cidr: range, clients, egress, features, vpc, zones } = network;
    return {
        stack,
        account: account.id,
        region,
        egress,
        features,
        zones,
        clientRanges: clients?.ranges ?? [],
        ...(vpc === undefined ? {} : { existingVpc: { id: vpc.id, cidr: range, studio: vpc.studio } }),
    };
}
