import { strict as assert } from "node:assert";

import * as awsx from "@pulumi/awsx";
import type * as pulumi from "@pulumi/pulumi";

import { recordComponent, type RecordedComponent } from "../../harness";
import { inPlace, STACK } from "../../place";
import { AWSX } from "./awsx";

const INPUTS = { name: "genomics", imageTagMutability: "IMMUTABLE", lifecyclePolicy: { skip: true } };

/** Type, name and inputs of what is inside the component. */
function inside({ resources }: RecordedComponent): unknown[] {
    return resources
        .filter(({ type }) => type.startsWith("aws:"))
        .map(({ urn, props }) => [urn, props["name"], props["imageTagMutability"], props["lifecyclePolicy"]]);
}

describe("The stand-in of awsx", () => {
    const construct = (type: string, inputs: pulumi.Inputs): Promise<RecordedComponent> =>
        recordComponent(() => AWSX.construct?.("Genomics", type, inputs, inPlace()).then(() => undefined), STACK);

    it("makes in the engine what the preflight records without it", async () => {
        const recorded = await recordComponent(() => {
            new awsx.ecr.Repository("Genomics", INPUTS, inPlace());
        }, STACK);
        const made = inside(await construct("awsx:ecr:Repository", INPUTS));
        assert.deepEqual(made, inside(recorded));
        assert.equal(made.length, 1);
    });

    it("refuses what it would make otherwise than the real one", async () => {
        await assert.rejects(construct("awsx:ec2:Vpc", {}), /the stand-in of awsx has no component awsx:ec2:Vpc/);
        await assert.rejects(construct("awsx:ecr:Repository", { name: "genomics" }), /makes no lifecycle policy/);
    });
});
