import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { StudioDomainArgs } from "./args";

/** NFS. Source: EFS user guide, "Using VPC security groups". */
const NFS = 2049;

/**
 * Opens the way of every app to the mount targets of the file systems: out of the group all apps carry, to their groups
 * and nowhere else. The other side is not this stack's: their groups admit the apps' group, or the mount fails.
 */
export function openFileSystems(
    parent: pulumi.Resource,
    name: string,
    { fileSystems, defaultGroupId, tags }: StudioDomainArgs,
): aws.vpc.SecurityGroupEgressRule[] {
    const groups = new Set(fileSystems.map(({ securityGroup }) => securityGroup));
    return [...groups].map(
        (group) =>
            new aws.vpc.SecurityGroupEgressRule(
                `${name}-nfs-to-${group}`,
                {
                    securityGroupId: defaultGroupId,
                    referencedSecurityGroupId: group,
                    ipProtocol: "tcp",
                    fromPort: NFS,
                    toPort: NFS,
                    description: "NFS to file systems beside the homes",
                    tags,
                },
                { parent },
            ),
    );
}
