import { strict as assert } from "node:assert";

import { ENDPOINT_SERVICES, FEATURES, servicesFor, type ServiceKey } from "../../../policy-pack/facts";
import { UNKNOWN } from "../../../policy-pack/graph";
import { failing, proof, recordStack, type Stack } from "./fixture";
import { added, blurred, changed, find, relinked, without } from "./mutate";

const INTERFACES: readonly ServiceKey[] = [
    "sagemaker.api",
    "sagemaker.runtime",
    "studio",
    "sts",
    "logs",
    "ecr.api",
    "ecr.dkr",
    "monitoring",
    "kms",
];
const ALL: readonly ServiceKey[] = ["s3", ...INTERFACES];
/** Endpoints the company network needs too. */
const FOR_CLIENTS: readonly ServiceKey[] = ["sagemaker.api", "studio"];

function id(service: ServiceKey): string {
    return `network.endpoint.${service}`;
}

function resourceName(service: ServiceKey): string {
    return `net-${service.replace(".", "-")}`;
}

function each(services: readonly ServiceKey[], verdict: string): Record<string, string> {
    return Object.fromEntries(services.map((service) => [id(service), verdict]));
}

for (const unknown of [false, true]) {
    describe(`Endpoints are reachable, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("holds as it is", () => {
            assert.deepEqual(failing(stack), {});
        });

        for (const service of ALL) {
            it(`is broken without the endpoint for ${service}`, () => {
                const lacking = without(stack, "endpoint", resourceName(service));
                const name = ENDPOINT_SERVICES[service].serviceName("eu-west-1");
                const { verdict, evidence, fix } = proof(lacking, id(service));
                assert.equal(verdict, "broken");
                assert.deepEqual(evidence, [`VPC net-vpc has no endpoint for ${name}`]);
                const features = (["studio", "jobs"] as const).filter((each) =>
                    FEATURES[each].services.includes(service),
                );
                assert.equal(fix, `Add a VPC endpoint for ${name}. Needed by ${features.join(", ")}.`);
                assert.deepEqual(failing(lacking), {
                    [id(service)]: "broken",
                    ...(FOR_CLIENTS.includes(service) ? { "network.clients": "broken" } : {}),
                });
            });
        }

        it("is broken by an endpoint in another VPC", () => {
            const other = added(stack, "vpc", "other", { cidrBlock: "10.30.0.0/16" });
            const moved = relinked(other, "endpoint", "net-kms", "vpcId", find(other, "vpc", "other"));
            const { verdict, evidence } = proof(moved, id("kms"));
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, ["VPC net-vpc has no endpoint for com.amazonaws.eu-west-1.kms"]);
        });

        it("is broken when endpoints do not admit Studio's group", () => {
            const closed = without(stack, "ingress", "net-endpoints-from-studio");
            const { evidence, fix } = proof(closed, id("kms"));
            assert.deepEqual(evidence, [
                "Studio apps: ingress on 443 of net-endpoints at net-kms: not admitted",
                "shared spaces: ingress on 443 of net-endpoints at net-kms: not admitted",
            ]);
            assert.equal(fix, "Admit net-studio on 443 in a group of net-kms.");
            assert.deepEqual(failing(closed), each(INTERFACES, "broken"));
        });

        it("is broken when Studio's group lets nothing out to endpoints", () => {
            const closed = without(stack, "egress", "net-studio-to-endpoints");
            const { evidence, fix } = proof(closed, id("sts"));
            assert.deepEqual(evidence, [
                "Studio apps: egress on 443 of net-studio to net-sts: not admitted",
                "shared spaces: egress on 443 of net-studio to net-sts: not admitted",
            ]);
            assert.equal(fix, "Let net-studio out on 443 to net-endpoints.");
            assert.deepEqual(failing(closed), each(INTERFACES, "broken"));
        });

        it("is broken by a rule for another port", () => {
            const closed = changed(stack, "ingress", "net-endpoints-from-studio", { fromPort: 80, toPort: 80 });
            assert.deepEqual(failing(closed), each(INTERFACES, "broken"));
        });

        it("is broken by a rule for another protocol", () => {
            const closed = changed(stack, "egress", "net-studio-to-endpoints", { ipProtocol: "udp" });
            assert.deepEqual(failing(closed), each(INTERFACES, "broken"));
        });

        it("holds with a wider rule by address", () => {
            const closed = without(stack, "ingress", "net-endpoints-from-studio");
            const open = added(closed, "ingress", "wide", {
                securityGroupId: find(stack, "group", "net-endpoints"),
                ipProtocol: "-1",
                cidrIpv4: "10.20.0.0/16",
            });
            assert.deepEqual(failing(open), {});
        });

        it("is not proven with a rule whose ports nobody can read", () => {
            const blurred = changed(stack, "ingress", "net-endpoints-from-studio", { fromPort: UNKNOWN });
            assert.deepEqual(failing(blurred), each(INTERFACES, "not proven"));
        });

        it("is broken by an endpoint that stands in no subnet", () => {
            const { verdict, evidence, fix } = proof(
                relinked(stack, "endpoint", "net-logs", "subnetIds", []),
                id("logs"),
            );
            assert.deepEqual([verdict, evidence], ["broken", ["net-logs stands in no subnet"]]);
            assert.equal(fix, "Give net-logs a subnet in each zone.");
        });

        it("is not proven by an endpoint whose only subnet is made elsewhere", () => {
            const away = blurred(stack, "endpoint", "net-logs", "subnetIds", [], ["subnet-elsewhere"]);
            const { verdict, evidence } = proof(away, id("logs"));
            assert.deepEqual([verdict, evidence], ["not proven", ["net-logs: subnet-elsewhere is not in this stack"]]);
        });

        it("is broken by an endpoint without private names", () => {
            const nameless = changed(stack, "endpoint", "net-sts", { privateDnsEnabled: false });
            const { evidence, fix } = proof(nameless, id("sts"));
            assert.deepEqual(evidence, [
                "net-sts: privateDnsEnabled is not true, so sts.eu-west-1.amazonaws.com does not answer with the endpoint",
            ]);
            assert.equal(fix, "Set privateDnsEnabled of net-sts to true.");
            assert.deepEqual(failing(nameless), { [id("sts")]: "broken" });
        });

        for (const attribute of ["enableDnsHostnames", "enableDnsSupport"]) {
            it(`is broken, but for the gateway, by a VPC with ${attribute} off`, () => {
                const deaf = changed(stack, "vpc", "net-vpc", { [attribute]: false });
                assert.deepEqual(failing(deaf), each(INTERFACES, "broken"));
                assert.equal(proof(deaf, id("studio")).fix, `Set ${attribute} of net-vpc to true.`);
            });
        }

        it("is broken by a VPC that says nothing of DNS hostnames, because AWS leaves them off", () => {
            const deaf = changed(stack, "vpc", "net-vpc", { enableDnsHostnames: undefined });
            assert.deepEqual(failing(deaf), each(INTERFACES, "broken"));
        });

        it("is not proven while private names are not known", () => {
            const blurred = changed(stack, "endpoint", "net-sts", { privateDnsEnabled: UNKNOWN });
            const { verdict, evidence } = proof(blurred, id("sts"));
            assert.deepEqual([verdict, evidence], ["not proven", ["net-sts: privateDnsEnabled is not known"]]);
        });

        it("is broken for S3 by a gateway that misses one table", () => {
            const off = relinked(stack, "endpoint", "net-s3", "routeTableIds", [
                find(stack, "table", "net-studio-euw1-az1"),
            ]);
            const { verdict, evidence, fix } = proof(off, id("s3"));
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, [
                "subnet net-studio-euw1-az2: route table net-studio-euw1-az2 is not associated with net-s3",
            ]);
            assert.equal(fix, "Associate route table net-studio-euw1-az2 with net-s3.");
            assert.deepEqual(failing(off), { [id("s3")]: "broken" });
        });

        it("is broken for S3 by a subnet that lost its table", () => {
            const lost = without(stack, "association", "net-studio-euw1-az2");
            const { verdict, evidence } = proof(lost, id("s3"));
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, [
                "subnet net-studio-euw1-az2: route table main table of net-vpc is not associated with net-s3",
            ]);
        });

        it("is broken for S3 when the groups do not let out to its prefix list", () => {
            const closed = without(stack, "egress", "net-studio-to-s3");
            const { verdict, evidence, fix } = proof(closed, id("s3"));
            assert.equal(verdict, "broken");
            assert.deepEqual(evidence, [
                "Studio apps: egress of net-studio to the prefix list of net-s3: not admitted",
                "shared spaces: egress of net-studio to the prefix list of net-s3: not admitted",
            ]);
            assert.equal(fix, "Let net-studio out on 443 to the endpoint's prefix list.");
        });

        it("is not proven where a network ACL of the stack may stand in between", () => {
            const guarded = added(stack, "acl", "acl", { vpcId: find(stack, "vpc", "net-vpc") });
            for (const service of ALL) {
                const { verdict, evidence, fix } = proof(guarded, id(service));
                assert.equal(verdict, "not proven", service);
                assert.ok(evidence.includes("network ACL acl is not read by this proof"), service);
                assert.ok(fix?.includes("Use security groups"), service);
            }
        });

        it("is not proven while the service of an endpoint that may be the one is not known", () => {
            const vague = blurred(stack, "endpoint", "net-kms", "serviceName");
            const { verdict, evidence } = proof(vague, id("kms"));
            assert.deepEqual([verdict, evidence], ["not proven", ["the service of endpoint net-kms is not known"]]);
            assert.deepEqual(failing(vague), { [id("kms")]: "not proven" });
        });

        it("is not proven while the VPC of the endpoint is not known", () => {
            const vague = blurred(stack, "endpoint", "net-kms", "vpcId");
            const { verdict, evidence } = proof(vague, id("kms"));
            assert.deepEqual([verdict, evidence], ["not proven", ["the VPC of endpoint net-kms is not known"]]);
        });

        it("is broken without the endpoint, whatever the unknown one in another VPC is for", () => {
            let other = added(stack, "vpc", "other", { cidrBlock: "10.30.0.0/16" });
            other = relinked(other, "endpoint", "net-kms", "vpcId", find(other, "vpc", "other"));
            assert.equal(proof(blurred(other, "endpoint", "net-kms", "serviceName"), id("kms")).verdict, "broken");
        });

        it("is not proven where a group made elsewhere may admit Studio's", () => {
            const groups = ["sg-elsewhere", find(stack, "group", "net-endpoints").id];
            const shared = blurred(
                without(stack, "ingress", "net-endpoints-from-studio"),
                "endpoint",
                "net-kms",
                "securityGroupIds",
                [find(stack, "group", "net-endpoints")],
                groups,
            );
            const { verdict, evidence } = proof(shared, id("kms"));
            assert.equal(verdict, "not proven");
            assert.equal(
                evidence[0],
                "Studio apps: ingress on 443 of net-endpoints at net-kms: not admitted in this stack, and sg-elsewhere is not in it",
            );
        });

        it("is not proven by a rule to addresses while those of an endpoint's subnet are not known", () => {
            const closed = without(stack, "egress", "net-studio-to-endpoints");
            const byAddress = added(closed, "egress", "to-addresses", {
                securityGroupId: find(stack, "group", "net-studio"),
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrIpv4: "10.20.0.0/16",
            });
            assert.deepEqual(failing(byAddress), {});
            const vague = changed(byAddress, "subnet", "net-endpoint-euw1-az2", { cidrBlock: UNKNOWN });
            assert.deepEqual(failing(vague), each(INTERFACES, "not proven"));
        });

        it("is not proven for S3 by a rule to a prefix list that nobody can tell", () => {
            const blind = blurred(stack, "egress", "net-studio-to-s3", "prefixListId");
            assert.deepEqual(proof(blind, id("s3")).verdict, "not proven");
            const elsewhere = blurred(stack, "egress", "net-studio-to-s3", "prefixListId", [], "pl-elsewhere");
            assert.deepEqual(proof(elsewhere, id("s3")).verdict, "not proven");
        });

        it("is not proven for S3 by a prefix list that may be one of two", () => {
            const lists = [find(stack, "endpoint", "net-s3"), find(stack, "endpoint", "net-kms")];
            const torn = blurred(stack, "egress", "net-studio-to-s3", "prefixListId", lists);
            assert.equal(proof(torn, id("s3")).verdict, "not proven");
        });

        it("is broken for S3 by a rule to the prefix list of another service", () => {
            const other = added(stack, "endpoint", "dynamodb", {
                vpcId: find(stack, "vpc", "net-vpc"),
                vpcEndpointType: "Gateway",
                serviceName: "com.amazonaws.eu-west-1.dynamodb",
            });
            const wrong = blurred(other, "egress", "net-studio-to-s3", "prefixListId", [
                find(other, "endpoint", "dynamodb"),
            ]);
            assert.equal(proof(wrong, id("s3")).verdict, "broken");
            const vague = blurred(wrong, "endpoint", "dynamodb", "serviceName");
            assert.equal(proof(vague, id("s3")).verdict, "not proven");
        });

        it("proves only the endpoints its features need", () => {
            const bare = without(stack, "endpoint", "net-kms");
            assert.deepEqual(failing(bare, { services: servicesFor(["studio"]) }), {});
        });
    });
}
