import * as aws from "@pulumi/aws";
import { version } from "@pulumi/awsx/package.json";
import * as pulumi from "@pulumi/pulumi";

import { Vpc } from "./awsxVpc";

/** Inputs as they arrive at a plugin. */
type RepositoryInputs = aws.ecr.RepositoryArgs & { readonly lifecyclePolicy?: { readonly skip?: boolean } };

/**
 * Stands in for awsx's component: a repository of the component's inputs under its name in lower case. The real one is
 * downloaded by the CLI, which no test does. Source: pulumi/pulumi-awsx 3.9, awsx/ecr/repository.ts.
 */
class Repository extends pulumi.ComponentResource {
    readonly outputs: { readonly repository: aws.ecr.Repository; readonly url: pulumi.Output<string> };

    constructor(name: string, { lifecyclePolicy, ...inputs }: RepositoryInputs, opts: pulumi.ComponentResourceOptions) {
        super("awsx:ecr:Repository", name, {}, opts);
        if (lifecyclePolicy?.skip !== true) {
            throw new Error("the stand-in of awsx makes no lifecycle policy: pass lifecyclePolicy: { skip: true }");
        }
        const repository = new aws.ecr.Repository(name.toLowerCase(), inputs, { parent: this });
        this.outputs = { repository, url: repository.repositoryUrl };
        this.registerOutputs(this.outputs);
    }
}

/** Inputs arrive untyped: the SDK has checked them. */
type Component = new (
    name: string,
    inputs: never,
    opts: pulumi.ComponentResourceOptions,
) => pulumi.ComponentResource & { readonly outputs: pulumi.Inputs };

const COMPONENTS: Readonly<Record<string, Component>> = { "awsx:ecr:Repository": Repository, "awsx:ec2:Vpc": Vpc };

/** What the engine asks of awsx, for the components this project makes. */
export const AWSX: pulumi.provider.Provider = {
    version,
    schema: JSON.stringify({ name: "awsx", version }),
    construct: (name, type, inputs, opts) => {
        const Component = COMPONENTS[type];
        if (Component === undefined) {
            throw new Error(`the stand-in of awsx has no component ${type}`);
        }
        const { urn, outputs } = new Component(name, inputs as never, opts);
        return Promise.resolve({ urn, state: outputs });
    },
};
