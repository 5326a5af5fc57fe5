import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch, Text } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, policy, verdict } from "../verdict";

/** What the remediation of a policy makes of some inputs, and whether a second time changes nothing. */
function repaired(id: string, props: Record<string, unknown>, options: Record<string, unknown> = {}): unknown {
    const definition = policy(id);
    assert.ok(definition.remediate !== undefined);
    const config = { ...definition.config.defaults, ...options };
    const copy = structuredClone(props);
    const changed = definition.remediate(copy, config);
    assert.equal(definition.remediate(copy, config), false);
    return changed ? copy : "unchanged";
}

describe("P36 subnet-auto-assign-public-ip-disabled", () => {
    const subnet = (found: string, label = "Subnet subnet-a"): string[] => [
        `violation: ${label}: mapPublicIpOnLaunch is ${found}. Set it to false.`,
    ];
    const byDefault = (mapPublicIpOnLaunch: unknown): Sketch[] => [
        ...cleanStack(),
        { type: "aws:ec2/defaultSubnet:DefaultSubnet", name: "given", props: { mapPublicIpOnLaunch } },
    ];
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        ["true", change(cleanStack(), "subnet-a", "mapPublicIpOnLaunch", true), subnet("true")],
        ["false", change(cleanStack(), "subnet-a", "mapPublicIpOnLaunch", false), []],
        ["absent, which means false", cleanStack(), []],
        ["a text", change(cleanStack(), "subnet-a", "mapPublicIpOnLaunch", "hunter2"), subnet("set to something else")],
        [
            "a default subnet: absent",
            byDefault(undefined),
            subnet("not set, which means true here", "DefaultSubnet given"),
        ],
        ["a default subnet: null", byDefault(null), subnet("not set, which means true here", "DefaultSubnet given")],
        ["a default subnet: false", byDefault(false), []],
        [
            "two of them",
            change(
                change(cleanStack(), "subnet-a", "mapPublicIpOnLaunch", true),
                "subnet-b",
                "mapPublicIpOnLaunch",
                true,
            ),
            [...subnet("true"), ...subnet("true", "Subnet subnet-b")],
        ],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P36", stack), expected));
    }

    it("is repaired once", () => {
        const vpcId = "vpc-1";
        assert.deepEqual(repaired("P36", { vpcId, mapPublicIpOnLaunch: true }), { vpcId, mapPublicIpOnLaunch: false });
        assert.equal(repaired("P36", { vpcId }), "unchanged");
        assert.deepEqual(repaired("P36", { availabilityZone: "eu-west-1a" }), {
            availabilityZone: "eu-west-1a",
            mapPublicIpOnLaunch: false,
        });
    });

    isUndecidedWithout("P36", [["subnet-a", "mapPublicIpOnLaunch"]]);
});

describe("P39 vpc-endpoint-private-dns-enabled", () => {
    const off = (found: string): string[] => [
        `violation: VpcEndpoint endpoint-sts: privateDnsEnabled is ${found}. Set it to true.`,
    ];
    const sts = (props: Record<string, unknown>): Sketch[] =>
        Object.entries(props).reduce<Sketch[]>(
            (stack, [key, value]) => change(stack, "endpoint-sts", key, value),
            cleanStack(),
        );
    const named = (serviceName: string): Sketch[] => sts({ serviceName, privateDnsEnabled: false });
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        ["off", sts({ privateDnsEnabled: false }), off("false")],
        ["absent", sts({ privateDnsEnabled: undefined }), off("not set, which means false")],
        ["a text", sts({ privateDnsEnabled: "hunter2" }), off("set to something else")],
        ["a gateway has no names", sts({ privateDnsEnabled: undefined, vpcEndpointType: "Gateway" }), []],
        ["absent type means gateway", sts({ privateDnsEnabled: undefined, vpcEndpointType: undefined }), []],
        ["S3 beside its gateway", named("com.amazonaws.eu-west-1.s3"), []],
        ["DynamoDB beside its gateway", named("com.amazonaws.eu-west-1.dynamodb"), []],
        ["a service of another company", named("com.amazonaws.vpce.eu-west-1.vpce-svc-0123"), []],
        ["a service without names of its own", named("com.amazonaws.eu-west-1.glue.sessions"), []],
        ["a service the catalogue does not know", named("com.amazonaws.eu-west-1.braket"), off("false")],
        ["Studio's own service name", named("aws.sagemaker.eu-west-1.studio"), off("false")],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P39", stack), expected));
    }

    it("a hub names its services", () => {
        const options = { servicesWithPrivateZones: ["com.amazonaws.eu-west-1.sts"] };
        assert.deepEqual(verdict("P39", sts({ privateDnsEnabled: false }), options), []);
        assert.deepEqual(verdict("P39", named("com.amazonaws.eu-west-1.kms"), options), off("false"));
    });

    it("a separate resource that turns it off is named", () => {
        const separate: Sketch = {
            type: "aws:vpc/endpointPrivateDns:EndpointPrivateDns",
            name: "separate",
            props: { vpcEndpointId: "vpce-1", privateDnsEnabled: false },
        };
        const options = { scope: "all" };
        assert.deepEqual(verdict("P39", [...cleanStack(), separate], options), [
            "violation: EndpointPrivateDns separate: privateDnsEnabled is false. Set it to true.",
        ]);
        assert.deepEqual(verdict("P39", change([separate], "separate", "privateDnsEnabled", true), options), []);
    });

    it("what is not known decides nothing, but right values do", () => {
        assert.deepEqual(
            verdict("P39", sts({ privateDnsEnabled: false, vpcEndpointType: UNKNOWN, serviceName: UNKNOWN })),
            [
                "undecided: VpcEndpoint endpoint-sts: vpcEndpointType and serviceName not known yet; an interface endpoint must have privateDnsEnabled true.",
            ],
        );
        assert.deepEqual(verdict("P39", sts({ vpcEndpointType: UNKNOWN, serviceName: UNKNOWN })), []);
    });

    it("is repaired once, on interface endpoints only", () => {
        const endpoint = { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.sts" };
        assert.deepEqual(repaired("P39", endpoint), { ...endpoint, privateDnsEnabled: true });
        assert.equal(repaired("P39", { ...endpoint, privateDnsEnabled: true }), "unchanged");
        assert.equal(repaired("P39", { ...endpoint, vpcEndpointType: "Gateway" }), "unchanged");
        assert.equal(repaired("P39", endpoint, { servicesWithPrivateZones: [endpoint.serviceName] }), "unchanged");
        assert.deepEqual(repaired("P39", { vpcEndpointId: "vpce-1", privateDnsEnabled: false }), {
            vpcEndpointId: "vpce-1",
            privateDnsEnabled: true,
        });
    });

    it("an explicit false may be a hub's, and is left to whoever wrote it", () => {
        const endpoint = { vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.sts" };
        assert.equal(repaired("P39", { ...endpoint, privateDnsEnabled: false }), "unchanged");
    });

    it("private zones with all names take the place of private DNS, and half of them do not", () => {
        const zone: Sketch = {
            type: "aws:route53/zone:Zone",
            name: "zone",
            props: { name: "sts.eu-west-1.amazonaws.com", vpcs: [{ vpcId: ref("studio") }] },
        };
        const record: Sketch = {
            type: "aws:route53/record:Record",
            name: "record",
            props: {
                zoneId: ref("zone"),
                name: "sts.eu-west-1.amazonaws.com",
                aliases: [
                    { name: new Text([ref("endpoint-sts")], (id) => `${id}-0abc.sts.eu-west-1.vpce.amazonaws.com`) },
                ],
            },
        };
        const entries = new Text([ref("endpoint-sts")], (id) => `${id}-0abc.sts.eu-west-1.vpce.amazonaws.com`);
        const hub = sts({ privateDnsEnabled: false, dnsEntries: [{ dnsName: entries }] });
        for (const ids of ["known", "unknown"] as const) {
            assert.deepEqual(verdict("P39", [...hub, zone, record], {}, ids), []);
        }
        assert.deepEqual(verdict("P39", [...hub, zone]), off("false"));
    });

    isUndecidedWithout("P39", [["endpoint-sts", "privateDnsEnabled"]]);
});

describe("P47 log-group-encrypted-and-retained", () => {
    const group = (path: string, value: unknown): Sketch[] => change(cleanStack(), "flow-log-group", path, value);
    const says = (text: string): string[] => [`violation: LogGroup flow-log-group: ${text}`];
    const days = (found: string, wanted = 365): string[] =>
        says(`retentionInDays is ${found}. Set at least ${wanted}.`);
    const noKey = says("kmsKeyId is not set, so AWS's own key is used. Name your key.");
    const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
        ["without a key", group("kmsKeyId", undefined), noKey],
        ["with an empty key", group("kmsKeyId", ""), noKey],
        ["with a key that is not known yet", group("kmsKeyId", UNKNOWN), []],
        ["too short", group("retentionInDays", 30), days("30")],
        ["longer", group("retentionInDays", 731), []],
        ["absent", group("retentionInDays", undefined), days("not set, which means endless")],
        ["endless", group("retentionInDays", 0), days("0, which means endless")],
        ["a text", group("retentionInDays", "hunter2"), days("set to something else")],
        [
            "delivery only",
            change(group("retentionInDays", undefined), "flow-log-group", "logGroupClass", "DELIVERY"),
            [],
        ],
    ];
    for (const [what, stack, expected] of cases) {
        it(what, () => assert.deepEqual(verdict("P47", stack), expected));
    }

    it("the configuration says how long", () => {
        assert.deepEqual(verdict("P47", group("retentionInDays", 30), { minimumRetentionDays: 30 }), []);
        assert.deepEqual(verdict("P47", cleanStack(), { minimumRetentionDays: 400 }), days("365", 400));
    });

    it("is repaired once, with a period that AWS accepts", () => {
        assert.deepEqual(repaired("P47", { retentionInDays: 7 }), { retentionInDays: 365 });
        assert.deepEqual(repaired("P47", {}, { minimumRetentionDays: 200 }), { retentionInDays: 365 });
        assert.equal(repaired("P47", { retentionInDays: 400 }), "unchanged");
        assert.equal(repaired("P47", { logGroupClass: "DELIVERY" }), "unchanged");
    });

    isUndecidedWithout("P47", [
        ["flow-log-group", "retentionInDays"],
        ["flow-log-group", "logGroupClass"],
    ]);
});
