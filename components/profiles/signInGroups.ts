import { createHash } from "node:crypto";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface SignInGroupsArgs {
    /** Application that IAM Identity Center has for the domain. */
    readonly applicationArn: pulumi.Input<string>;
    /** Display names of the groups; decides how many assignments exist. */
    readonly groups: readonly string[];
}

/**
 * Groups of IAM Identity Center whose members may sign in to the domain. SageMaker makes a profile for an assigned user
 * only. Source: CloudFormation, AWS::SageMaker::UserProfile; SageMaker developer guide, "IAM Identity Center groups in a
 * domain".
 */
export class SignInGroups extends pulumi.ComponentResource {
    /** The assignments; a profile waits for them. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: SignInGroupsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:profiles:SignInGroups", name, {}, opts);
        const identityStoreId = this.identityStore();
        this.ready = args.groups.map((group) => {
            const { groupId } = groupIn(identityStoreId, group, this);
            return new aws.ssoadmin.ApplicationAssignment(
                `${name}-${groupKey(group)}`,
                { applicationArn: args.applicationArn, principalType: "GROUP", principalId: groupId },
                { parent: this },
            );
        });
        this.registerOutputs({});
    }

    /** @throws pulumi.RunError in the answer when the Region has no IAM Identity Center. */
    private identityStore(): pulumi.Output<string> {
        return aws.ssoadmin.getInstancesOutput({}, { parent: this }).apply(({ identityStoreIds, region }) => {
            const [id, ...others] = identityStoreIds;
            if (id === undefined || others.length > 0) {
                throw new pulumi.RunError(
                    `access.mode is identity-center, and the account sees ${identityStoreIds.length} instances of IAM Identity Center in ${region}. SageMaker uses the one of the domain's Region: enable it there, or deploy to the Region that has it.`,
                );
            }
            return id;
        });
    }
}

function groupIn(
    identityStoreId: pulumi.Output<string>,
    group: string,
    parent: pulumi.Resource,
): { groupId: pulumi.Output<string> } {
    const found = aws.identitystore.getGroupOutput(
        {
            identityStoreId,
            alternateIdentifier: { uniqueAttribute: { attributePath: "DisplayName", attributeValue: group } },
        },
        { parent },
    );
    return { groupId: found.groupId };
}

/** Part of a logical name: letters to recognise the group by, and a hash of its whole name to keep two apart. */
function groupKey(group: string): string {
    const readable = group
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 40);
    const hash = createHash("sha256").update(group).digest("hex").slice(0, 8);
    return readable === "" ? hash : `${readable}-${hash}`;
}
