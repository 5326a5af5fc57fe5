import { strict as assert } from "node:assert";

import { Network, type NetworkArgs } from "../../components/network";
import { countByType, inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

const ARGS: NetworkArgs = {
    place: PLACE,
    partition: "aws",
    cidr: "10.20.0.0/16",
    subnets: {
        studio: { "euw1-az1": "10.20.0.0/18", "euw1-az2": "10.20.128.0/18" },
        endpoint: { "euw1-az1": "10.20.64.0/19", "euw1-az2": "10.20.192.0/19" },
        transit: { "euw1-az1": "10.20.112.0/21", "euw1-az2": "10.20.240.0/21" },
    },
    features: ["studio", "jobs"],
    clients: { ranges: ["192.168.0.0/16"], via: "tgw-0123456789abcdef0" },
    dataBuckets: ["example-data"],
    flowLogRetentionDays: 365,
    logsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs",
    tags: { project: "fixture" },
};

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

function build(changes: Partial<NetworkArgs>): Promise<RecordedComponent> {
    return recordComponent(() => {
        new Network("net", { ...ARGS, ...changes }, inPlace());
    }, STACK);
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
            "aws:cloudwatch/logGroup:LogGroup": 1,
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
        const ranges = { "eu-west-1a": "10.20.0.0/18" };
        const subnets = {
            studio: ranges,
            endpoint: { "eu-west-1a": "10.20.64.0/19" },
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
        const changed = await build({ clients: { ranges: ["192.168.0.0/16"], via: "vgw-0123456789abcdef0" } });
        const counts = countByType(changed);
        assert.equal(counts["aws:ec2/vpnGatewayAttachment:VpnGatewayAttachment"], 1);
        assert.equal(counts["aws:ec2transitgateway/vpcAttachment:VpcAttachment"], undefined);
        assert.equal(counts["aws:ec2/subnet:Subnet"], 4);
        const route = inputsOf(changed, "aws:ec2/route:Route", "net-endpoint-euw1-az1-to-192-168-0-0-16");
        assert.deepEqual([route.gatewayId, route.transitGatewayId], ["vgw-0123456789abcdef0", undefined]);
    });

    it("makes no route and no attachment for clients whose gateway is not named", async () => {
        const counts = countByType(await build({ clients: { ranges: ["192.168.0.0/16"] } }));
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

    it("logs all traffic to an encrypted group that only the flow-log service of this account writes", () => {
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup");
        assert.deepEqual(
            [group.name, group.kmsKeyId, group.retentionInDays],
            ["/fixture/test/flow-logs", ARGS.logsKeyArn, 365],
        );
        const flow = inputsOf(recording, "aws:ec2/flowLog:FlowLog");
        assert.deepEqual([flow.trafficType, flow.logDestination, flow.maxAggregationInterval], ["ALL", group.arn, 60]);
        assert.match(
            String(flow.logFormat),
            /\$\{pkt-srcaddr\} \$\{pkt-dstaddr\} \$\{tcp-flags\} \$\{flow-direction\} \$\{traffic-path\}$/,
        );
        const role = inputsOf(recording, "aws:iam/role:Role");
        assert.deepEqual(JSON.parse(String(role.assumeRolePolicy)), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: {
                        StringEquals: { "aws:SourceAccount": "111122223333" },
                        ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*" },
                    },
                },
            ],
        });
    });
});
