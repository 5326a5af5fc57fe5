import * as pulumi from "@pulumi/pulumi";

import { createEgress, type EgressArgs, type FirewallArgs } from "../../components/network/egress";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

/** Pulumi type tokens of what a way out is made of. */
export const TYPES = {
    address: "aws:ec2/eip:Eip",
    firewall: "aws:networkfirewall/firewall:Firewall",
    internetGateway: "aws:ec2/internetGateway:InternetGateway",
    key: "aws:kms/key:Key",
    logGroup: "aws:cloudwatch/logGroup:LogGroup",
    logging: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
    natGateway: "aws:ec2/natGateway:NatGateway",
    policy: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
    route: "aws:ec2/route:Route",
    routeTable: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    ruleGroup: "aws:networkfirewall/ruleGroup:RuleGroup",
    subnet: "aws:ec2/subnet:Subnet",
} as const;

export const THREE_ZONES = ["euw1-az1", "euw1-az2", "euw1-az3"];

export const FIREWALL: FirewallArgs = {
    domains: [".example.com", "pypi.org"],
    timeServers: [],
    threatGroups: [],
    protections: true,
    keyArn: "arn:aws:kms:eu-west-1:111122223333:key/network",
    logsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
    logRetentionDays: 365,
};

/** A component under which the way out is made, as the network makes it. */
class Outside extends pulumi.ComponentResource {
    constructor(args: EgressArgs, opts: pulumi.ComponentResourceOptions) {
        super("fixture:network:Outside", "net", {}, opts);
        const { ready, addresses } = createEgress(this, "net", args);
        this.registerOutputs({ ready: ready.map(({ urn }) => urn), addresses });
    }
}

export interface EgressCase {
    readonly kind: "nat" | "firewall";
    /** Default: three, by id. */
    readonly zones?: readonly string[];
    readonly firewall?: Partial<FirewallArgs>;
    readonly changes?: Partial<EgressArgs>;
    /** Keeps ids unknown, as at a first preview. Default: false. */
    readonly unknown?: boolean;
}

/** Ranges of a zone's subnets, apart from those of other zones by the last letter of its spelling. */
export function rangesOf(zone: string): Record<"studio" | "nat" | "firewall", string> {
    const at = zone.charCodeAt(zone.length - 1) % 8;
    return {
        studio: `10.20.${at * 32}.0/20`,
        nat: `10.20.${at * 32 + 16}.0/28`,
        firewall: `10.20.${at * 32 + 17}.0/28`,
    };
}

/** Records one way out for a VPC that exists. */
export function recordEgress(of: EgressCase): Promise<RecordedComponent> {
    const zones = of.zones ?? THREE_ZONES;
    const tier = (name: "nat" | "firewall"): Record<string, string> =>
        Object.fromEntries(zones.map((zone) => [zone, rangesOf(zone)[name]]));
    return recordComponent(
        () => {
            new Outside(
                {
                    place: PLACE,
                    partition: "aws",
                    vpcId: "vpc-0123456789abcdef0",
                    homeNet: ["10.20.0.0/16"],
                    kind: of.kind,
                    studio: zones.map((zone) => ({
                        zone,
                        cidr: rangesOf(zone).studio,
                        subnetId: pulumi.output(`subnet-${zone}`),
                        routeTableId: pulumi.output(`rtb-${zone}`),
                    })),
                    subnets: { nat: tier("nat"), firewall: of.kind === "firewall" ? tier("firewall") : {} },
                    ...(of.kind === "firewall" ? { firewall: { ...FIREWALL, ...of.firewall } } : {}),
                    tags: { project: "fixture" },
                    ...of.changes,
                },
                inPlace(),
            );
        },
        { ...STACK, unknown: of.unknown ?? false },
    );
}
