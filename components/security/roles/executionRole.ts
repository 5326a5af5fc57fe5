import * as pulumi from "@pulumi/pulumi";

import { createRole, type RoleSpec } from "./role";

/** What Studio's apps run as: one persona, in one team or none. Jobs have roles of their own. */
export class ExecutionRole extends pulumi.ComponentResource {
    /** ARN of the role; resolves once its policies are attached. */
    readonly arn: pulumi.Output<string>;

    constructor(name: string, spec: RoleSpec, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:ExecutionRole", name, {}, opts);
        this.arn = createRole(this, name, spec);
        this.registerOutputs({ arn: this.arn });
    }
}
