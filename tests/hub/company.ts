import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { Hub, type HubArgs, Spoke, SpokeRoutes, ZoneGrants, ZoneLinks } from "../../components/hub";
import { createHubAttachment, Network, type NetworkArgs } from "../../components/network";
import { recordComponent, type RecordedComponent } from "../harness";
import { networkArgs } from "../network/args";
import { ACCESS, HUB, hubArgs, LOB_A, LOB_B, MEMBERS, REGION, STACK } from "./fixture";

/** A line of business of the fixture. */
export interface Lob {
    readonly name: string;
    readonly account: string;
    readonly cidr: string;
}

export const A: Lob = { name: "lob-a", account: LOB_A, cidr: "10.100.0.0/16" };
export const B: Lob = { name: "lob-b", account: LOB_B, cidr: "10.120.0.0/16" };

/** A third one in the account of the first. */
export const C: Lob = { name: "lob-c", account: LOB_A, cidr: "10.101.0.0/16" };

/** Records a hub, an attached VPC in place of the access service's, and the lines of business, as a deployment does it. */
export function recordCompany(lobs: readonly Lob[], changes: Partial<HubArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        const providers = new Map<string, aws.Provider>();
        const inAccount = (account: string): pulumi.ComponentResourceOptions => {
            const found =
                providers.get(account) ??
                new aws.Provider(`account-${account}`, { region: REGION, allowedAccountIds: [account] });
            providers.set(account, found);
            return { providers: [found] };
        };
        const hub = new Hub("hub", hubArgs(changes), inAccount(HUB));
        attachAccess(hub, inAccount);
        for (const lob of lobs) {
            attachLob(hub, lob, changes, inAccount);
        }
    }, STACK);
}

type InAccount = (account: string) => pulumi.ComponentResourceOptions;

/** A VPC on the gateway that is no line of business. */
class AttachedVpc extends pulumi.ComponentResource {
    readonly attachmentId: pulumi.Output<string>;

    constructor(name: string, hub: Hub, account: string, cidr: string, opts: pulumi.ComponentResourceOptions) {
        super("fixture:hub:AttachedVpc", name, {}, opts);
        const vpc = new aws.ec2.Vpc(`${name}-vpc`, { cidrBlock: cidr }, { parent: this });
        const { attachment } = createHubAttachment(this, name, {
            account,
            vpcId: vpc.id,
            transit: { "euw1-az1": "10.17.0.0/28", "euw1-az2": "10.17.0.16/28" },
            gatewayId: hub.gatewayId,
            gatewayAccount: HUB,
            shared: hub.sharedWith(account),
            tags: {},
        });
        this.attachmentId = attachment.id;
        this.registerOutputs({});
    }
}

function attachAccess(hub: Hub, inAccount: InAccount): void {
    const { attachmentId } = new AttachedVpc("access", hub, ACCESS, MEMBERS.accessRange, inAccount(ACCESS));
    new Spoke(
        "access-spoke",
        {
            attachmentId,
            role: "hub",
            tables: hub.tables,
            ranges: [MEMBERS.accessRange],
            accept: true,
            tags: {},
        },
        inAccount(HUB),
    );
}

function attachLob(hub: Hub, lob: Lob, changes: Partial<HubArgs>, inAccount: InAccount): void {
    const { name, account, cidr } = lob;
    const network = new Network(`${name}-network`, lobNetworkArgs(hub, lob, changes), inAccount(account));
    const { hubAttachmentId, vpcId, workloadTables } = network;
    if (hubAttachmentId === undefined) {
        throw new Error("a network with a hub has an attachment");
    }
    const spoke = new Spoke(
        `${name}-spoke`,
        { attachmentId: hubAttachmentId, role: "spoke", tables: hub.tables, ranges: [cidr], accept: true, tags: {} },
        inAccount(HUB),
    );
    new SpokeRoutes(
        `${name}-routes`,
        {
            gatewayId: hub.gatewayId,
            tables: workloadTables,
            ranges: [...hub.endpointRanges, ...(changes.egress === "firewall" ? ["0.0.0.0/0"] : [])],
            after: spoke.ready,
        },
        inAccount(account),
    );
    const vpc = { zones: hub.zonesFor("lob"), vpcId, region: REGION };
    const grants = new ZoneGrants(`${name}-grants`, vpc, inAccount(HUB));
    new ZoneLinks(`${name}-links`, { ...vpc, after: grants.ready }, inAccount(account));
}

function lobNetworkArgs(hub: Hub, { name, account, cidr }: Lob, changes: Partial<HubArgs>): NetworkArgs {
    const { clients: _, ...standing } = networkArgs();
    return {
        ...standing,
        place: { ...standing.place, account, unit: name },
        cidr,
        subnets: subnetsOf(cidr),
        hub: {
            gatewayId: hub.gatewayId,
            gatewayAccount: HUB,
            shared: hub.sharedWith(account),
            endpointRanges: hub.endpointRanges,
            services: hub.servicesFor("lob"),
            internet: changes.egress === "firewall",
        },
    };
}

function subnetsOf(cidr: string): NetworkArgs["subnets"] {
    const [start = ""] = /^\d+\.\d+/.exec(cidr) ?? [];
    const tier = (third: number) => ({
        "euw1-az1": `${start}.${third}.0/24`,
        "euw1-az2": `${start}.${third + 128}.0/24`,
    });
    return { studio: tier(0), endpoint: tier(1), firewall: tier(2), nat: tier(3), transit: tier(4) };
}
