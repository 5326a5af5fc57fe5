import { strict as assert } from "node:assert";

import * as aws from "@pulumi/aws";

import { Network, type NetworkArgs } from "../../../components/network";
import { servicesFor } from "../../../policy-pack/facts";
import { type GraphResource, ResourceGraph } from "../../../policy-pack/graph";
import { type NetworkIntent, type NetworkProofs, networkProofs } from "../../../preflight/proofs/network";
import type { Proof } from "../../../preflight/proofs/proof";
import { recordComponent } from "../../harness";
import { networkArgs } from "../../network/args";
import { inPlace, PLACE, STACK } from "../../place";

const INTENT: NetworkIntent = {
    region: PLACE.region,
    account: PLACE.account,
    features: ["studio", "jobs"],
    services: servicesFor(["studio", "jobs"]),
    egress: "isolated",
    clientRanges: ["192.168.0.0/16"],
    jobs: true,
};

/** The registered resources of a small stack, and its outputs. */
export interface Stack {
    readonly resources: readonly GraphResource[];
    readonly outputs: Readonly<Record<string, unknown>>;
}

/** A network with a bare domain in it, whose private and shared spaces carry the network's Studio group. */
export async function recordStack(unknown = false, changes: Partial<NetworkArgs> = {}): Promise<Stack> {
    const { resources, outputs } = await recordComponent(
        () => {
            const opts = inPlace();
            const network = new Network("net", networkArgs({ dataBuckets: [], ...changes }), opts);
            const settings = { executionRole: "arn:aws:iam::111122223333:role/execution" };
            const securityGroups = [network.studioGroupId];
            new aws.sagemaker.Domain(
                "domain",
                {
                    domainName: "fixture",
                    authMode: "IAM",
                    appNetworkAccessType: "VpcOnly",
                    vpcId: network.vpcId,
                    subnetIds: network.studioSubnetIds,
                    defaultUserSettings: { ...settings, securityGroups },
                    defaultSpaceSettings: { ...settings, securityGroups },
                },
                { provider: (opts.providers as aws.Provider[])[0] },
            );
            return { jobsGroupId: network.jobsGroupId, trainingGroupId: network.trainingGroupId };
        },
        { ...STACK, unknown },
    );
    return { resources, outputs };
}

/** All proofs about a stack. */
export function prove({ resources, outputs }: Stack, intent: Partial<NetworkIntent> = {}): NetworkProofs {
    return networkProofs(new ResourceGraph(resources), outputs, { ...INTENT, ...intent });
}

/** The proof with this id. */
export function proof(stack: Stack, id: string, intent: Partial<NetworkIntent> = {}): Proof {
    const found = prove(stack, intent).proofs.filter((each) => each.id === id);
    assert.equal(found.length, 1, `proofs with the id ${id}`);
    return found[0] as Proof;
}

/** Ids of all proofs that do not hold, with their verdict: what a mutation breaks, and nothing else. */
export function failing(stack: Stack, intent: Partial<NetworkIntent> = {}): Record<string, string> {
    const failed = prove(stack, intent).proofs.filter(({ verdict }) => verdict !== "holds");
    return Object.fromEntries(failed.map(({ id, verdict }) => [id, verdict]));
}
