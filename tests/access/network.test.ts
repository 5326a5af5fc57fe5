import { strict as assert } from "node:assert";

import { directoryArn, presignRoleArn } from "../../components/access/names";
import { inputsOf, namesOf, one, type RecordedComponent } from "../harness";
import { accessArgs, parsed, PLACE, recordAccess } from "./fixture";

const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("network of the access service", () => {
    let recording: RecordedComponent;
    before(async () => {
        recording = await recordAccess();
    });

    it("has exactly these subnets, tables, endpoints and rules", () => {
        assert.deepEqual(
            namesOf(recording).filter((name) => /^aws:(ec2|vpc|ec2transitgateway)\//.test(name)),
            [
                "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup::access-default",
                "aws:ec2/flowLog:FlowLog::access-flow-logs",
                "aws:ec2/routeTable:RouteTable::access-functions-euw1-az1",
                "aws:ec2/routeTable:RouteTable::access-functions-euw1-az2",
                "aws:ec2/routeTable:RouteTable::access-transit-euw1-az1",
                "aws:ec2/routeTable:RouteTable::access-transit-euw1-az2",
                "aws:ec2/routeTableAssociation:RouteTableAssociation::access-functions-euw1-az1",
                "aws:ec2/routeTableAssociation:RouteTableAssociation::access-functions-euw1-az2",
                "aws:ec2/routeTableAssociation:RouteTableAssociation::access-transit-euw1-az1",
                "aws:ec2/routeTableAssociation:RouteTableAssociation::access-transit-euw1-az2",
                "aws:ec2/securityGroup:SecurityGroup::access-functions",
                "aws:ec2/subnet:Subnet::access-functions-euw1-az1",
                "aws:ec2/subnet:Subnet::access-functions-euw1-az2",
                "aws:ec2/subnet:Subnet::access-transit-euw1-az1",
                "aws:ec2/subnet:Subnet::access-transit-euw1-az2",
                "aws:ec2/vpc:Vpc::access-vpc",
                "aws:ec2/vpcEndpoint:VpcEndpoint::access-dynamodb",
                "aws:ec2transitgateway/vpcAttachment:VpcAttachment::access-hub",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::access-functions-to-10-0-16-0-21",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::access-functions-to-10-0-8-0-21",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::access-functions-to-dynamodb",
            ],
        );
    });

    it("lets the function out on 443 to the hub's endpoints and the table's service, and nobody in", () => {
        const rules = recording.resources
            .filter(({ type }) => type === EGRESS)
            .map(({ props }) => [props["ipProtocol"], props["fromPort"], props["toPort"], props["cidrIpv4"] ?? "list"])
            .sort();
        assert.deepEqual(rules, [
            ["tcp", 443, 443, "10.0.16.0/21"],
            ["tcp", 443, 443, "10.0.8.0/21"],
            ["tcp", 443, 443, "list"],
        ]);
        const endpoint = inputsOf(recording, "aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.equal(
            inputsOf(recording, EGRESS, "access-functions-to-dynamodb")["prefixListId"],
            endpoint["prefixListId"],
        );
        const closed = inputsOf(recording, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
        assert.deepEqual([closed["ingress"], closed["egress"]], [[], []]);
    });

    it("reaches the table through an endpoint that lets one role ask one table", () => {
        const endpoint = inputsOf(recording, "aws:ec2/vpcEndpoint:VpcEndpoint");
        assert.equal(endpoint["serviceName"], "com.amazonaws.eu-west-1.dynamodb");
        assert.equal((endpoint["routeTableIds"] as readonly unknown[]).length, 2);
        assert.deepEqual(parsed(endpoint["policy"]), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "AskTheDirectory",
                    Effect: "Allow",
                    Principal: "*",
                    Action: "dynamodb:Query",
                    Resource: directoryArn(PLACE, "aws"),
                    Condition: {
                        StringEquals: { "aws:PrincipalAccount": PLACE.account },
                        ArnEquals: { "aws:PrincipalArn": presignRoleArn(PLACE, "aws") },
                    },
                },
            ],
        });
    });

    it("resolves the names of three services and blocks every other", () => {
        const list = (name: string): unknown =>
            inputsOf(recording, "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList", name)["domains"];
        assert.deepEqual(list("access-dns-allow"), [
            "*.ddb.eu-west-1.amazonaws.com.",
            "api.sagemaker.eu-west-1.amazonaws.com.",
            "dynamodb.eu-west-1.amazonaws.com.",
            "sts.eu-west-1.amazonaws.com.",
        ]);
        assert.deepEqual(list("access-dns-block"), ["*."]);
    });

    it("is attached to the hub by subnets of its own", () => {
        const attachment = inputsOf(recording, "aws:ec2transitgateway/vpcAttachment:VpcAttachment");
        assert.equal(attachment["transitGatewayId"], "tgw-0123456789abcdef0");
        assert.deepEqual(
            attachment["subnetIds"],
            ["1", "2"].map((zone) => one(recording, "aws:ec2/subnet:Subnet", `access-transit-euw1-az${zone}`).id),
        );
    });

    it("logs all traffic under the key of logs, with a role below the service's boundary", () => {
        const { keys } = accessArgs();
        assert.equal(inputsOf(recording, "aws:ec2/flowLog:FlowLog")["trafficType"], "ALL");
        const group = inputsOf(recording, "aws:cloudwatch/logGroup:LogGroup", "access-flow-logs");
        assert.deepEqual([group["kmsKeyId"], group["retentionInDays"]], [keys.logsKeyArn, 365]);
        const boundary = inputsOf(recording, "aws:iam/policy:Policy", "access-boundary")["arn"];
        const roles = recording.resources.filter(({ type }) => type === "aws:iam/role:Role");
        assert.deepEqual(roles.map(({ name, props }) => [name, props["permissionsBoundary"] === boundary]).sort(), [
            ["access-api-logs", true],
            ["access-authorizer", true],
            ["access-flow-logs", true],
            ["access-page", true],
            ["access-presign", true],
        ]);
    });
});
