import * as pulumi from "@pulumi/pulumi";

import { createRole, type RoleSpec } from "./role";

/** What SageMaker runs jobs, models, monitors or pipelines under. */
export class JobRole extends pulumi.ComponentResource {
    /** ARN of the role; resolves once its policies are attached. */
    readonly arn: pulumi.Output<string>;

    constructor(name: string, spec: RoleSpec, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:JobRole", name, {}, opts);
        this.arn = createRole(this, name, spec);
        this.registerOutputs({ arn: this.arn });
    }
}
