import assert from "node:assert/strict";
import fc from "fast-check";
import { SECRET, UNKNOWN } from "../../../policy-pack/graph";
import { IDENTITIES, makeIdentity } from "../../../preflight/record/identities";
import type { Place } from "../../../preflight/record/place";
import { sdkClass } from "../../../preflight/record/sdkClass";

const PLACE: Place = { account: "444455556666", region: "eu-west-1", defaultTags: {}, assumed: [] };
const CHINA: Place = { ...PLACE, region: "cn-north-1" };
const URN = "urn:pulumi:dev::p::t::n";

function make(type: string, inputs: Record<string, unknown>, place = PLACE, unknown = false) {
    return makeIdentity({ type, urn: URN, name: "n", inputs }, place, unknown);
}

describe("identities: the table against the SDK", () => {
    for (const [type, identity] of Object.entries(IDENTITIES)) {
        it(type, () => {
            const { properties } = sdkClass(type);
            const claimed = [
                ...Object.keys(identity.outputs ?? {}),
                ...Object.keys(identity.completed ?? {}),
                ...(identity.named === undefined ? [] : [identity.named]),
            ];
            assert.ok(properties.size > 0, "the SDK has no such class");
            assert.deepEqual(
                claimed.filter((property) => !properties.has(property)),
                [],
            );
        });
    }
});

describe("identities: forms", () => {
    const cases: readonly [
        type: string,
        inputs: Record<string, unknown>,
        place: Place,
        output: string,
        form: RegExp,
    ][] = [
        [
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            {},
            PLACE,
            "arn",
            /^arn:aws:ec2:eu-west-1:444455556666:vpc-endpoint\/vpce-[0-9a-f]{17}$/,
        ],
        [
            "aws:ec2/flowLog:FlowLog",
            {},
            PLACE,
            "arn",
            /^arn:aws:ec2:eu-west-1:444455556666:vpc-flow-log\/fl-[0-9a-f]{17}$/,
        ],
        [
            "aws:iam/role:Role",
            { name: "r", path: "/studio/" },
            PLACE,
            "arn",
            /^arn:aws:iam::444455556666:role\/studio\/r$/,
        ],
        ["aws:iam/role:Role", { name: "r" }, CHINA, "arn", /^arn:aws-cn:iam::444455556666:role\/r$/],
        ["aws:iam/role:Role", {}, PLACE, "arn", /^arn:aws:iam::444455556666:role\/n-[0-9a-f]{7}$/],
        ["aws:iam/role:Role", { namePrefix: "team-" }, PLACE, "name", /^team-[0-9a-f]{7}$/],
        ["aws:iam/policy:Policy", { name: "p" }, PLACE, "arn", /^arn:aws:iam::444455556666:policy\/p$/],
        [
            "aws:kms/alias:Alias",
            { name: "alias/a", targetKeyId: "k" },
            PLACE,
            "arn",
            /^arn:aws:kms:eu-west-1:444455556666:alias\/a$/,
        ],
        [
            "aws:kms/alias:Alias",
            { name: "alias/a", targetKeyId: "k" },
            PLACE,
            "targetKeyArn",
            /^arn:aws:kms:eu-west-1:444455556666:key\/k$/,
        ],
        [
            "aws:networkfirewall/ruleGroup:RuleGroup",
            { name: "g", type: "STATEFUL" },
            PLACE,
            "arn",
            /^arn:aws:network-firewall:eu-west-1:444455556666:stateful-rulegroup\/g$/,
        ],
        [
            "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup",
            { name: "g" },
            PLACE,
            "arn",
            /^arn:aws:route53resolver:eu-west-1:444455556666:firewall-rule-group\/rslvr-frg-[0-9a-f]{17}$/,
        ],
        ["aws:s3/bucket:Bucket", { bucket: "b" }, CHINA, "arn", /^arn:aws-cn:s3:::b$/],
        ["aws:s3/bucket:Bucket", { bucket: "b" }, CHINA, "bucketDomainName", /^b\.s3\.amazonaws\.com\.cn$/],
        [
            "aws:cloudwatch/logGroup:LogGroup",
            { name: "/a/b" },
            PLACE,
            "arn",
            /^arn:aws:logs:eu-west-1:444455556666:log-group:\/a\/b$/,
        ],
        [
            "aws:cloudwatch/logGroup:LogGroup",
            { name: "g", region: "us-east-2" },
            PLACE,
            "arn",
            /^arn:aws:logs:us-east-2:444455556666:log-group:g$/,
        ],
        [
            "aws:sagemaker/domain:Domain",
            {},
            PLACE,
            "url",
            /^https:\/\/d-[a-z0-9]{12}\.studio\.eu-west-1\.sagemaker\.aws$/,
        ],
        [
            "aws:sagemaker/space:Space",
            { domainId: "d-1", spaceName: "s" },
            PLACE,
            "arn",
            /^arn:aws:sagemaker:eu-west-1:444455556666:space\/d-1\/s$/,
        ],
        [
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            { serviceName: "com.amazonaws.eu-west-1.s3" },
            PLACE,
            "prefixListId",
            /^pl-[0-9a-f]{8}$/,
        ],
        [
            "aws:ec2/subnet:Subnet",
            { availabilityZone: "ap-northeast-1c" },
            { ...PLACE, region: "ap-northeast-1" },
            "availabilityZoneId",
            /^apne1-az4$/,
        ],
    ];
    for (const [type, inputs, place, output, form] of cases) {
        it(`${output} of ${type} ${JSON.stringify(inputs)}`, () => {
            assert.match(String(make(type, inputs, place).outputs[output]), form);
        });
    }

    it("puts the words of an interface endpoint's service in reverse before the Region", () => {
        const inputs = { serviceName: "com.amazonaws.eu-west-1.sagemaker.api", vpcEndpointType: "Interface" };
        const { outputs, id } = make("aws:ec2/vpcEndpoint:VpcEndpoint", inputs);
        const [entry] = outputs["dnsEntries"] as { dnsName: string }[];
        assert.match(
            entry?.dnsName ?? "",
            new RegExp(`^${String(id)}-[0-9a-f]{8}\\.api\\.sagemaker\\.eu-west-1\\.vpce\\.amazonaws\\.com$`),
        );
        assert.equal(outputs["prefixListId"], "");
    });
});

describe("identities: a firewall's endpoints", () => {
    const type = "aws:networkfirewall/firewall:Firewall";
    const zones: Record<string, string> = { "subnet-1": "eu-west-1a", "subnet-2": "eu-west-1b" };
    const mapped = (...subnets: unknown[]): Record<string, unknown> => ({
        name: "f",
        subnetMappings: subnets.map((subnetId) => ({ subnetId })),
    });
    function statuses(inputs: Record<string, unknown>, unknown = false): unknown {
        const made = makeIdentity({ type, urn: URN, name: "n", inputs }, PLACE, unknown, (of, id) =>
            of === "aws:ec2/subnet:Subnet" && zones[id] !== undefined ? { availabilityZone: zones[id] } : undefined,
        );
        return made.outputs["firewallStatuses"];
    }
    interface State {
        availabilityZone: unknown;
        attachments: { endpointId: string; subnetId: string }[];
    }
    const statesOf = (value: unknown): State[] => (value as { syncStates: State[] }[])[0]?.syncStates ?? [];

    it("are one in each mapped subnet, in another order, with the name of its zone", () => {
        const states = statesOf(statuses(mapped("subnet-1", "subnet-2")));
        assert.deepEqual(
            states.map(({ availabilityZone, attachments }) => [availabilityZone, attachments[0]?.subnetId]),
            [
                ["eu-west-1b", "subnet-2"],
                ["eu-west-1a", "subnet-1"],
            ],
        );
        const ids = states.map(({ attachments }) => attachments[0]?.endpointId ?? "");
        assert.ok(ids.every((id) => /^vpce-[0-9a-f]{17}$/.test(id)) && ids[0] !== ids[1], ids.join());
    });

    it("keep their ids when a subnet is added", () => {
        const idIn = (subnet: string, value: unknown): string | undefined =>
            statesOf(value).find(({ attachments }) => attachments[0]?.subnetId === subnet)?.attachments[0]?.endpointId;
        const before = statuses(mapped("subnet-1"));
        assert.equal(idIn("subnet-1", statuses(mapped("subnet-1", "subnet-2"))), idIn("subnet-1", before));
    });

    it("stand in a zone of unknown name when the subnet is of somebody else", () => {
        assert.equal(statesOf(statuses(mapped("subnet-9")))[0]?.availabilityZone, UNKNOWN);
    });

    it("are unknown together when a mapping is, and at a first preview", () => {
        assert.equal(statuses(mapped("subnet-1", UNKNOWN)), UNKNOWN);
        assert.equal(statuses({ name: "f", subnetMappings: SECRET }), UNKNOWN);
        assert.equal(statuses(mapped("subnet-1"), true), UNKNOWN);
    });
});

describe("identities: addresses", () => {
    it("a NAT gateway's public address is that of its allocation", () => {
        const eip = make("aws:ec2/eip:Eip", { domain: "vpc" });
        const nat = make("aws:ec2/natGateway:NatGateway", { allocationId: eip.id, subnetId: "subnet-1" });
        assert.match(String(eip.outputs["publicIp"]), /^203\.0\.113\.\d+$/);
        assert.equal(nat.outputs["publicIp"], eip.outputs["publicIp"]);
        assert.equal(eip.outputs["allocationId"], eip.id);
    });

    it("those of a resolver endpoint are chosen by AWS, but for those the program sets", () => {
        const ipAddresses = [{ subnetId: "subnet-1" }, { subnetId: "subnet-2", ip: "10.0.1.53" }];
        const endpoint = { direction: "INBOUND", ipAddresses };
        const made = make("aws:route53/resolverEndpoint:ResolverEndpoint", endpoint);
        assert.deepEqual(made.outputs["ipAddresses"], [
            { subnetId: "subnet-1", ip: UNKNOWN, ipId: UNKNOWN },
            { subnetId: "subnet-2", ip: "10.0.1.53", ipId: UNKNOWN },
        ]);
        const first = make("aws:route53/resolverEndpoint:ResolverEndpoint", endpoint, PLACE, true);
        assert.equal(first.outputs["ipAddresses"], UNKNOWN);
    });
});

describe("identities: rules of DNS Firewall", () => {
    const type = "aws:route53/resolverFirewallRule:ResolverFirewallRule";
    it("are named by group and domain list, or by group and threat", () => {
        const list = make(type, { firewallRuleGroupId: "rslvr-frg-1", firewallDomainListId: "rslvr-fdl-1" });
        assert.deepEqual([list.id, list.outputs["firewallThreatProtectionId"]], ["rslvr-frg-1:rslvr-fdl-1", ""]);
        const threat = make(type, { firewallRuleGroupId: "rslvr-frg-1", dnsThreatProtection: "DGA" });
        assert.equal(threat.id, `rslvr-frg-1:${String(threat.outputs["firewallThreatProtectionId"])}`);
        assert.match(String(threat.outputs["firewallThreatProtectionId"]), /^rslvr-ftp-/);
    });
});

describe("identities: what cannot be known", () => {
    it("stays unknown when an input it is made from is unknown, secret or absent", () => {
        const type = "aws:sagemaker/userProfile:UserProfile";
        for (const domainId of [UNKNOWN, SECRET, undefined]) {
            const { id, outputs } = make(type, { domainId, userProfileName: "alice" });
            assert.deepEqual([id, outputs["arn"]], [UNKNOWN, UNKNOWN]);
        }
    });

    it("stays unknown when account or Region of the provider is unknown", () => {
        const { id, outputs } = make("aws:ec2/vpc:Vpc", {}, { ...PLACE, account: UNKNOWN });
        assert.match(String(id), /^vpc-/);
        assert.equal(outputs["arn"], UNKNOWN);
    });

    it("has unknown tags when given or default tags are unknown", () => {
        assert.equal(make("aws:ec2/vpc:Vpc", { tags: SECRET }).outputs["tagsAll"], UNKNOWN);
        assert.equal(
            make("aws:ec2/vpc:Vpc", { tags: {} }, { ...PLACE, defaultTags: UNKNOWN }).outputs["tagsAll"],
            UNKNOWN,
        );
    });

    it("never overrides an input", () => {
        const inputs = { name: "given", arn: "given-too" };
        const { outputs } = make("aws:iam/role:Role", inputs);
        assert.deepEqual([outputs["name"], outputs["arn"]], [undefined, undefined]);
    });

    it("is a guess, and says so, for a type outside the table", () => {
        const made = make("aws:backup/vault:Vault", { name: "v" });
        assert.equal(made.known, false);
        assert.match(String(made.outputs["arn"]), /^arn:aws:backup:eu-west-1:444455556666:vault\/vault-[0-9a-f]{17}$/);
    });

    it("at a first preview knows only what follows from inputs and provider", () => {
        const { id, outputs } = make("aws:cloudwatch/logGroup:LogGroup", { tags: { a: "b" } }, PLACE, true);
        assert.equal(id, UNKNOWN);
        assert.deepEqual(outputs, { arn: UNKNOWN, name: UNKNOWN, region: "eu-west-1", tagsAll: { a: "b" } });
    });
});

describe("identities: ids tell resources apart", () => {
    it("depend on the URN and on nothing else that changes between runs", () => {
        const urn = fc.string({ minLength: 1 });
        fc.assert(
            fc.property(urn, urn, (first, second) => {
                const id = (of: string): unknown =>
                    makeIdentity({ type: "aws:ec2/vpc:Vpc", urn: of, name: "n", inputs: {} }, PLACE, false).id;
                assert.equal(id(first), id(first));
                assert.equal(id(first) === id(second), first === second);
            }),
        );
    });
});
