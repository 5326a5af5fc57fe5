import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { SERVICE_CONTROL_POLICIES, type ServiceControlName } from "./serviceControl";

export interface OrganizationGuardrailsArgs {
    readonly place: Place;
    /** Role of the management account, or of the account that administers policies for it. */
    readonly managementRole: string;
    /** Organizational units and accounts the policies are attached to. */
    readonly targets: readonly string[];
    /** Text of each policy. */
    readonly texts: Readonly<Record<ServiceControlName, pulumi.Input<string>>>;
    readonly tags: Tags;
}

/** The service control policies in the organization: made and attached through the management account. */
export class OrganizationGuardrails extends pulumi.ComponentResource {
    constructor(name: string, args: OrganizationGuardrailsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:OrganizationGuardrails", name, {}, opts);
        const { place, managementRole, targets, texts, tags } = args;
        const provider = new aws.Provider(
            `${name}-aws`,
            {
                region: place.region,
                allowedAccountIds: [managementRole.split(":")[4] ?? ""],
                assumeRoles: [{ roleArn: managementRole, sessionName: `${place.project}-${place.stack}`.slice(0, 64) }],
            },
            { parent: this },
        );
        for (const purpose of SERVICE_CONTROL_POLICIES) {
            const policy = new aws.organizations.Policy(
                `${name}-${purpose}`,
                {
                    // The name is one of the whole organization's: it holds a hash of the place.
                    name: physicalName(place, "policy", `studio-${purpose}`),
                    type: "SERVICE_CONTROL_POLICY",
                    description: `Guardrails of SageMaker Studio in account ${place.account}: ${purpose}`,
                    content: texts[purpose],
                    tags,
                },
                { parent: this, provider },
            );
            for (const targetId of targets) {
                new aws.organizations.PolicyAttachment(
                    `${name}-${purpose}-${targetId}`,
                    { policyId: policy.id, targetId },
                    { parent: this, provider },
                );
            }
        }
        this.registerOutputs({});
    }
}
