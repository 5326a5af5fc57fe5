import { strict as assert } from "node:assert";

import { type Caller, evaluate, type PolicyDocument } from "../../policy-pack/iam";
import { runPolicies } from "../../policy-pack/policies/run";
import { inputsOf, namesOf, one, recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";
import { serviceBoundary } from "../../components/security/roles/otherBoundaries";
import { PeeredNetwork } from "../../components/onprem";
import { ATTACHMENT, HUB_ACCOUNT, PEERING, recordOnPremises } from "./fixture";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const INSTANCE = "aws:ec2/instance:Instance";
const ROUTE = "aws:ec2/route:Route";
const ROLE_ARN = `arn:aws:iam::${PLACE.account}:role/fixture/test/unit/onprem/`;

function documentOf(text: unknown): PolicyDocument {
    return JSON.parse(String(text)) as PolicyDocument;
}

describe("OnPremises", () => {
    let simulator: RecordedComponent;

    before(async () => {
        simulator = await recordOnPremises();
    });

    it("has these resources, whose names are contract", () => {
        assert.deepEqual(
            namesOf(simulator).filter((name) => !/^(pulumi|private-studio):/.test(name)),
            [
                "aws:cloudwatch/logGroup:LogGroup::onprem-flow-logs",
                "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup::onprem-default",
                "aws:ec2/flowLog:FlowLog::onprem-flow-logs",
                "aws:ec2/instance:Instance::onprem-host",
                "aws:ec2/internetGateway:InternetGateway::onprem",
                "aws:ec2/route:Route::onprem-host-euw1-az1-to-hub",
                "aws:ec2/route:Route::onprem-host-euw1-az2-to-hub",
                "aws:ec2/routeTable:RouteTable::onprem-host-1",
                "aws:ec2/routeTable:RouteTable::onprem-host-2",
                "aws:ec2/routeTableAssociation:RouteTableAssociation::onprem-host-1",
                "aws:ec2/routeTableAssociation:RouteTableAssociation::onprem-host-2",
                "aws:ec2/securityGroup:SecurityGroup::onprem-endpoints",
                "aws:ec2/securityGroup:SecurityGroup::onprem-host",
                "aws:ec2/subnet:Subnet::onprem-host-1",
                "aws:ec2/subnet:Subnet::onprem-host-2",
                "aws:ec2/vpc:Vpc::onprem",
                "aws:ec2/vpcEndpoint:VpcEndpoint::onprem-ec2messages",
                "aws:ec2/vpcEndpoint:VpcEndpoint::onprem-s3",
                "aws:ec2/vpcEndpoint:VpcEndpoint::onprem-ssm",
                "aws:ec2/vpcEndpoint:VpcEndpoint::onprem-ssmmessages",
                "aws:ec2/vpcPeeringConnection:VpcPeeringConnection::onprem-hub",
                "aws:iam/instanceProfile:InstanceProfile::onprem-host",
                "aws:iam/role:Role::onprem-flow-logs",
                "aws:iam/role:Role::onprem-host",
                "aws:iam/rolePolicy:RolePolicy::onprem-flow-logs",
                "aws:iam/rolePolicy:RolePolicy::onprem-host",
                "aws:kms/alias:Alias::onprem-logs",
                "aws:kms/alias:Alias::onprem-volumes",
                "aws:kms/key:Key::onprem-logs",
                "aws:kms/key:Key::onprem-volumes",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::onprem-host-to-endpoints",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::onprem-host-to-hub",
                "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::onprem-host-to-packages",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::onprem-endpoints-from-host",
                "awsx:ec2:Vpc::onprem",
            ],
        );
    });

    it("breaks no policy of the pack, with ids known or not", async () => {
        for (const recording of [simulator, await recordOnPremises({}, { unknown: true })]) {
            const { policies } = runPolicies(recording.graph);
            assert.deepEqual(
                policies.flatMap(({ name, violations, undecided }) =>
                    [...violations, ...undecided].map(({ message }) => `${name}: ${message}`),
                ),
                [],
            );
        }
    });

    it("has routes to the hub's range and to S3, and no others", () => {
        assert.deepEqual(
            simulator.resources
                .filter(({ type }) => type === ROUTE)
                .map(({ props }) => [props["destinationCidrBlock"], props["vpcPeeringConnectionId"]]),
            [
                ["10.0.0.0/16", one(simulator, "aws:ec2/vpcPeeringConnection:VpcPeeringConnection").id],
                ["10.0.0.0/16", one(simulator, "aws:ec2/vpcPeeringConnection:VpcPeeringConnection").id],
            ],
        );
        const tables = simulator.resources.filter(({ type }) => type === "aws:ec2/routeTable:RouteTable");
        assert.deepEqual(
            inputsOf(simulator, ENDPOINT, "onprem-s3")["routeTableIds"],
            tables.map(({ id }) => id),
        );
        assert.deepEqual(
            simulator.outputs["tables"],
            tables.map(({ id }, index) => ({ zone: `euw1-az${index + 1}`, tier: "host", routeTableId: id })),
        );
    });

    it("lets the host out over HTTPS to the hub, Session Manager and its packages, and nobody in", () => {
        const host = one(simulator, "aws:ec2/securityGroup:SecurityGroup", "onprem-host").id;
        const endpoints = one(simulator, "aws:ec2/securityGroup:SecurityGroup", "onprem-endpoints").id;
        const rules = simulator.resources.filter(({ type }) => type === EGRESS);
        assert.deepEqual(
            rules.map(({ props }) => [
                props["securityGroupId"],
                [props["ipProtocol"], props["fromPort"], props["toPort"]].join(" "),
                props["cidrIpv4"] ?? props["referencedSecurityGroupId"] ?? props["prefixListId"],
            ]),
            [
                [host, "tcp 443 443", "10.0.0.0/16"],
                [host, "tcp 443 443", endpoints],
                [host, "tcp 443 443", inputsOf(simulator, ENDPOINT, "onprem-s3")["prefixListId"]],
            ],
        );
        const ingress = one(simulator, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").props;
        assert.deepEqual([ingress["securityGroupId"], ingress["referencedSecurityGroupId"]], [endpoints, host]);
    });

    describe("the host", () => {
        it("stands in the first zone under the newest image, in its group, without a key pair", () => {
            const props = inputsOf(simulator, INSTANCE);
            assert.deepEqual(
                [props["subnetId"], props["vpcSecurityGroupIds"], props["instanceType"], props["keyName"]],
                [
                    one(simulator, "aws:ec2/subnet:Subnet", "onprem-host-1").id,
                    [one(simulator, "aws:ec2/securityGroup:SecurityGroup", "onprem-host").id],
                    "t3.medium",
                    undefined,
                ],
            );
            const asked = simulator.assumptions.filter(({ token }) => token.startsWith("aws:ssm/"));
            assert.deepEqual(
                asked.map(({ args }) => args),
                [{ name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" }],
            );
            assert.equal(props["ami"], (asked[0]?.answer as { insecureValue: string }).insecureValue);
        });

        it("waits for the endpoints it announces itself at, and for what it may do", () => {
            const { dependencies } = one(simulator, INSTANCE);
            for (const name of ["onprem-ssm", "onprem-ssmmessages", "onprem-ec2messages", "onprem-s3"]) {
                assert.ok(dependencies.includes(one(simulator, ENDPOINT, name).urn), name);
            }
            assert.ok(dependencies.includes(one(simulator, "aws:iam/rolePolicy:RolePolicy", "onprem-host").urn));
            assert.ok(dependencies.includes(one(simulator, EGRESS, "onprem-host-to-endpoints").urn));
        });

        const caller = (role: string): Caller => ({
            arn: `arn:aws:sts::${PLACE.account}:assumed-role/${role}/i-0123456789abcdef0`,
            roleArn: `${ROLE_ARN}${role}`,
            account: PLACE.account,
            type: "role-session",
        });
        const INSTANCE_ARN = `arn:aws:ec2:${PLACE.region}:${PLACE.account}:instance/i-0123456789abcdef0`;
        const tries: readonly (readonly [action: string, resource: string, verdict: string])[] = [
            ["ssm:UpdateInstanceInformation", INSTANCE_ARN, "allowed"],
            ["ssmmessages:OpenDataChannel", "*", "allowed"],
            ["ec2messages:GetMessages", "*", "allowed"],
            ["ssm:UpdateInstanceInformation", INSTANCE_ARN.replace(PLACE.account, "999988887777"), "denied"],
            ["ssm:GetParameter", `arn:aws:ssm:${PLACE.region}:${PLACE.account}:parameter/secret`, "denied"],
            ["ssm:SendCommand", INSTANCE_ARN, "denied"],
            ["s3:GetObject", "arn:aws:s3:::acme-research/data.csv", "denied"],
            ["sagemaker:CreatePresignedDomainUrl", "*", "denied"],
            ["logs:PutLogEvents", "*", "denied"],
        ];
        for (const [action, resource, verdict] of tries) {
            it(`has a role for which ${action} on ${resource} is ${verdict}`, () => {
                const document = documentOf(inputsOf(simulator, "aws:iam/rolePolicy:RolePolicy", "onprem-host").policy);
                const request = {
                    caller: caller("host"),
                    action,
                    resource,
                    resourceAccount: resource.split(":")[4] || PLACE.account,
                    context: {},
                };
                const boundary = { name: "boundary", document: serviceBoundary() as PolicyDocument };
                assert.equal(evaluate(request, { identity: [{ name: "host", document }], boundary }).verdict, verdict);
            });
        }

        const passes = (endpoint: string, action: string, who: Caller, resource = "*"): string => {
            const everything = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
            const document = documentOf(inputsOf(simulator, ENDPOINT, endpoint)["policy"]);
            return evaluate(
                {
                    caller: who,
                    action,
                    resource,
                    resourceAccount: PLACE.account,
                    context: {
                        "aws:PrincipalAccount": who.account,
                        ...(who.roleArn === undefined ? {} : { "aws:PrincipalArn": who.roleArn }),
                    },
                },
                {
                    identity: [{ name: "everything", document: everything as PolicyDocument }],
                    endpoint: { name: endpoint, document },
                },
            ).verdict;
        };

        it("alone passes the endpoints of Session Manager", () => {
            const host = caller(String(inputsOf(simulator, "aws:iam/role:Role", "onprem-host")["name"]));
            const outsider = { ...host, account: HUB_ACCOUNT };
            for (const [endpoint, action] of [
                ["onprem-ssmmessages", "ssmmessages:OpenDataChannel"],
                ["onprem-ec2messages", "ec2messages:GetMessages"],
            ] as const) {
                assert.deepEqual(
                    [host, caller("somebody-else"), outsider].map((who) => passes(endpoint, action, who)),
                    ["allowed", "denied", "denied"],
                    endpoint,
                );
            }
            assert.equal(passes("onprem-ssm", "ssm:UpdateInstanceInformation", host, INSTANCE_ARN), "allowed");
            assert.equal(passes("onprem-ssm", "ssm:GetParameter", host, INSTANCE_ARN), "denied");
        });

        it("reads Amazon Linux's packages through S3, and nobody's bucket", () => {
            const host = caller("host");
            const read = (bucket: string): string =>
                passes("onprem-s3", "s3:GetObject", host, `arn:aws:s3:::${bucket}/file`);
            assert.deepEqual(["al2023-repos-eu-west-1-de612dc2", "al2023-repos-evil", "acme-research"].map(read), [
                "allowed",
                "denied",
                "denied",
            ]);
            assert.equal(
                passes("onprem-s3", "s3:PutObject", host, "arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/file"),
                "denied",
            );
        });
    });

    describe("joined to a hub of another account", () => {
        it("by a peering, names the account and leaves acceptance to it", async () => {
            const recording = await recordOnPremises({ connect: { ...PEERING, hubAccount: HUB_ACCOUNT } });
            const { props } = one(recording, "aws:ec2/vpcPeeringConnection:VpcPeeringConnection");
            assert.deepEqual(
                [props["peerOwnerId"], props["peerVpcId"], props["autoAccept"]],
                [HUB_ACCOUNT, PEERING.hubVpcId, undefined],
            );
        });

        it("by the gateway, has subnets of their own for it, no peering, and routes made by whoever has the gateway", async () => {
            const recording = await recordOnPremises({ connect: ATTACHMENT });
            const { props } = one(recording, "aws:ec2transitgateway/vpcAttachment:VpcAttachment");
            const transit = recording.resources.filter(
                ({ type, name }) => type === "aws:ec2/subnet:Subnet" && name.includes("-transit-"),
            );
            assert.deepEqual(
                props["subnetIds"],
                transit.map(({ id }) => id),
            );
            assert.deepEqual(
                transit.map(({ props: subnet }) => subnet["cidrBlock"]),
                ["192.168.10.128/26", "192.168.10.192/26"],
            );
            assert.equal("transitGatewayDefaultRouteTableAssociation" in props, false);
            assert.deepEqual(
                recording.resources.filter(({ type }) => type === ROUTE || type.includes("eering")),
                [],
            );
            // The host stays where it is with a peering.
            assert.deepEqual(
                inputsOf(recording, INSTANCE)["subnetId"],
                one(recording, "aws:ec2/subnet:Subnet", "onprem-host-1").id,
            );
            assert.equal(inputsOf(recording, "aws:ec2/subnet:Subnet", "onprem-host-1")["cidrBlock"], "192.168.10.0/26");
        });

        it("by its own account's gateway, says that no table takes it by itself", async () => {
            const recording = await recordOnPremises({ connect: { ...ATTACHMENT, gatewayAccount: PLACE.account } });
            const { props } = one(recording, "aws:ec2transitgateway/vpcAttachment:VpcAttachment");
            assert.deepEqual(
                [
                    props["transitGatewayDefaultRouteTableAssociation"],
                    props["transitGatewayDefaultRouteTablePropagation"],
                ],
                [false, false],
            );
        });
    });
});

describe("PeeredNetwork", () => {
    const record = (accept: boolean): Promise<RecordedComponent> =>
        recordComponent(() => {
            new PeeredNetwork(
                "studio-hub-onprem",
                {
                    peeringConnectionId: "pcx-0123456789abcdef0",
                    accept,
                    range: "192.168.10.0/24",
                    tables: [
                        { zone: "euw1-az1", tier: "endpoint", routeTableId: "rtb-1" },
                        { zone: "euw1-az2", tier: "endpoint", routeTableId: "rtb-2" },
                    ],
                    tags: {},
                },
                inPlace(),
            );
        }, STACK);

    it("accepts what another account asks for, and gives the tables their way back after that", async () => {
        const recording = await record(true);
        const accepter = one(recording, "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter");
        assert.equal(accepter.props["autoAccept"], true);
        assert.deepEqual(
            recording.resources
                .filter(({ type }) => type === ROUTE)
                .map(({ name, props, dependencies }) => [
                    name,
                    props["routeTableId"],
                    props["destinationCidrBlock"],
                    dependencies.includes(accepter.urn),
                ]),
            [
                ["studio-hub-onprem-endpoint-euw1-az1", "rtb-1", "192.168.10.0/24", true],
                ["studio-hub-onprem-endpoint-euw1-az2", "rtb-2", "192.168.10.0/24", true],
            ],
        );
    });

    it("accepts nothing within one account", async () => {
        const names = namesOf(await record(false)).filter((name) => name.includes("Accepter"));
        assert.deepEqual(names, []);
    });
});
