import { strict as assert } from "node:assert";

import { Network, type NetworkArgs } from "../../components/network";
import { countByType, inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, STACK } from "../place";
import { FIREWALL, networkArgs } from "./args";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

function build(changes: Partial<NetworkArgs>, unknown = false): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const network = new Network("net", networkArgs(changes), inPlace());
            return {
                studioSubnetIds: network.studioSubnetIds,
                endpointIds: network.endpointIds,
                egressAddresses: network.egressAddresses,
                resolverAddresses: network.resolverAddresses,
                trainingGroupId: network.trainingGroupId,
            };
        },
        { ...STACK, unknown },
    );
}

/** What decides whom a rule admits. */
const RULE = [
    "securityGroupId",
    "ipProtocol",
    "fromPort",
    "toPort",
    "cidrIpv4",
    "cidrIpv6",
    "prefixListId",
    "referencedSecurityGroupId",
];

describe("Network", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build({});
    });

    it("makes exactly these resources for two zones, both features and a transit gateway", () => {
        assert.deepEqual(countByType(recording), {
            "aws:cloudwatch/logGroup:LogGroup": 2,
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
            "aws:ec2/flowLog:FlowLog": 1,
            "aws:ec2/route:Route": 2,
            "aws:ec2/routeTable:RouteTable": 6,
            "aws:ec2/routeTableAssociation:RouteTableAssociation": 6,
            "aws:ec2/securityGroup:SecurityGroup": 4,
            "aws:ec2/subnet:Subnet": 6,
            "aws:ec2/vpc:Vpc": 1,
            "aws:ec2/vpcEndpoint:VpcEndpoint": 10,
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment": 1,
            "aws:iam/role:Role": 1,
            "aws:iam/rolePolicy:RolePolicy": 1,
            "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": 1,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": 2,
            "aws:route53/resolverFirewallRule:ResolverFirewallRule": 2,
            "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": 1,
            "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": 1,
            "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": 1,
            "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": 1,
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 4,
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 3,
            "private-studio:network:Network": 1,
            "pulumi:providers:aws": 1,
            "pulumi:pulumi:Stack": 1,
        });
    });

    it("has the VPC's DNS on and its default group empty", () => {
        const { id, props: vpc } = one(recording, "aws:ec2/vpc:Vpc");
        assert.equal(vpc.cidrBlock, "10.20.0.0/16");
        assert.equal(vpc.enableDnsSupport, true);
        assert.equal(vpc.enableDnsHostnames, true);
        const closed = inputsOf(recording, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        assert.deepEqual([closed.vpcId, closed.ingress, closed.egress], [id, [], []]);
    });

    it("puts each subnet into its zone, with a table of its own and no public address", () => {
        const { id, props: subnet } = one(recording, "aws:ec2/subnet:Subnet", "net-studio-euw1-az2");
        assert.equal(subnet.cidrBlock, "10.20.128.0/18");
        assert.equal(subnet.availabilityZoneId, "euw1-az2");
        assert.equal(subnet.mapPublicIpOnLaunch, false);
        const association = inputsOf(
            recording,
            "aws:ec2/routeTableAssociation:RouteTableAssociation",
            "net-studio-euw1-az2",
        );
        const table = one(recording, "aws:ec2/routeTable:RouteTable", "net-studio-euw1-az2");
        assert.deepEqual([association.subnetId, association.routeTableId], [id, table.id]);
        assert.equal(table.props.routes, undefined);
    });

    it("takes zone names as well as zone ids", async () => {
        const subnets = {
            studio: { "eu-west-1a": "10.20.0.0/18" },
            endpoint: { "eu-west-1a": "10.20.64.0/19" },
            firewall: {},
            nat: {},
            transit: { "eu-west-1a": "10.20.112.0/21" },
        };
        const changed = await build({ subnets });
        const subnet = inputsOf(changed, "aws:ec2/subnet:Subnet", "net-studio-eu-west-1a");
        assert.equal(subnet.availabilityZone, "eu-west-1a");
    });

    it("gives every studio table, and no other, the S3 gateway", () => {
        const tables = ["euw1-az1", "euw1-az2"].map(
            (zone) => one(recording, "aws:ec2/routeTable:RouteTable", `net-studio-${zone}`).id,
        );
        const s3 = inputsOf(recording, ENDPOINT, "net-s3");
        assert.equal(s3.vpcEndpointType, "Gateway");
        assert.equal(s3.serviceName, "com.amazonaws.eu-west-1.s3");
        assert.deepEqual(s3.routeTableIds, tables);
    });

    const services: [string, string][] = [
        ["net-sagemaker-api", "com.amazonaws.eu-west-1.sagemaker.api"],
        ["net-sagemaker-runtime", "com.amazonaws.eu-west-1.sagemaker.runtime"],
        ["net-studio", "aws.sagemaker.eu-west-1.studio"],
        ["net-sts", "com.amazonaws.eu-west-1.sts"],
        ["net-logs", "com.amazonaws.eu-west-1.logs"],
        ["net-ecr-api", "com.amazonaws.eu-west-1.ecr.api"],
        ["net-ecr-dkr", "com.amazonaws.eu-west-1.ecr.dkr"],
        ["net-monitoring", "com.amazonaws.eu-west-1.monitoring"],
        ["net-kms", "com.amazonaws.eu-west-1.kms"],
    ];
    for (const [name, serviceName] of services) {
        it(`makes ${serviceName} in every zone with private names and its groups`, () => {
            const endpoint = inputsOf(recording, ENDPOINT, name);
            const subnets = ["euw1-az1", "euw1-az2"].map(
                (zone) => one(recording, "aws:ec2/subnet:Subnet", `net-endpoint-${zone}`).id,
            );
            const groups = [one(recording, GROUP, "net-endpoints").id];
            if (name === "net-sagemaker-api" || name === "net-studio") {
                groups.push(one(recording, GROUP, "net-clients").id);
            }
            assert.equal(endpoint.vpcEndpointType, "Interface");
            assert.equal(endpoint.serviceName, serviceName);
            assert.equal(endpoint.privateDnsEnabled, true);
            assert.deepEqual(endpoint.subnetIds, subnets);
            assert.deepEqual(endpoint.securityGroupIds, groups);
        });
    }

    it("admits exactly 443 from workloads and clients, and lets workloads out to endpoints and S3 only", () => {
        const id = (name: string): unknown => one(recording, GROUP, name).id;
        const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
        const rules = recording.resources.filter(({ type }) => type === INGRESS || type === EGRESS);
        const found = Object.fromEntries(
            rules.map(({ name, props }) => [
                name,
                Object.fromEntries(
                    RULE.filter((field) => props[field] !== undefined).map((field) => [field, props[field]]),
                ),
            ]),
        );
        const prefixListId = inputsOf(recording, ENDPOINT, "net-s3").prefixListId;
        assert.deepEqual(found, {
            "net-endpoints-from-studio": {
                ...https,
                securityGroupId: id("net-endpoints"),
                referencedSecurityGroupId: id("net-studio"),
            },
            "net-endpoints-from-jobs": {
                ...https,
                securityGroupId: id("net-endpoints"),
                referencedSecurityGroupId: id("net-jobs"),
            },
            "net-clients-from-192-168-0-0-16": {
                ...https,
                securityGroupId: id("net-clients"),
                cidrIpv4: "192.168.0.0/16",
            },
            "net-studio-to-endpoints": {
                ...https,
                securityGroupId: id("net-studio"),
                referencedSecurityGroupId: id("net-endpoints"),
            },
            "net-studio-to-s3": { ...https, securityGroupId: id("net-studio"), prefixListId },
            "net-jobs-to-endpoints": {
                ...https,
                securityGroupId: id("net-jobs"),
                referencedSecurityGroupId: id("net-endpoints"),
            },
            "net-jobs-to-s3": { ...https, securityGroupId: id("net-jobs"), prefixListId },
        });
    });

    it("routes answers to clients from the endpoint tables only, through an attachment of its own", () => {
        const attachment = one(recording, "aws:ec2transitgateway/vpcAttachment:VpcAttachment");
        assert.deepEqual(
            attachment.props.subnetIds,
            ["euw1-az1", "euw1-az2"].map((zone) => one(recording, "aws:ec2/subnet:Subnet", `net-transit-${zone}`).id),
        );
        const routes = recording.resources.filter(({ type }) => type === "aws:ec2/route:Route");
        assert.deepEqual(
            routes.map(({ name, props, dependencies }) => [
                name,
                props.routeTableId,
                props.destinationCidrBlock,
                props.transitGatewayId,
                dependencies.includes(attachment.urn),
            ]),
            ["euw1-az1", "euw1-az2"].map((zone) => [
                `net-endpoint-${zone}-to-192-168-0-0-16`,
                one(recording, "aws:ec2/routeTable:RouteTable", `net-endpoint-${zone}`).id,
                "192.168.0.0/16",
                "tgw-0123456789abcdef0",
                true,
            ]),
        );
    });

    it("attaches a VPN gateway without transit subnets", async () => {
        const changed = await build({
            clients: { ranges: ["192.168.0.0/16"], via: "vgw-0123456789abcdef0", resolver: false },
        });
        const counts = countByType(changed);
        assert.equal(counts["aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment"], 1);
        assert.equal(counts["aws:ec2transitgateway/vpcAttachment:VpcAttachment"], undefined);
        assert.equal(counts["aws:ec2/subnet:Subnet"], 4);
        const route = inputsOf(changed, "aws:ec2/route:Route", "net-endpoint-euw1-az1-to-192-168-0-0-16");
        assert.deepEqual([route.gatewayId, route.transitGatewayId], ["vgw-0123456789abcdef0", undefined]);
    });

    it("makes no route and no attachment for clients whose gateway is not named", async () => {
        const counts = countByType(await build({ clients: { ranges: ["192.168.0.0/16"], resolver: false } }));
        assert.equal(counts["aws:ec2/route:Route"], undefined);
        assert.equal(counts["aws:ec2transitgateway/vpcAttachment:VpcAttachment"], undefined);
        assert.equal(counts[GROUP], 4);
    });

    it("makes no client group without clients, and no job group or job endpoints without jobs", async () => {
        const changed = await build({ clients: undefined, features: ["studio"] });
        const groups = changed.resources.filter(({ type }) => type === GROUP).map(({ name }) => name);
        assert.deepEqual(groups, ["net-studio", "net-endpoints"]);
        const endpoints = changed.resources.filter(({ type }) => type === ENDPOINT).map(({ name }) => name);
        assert.deepEqual(endpoints, [
            "net-s3",
            "net-sagemaker-api",
            "net-sagemaker-runtime",
            "net-studio",
            "net-sts",
            "net-logs",
        ]);
    });

    it("logs all traffic under the key for logs; tests/network/flowLogs has the rest", () => {
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup", "net-flow-logs");
        assert.deepEqual([group.kmsKeyId, group.retentionInDays], [networkArgs().logsKeyArn, 365]);
        assert.equal(inputsOf(recording, "aws:ec2/flowLog:FlowLog").logDestination, group.arn);
    });

    it("makes the gateway of DynamoDB beside that of S3 where a feature needs it", async () => {
        const changed = await build({ features: ["studio", "dataAccess"] });
        const dynamodb = inputsOf(changed, ENDPOINT, "net-dynamodb");
        assert.equal(dynamodb.vpcEndpointType, "Gateway");
        assert.deepEqual(dynamodb.routeTableIds, inputsOf(changed, ENDPOINT, "net-s3").routeTableIds);
        const rule = inputsOf(changed, EGRESS, "net-studio-to-dynamodb");
        assert.deepEqual([rule.prefixListId, rule.fromPort], [dynamodb.prefixListId, 443]);
    });

    it("hands the roles that alone may use a service to its endpoint's policy", async () => {
        const role = "arn:aws:iam::111122223333:role/mlops";
        const changed = await build({ onlyRoles: { kms: [role] } });
        assert.match(String(inputsOf(changed, ENDPOINT, "net-kms").policy), /role\/mlops/);
        assert.doesNotMatch(String(inputsOf(changed, ENDPOINT, "net-sts").policy), /role\/mlops/);
    });

    it("resolves the names of its endpoints and nothing else when it is isolated", () => {
        const allowed = inputsOf(
            recording,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
            "net-dns-allow",
        ).domains as string[];
        assert.ok(allowed.includes("api.sagemaker.eu-west-1.amazonaws.com."), allowed.join());
        assert.ok(allowed.includes("*.studio.eu-west-1.sagemaker.aws."), allowed.join());
        assert.ok(!allowed.some((name) => /^\*?\.?amazonaws\.com\.?$/.test(name)), allowed.join());
        assert.deepEqual(
            inputsOf(recording, "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList", "net-dns-block")
                .domains,
            ["*."],
        );
    });
});

describe("Network with a way out", () => {
    const DEFAULT = (zone: string): string => `net-studio-${zone}-default`;

    it("nat: each studio table leads to the NAT gateway of its zone", async () => {
        const recording = await build({ egress: "nat" });
        for (const zone of ["euw1-az1", "euw1-az2"]) {
            const route = inputsOf(recording, "aws:ec2/route:Route", DEFAULT(zone));
            assert.deepEqual(
                [route.destinationCidrBlock, route.routeTableId, route.natGatewayId],
                [
                    "0.0.0.0/0",
                    one(recording, "aws:ec2/routeTable:RouteTable", `net-studio-${zone}`).id,
                    one(recording, "aws:ec2/natGateway:NatGateway", `net-nat-${zone}`).id,
                ],
            );
        }
        assert.equal((recording.outputs.egressAddresses as string[]).length, 2);
    });

    it("firewall: the same route leads to the firewall endpoint of its zone, and back by the same", async () => {
        const recording = await build(FIREWALL);
        const firewall = one(recording, "aws:networkfirewall/firewall:Firewall", "net-firewall");
        for (const zone of ["euw1-az1", "euw1-az2"]) {
            const out = inputsOf(recording, "aws:ec2/route:Route", DEFAULT(zone));
            const back = inputsOf(recording, "aws:ec2/route:Route", `net-nat-${zone}-to-studio`);
            assert.equal(out.vpcEndpointId, back.vpcEndpointId);
            assert.match(String(out.vpcEndpointId), /^vpce-/);
            assert.equal(back.destinationCidrBlock, networkArgs().subnets.studio[zone]);
        }
        assert.equal(firewall.props.firewallPolicyArn !== undefined, true);
        const names = inputsOf(
            recording,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
            "net-dns-allow",
        ).domains as string[];
        assert.ok(names.includes("pypi.org.") && names.includes("*.example.com."), "allow-listed names resolve too");
    });

    it("keeps the logical names of studio subnets, tables and default routes whatever the way out", async () => {
        const studio = async (changes: Partial<NetworkArgs>): Promise<string[]> =>
            (await build(changes)).resources
                .filter(({ name, type }) => /net-studio-/.test(name) && /Subnet|RouteTable/.test(type))
                .map(({ type, name }) => `${type}::${name}`)
                .sort();
        const isolated = await studio({});
        assert.deepEqual(await studio({ egress: "nat" }), isolated);
        assert.deepEqual(await studio(FIREWALL), isolated);
    });

    it("makes an inbound resolver, a training group and a bucket for flow logs only when asked", async () => {
        const asked = await build({
            clients: { ranges: ["192.168.0.0/16"], resolver: true },
            distributedTraining: true,
            flowLogs: { destination: "bucket", retentionDays: 365 },
        });
        const resolver = inputsOf(asked, "aws:route53/resolverEndpoint:ResolverEndpoint");
        assert.equal((resolver.ipAddresses as unknown[]).length, 2);
        assert.equal(asked.outputs.trainingGroupId, one(asked, GROUP, "net-training").id);
        const bucket = one(asked, "aws:s3/bucket:Bucket", "net-flow-logs");
        assert.equal(inputsOf(asked, "aws:ec2/flowLog:FlowLog").logDestinationType, "s3");
        assert.equal(bucket.protect, true);
    });
});

describe("Network in an existing VPC", () => {
    const existing: NonNullable<NetworkArgs["existing"]> = {
        id: "vpc-0a1b2c3d4e5f60718",
        studio: {
            "euw1-az1": { subnet: "subnet-1", cidr: "10.50.0.0/20", routeTable: "rtb-1" },
            "euw1-az2": { subnet: "subnet-2", cidr: "10.50.16.0/20", routeTable: "rtb-2" },
        },
        endpoints: { s3: "vpce-s3", sts: "vpce-sts" },
        endpointGroups: ["sg-theirs"],
        internetGateway: "igw-theirs",
        ownEgress: false,
        ownDns: true,
    };
    const subnets = {
        ...networkArgs().subnets,
        studio: { "euw1-az1": "10.50.0.0/20", "euw1-az2": "10.50.16.0/20" },
        transit: {},
    };
    const changes: Partial<NetworkArgs> = { existing, subnets, cidr: "10.50.0.0/16", clients: undefined };

    it("makes no VPC, studio subnet, default group or DNS rule, and only the endpoints it lacks", async () => {
        const recording = await build(changes);
        const counts = countByType(recording);
        assert.equal(counts["aws:ec2/vpc:Vpc"], undefined);
        assert.equal(counts["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"], undefined);
        assert.equal(counts["aws:route53/resolverFirewallConfig:ResolverFirewallConfig"], undefined);
        const subnetNames = recording.resources.filter(({ type }) => type === "aws:ec2/subnet:Subnet");
        assert.deepEqual(
            subnetNames.map(({ name }) => name),
            ["net-endpoint-euw1-az1", "net-endpoint-euw1-az2"],
        );
        const endpoints = recording.resources.filter(({ type }) => type === ENDPOINT).map(({ name }) => name);
        assert.ok(!endpoints.includes("net-s3") && !endpoints.includes("net-sts"), endpoints.join());
        assert.equal((recording.outputs.endpointIds as Record<string, string>).sts, "vpce-sts");
        assert.deepEqual(recording.outputs.studioSubnetIds, ["subnet-1", "subnet-2"]);
    });

    it("opens its endpoints' groups for Studio and jobs, on 443", async () => {
        const recording = await build(changes);
        const rule = inputsOf(recording, INGRESS, "net-existing-sg-theirs-from-studio");
        assert.deepEqual(
            [rule.securityGroupId, rule.fromPort, rule.toPort, rule.referencedSecurityGroupId],
            ["sg-theirs", 443, 443, one(recording, GROUP, "net-studio").id],
        );
        const s3 = inputsOf(recording, EGRESS, "net-studio-to-s3");
        assert.match(String(s3.prefixListId), /^pl-/);
    });

    it("adds NAT gateways behind the gateway it has, and routes to its own tables", async () => {
        const recording = await build({ ...changes, egress: "nat" });
        assert.equal(countByType(recording)["aws:ec2/internetGateway:InternetGateway"], undefined);
        const route = inputsOf(recording, "aws:ec2/route:Route", "net-studio-euw1-az1-default");
        assert.equal(route.routeTableId, "rtb-1");
        const out = inputsOf(recording, "aws:ec2/route:Route", "net-nat-euw1-az1-default");
        assert.equal(out.gatewayId, "igw-theirs");
    });

    it("puts its DNS rules on the VPC unless the owner keeps that", async () => {
        const recording = await build({ ...changes, existing: { ...existing, ownDns: false } });
        const config = inputsOf(recording, "aws:route53/resolverFirewallConfig:ResolverFirewallConfig");
        assert.deepEqual([config.resourceId, config.firewallFailOpen], ["vpc-0a1b2c3d4e5f60718", "DISABLED"]);
    });

    it("leaves the way out alone where the VPC has its own", async () => {
        const recording = await build({ ...changes, egress: "nat", existing: { ...existing, ownEgress: true } });
        const counts = countByType(recording);
        assert.equal(counts["aws:ec2/natGateway:NatGateway"], undefined);
        assert.equal(counts["aws:ec2/route:Route"], undefined);
        assert.ok(recording.resources.some(({ name }) => name === "net-studio-to-internet-https"));
    });
});
