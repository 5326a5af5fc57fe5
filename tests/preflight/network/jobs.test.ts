import { strict as assert } from "node:assert";

import { ENDPOINT_SERVICES, servicesFor } from "../../../policy-pack/facts";
import { failing, proof, recordStack, type Stack } from "./fixture";
import { added, find, without } from "./mutate";

const SERVICES = servicesFor(["studio", "jobs"]);
const STS = "network.endpoint.sts";

/** Every endpoint proof with this verdict. */
function each(verdict: string, type?: "Gateway" | "Interface"): Record<string, string> {
    return Object.fromEntries(
        SERVICES.filter((service) => type === undefined || ENDPOINT_SERVICES[service].type === type).map((service) => [
            `network.endpoint.${service}`,
            verdict,
        ]),
    );
}

/** The stack with another group handed out to jobs. */
function handsOut(stack: Stack, jobsGroupId: unknown): Stack {
    return { ...stack, outputs: { ...stack.outputs, jobsGroupId } };
}

for (const unknown of [false, true]) {
    describe(`Endpoints are reachable for jobs, ids ${unknown ? "unknown" : "known"}`, () => {
        let stack: Stack;
        before(async () => {
            stack = await recordStack(unknown);
        });

        it("holds, and says so", () => {
            const { verdict, evidence } = proof(stack, STS);
            assert.equal(verdict, "holds");
            assert.deepEqual(
                evidence.filter((line) => line.startsWith("jobs")),
                ["jobs: ingress on 443 of net-endpoints at net-sts", "jobs: egress on 443 of net-jobs to net-sts"],
            );
        });

        it("is broken when endpoints do not admit their group, and only for them", () => {
            const closed = without(stack, "ingress", "net-endpoints-from-jobs");
            assert.deepEqual(failing(closed), each("broken", "Interface"));
            assert.deepEqual(proof(closed, STS).evidence, [
                "jobs: ingress on 443 of net-endpoints at net-sts: not admitted",
            ]);
        });

        it("is broken when their group lets nothing out to endpoints", () => {
            const closed = without(stack, "egress", "net-jobs-to-endpoints");
            assert.deepEqual(failing(closed), each("broken", "Interface"));
        });

        it("is broken for S3 when their group does not let out to its prefix list", () => {
            const closed = without(stack, "egress", "net-jobs-to-s3");
            assert.deepEqual(failing(closed), each("broken", "Gateway"));
            assert.deepEqual(proof(closed, "network.endpoint.s3").evidence, [
                "jobs: egress of net-jobs to the prefix list of net-s3: not admitted",
            ]);
        });

        it("is broken for a group the stack hands out although the stack file has no jobs", () => {
            const closed = without(stack, "ingress", "net-endpoints-from-jobs");
            assert.equal(proof(closed, STS, { jobs: false }).verdict, "broken");
        });

        it("is not proven for a group made elsewhere", () => {
            const elsewhere = handsOut(stack, "sg-elsewhere");
            assert.deepEqual(failing(elsewhere), each("not proven"));
            assert.deepEqual(proof(elsewhere, STS).evidence, [
                "jobs: sg-elsewhere of the output jobsGroupId is not in this stack",
            ]);
        });

        it("is not proven where the stack hands out no group for them", () => {
            const silent = handsOut(stack, undefined);
            assert.deepEqual(failing(silent), each("not proven"));
            assert.deepEqual(proof(silent, STS).evidence, ["jobs: the stack has no output jobsGroupId"]);
        });
    });
}

describe("The group of jobs while the output is not known", () => {
    let stack: Stack;
    before(async () => {
        stack = await recordStack(true);
    });

    it("is not told from another group that nothing carries", () => {
        const two = added(stack, "group", "spare", { vpcId: find(stack, "vpc", "net-vpc") });
        assert.deepEqual(failing(two), each("not proven"));
        assert.deepEqual(proof(two, STS).evidence, ["jobs: the output jobsGroupId may be any of net-jobs, spare"]);
    });

    it("is told from a group of another VPC", () => {
        const other = added(stack, "vpc", "other", { cidrBlock: "10.30.0.0/16" });
        const apart = added(other, "group", "spare", { vpcId: find(other, "vpc", "other") });
        assert.deepEqual(failing(apart), {});
    });

    it("is not told where something carries every group", () => {
        const used = added(stack, "endpoint", "more", {
            vpcId: find(stack, "vpc", "net-vpc"),
            vpcEndpointType: "Interface",
            serviceName: "com.amazonaws.eu-west-1.athena",
            securityGroupIds: find(stack, "group", "net-jobs"),
        });
        assert.deepEqual(proof(used, STS).evidence, [
            "jobs: the output jobsGroupId is not known, and something carries every group of its VPC",
        ]);
    });
});

describe("Endpoints of a stack without jobs", () => {
    it("are not proven for jobs", async () => {
        const stack = await recordStack(false, { features: ["studio"], services: servicesFor(["studio"]) });
        const intent = { services: servicesFor(["studio"]), jobs: false };
        assert.deepEqual(failing(stack, intent), {});
        const { evidence } = proof(stack, STS, intent);
        assert.deepEqual(
            evidence.filter((line) => line.startsWith("jobs")),
            [],
        );
    });
});
