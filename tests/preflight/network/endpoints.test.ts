import { strict as assert } from "node:assert";

import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { UNKNOWN } from "../../../policy-pack/graph";
import { failing, proof, recordStack, type Stack } from "./fixture";
import { added, changed, find, relinked, without } from "./mutate";

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
        /** What does not hold before any change: with ids unknown, no rule names the prefix list of S3 readably. */
        let asItIs: Record<string, string>;
        before(async () => {
            stack = await recordStack(unknown);
            asItIs = failing(stack);
        });

        it("holds as it is, but for the prefix list of S3 while ids are unknown", () => {
            assert.deepEqual(failing(stack), unknown ? { [id("s3")]: "not proven" } : {});
        });

        for (const service of ALL) {
            it(`is broken without the endpoint for ${service}`, () => {
                const lacking = without(stack, "endpoint", resourceName(service));
                const name = ENDPOINT_SERVICES[service].serviceName("eu-west-1");
                const { verdict, evidence, fix } = proof(lacking, id(service));
                assert.equal(verdict, "broken");
                assert.deepEqual(evidence, [`VPC net-vpc has no endpoint for ${name}`]);
                assert.equal(fix, `Add a VPC endpoint for ${name}.`);
                assert.deepEqual(failing(lacking), {
                    ...asItIs,
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
            assert.deepEqual(failing(closed), { ...asItIs, ...each(INTERFACES, "broken") });
        });

        // The rule to S3 names a prefix list, and while that one is not known it may hold the endpoints' addresses.
        const shut = unknown ? "not proven" : "broken";

        it(`is ${shut} when Studio's group lets nothing out to endpoints`, () => {
            const closed = without(stack, "egress", "net-studio-to-endpoints");
            const { evidence, fix } = proof(closed, id("sts"));
            const why = unknown ? "rules not known yet" : "not admitted";
            assert.deepEqual(evidence, [
                `Studio apps: egress on 443 of net-studio to net-sts: ${why}`,
                `shared spaces: egress on 443 of net-studio to net-sts: ${why}`,
            ]);
            assert.equal(
                fix,
                unknown ? "Decided once the ids named above are known." : "Let net-studio out on 443 to net-endpoints.",
            );
            assert.deepEqual(failing(closed), { ...asItIs, ...each(INTERFACES, shut) });
        });

        it("is broken by a rule for another port", () => {
            const closed = changed(stack, "ingress", "net-endpoints-from-studio", { fromPort: 80, toPort: 80 });
            assert.deepEqual(failing(closed), { ...asItIs, ...each(INTERFACES, "broken") });
        });

        it(`is ${shut} by a rule for another protocol`, () => {
            const closed = changed(stack, "egress", "net-studio-to-endpoints", { ipProtocol: "udp" });
            assert.deepEqual(failing(closed), { ...asItIs, ...each(INTERFACES, shut) });
        });

        it("holds with a wider rule by address", () => {
            const closed = without(stack, "ingress", "net-endpoints-from-studio");
            const open = added(closed, "ingress", "wide", {
                securityGroupId: find(stack, "group", "net-endpoints"),
                ipProtocol: "-1",
                cidrIpv4: "10.20.0.0/16",
            });
            assert.deepEqual(failing(open), asItIs);
        });

        it("is not proven with a rule whose ports nobody can read", () => {
            const blurred = changed(stack, "ingress", "net-endpoints-from-studio", { fromPort: UNKNOWN });
            assert.deepEqual(failing(blurred), { ...asItIs, ...each(INTERFACES, "not proven") });
        });

        it("is broken by an endpoint that stands in no subnet", () => {
            const { verdict, evidence, fix } = proof(
                relinked(stack, "endpoint", "net-logs", "subnetIds", []),
                id("logs"),
            );
            assert.deepEqual([verdict, evidence], ["broken", ["net-logs stands in no subnet"]]);
            assert.equal(fix, "Give net-logs a subnet in each zone.");
        });

        it("is broken by an endpoint without private names", () => {
            const nameless = changed(stack, "endpoint", "net-sts", { privateDnsEnabled: false });
            const { evidence, fix } = proof(nameless, id("sts"));
            assert.deepEqual(evidence, [
                "net-sts: privateDnsEnabled is not true, so sts.eu-west-1.amazonaws.com does not answer with the endpoint",
            ]);
            assert.equal(fix, "Set privateDnsEnabled of net-sts to true.");
            assert.deepEqual(failing(nameless), { ...asItIs, [id("sts")]: "broken" });
        });

        for (const attribute of ["enableDnsHostnames", "enableDnsSupport"]) {
            it(`is broken, but for the gateway, by a VPC with ${attribute} off`, () => {
                const deaf = changed(stack, "vpc", "net-vpc", { [attribute]: false });
                assert.deepEqual(failing(deaf), { ...asItIs, ...each(INTERFACES, "broken") });
                assert.equal(proof(deaf, id("studio")).fix, `Set ${attribute} of net-vpc to true.`);
            });
        }

        it("is broken by a VPC that says nothing of DNS hostnames, because AWS leaves them off", () => {
            const deaf = changed(stack, "vpc", "net-vpc", { enableDnsHostnames: undefined });
            assert.deepEqual(failing(deaf), { ...asItIs, ...each(INTERFACES, "broken") });
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
            assert.deepEqual(failing(off), { ...asItIs, [id("s3")]: "broken" });
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

        it("proves only the endpoints its features need", () => {
            const bare = without(stack, "endpoint", "net-kms");
            assert.deepEqual(failing(bare, { features: ["studio"] }), asItIs);
        });
    });
}

describe("Endpoints are reachable for jobs", () => {
    it("is broken when endpoints do not admit their group, and only for them", async () => {
        const stack = without(await recordStack(), "ingress", "net-endpoints-from-jobs");
        assert.deepEqual(failing(stack), each(INTERFACES, "broken"));
        assert.deepEqual(proof(stack, id("ecr.api")).evidence, [
            "jobs: ingress on 443 of net-endpoints at net-ecr-api: not admitted",
        ]);
    });

    it("is broken for S3 when their group does not let out to its prefix list", async () => {
        const stack = without(await recordStack(), "egress", "net-jobs-to-s3");
        assert.deepEqual(failing(stack), { [id("s3")]: "broken" });
        assert.deepEqual(proof(stack, id("s3")).evidence, [
            "jobs: egress of net-jobs to the prefix list of net-s3: not admitted",
        ]);
    });

    it("is not claimed for a stack without the feature", async () => {
        const stack = await recordStack(false, { features: ["studio"] });
        assert.deepEqual(failing(stack, { features: ["studio"] }), {});
        const { evidence } = proof(stack, id("sts"), { features: ["studio"] });
        assert.deepEqual(
            evidence.filter((line) => line.startsWith("jobs")),
            [],
        );
    });
});
