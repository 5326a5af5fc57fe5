import { strict as assert } from "node:assert";

import { Hub, type HubArgs, Spoke, SpokeRoutes } from "../../components/hub";
import { countByType, inputsOf, namesOf, one, recordComponent, type RecordedComponent } from "../harness";
import {
    ACCESS,
    all,
    associations,
    FIREWALL,
    gatewayRoutes,
    HUB,
    hubArgs,
    inAccount,
    LOB_A,
    LOB_B,
    MEMBERS,
    STACK,
    TYPES,
    vpcRoutes,
} from "./fixture";

function build(changes: Partial<HubArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        const hub = new Hub("net", hubArgs(changes), inAccount(HUB));
        return {
            own: hub.sharedWith(HUB).length,
            access: hub.sharedWith(ACCESS).length,
            endpointRanges: hub.endpointRanges,
            endpointTables: hub.endpointTables,
        };
    }, STACK);
}

describe("Hub", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build();
    });

    it("makes exactly these resources for two zones and eleven services", () => {
        assert.deepEqual(countByType(recording), {
            "aws:cloudwatch/logGroup:LogGroup": 2,
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
            "aws:ec2/flowLog:FlowLog": 1,
            "aws:ec2/route:Route": 8,
            "aws:ec2/routeTable:RouteTable": 4,
            "aws:ec2/routeTableAssociation:RouteTableAssociation": 4,
            "aws:ec2/securityGroup:SecurityGroup": 3,
            "aws:ec2/subnet:Subnet": 4,
            "aws:ec2/vpc:Vpc": 1,
            "aws:ec2/vpcEndpoint:VpcEndpoint": 11,
            "aws:ec2transitgateway/route:Route": 5,
            "aws:ec2transitgateway/routeTable:RouteTable": 3,
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation": 1,
            "aws:ec2transitgateway/transitGateway:TransitGateway": 1,
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment": 1,
            "aws:iam/role:Role": 1,
            "aws:iam/rolePolicy:RolePolicy": 1,
            "aws:ram/principalAssociation:PrincipalAssociation": 3,
            "aws:ram/resourceAssociation:ResourceAssociation": 1,
            "aws:ram/resourceShare:ResourceShare": 1,
            "aws:route53/record:Record": 13,
            "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": 1,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": 2,
            "aws:route53/resolverFirewallRule:ResolverFirewallRule": 2,
            "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": 1,
            "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": 1,
            "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": 1,
            "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": 1,
            "aws:route53/zone:Zone": 11,
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 4,
            "private-studio:hub:Hub": 1,
            "pulumi:providers:aws": 1,
            "pulumi:pulumi:Stack": 1,
        });
    });

    it("registers the same at a first preview, when nobody knows an id", async () => {
        const preview = await recordComponent(() => void new Hub("net", hubArgs(), inAccount(HUB)), {
            ...STACK,
            unknown: true,
        });
        assert.deepEqual(namesOf(preview), namesOf(recording));
    });

    it("has a gateway that accepts, associates and propagates nothing by itself", () => {
        const { amazonSideAsn, autoAcceptSharedAttachments, ...gateway } = inputsOf(recording, TYPES.gateway);
        assert.equal(amazonSideAsn, 65000);
        assert.equal(autoAcceptSharedAttachments, "disable");
        assert.equal(gateway["defaultRouteTableAssociation"], "disable");
        assert.equal(gateway["defaultRouteTablePropagation"], "disable");
        assert.equal(gateway["dnsSupport"], "disable");
        assert.equal(gateway["multicastSupport"], "disable");
    });

    it("attaches its own VPC by the transit subnets, without default tables or appliance mode", () => {
        const attachment = inputsOf(recording, TYPES.attachment);
        const subnets = ["euw1-az1", "euw1-az2"].map((zone) => one(recording, TYPES.subnet, `net-transit-${zone}`).id);
        assert.deepEqual(attachment["subnetIds"], subnets);
        assert.equal(attachment["applianceModeSupport"], "disable");
        assert.equal(attachment["transitGatewayDefaultRouteTableAssociation"], false);
        assert.equal(attachment["transitGatewayDefaultRouteTablePropagation"], false);
    });

    it("has exactly these static routes before anybody is attached", () => {
        assert.deepEqual(gatewayRoutes(recording), [
            "net-clients: 10.0.0.0/16 -> net-hub",
            "net-hub: 10.0.0.0/16 -> net-hub",
            "net-spoke: 10.0.0.0/16 -> net-hub",
            "net-spoke: 10.100.0.0/14 -> blackhole",
            "net-spoke: 10.120.0.0/14 -> blackhole",
        ]);
        assert.deepEqual(associations(recording), ["net-hub: net-hub"]);
    });

    it("lets the endpoints answer over the gateway those who may call them, and gives no other table a route", () => {
        const back = ["10.100.0.0/14", "10.120.0.0/14", "10.17.0.0/16", "192.168.10.0/24"];
        assert.deepEqual(
            vpcRoutes(recording),
            ["euw1-az1", "euw1-az2"].flatMap((zone) =>
                back.map((range) => `net-endpoint-${zone}: ${range} -> net-gateway`),
            ),
        );
        const attachment = one(recording, TYPES.attachment);
        for (const route of all(recording, TYPES.route)) {
            assert.ok(route.dependencies.includes(attachment.urn), route.name);
        }
    });

    it("shares the gateway with each account but its own, never outside the organization", () => {
        const share = one(recording, TYPES.share);
        assert.equal(share.props["allowExternalPrincipals"], false);
        assert.equal(inputsOf(recording, TYPES.shared)["resourceArn"], one(recording, TYPES.gateway).props["arn"]);
        assert.deepEqual(
            all(recording, TYPES.principal).map(({ name, props }) => [
                name,
                props["principal"],
                props["resourceShareArn"],
            ]),
            [ACCESS, LOB_A, LOB_B].map((account) => [`net-share-${account}`, account, share.props["arn"]]),
        );
        assert.deepEqual([recording.outputs["own"], recording.outputs["access"]], [0, 2]);
    });

    it("tells where its endpoints and their tables are", () => {
        assert.deepEqual(recording.outputs["endpointRanges"], ["10.0.64.0/19", "10.0.192.0/19"]);
        assert.deepEqual(
            recording.outputs["endpointTables"],
            ["euw1-az1", "euw1-az2"].map((zone) => ({
                zone,
                tier: "endpoint",
                routeTableId: one(recording, TYPES.vpcTable, `net-endpoint-${zone}`).id,
            })),
        );
    });

    it("makes no share where everything is in its own account", async () => {
        const alone = await build({ members: { ...MEMBERS, attached: [HUB] } });
        assert.equal(countByType(alone)[TYPES.share], undefined);
        assert.equal(countByType(alone)[TYPES.principal], undefined);
    });

    it("has no table for clients, and no way back to them, where they do not come over the gateway", async () => {
        const peered = await build({
            members: { ...MEMBERS, clients: { ranges: ["192.168.10.0/24"], overGateway: [], resolver: false } },
        });
        assert.deepEqual(
            all(peered, TYPES.table).map(({ name }) => name),
            ["net-hub", "net-spoke"],
        );
        assert.deepEqual(
            vpcRoutes(peered).filter((route) => route.includes("192.168")),
            [],
        );
    });

    it("puts an attachment that is on the gateway already into the clients' table, without accepting it", async () => {
        const attachment = "tgw-attach-0123456789abcdef0";
        const joined = await build({
            members: {
                ...MEMBERS,
                clients: {
                    ranges: ["192.168.10.0/24"],
                    overGateway: ["192.168.10.0/24"],
                    attachment,
                    resolver: false,
                },
            },
        });
        assert.deepEqual(associations(joined), ["net-hub: net-hub", `${attachment}: net-clients`]);
        assert.deepEqual(
            gatewayRoutes(joined).filter((route) => route.includes(attachment)),
            [`net-hub: 192.168.10.0/24 -> ${attachment}`],
        );
        assert.equal(countByType(joined)[TYPES.accepter], undefined);
    });

    it("gives lines of business with endpoints of their own no way back, and no group", async () => {
        const local = await build({ endpoints: "local", services: ["sagemaker.api", "studio", "sts", "execute-api"] });
        assert.deepEqual(
            vpcRoutes(local).filter((route) => /10\.1[02]\d/.test(route)),
            [],
        );
        assert.deepEqual(
            all(local, TYPES.group).map(({ name }) => name),
            ["net-from-access", "net-from-clients"],
        );
    });

    it("admits the company's name servers to an inbound resolver, on 53 from their ranges alone", async () => {
        const resolving = await build({
            members: { ...MEMBERS, clients: { ...MEMBERS.clients, resolver: true } as never },
        });
        const rules = all(resolving, TYPES.ingress).filter(({ name }) => name.startsWith("net-resolver"));
        assert.deepEqual(
            rules.map(({ props }) => [props["ipProtocol"], props["fromPort"], props["toPort"], props["cidrIpv4"]]),
            [
                ["tcp", 53, 53, "192.168.10.0/24"],
                ["udp", 53, 53, "192.168.10.0/24"],
            ],
        );
        const endpoint = inputsOf(resolving, "aws:route53/resolverEndpoint:ResolverEndpoint");
        assert.equal(endpoint["direction"], "INBOUND");
        assert.deepEqual(endpoint["securityGroupIds"], [one(resolving, TYPES.group, "net-resolver").id]);
    });

    it("resolves in its VPC the names of its endpoints, and nothing else", () => {
        const allowed = inputsOf(
            recording,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
            "net-dns-allow",
        )["domains"];
        assert.deepEqual(allowed, [
            "*.0.10.in-addr.arpa.",
            "*.dkr.ecr.eu-west-1.amazonaws.com.",
            "*.execute-api.eu-west-1.amazonaws.com.",
            "*.studio.eu-west-1.sagemaker.aws.",
            "api.ecr.eu-west-1.amazonaws.com.",
            "api.sagemaker.eu-west-1.amazonaws.com.",
            "cognito-idp.eu-west-1.amazonaws.com.",
            "dkr.ecr.eu-west-1.amazonaws.com.",
            "kms.eu-west-1.amazonaws.com.",
            "logs.eu-west-1.amazonaws.com.",
            "monitoring.eu-west-1.amazonaws.com.",
            "runtime.sagemaker.eu-west-1.amazonaws.com.",
            "sts.eu-west-1.amazonaws.com.",
            "studio.eu-west-1.sagemaker.aws.",
        ]);
        const block = inputsOf(recording, "aws:route53/resolverFirewallRule:ResolverFirewallRule", "net-dns-block");
        assert.equal(block["action"], "BLOCK");
    });
});

describe("Hub with central egress", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build(FIREWALL);
    });

    it("sends lines of business to the firewall of their zone, and back by the same, to the gateway", () => {
        const firewall = (zone: string): string => {
            const route = inputsOf(recording, TYPES.route, `net-transit-${zone}-default`);
            return String(route["vpcEndpointId"]);
        };
        assert.notEqual(firewall("euw1-az1"), firewall("euw1-az2"));
        assert.deepEqual(
            vpcRoutes(recording).filter((route) => !route.startsWith("net-endpoint")),
            [
                ...["euw1-az1", "euw1-az2"].flatMap((zone) => [
                    `net-firewall-${zone}: 0.0.0.0/0 -> net-nat-${zone}`,
                    `net-firewall-${zone}: 10.100.0.0/14 -> net-gateway`,
                    `net-firewall-${zone}: 10.120.0.0/14 -> net-gateway`,
                ]),
                ...["euw1-az1", "euw1-az2"].flatMap((zone) => [
                    `net-nat-${zone}: 0.0.0.0/0 -> net-internet`,
                    `net-nat-${zone}: 10.100.0.0/14 -> ${firewall(zone)}`,
                    `net-nat-${zone}: 10.120.0.0/14 -> ${firewall(zone)}`,
                ]),
                ...["euw1-az1", "euw1-az2"].map((zone) => `net-transit-${zone}: 0.0.0.0/0 -> ${firewall(zone)}`),
            ],
        );
    });

    it("keeps both directions in one zone", () => {
        assert.equal(inputsOf(recording, TYPES.attachment)["applianceModeSupport"], "enable");
    });

    it("counts hub and all lines of business as inside", () => {
        const { firewallPolicy } = inputsOf(recording, "aws:networkfirewall/firewallPolicy:FirewallPolicy");
        assert.deepEqual((firewallPolicy as { policyVariables: unknown }).policyVariables, {
            ruleVariables: [
                {
                    key: "HOME_NET",
                    ipSet: { definitions: ["10.0.0.0/16", "10.100.0.0/14", "10.120.0.0/14"] },
                },
            ],
        });
    });

    it("drops in the spokes' table what the default route would carry to others", () => {
        assert.deepEqual(gatewayRoutes(recording), [
            "net-clients: 10.0.0.0/16 -> net-hub",
            "net-hub: 10.0.0.0/16 -> net-hub",
            "net-spoke: 0.0.0.0/0 -> net-hub",
            "net-spoke: 10.0.0.0/16 -> net-hub",
            "net-spoke: 10.100.0.0/14 -> blackhole",
            "net-spoke: 10.120.0.0/14 -> blackhole",
            "net-spoke: 10.17.0.0/16 -> blackhole",
            "net-spoke: 192.168.10.0/24 -> blackhole",
        ]);
    });

    it("needs no ranges for tiers a hub does not have", async () => {
        const { subnets } = hubArgs();
        const lean = await build({ ...FIREWALL, subnets: { ...subnets, studio: {} } });
        assert.equal(countByType(lean)["aws:ec2/natGateway:NatGateway"], 2);
    });

    it("is refused where zones or settings are missing, naming the hub's keys", async () => {
        const { subnets } = hubArgs();
        await assert.rejects(build({ ...FIREWALL, subnets: { ...subnets, nat: { "euw1-az1": "10.0.104.0/21" } } }), {
            message:
                "The way out is made per zone of the transit subnets:\n" +
                "  hub.subnets.nat has no range for euw1-az2: add one",
        });
        await assert.rejects(build({ egress: "firewall" }), /firewall is missing/);
    });
});

describe("Spoke", () => {
    const attachmentId = "tgw-attach-0aaaaaaaaaaaaaaaa";

    function attach(role: "spoke" | "hub" | "clients", accept: boolean): Promise<RecordedComponent> {
        return recordComponent(() => {
            const account = inAccount(HUB);
            const hub = new Hub("net", hubArgs(), account);
            new Spoke(
                "lob",
                { attachmentId, role, tables: hub.tables, ranges: ["10.100.0.0/16"], accept, tags: {} },
                account,
            );
        }, STACK);
    }

    it("accepts another account's attachment first, and neither associates nor propagates by it", async () => {
        const recording = await attach("spoke", true);
        const accepter = one(recording, TYPES.accepter);
        assert.equal(accepter.props["transitGatewayAttachmentId"], attachmentId);
        assert.equal(accepter.props["transitGatewayDefaultRouteTableAssociation"], false);
        assert.equal(accepter.props["transitGatewayDefaultRouteTablePropagation"], false);
        for (const [type, name] of [
            [TYPES.association, "lob"],
            [TYPES.gatewayRoute, "lob-to-10-100-0-0-16"],
        ] as const) {
            assert.ok(one(recording, type, name).dependencies.includes(accepter.urn), type);
        }
    });

    for (const role of ["spoke", "hub", "clients"] as const) {
        it(`puts a ${role} into its one table, and its range into the hub's`, async () => {
            const recording = await attach(role, false);
            assert.deepEqual(associations(recording), ["net-hub: net-hub", `${attachmentId}: net-${role}`]);
            assert.deepEqual(
                gatewayRoutes(recording).filter((route) => route.includes(attachmentId)),
                [`net-hub: 10.100.0.0/16 -> ${attachmentId}`],
            );
            assert.equal(countByType(recording)[TYPES.accepter], undefined);
        });
    }

    it("refuses clients where the hub has no table for them", async () => {
        const { clients: _, ...members } = MEMBERS;
        await assert.rejects(
            recordComponent(() => {
                const account = inAccount(HUB);
                const { tables } = new Hub("net", hubArgs({ members }), account);
                new Spoke(
                    "vpn",
                    { attachmentId, role: "clients", tables, ranges: [], accept: false, tags: {} },
                    account,
                );
            }, STACK),
            /vpn: the hub has no table for clients/,
        );
    });
});

describe("SpokeRoutes", () => {
    it("lead each table to the gateway, after the attachment is accepted", async () => {
        const recording = await recordComponent(() => {
            const account = inAccount(LOB_A);
            const ready = new Spoke(
                "lob",
                {
                    attachmentId: "tgw-attach-0aaaaaaaaaaaaaaaa",
                    role: "spoke",
                    tables: hubTables(),
                    ranges: [],
                    accept: true,
                    tags: {},
                },
                inAccount(HUB),
            ).ready;
            new SpokeRoutes(
                "routes",
                {
                    gatewayId: "tgw-0aaaaaaaaaaaaaaaa",
                    tables: [{ zone: "euw1-az1", tier: "studio", routeTableId: "rtb-0aaaaaaaaaaaaaaaa" }],
                    ranges: ["10.0.64.0/19", "0.0.0.0/0"],
                    after: ready,
                },
                account,
            );
        }, STACK);
        const routes = all(recording, TYPES.route);
        assert.deepEqual(
            routes.map(({ name, props }) => [
                name,
                props["routeTableId"],
                props["destinationCidrBlock"],
                props["transitGatewayId"],
            ]),
            [
                ["routes-studio-euw1-az1-to-0-0-0-0-0", "rtb-0aaaaaaaaaaaaaaaa", "0.0.0.0/0", "tgw-0aaaaaaaaaaaaaaaa"],
                [
                    "routes-studio-euw1-az1-to-10-0-64-0-19",
                    "rtb-0aaaaaaaaaaaaaaaa",
                    "10.0.64.0/19",
                    "tgw-0aaaaaaaaaaaaaaaa",
                ],
            ],
        );
        for (const route of routes) {
            assert.ok(route.dependencies.includes(one(recording, TYPES.accepter).urn));
            assert.ok(route.dependencies.includes(one(recording, TYPES.association).urn));
        }
    });
});

function hubTables(): Hub["tables"] {
    return { spoke: "tgw-rtb-0aaaaaaaaaaaaaaaa", hub: "tgw-rtb-0bbbbbbbbbbbbbbbb" } as unknown as Hub["tables"];
}
