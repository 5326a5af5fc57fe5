import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Feature } from "../../policy-pack/facts";
import { checkedText, documentText } from "../documents";
import { physicalName, type Place } from "../names";
import type { Tags } from "../tags";
import type { AccessOrigin } from "./access";
import { boundaryDocument } from "./boundary";
import { executionPolicies } from "./executionPolicies";

export interface ExecutionRoleArgs {
    readonly place: Place;
    readonly partition: string;
    readonly features: readonly Feature[];
    /** Key of the tag that ties a profile to a person. */
    readonly tagKey: string;
    readonly dataBuckets: readonly string[];
    readonly origin: AccessOrigin;
    readonly domainKeyArn: pulumi.Input<string>;
    /** Key of outputs shared with a notebook. Default: nothing is shared. */
    readonly sharingKeyArn?: string | undefined;
    /** Whether the domain gives its tags and the profile's to what people create. */
    readonly tagPropagation: boolean;
    readonly tags: Tags;
}

/** ARN of the execution role; known before it exists, so that keys and boundaries can name it. */
export function executionRoleArn(place: Place, partition: string): string {
    return `arn:${partition}:iam::${place.account}:role/${physicalName(place, "role", "execution")}`;
}

/**
 * What Studio's apps and jobs run as. SageMaker alone may assume it, for this account, with the profile's name as source
 * identity; a permissions boundary holds the denials; it opens the profile its app runs in and no other.
 */
export class ExecutionRole extends pulumi.ComponentResource {
    /** ARN of the role; resolves once its policies are attached. */
    readonly arn: pulumi.Output<string>;

    constructor(name: string, args: ExecutionRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:ExecutionRole", name, {}, opts);
        const { account, region } = args.place;
        const { partition, tagKey, tagPropagation } = args;

        const boundary = new aws.iam.Policy(
            `${name}-boundary`,
            {
                name: physicalName(args.place, "policy", "execution-boundary"),
                description: "Upper bound of every Studio execution role of this deployment",
                policy: documentText(
                    "managed policy",
                    `${name}-boundary`,
                    boundaryDocument({ account, partition, region, tagKey, tagPropagation }),
                ),
                tags: args.tags,
            },
            { parent: this },
        );
        const role = new aws.iam.Role(
            name,
            {
                name: physicalName(args.place, "role", "execution"),
                description: "Studio apps and jobs",
                assumeRolePolicy: documentText("trust policy", name, {
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "SageMakerOfThisAccount",
                            Effect: "Allow",
                            Principal: { Service: "sagemaker.amazonaws.com" },
                            // The domain puts the profile's name into the session, so that CloudTrail tells who it was.
                            Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
                            Condition: { StringEquals: { "aws:SourceAccount": account } },
                        },
                    ],
                }),
                permissionsBoundary: boundary.arn,
                tags: args.tags,
            },
            { parent: this },
        );
        const documents = executionPolicies({
            account,
            partition,
            region,
            roleArn: executionRoleArn(args.place, args.partition),
            features: args.features,
            dataBuckets: args.dataBuckets,
            origin: args.origin,
            domainKeyArn: args.domainKeyArn,
            sharingKeyArn: args.sharingKeyArn,
            tagPropagation,
        });
        const texts = Object.entries(documents).map(
            ([purpose, document]) => [purpose, documentText("inline policy", `${name}-${purpose}`, document)] as const,
        );
        const policies = texts.map(
            ([purpose, policy]) =>
                new aws.iam.RolePolicy(
                    `${name}-${purpose}`,
                    { name: purpose, role: role.name, policy },
                    { parent: this },
                ),
        );
        // AWS counts all inline policies of a role together.
        const checked = pulumi
            .all(texts.map(([, text]) => text))
            .apply((all) => checkedText("inline policy", `${name}, all of them`, all.join("")));
        // The role's own ARN stands among what is waited for: at a preview only that keeps the dependency on the role.
        this.arn = pulumi.all([role.arn, checked, ...policies.map(({ id }) => id)]).apply(([arn]) => arn as string);
        this.registerOutputs({ arn: this.arn });
    }
}
