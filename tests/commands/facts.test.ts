import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { DescribeSubnetsCommand, EC2Client, type VpcEndpoint } from "@aws-sdk/client-ec2";
import { mockClient } from "aws-sdk-client-mock";
import * as fc from "fast-check";

import { ACTIONS, leastPolicy } from "../../commands/facts/actions";
import { type ClientFactory, facts, type FactsOptions } from "../../commands/facts/run";
import { UserError } from "../../commands/open/outputs";
import { factsSchema } from "../../preflight/facts";
import { SAMPLE_FILE, SAMPLE_VPC } from "../preflight/facts/sample";
import { ROOT } from "../preflight/cliProcess";
import { answer, AVAILABLE, sampleVpc, subnet, type Vpcs } from "./factsAnswers";

const NOW = new Date("2026-11-20T08:00:00.000Z");
const STACK_FILE = path.join(ROOT, "tests/stacks/existing-vpc.yaml");

const ec2 = mockClient(EC2Client);
const regions: string[] = [];
const client: ClientFactory = (region) => {
    regions.push(region);
    return new EC2Client({ region });
};

describe("facts", () => {
    const directory = mkdtempSync(path.join(os.tmpdir(), "facts-"));
    const out = path.join(directory, "below", "vpc.json");
    const options: FactsOptions = {
        vpcId: SAMPLE_VPC.vpcId,
        projectDir: ROOT,
        region: "eu-west-1",
        out,
        now: NOW,
    };
    const written = (): unknown => JSON.parse(readFileSync(out, "utf8"));

    beforeEach(() => {
        ec2.reset();
        regions.length = 0;
        answer(ec2, sampleVpc());
    });

    after(() => {
        ec2.restore();
        rmSync(directory, { recursive: true });
    });

    it("writes every page of what stands in the VPC, and leaves out what does not work or is nobody's business", async () => {
        await facts(options, client);
        assert.deepEqual(written(), JSON.parse(readFileSync(SAMPLE_FILE, "utf8")));
        assert.deepEqual(regions, ["eu-west-1"]);
        assert.deepEqual(readdirSync(path.dirname(out)), ["vpc.json"]);
    });

    it("calls what its least policy allows, and no more; the documentation has the same policy", async () => {
        await facts(options, client);
        const called = ec2
            .calls()
            .map(({ args: [command] }) => `ec2:${command.constructor.name.replace(/Command$/, "")}`);
        assert.deepEqual([...new Set(called)].sort(), ACTIONS);
        const page = readFileSync(path.join(ROOT, "docs/facts-and-self-test.md"), "utf8");
        const documented = /```json\n([^`]*)```/.exec(page)?.[1] ?? "";
        assert.equal(JSON.stringify(JSON.parse(documented)), leastPolicy(ACTIONS, "eu-west-1"));
    });

    it("asks for this VPC only, and only reads", async () => {
        await facts(options, client);
        const calls = ec2.calls().map(({ args: [{ constructor, input }] }) => [constructor.name, input] as const);
        assert.deepEqual(
            calls.filter(([name]) => !name.startsWith("Describe")),
            [],
        );
        for (const [name, input] of calls) {
            assert.match(JSON.stringify(input), /vpc-0a1b2c3d4e5f60718/, name);
        }
    });

    it("writes the same bytes for the same VPC, in whatever order AWS answers", async () => {
        const all = sampleVpc();
        const shuffled = fc.record({
            subnets: fc.shuffledSubarray([...all.subnets], { minLength: all.subnets.length }),
            routeTables: fc.shuffledSubarray(
                all.routeTables.map((table) => ({ ...table, Routes: [...(table.Routes ?? [])].reverse() })),
                { minLength: all.routeTables.length },
            ),
            endpoints: fc.shuffledSubarray(
                all.endpoints.map((each) => ({ ...each, SubnetIds: [...(each.SubnetIds ?? [])].reverse() })),
                { minLength: all.endpoints.length },
            ),
            securityGroups: fc.shuffledSubarray([...all.securityGroups], { minLength: all.securityGroups.length }),
        });
        await facts(options, client);
        const bytes = readFileSync(out, "utf8");
        await fc.assert(
            fc.asyncProperty(shuffled, async (changes) => {
                answer(ec2, sampleVpc(changes));
                await facts(options, client);
                assert.equal(readFileSync(out, "utf8"), bytes);
            }),
            { numRuns: 20 },
        );
    });

    it("keeps rules of every kind of peer, a NAT gateway, a dead route and a firewall's endpoint", async () => {
        const all = sampleVpc();
        const firewall: VpcEndpoint = {
            VpcEndpointId: "vpce-0a1b2c3d4e5f60011",
            VpcEndpointType: "GatewayLoadBalancer",
            ServiceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b2c3d4e5f60011",
            State: AVAILABLE,
            SubnetIds: ["subnet-0a1b2c3d4e5f60001"],
            Tags: [
                { Key: "AWSNetworkFirewallManaged", Value: "true" },
                { Key: "Firewall", Value: "arn:aws:network-firewall:eu-west-1:111122223333:firewall/edge" },
            ],
        };
        answer(
            ec2,
            sampleVpc({
                endpoints: [
                    ...all.endpoints,
                    firewall,
                    { ...firewall, VpcEndpointId: "vpce-0a1b2c3d4e5f60012", Tags: [] },
                ],
                natGateways: [
                    {
                        NatGatewayId: "nat-0a1b2c3d4e5f60001",
                        SubnetId: "subnet-0a1b2c3d4e5f60001",
                        State: "available",
                        ConnectivityType: "private",
                    },
                    { NatGatewayId: "nat-0a1b2c3d4e5f60002", State: "available", ConnectivityType: "public" },
                ],
                routeTables: [
                    {
                        RouteTableId: "rtb-0a1b2c3d4e5f60001",
                        Associations: [{ GatewayId: "igw-0a1b2c3d4e5f60001" }],
                        Routes: [
                            { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-0a1b2c3d4e5f60001" },
                            { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-0a", State: "blackhole" },
                            { DestinationCidrBlock: "10.9.0.0/16", InstanceId: "i-1", NetworkInterfaceId: "eni-1" },
                        ],
                    },
                    { RouteTableId: "rtb-0a1b2c3d4e5f60002" },
                ],
                securityGroups: [
                    {
                        GroupId: "sg-0a1b2c3d4e5f60001",
                        GroupName: "endpoints",
                        IpPermissions: [
                            {
                                IpProtocol: "tcp",
                                FromPort: 443,
                                ToPort: 443,
                                IpRanges: [{ CidrIp: "10.50.0.0/16" }],
                                Ipv6Ranges: [{ CidrIpv6: "fd00::/8" }],
                                PrefixListIds: [{ PrefixListId: "pl-6da54004" }],
                                UserIdGroupPairs: [{ GroupId: "sg-0a1b2c3d4e5f60009", UserId: "111122223333" }],
                            },
                        ],
                        IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
                    },
                ],
            }),
        );
        await facts(options, client);
        const found = factsSchema.parse(written());
        const https = { direction: "ingress", protocol: "tcp", fromPort: 443, toPort: 443 } as const;
        assert.deepEqual(found.securityGroups[0]?.rules, [
            { direction: "egress", protocol: "-1", fromPort: null, toPort: null, peer: "0.0.0.0/0" },
            { ...https, peer: "10.50.0.0/16" },
            { ...https, peer: "fd00::/8" },
            { ...https, peer: "pl-6da54004" },
            { ...https, peer: "sg-0a1b2c3d4e5f60009" },
        ]);
        assert.deepEqual(found.natGateways, [
            { id: "nat-0a1b2c3d4e5f60001", subnetId: "subnet-0a1b2c3d4e5f60001", connectivity: "private" },
            { id: "nat-0a1b2c3d4e5f60002", subnetId: null, connectivity: "public" },
        ]);
        assert.deepEqual(found.routeTables[0], {
            id: "rtb-0a1b2c3d4e5f60001",
            main: false,
            subnetIds: [],
            gatewayIds: ["igw-0a1b2c3d4e5f60001"],
            routes: [
                { destination: "0.0.0.0/0", target: "blackhole" },
                { destination: "10.9.0.0/16", target: "eni-1" },
                { destination: "::/0", target: "eigw-0a1b2c3d4e5f60001" },
            ],
        });
        assert.deepEqual(found.firewallEndpoints, [
            {
                id: "vpce-0a1b2c3d4e5f60011",
                subnetId: "subnet-0a1b2c3d4e5f60001",
                firewallArn: "arn:aws:network-firewall:eu-west-1:111122223333:firewall/edge",
            },
        ]);
        assert.deepEqual(
            found.endpoints.map(({ id, type }) => `${id} ${type}`),
            [
                "vpce-0a1b2c3d4e5f60001 Gateway",
                "vpce-0a1b2c3d4e5f60002 Interface",
                "vpce-0a1b2c3d4e5f60012 GatewayLoadBalancer",
            ],
        );
    });

    it("finds nothing missing in the sample VPC for the sample stack, and says what is there", async () => {
        const { region: _, ...rest } = options;
        const { text, exitCode } = await facts({ ...rest, stackFile: STACK_FILE }, client);
        assert.equal(exitCode, 0);
        assert.deepEqual(regions, ["eu-west-1"]);
        assert.match(text, /^Wrote .*vpc\.json:\s+vpc-0a1b2c3d4e5f60718\s+of\s+account\s+111122223333/);
        assert.match(text, /^ *subnet-0a1b2c3d4e5f60001 +10\.50\.0\.0\/20 +euw1-az1 +rtb-0a1b2c3d4e5f60001$/m);
        assert.match(text, /^ *vpce-0a1b2c3d4e5f60002 +sts +Interface$/m);
        assert.match(
            text.replace(/\s+/g, " "),
            /Nothing is missing for Studio\. Endpoints the stack makes in the VPC: sagemaker\.api, sagemaker\.runtime, studio, logs, ecr\.api, ecr\.dkr, monitoring, kms\.$/,
        );
    });

    it("leaves out what the stack itself has made, so that an update changes nothing in the file", async () => {
        const all = sampleVpc();
        const own = "subnet-0a1b2c3d4e5f60031";
        const made: Vpcs = {
            ...all,
            subnets: [
                ...all.subnets,
                subnet(own, "10.50.32.0/24", "a", 1),
                subnet(`${own.slice(0, -1)}4`, "10.50.34.0/28", "a", 1),
            ],
            endpoints: [
                ...all.endpoints,
                {
                    VpcEndpointId: "vpce-0a1b2c3d4e5f60031",
                    VpcEndpointType: "Interface",
                    ServiceName: "com.amazonaws.eu-west-1.kms",
                    State: AVAILABLE,
                    PrivateDnsEnabled: true,
                    SubnetIds: [own],
                    Groups: [{ GroupId: "sg-0a1b2c3d4e5f60009" }],
                },
            ],
            natGateways: [
                { NatGatewayId: "nat-0a1b2c3d4e5f60031", SubnetId: `${own.slice(0, -1)}4`, State: "available" },
            ],
            routeTables: [
                ...all.routeTables.map((table) =>
                    table.RouteTableId === "rtb-0a1b2c3d4e5f60001"
                        ? {
                              ...table,
                              Routes: [
                                  ...(table.Routes ?? []),
                                  { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-0a1b2c3d4e5f60031" },
                              ],
                          }
                        : table,
                ),
                { RouteTableId: "rtb-0a1b2c3d4e5f60031", Associations: [{ SubnetId: own }] },
            ],
            networkAcls: all.networkAcls.map((acl) => ({
                ...acl,
                Associations: [...(acl.Associations ?? []), { SubnetId: own }],
            })),
        };
        answer(ec2, made);
        const { exitCode } = await facts({ ...options, stackFile: STACK_FILE }, client);
        assert.deepEqual(written(), JSON.parse(readFileSync(SAMPLE_FILE, "utf8")));
        assert.equal(exitCode, 0);
    });

    it("writes where network.vpc.facts says, else beside the stack file, else into the project", async () => {
        const { out: _, ...rest } = options;
        const stack = path.join(directory, "Pulumi.dev.yaml");
        const text = readFileSync(STACK_FILE, "utf8");
        writeFileSync(stack, text.replace("facts: facts/vpc-0a1b2c3d4e5f60718.json", "facts: elsewhere/of-vpc.json"));
        await facts({ ...rest, stackFile: stack }, client);
        assert.ok(existsSync(path.join(directory, "elsewhere/of-vpc.json")));

        writeFileSync(stack, text.replace(/^ *facts: facts.*\n/m, ""));
        await facts({ ...rest, stackFile: stack }, client);
        assert.ok(existsSync(path.join(directory, "facts/vpc-0a1b2c3d4e5f60718.json")));

        const project = path.join(directory, "project");
        await facts({ ...rest, projectDir: project }, client);
        assert.ok(existsSync(path.join(project, "facts/vpc-0a1b2c3d4e5f60718.json")));
    });

    it("says what it did not check without a stack", async () => {
        const { text, exitCode } = await facts(options, client);
        assert.equal(exitCode, 0);
        assert.match(text.replace(/\s+/g, " "), /were not checked: name the stack with --stack or --config-file\.$/);
    });

    it("keeps the old file when EC2 fails", async () => {
        await facts(options, client);
        const before = readFileSync(out, "utf8");
        ec2.on(DescribeSubnetsCommand).rejects(new Error("socket hang up"));
        await assert.rejects(facts(options, client), UserError);
        assert.equal(readFileSync(out, "utf8"), before);
        assert.deepEqual(readdirSync(path.dirname(out)), ["vpc.json"]);
    });
});
