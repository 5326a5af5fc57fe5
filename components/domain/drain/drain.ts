import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { DomainTask } from "../../../assets/functions/drain/event";
import { documentText } from "../../documents";
import type { NetworkSweep } from "./networkSweep";
import { domainStatements } from "./statements";

export interface DrainArgs {
    /** The part that stands before the domain. */
    readonly sweep: NetworkSweep;
    readonly domainId: pulumi.Input<string>;
    readonly domainArn: pulumi.Input<string>;
    readonly vpcId: pulumi.Input<string>;
    /** What must not be deleted before the domain is empty: domain and profiles. */
    readonly after: readonly pulumi.Resource[];
}

/**
 * Stands after the domain and its profiles, and so goes before them: on its way out it calls the function that deletes
 * the apps and spaces people have made, without which profiles and domain do not go.
 *
 * The domain must carry `drainTag`: when the setting is switched off this goes while the domain stays, and the tag, gone
 * by then, is what keeps people's apps.
 */
export class Drain extends pulumi.ComponentResource {
    constructor(name: string, args: DrainArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:domain:Drain", name, {}, opts);
        const { sweep, domainId, domainArn, vpcId } = args;
        const policy = new aws.iam.RolePolicy(
            name,
            {
                name: "domain",
                role: sweep.roleName,
                policy: documentText("inline policy", name, {
                    Version: "2012-10-17",
                    Statement: domainStatements(sweep.statementArgs, domainId, vpcId),
                }),
            },
            { parent: this },
        );
        const task = pulumi
            .all([domainId, domainArn, vpcId])
            .apply(([id, arn, vpc]): DomainTask => ({ task: "domain", domainId: id, domainArn: arn, vpcId: vpc }));
        new aws.lambda.Invocation(
            name,
            {
                functionName: sweep.functionName,
                lifecycleScope: "CRUD",
                input: pulumi.jsonStringify(task),
                // Another domain is another resource, so that the old one is emptied before it goes.
                triggers: { domainId },
            },
            { parent: this, dependsOn: [policy, ...sweep.ready, ...args.after] },
        );
        this.registerOutputs({});
    }
}
