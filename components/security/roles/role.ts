import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { checkedText, documentText } from "../../documents";
import type { Tags } from "../../tags";

/** A role SageMaker works under, with all that decides what it may do. */
export interface RoleSpec {
    /** Physical name. */
    readonly name: string;
    readonly path: string;
    readonly description: string;
    /** The account whose SageMaker may assume the role. */
    readonly account: string;
    /** Whether sessions may carry the identity of a person whom IAM Identity Center signed in. */
    readonly identityContext: boolean;
    readonly boundaryArn: pulumi.Input<string>;
    /** Inline policies by purpose. */
    readonly documents: Readonly<Record<string, aws.iam.PolicyDocument>>;
    /** Managed policies by the ending of the attachment's logical name. */
    readonly attachments: Readonly<Record<string, pulumi.Input<string>>>;
    readonly tags: Tags;
}

/** Managed policies of one role. Source: IAM and AWS STS quotas, "Managed policies attached to an IAM role". */
const MOST_ATTACHMENTS = 10;

/**
 * Makes the role with its policies below `parent`.
 *
 * @returns the role's ARN, which resolves once its policies are attached
 * @throws pulumi.RunError when the documents or attachments are more than AWS gives a role
 */
export function createRole(parent: pulumi.Resource, name: string, spec: RoleSpec): pulumi.Output<string> {
    const attachments = Object.entries(spec.attachments);
    if (attachments.length > MOST_ATTACHMENTS) {
        throw new pulumi.RunError(
            `The role ${name} has ${attachments.length} managed policies; AWS attaches at most ${MOST_ATTACHMENTS} (IAM and AWS STS quotas). ` +
                "Choose fewer features in network.features, or remove sets from the persona in security.personas.",
        );
    }
    const role = new aws.iam.Role(
        name,
        {
            name: spec.name,
            // AWS's own default is left out: writing it where it never stood would show as a change.
            ...(spec.path === "/" ? {} : { path: spec.path }),
            description: spec.description,
            assumeRolePolicy: documentText("trust policy", name, trust(spec)),
            permissionsBoundary: spec.boundaryArn,
            tags: spec.tags,
        },
        { parent },
    );
    const texts = Object.entries(spec.documents).map(
        ([purpose, document]) => [purpose, documentText("inline policy", `${name}-${purpose}`, document)] as const,
    );
    const policies = texts.map(
        ([purpose, policy]) =>
            new aws.iam.RolePolicy(`${name}-${purpose}`, { name: purpose, role: role.name, policy }, { parent }),
    );
    const attached = attachments.map(
        ([ending, policyArn]) =>
            new aws.iam.RolePolicyAttachment(`${name}-${ending}`, { role: role.name, policyArn }, { parent }),
    );
    // AWS counts all inline policies of a role together.
    const checked = pulumi
        .all(texts.map(([, text]) => text))
        .apply((all) => checkedText("inline policy", `${name}, all of them`, all.join("")));
    // The role's own ARN stands among what is waited for: at a preview only that keeps the dependency on the role.
    return pulumi
        .all([role.arn, checked, ...[...policies, ...attached].map(({ id }) => id)])
        .apply(([arn]) => arn as string);
}

/**
 * SageMaker alone, for this account. The domain puts the profile's name into the session as source identity, so that
 * CloudTrail tells who it was, and the session hands it on to jobs.
 */
function trust({ account, identityContext }: RoleSpec): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "SageMakerOfThisAccount",
                Effect: "Allow",
                Principal: { Service: "sagemaker.amazonaws.com" },
                Action: ["sts:AssumeRole", "sts:SetSourceIdentity", ...(identityContext ? ["sts:SetContext"] : [])],
                Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
        ],
    };
}
