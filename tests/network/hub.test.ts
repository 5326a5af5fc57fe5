import { strict as assert } from "node:assert";

import { createHubAttachment, Network, type NetworkArgs } from "../../components/network";
import { type ServiceKey, servicesFor } from "../../policy-pack/facts";
import { countByType, inputsOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";
import { networkArgs } from "./args";

const GATEWAY = "tgw-0123456789abcdef0";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";

type Link = NonNullable<NetworkArgs["hub"]>;

function link(changes: Partial<Link> = {}): Link {
    return {
        gatewayId: GATEWAY,
        gatewayAccount: "999988887777",
        shared: [],
        endpointRanges: ["10.0.64.0/19", "10.0.192.0/19"],
        services: servicesFor(["studio", "jobs"]),
        internet: false,
        ...changes,
    };
}

function build(hub: Partial<Link> = {}, changes: Partial<NetworkArgs> = {}): Promise<RecordedComponent> {
    const { clients: _, ...alone } = networkArgs(changes);
    return recordComponent(() => {
        const network = new Network("net", { ...alone, hub: link(hub) }, inPlace());
        return {
            endpointIds: network.endpointIds,
            hubAttachmentId: network.hubAttachmentId,
            workloadTables: network.workloadTables,
        };
    }, STACK);
}

/** Egress of a group, one line each. */
function opens(recording: RecordedComponent, group: string): string[] {
    const { id } = one(recording, GROUP, group);
    return recording.resources
        .filter(({ type, props }) => type === EGRESS && props["securityGroupId"] === id)
        .map(({ props }) => {
            const to = props["cidrIpv4"] ?? props["prefixListId"] ?? props["referencedSecurityGroupId"];
            return `${String(props["ipProtocol"])} ${String(props["fromPort"])}-${String(props["toPort"])} ${String(to)}`;
        })
        .sort();
}

describe("Network on a hub with shared endpoints", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await build();
    });

    it("makes exactly these resources: no interface endpoint, endpoint subnet, endpoint group or client group", () => {
        assert.deepEqual(countByType(recording), {
            "aws:cloudwatch/logGroup:LogGroup": 2,
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
            "aws:ec2/flowLog:FlowLog": 1,
            "aws:ec2/routeTable:RouteTable": 4,
            "aws:ec2/routeTableAssociation:RouteTableAssociation": 4,
            "aws:ec2/securityGroup:SecurityGroup": 2,
            "aws:ec2/subnet:Subnet": 4,
            "aws:ec2/vpc:Vpc": 1,
            "aws:ec2/vpcEndpoint:VpcEndpoint": 1,
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
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 6,
            "private-studio:network:Network": 1,
            "pulumi:providers:aws": 1,
            "pulumi:pulumi:Stack": 1,
        });
    });

    it("lets apps and jobs out to the hub's endpoints and to S3, on 443, and nobody in", () => {
        const { prefixListId } = inputsOf(recording, ENDPOINT, "net-s3");
        for (const group of ["net-studio", "net-jobs"]) {
            assert.deepEqual(
                opens(recording, group),
                ["tcp 443-443 10.0.192.0/19", "tcp 443-443 10.0.64.0/19", `tcp 443-443 ${String(prefixListId)}`],
                group,
            );
        }
        assert.equal(countByType(recording)[INGRESS], undefined);
    });

    it("keeps its own gateway endpoints whatever the hub has", () => {
        assert.deepEqual(Object.keys(recording.outputs["endpointIds"] as object), ["s3"]);
        assert.equal(inputsOf(recording, ENDPOINT, "net-s3")["vpcEndpointType"], "Gateway");
    });

    it("is attached by subnets of its own, leaving tables to the gateway's owner", () => {
        const { id, props } = one(recording, ATTACHMENT, "net-hub");
        assert.equal(props["transitGatewayId"], GATEWAY);
        assert.deepEqual(
            props["subnetIds"],
            ["euw1-az1", "euw1-az2"].map((zone) => one(recording, "aws:ec2/subnet:Subnet", `net-transit-${zone}`).id),
        );
        assert.equal(props["applianceModeSupport"], "disable");
        assert.equal(props["transitGatewayDefaultRouteTableAssociation"], undefined);
        assert.equal(props["transitGatewayDefaultRouteTablePropagation"], undefined);
        assert.equal(recording.outputs["hubAttachmentId"], id);
    });

    it("names the tables its routes to the hub belong in, and makes none itself", () => {
        assert.deepEqual(
            recording.outputs["workloadTables"],
            ["euw1-az1", "euw1-az2"].map((zone) => ({
                zone,
                tier: "studio",
                routeTableId: one(recording, "aws:ec2/routeTable:RouteTable", `net-studio-${zone}`).id,
            })),
        );
        assert.equal(countByType(recording)["aws:ec2/route:Route"], undefined);
    });

    it("resolves the names of all its services, the hub's included", () => {
        const { domains } = inputsOf(
            recording,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
            "net-dns-allow",
        );
        for (const name of ["kms.eu-west-1.amazonaws.com.", "*.studio.eu-west-1.sagemaker.aws."]) {
            assert.ok((domains as string[]).includes(name), name);
        }
        assert.ok(!(domains as string[]).includes("pypi.org."));
    });
});

describe("Network on a hub", () => {
    it("makes the endpoints the hub does not have, and opens both", async () => {
        const services: ServiceKey[] = servicesFor(["studio", "jobs"]).filter((key) => key !== "kms");
        const recording = await build({ services });
        assert.deepEqual(
            recording.resources.filter(({ type }) => type === ENDPOINT).map(({ name }) => name),
            ["net-s3", "net-kms"],
        );
        const endpoints = String(one(recording, GROUP, "net-endpoints").id);
        assert.deepEqual(opens(recording, "net-jobs").slice(0, 2), [
            "tcp 443-443 10.0.192.0/19",
            "tcp 443-443 10.0.64.0/19",
        ]);
        assert.ok(opens(recording, "net-jobs").includes(`tcp 443-443 ${endpoints}`));
        assert.equal(inputsOf(recording, ENDPOINT, "net-kms")["privateDnsEnabled"], true);
    });

    it("has endpoints of its own where the hub shares none", async () => {
        const recording = await build({ services: [], endpointRanges: [] });
        assert.equal(countByType(recording)[ENDPOINT], 10);
        assert.equal(countByType(recording)[ATTACHMENT], 1);
        assert.ok(!opens(recording, "net-studio").some((line) => line.includes("10.0.")));
    });

    it("opens the web and the named time servers where the hub is its way out, and resolves what may be reached", async () => {
        const recording = await build({
            internet: true,
            allowDomains: ["python-packages", ".example.com"],
            timeServers: ["203.0.113.123/32"],
        });
        assert.deepEqual(
            opens(recording, "net-studio")
                .filter((line) => !line.includes(" 443-443 10."))
                .slice(0, 3),
            [
                "tcp 443-443 0.0.0.0/0",
                `tcp 443-443 ${String(inputsOf(recording, ENDPOINT, "net-s3")["prefixListId"])}`,
                "tcp 80-80 0.0.0.0/0",
            ],
        );
        assert.ok(opens(recording, "net-studio").includes("udp 123-123 203.0.113.123/32"));
        const { domains } = inputsOf(
            recording,
            "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList",
            "net-dns-allow",
        );
        for (const name of ["pypi.org.", "example.com.", "*.example.com."]) {
            assert.ok((domains as string[]).includes(name), name);
        }
        assert.equal(countByType(recording)["aws:ec2/natGateway:NatGateway"], undefined);
    });

    it("says itself that nothing is associated or propagated where the gateway is its own account's", async () => {
        const recording = await build({ gatewayAccount: PLACE.account });
        const attachment = inputsOf(recording, ATTACHMENT);
        assert.equal(attachment["transitGatewayDefaultRouteTableAssociation"], false);
        assert.equal(attachment["transitGatewayDefaultRouteTablePropagation"], false);
    });

    it("waits with its attachment until the gateway is shared", async () => {
        const recording = await recordComponent(() => {
            const first = new Network("first", networkArgs(), inPlace());
            createHubAttachment(first, "second", {
                account: PLACE.account,
                vpcId: first.vpcId,
                transit: {},
                gatewayId: GATEWAY,
                gatewayAccount: "999988887777",
                shared: [first],
                tags: {},
            });
        }, STACK);
        const { dependencies } = one(recording, ATTACHMENT, "second-hub");
        assert.ok(dependencies.includes(one(recording, "aws:ec2/vpc:Vpc").urn));
    });
});
