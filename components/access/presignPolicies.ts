import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText } from "../documents";
import { physicalName, type Place, placePath } from "../names";
import type { Tags } from "../tags";
import type { LobOfAccess } from "./args";

/** Characters of a managed policy. Source: IAM and AWS STS quotas. */
const POLICY_LIMIT = 6144;

/** Managed policies of a role that AWS takes without a raised quota. Source: IAM and AWS STS quotas. */
const MOST_POLICIES = 10;

/** What the presign function's role asks of the roles it takes on: to be them, in a person's name, with a person's tag. */
export function takeOnRoles(roleArns: readonly string[]): aws.iam.PolicyDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "TakeOnAccessRoles",
                Effect: "Allow",
                Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
                Resource: [...roleArns],
            },
        ],
    };
}

/**
 * The roles in groups whose policies each fit, in the order given: a role added at the end changes the last group only.
 *
 * @throws pulumi.RunError where the groups are more than a role takes.
 */
export function inPolicies(roleArns: readonly string[]): string[][] {
    const groups: string[][] = [];
    let room = 0;
    for (const arn of roleArns) {
        const size = JSON.stringify(arn).length + 1;
        const last = groups.at(-1);
        if (last === undefined || size > room) {
            groups.push([arn]);
            room = POLICY_LIMIT - JSON.stringify(takeOnRoles([arn])).length;
        } else {
            last.push(arn);
            room -= size;
        }
    }
    if (groups.length > MOST_POLICIES) {
        throw new pulumi.RunError(
            `lobs: the roles of ${roleArns.length} lines of business need ${groups.length} managed policies; a role has ` +
                `${MOST_POLICIES} (IAM and AWS STS quotas). Choose shorter names for project, stack and lines of business.`,
        );
    }
    return groups;
}

/** Gives the presign function's role the lines of business's access roles, each by its whole ARN. */
export function createLobPolicies(
    parent: pulumi.Resource,
    name: string,
    args: {
        readonly place: Place;
        readonly roleName: pulumi.Input<string>;
        readonly lobs: readonly LobOfAccess[];
        readonly tags: Tags;
    },
): pulumi.Resource[] {
    return inPolicies(args.lobs.map(({ accessRoleArn }) => accessRoleArn)).map((roleArns, index) => {
        const suffix = `lobs-${index + 1}`;
        const policy = new aws.iam.Policy(
            `${name}-${suffix}`,
            {
                name: physicalName(args.place, "policy", suffix),
                path: placePath(args.place),
                description: "Access roles the presign function takes on",
                policy: documentText("managed policy", `${name}-${suffix}`, takeOnRoles(roleArns)),
                tags: args.tags,
            },
            { parent },
        );
        return new aws.iam.RolePolicyAttachment(
            `${name}-${suffix}`,
            { role: args.roleName, policyArn: policy.arn },
            { parent },
        );
    });
}
