import { strict as assert } from "node:assert";

import { inputsOf, type RecordedComponent } from "../harness";
import { recordOnPremises } from "./fixture";

/** The parts of weakness W3-12 of the reference design that are its bastion's; each test fails on the weak form. */
describe("W3-12 of the on-premises simulator", () => {
    let simulator: RecordedComponent;

    before(async () => {
        simulator = await recordOnPremises();
    });

    const host = (): Readonly<Record<string, unknown>> => inputsOf(simulator, "aws:ec2/instance:Instance");
    const openings = (): Readonly<Record<string, unknown>>[] =>
        simulator.resources.filter(({ type }) => type.endsWith(":SecurityGroupIngressRule")).map(({ props }) => props);

    it("W3-12: a bastion instead of Session Manager: there is one host, without key pair, public address or open port", () => {
        const hosts = simulator.resources.filter(({ type }) => type === "aws:ec2/instance:Instance");
        assert.equal(hosts.length, 1);
        assert.equal(host()["keyName"], undefined);
        assert.equal(host()["associatePublicIpAddress"], false);
        const group = (host()["vpcSecurityGroupIds"] as unknown[])[0];
        assert.deepEqual(
            openings().filter((rule) => rule["securityGroupId"] === group),
            [],
        );
        assert.deepEqual(
            simulator.resources.filter(({ type }) => /:(Eip|NatGateway|KeyPair|SecurityGroupRule)$/.test(type)),
            [],
        );
    });

    it("W3-12: no IMDSv2: metadata is answered to a token only, and no farther than the host", () => {
        assert.deepEqual(host()["metadataOptions"], {
            httpEndpoint: "enabled",
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
            instanceMetadataTags: "disabled",
        });
    });

    it("W3-12: no EBS encryption, no own key: the volume lies under a key of the simulator", () => {
        const { encrypted, kmsKeyId } = host()["rootBlockDevice"] as Record<string, unknown>;
        assert.deepEqual(
            [encrypted, kmsKeyId],
            [true, inputsOf(simulator, "aws:kms/key:Key", "onprem-volumes")["arn"]],
        );
    });

    it("W3-12: 0.0.0.0/0 on the bastion: no rule of any group names a range outside the hub's", () => {
        const ranges = simulator.resources
            .filter(({ type }) => /:SecurityGroup(In|E)gressRule$/.test(type))
            .map(({ props }) => props["cidrIpv4"])
            .filter((range) => range !== undefined);
        assert.deepEqual(ranges, ["10.0.0.0/16"]);
        assert.deepEqual(openings().length, 1);
        const inline = simulator.resources
            .filter(({ type }) => type.endsWith(":SecurityGroup") || type.endsWith(":DefaultSecurityGroup"))
            .flatMap(({ props }) => [props["ingress"], props["egress"]])
            .filter((rules) => Array.isArray(rules) && rules.length > 0);
        assert.deepEqual(inline, []);
    });

    it("W3-12: no flow logs: everything is logged, to a group under a key of the simulator", () => {
        assert.equal(inputsOf(simulator, "aws:ec2/flowLog:FlowLog")["trafficType"], "ALL");
        assert.equal(
            inputsOf(simulator, "aws:cloudwatch/logGroup:LogGroup")["kmsKeyId"],
            inputsOf(simulator, "aws:kms/key:Key", "onprem-logs")["arn"],
        );
    });

    it("W3-12: fixed names: two stacks, or two units, in one account share none", async () => {
        const names = (recording: RecordedComponent): unknown[] =>
            recording.resources
                .filter(({ type }) => /:(Role|InstanceProfile|LogGroup|Alias)$/.test(type))
                .map(({ props }) => props["name"]);
        const other = await recordOnPremises({
            place: { project: "fixture", stack: "other", account: "111122223333", region: "eu-west-1", unit: "onprem" },
        });
        assert.equal(names(simulator).length, 6);
        assert.deepEqual(
            names(simulator).filter((name) => names(other).includes(name)),
            [],
        );
    });

    it("W3-12: an old system: the image is the newest Amazon Linux 2023 at every update", () => {
        const asked = simulator.assumptions.map(({ args }) => (args as { name?: unknown }).name);
        assert.ok(asked.includes("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"));
    });
});
