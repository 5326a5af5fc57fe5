import { UNKNOWN } from "../../policy-pack/graph";
import type { Construct } from "./remoteTypes";
import { isolatedVpc } from "./remoteVpc";
import { encode, type WireObject } from "./wire";

/**
 * The repository under the component's name in lower case with all of the component's inputs, and a rule that lets images
 * expire unless that is skipped. Source: pulumi/pulumi-awsx 3.9, awsx/ecr/repository.ts.
 */
const repository: Construct = ({ name, inputs }, register) => {
    const { lifecyclePolicy, ...own } = inputs;
    const inside = name.toLowerCase();
    const { outputs } = register({ type: "aws:ecr/repository:Repository", name: inside, inputs: own });
    if ((lifecyclePolicy as { skip?: unknown } | undefined)?.skip !== true) {
        const rule = encode({ repository: outputs["name"], policy: UNKNOWN }) as WireObject;
        register({ type: "aws:ecr/lifecyclePolicy:LifecyclePolicy", name: inside, inputs: rule });
    }
    return { outputs: { url: outputs["repositoryUrl"] } };
};

const CONSTRUCTS: Readonly<Record<string, Construct>> = {
    "awsx:ecr:Repository": repository,
    "awsx:ec2:Vpc": isolatedVpc,
};

/** What a component's plugin does; undefined where nobody has written it down. */
export function constructOf(type: string): Construct | undefined {
    return CONSTRUCTS[type];
}
