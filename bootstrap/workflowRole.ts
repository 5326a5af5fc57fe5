import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../components/documents";
import { physicalName, type Place } from "../components/names";
import type { Tags } from "../components/tags";
import { partitionOf } from "../policy-pack/facts";
import { type Document, POLICIES_PER_ROLE } from "./policies/document";
import type { TrustDocument } from "./policies/trust";

export interface WorkflowRoleArgs {
    /** Where the role itself lives; not the place of the stack it deploys. */
    readonly place: Place;
    /** Part of every name, for example `preview` or `deploy-prod`. */
    readonly purpose: string;
    readonly description: string;
    readonly trust: TrustDocument;
    readonly boundary: Document;
    /** Documents made from the permission table. */
    readonly permissions: readonly Document[];
    /** Access to state and keys; holds ids made at deployment, so it is a policy of its own. Left out: none. */
    readonly stateAccess?: pulumi.Output<Document>;
    readonly tags: Tags;
}

/** Seconds a job may hold the role's credentials; an update of a domain takes minutes. */
const SESSION_SECONDS = 3600;

/** ARN of a workflow role; known before it exists, so that keys and the bucket can name it. */
export function workflowRoleArn(place: Place, purpose: string): string {
    return `arn:${partitionOf(place.region).id}:iam::${place.account}:role/${physicalName(place, "role", purpose)}`;
}

/** A role of the pipeline, below a permissions boundary: GitHub's workflow jobs assume it, or one of its roles does. */
export class WorkflowRole extends pulumi.ComponentResource {
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: WorkflowRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio-bootstrap:roles:WorkflowRole", name, {}, opts);
        const boundary = this.createPolicy(name, "boundary", pulumi.output(args.boundary), args);
        const role = new aws.iam.Role(
            name,
            {
                name: physicalName(args.place, "role", args.purpose),
                description: args.description,
                assumeRolePolicy: documentText("trust policy", name, asPulumi(args.trust)),
                permissionsBoundary: boundary.arn,
                maxSessionDuration: SESSION_SECONDS,
                tags: args.tags,
            },
            { parent: this },
        );
        const documents: [string, pulumi.Output<Document>][] = [
            ...args.permissions.map((each, index): [string, pulumi.Output<Document>] => [
                `stack-${index + 1}`,
                pulumi.output(each),
            ]),
            ...(args.stateAccess === undefined
                ? []
                : [["state", args.stateAccess] satisfies [string, pulumi.Output<Document>]]),
        ];
        if (documents.length > POLICIES_PER_ROLE) {
            throw new pulumi.RunError(
                `${name} would need ${documents.length} managed policies; AWS attaches at most ${POLICIES_PER_ROLE} to a role. ` +
                    "Let fewer units of the stack stand in this account.",
            );
        }
        for (const [purpose, document] of documents) {
            const policy = this.createPolicy(name, purpose, document, args);
            new aws.iam.RolePolicyAttachment(
                `${name}-${purpose}`,
                { role: role.name, policyArn: policy.arn },
                { parent: this },
            );
        }
        this.arn = role.arn;
        this.registerOutputs({ arn: this.arn });
    }

    private createPolicy(
        name: string,
        purpose: string,
        document: pulumi.Output<Document>,
        args: WorkflowRoleArgs,
    ): aws.iam.Policy {
        return new aws.iam.Policy(
            `${name}-${purpose}`,
            {
                name: physicalName(args.place, "policy", `${args.purpose}-${purpose}`),
                description: args.description,
                policy: document.apply((value) =>
                    documentText("managed policy", `${name}-${purpose}`, asPulumi(value)),
                ),
                tags: args.tags,
            },
            { parent: this },
        );
    }
}

/** Our documents are read-only and plain; Pulumi's type of the same thing is writable. */
function asPulumi(document: object): aws.iam.PolicyDocument {
    return document as aws.iam.PolicyDocument;
}
