import { strict as assert } from "node:assert";

import { networkProofs } from "../../../preflight/proofs/network";
import { graphOf, ref, type Sketch } from "../../../policy-pack/tests/fixture/build";
import { intent, sketch, topology } from "./topology";

const RANGE = "192.168.0.0/16";

/** A second VPC with nothing but a subnet, and a domain in it. */
function second(): Sketch[] {
    return [
        sketch("ec2/vpc:Vpc", "vpc-2", { cidrBlock: "10.1.0.0/16", enableDnsSupport: true, enableDnsHostnames: true }),
        sketch("ec2/subnet:Subnet", "subnet-2", {
            vpcId: ref("vpc-2"),
            cidrBlock: "10.1.0.0/24",
            availabilityZone: "eu-west-1a",
        }),
        sketch("sagemaker/domain:Domain", "domain-2", { vpcId: ref("vpc-2"), subnetIds: [ref("subnet-2")] }),
    ];
}

for (const ids of ["known", "unknown"] as const) {
    describe(`A stack with two domains, ids ${ids}`, () => {
        const stated = intent("isolated", { clientRanges: [RANGE] });

        it("looks for the endpoints of the company network in the VPC of each", () => {
            const { proofs, clients } = networkProofs(graphOf([...topology("isolated"), ...second()], ids), {}, stated);
            const proof = proofs.find(({ id }) => id === "network.clients");
            assert.deepEqual(proof?.evidence, [
                "VPC vpc has no endpoint for sagemaker.api",
                "VPC vpc has no endpoint for studio",
                "VPC vpc-2 has no endpoint for sagemaker.api",
                "VPC vpc-2 has no endpoint for studio",
            ]);
            assert.equal(clients.reach, "not reached");
        });

        it("looks once where both stand in one VPC", () => {
            const twin = sketch("sagemaker/domain:Domain", "domain-2", {
                vpcId: ref("vpc"),
                subnetIds: [ref("studio-a")],
            });
            const { proofs } = networkProofs(graphOf([...topology("isolated"), twin], ids), {}, stated);
            assert.deepEqual(proofs.find(({ id }) => id === "network.clients")?.evidence, [
                "VPC vpc has no endpoint for sagemaker.api",
                "VPC vpc has no endpoint for studio",
            ]);
        });

        it("shows the DNS Firewall of each VPC", () => {
            const { proofs } = networkProofs(
                graphOf([...topology("isolated"), ...second()], ids),
                {},
                intent("isolated"),
            );
            const dns = proofs.filter(({ id }) => id === "network.dns");
            assert.deepEqual(
                dns.map(({ verdict, evidence }) => [verdict, evidence]),
                [
                    [
                        "broken",
                        ["VPC vpc-2: no rule group of the DNS Firewall is associated with it, so every name resolves"],
                    ],
                ],
            );
        });
    });
}
