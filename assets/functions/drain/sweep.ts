import {
    DeleteSecurityGroupCommand,
    DescribeSecurityGroupsCommand,
    type EC2Client,
    RevokeSecurityGroupEgressCommand,
    RevokeSecurityGroupIngressCommand,
    type SecurityGroup,
} from "@aws-sdk/client-ec2";
import {
    DeleteFileSystemCommand,
    DeleteMountTargetCommand,
    DescribeFileSystemsCommand,
    type EFSClient,
    type FileSystemDescription,
    type MountTargetDescription,
    paginateDescribeMountTargets,
} from "@aws-sdk/client-efs";

import { type Clock, untilGone } from "./clock";
import { isError, tolerating } from "./errors";
import type { Leftovers, NetworkClients } from "./leftovers";

/** What is to be removed of what a domain left behind. */
export interface SweepPlan {
    readonly mountTargets: boolean;
    readonly fileSystems: boolean;
    readonly groups: boolean;
}

/**
 * What a sweep removes. Retained homes stay reachable where the VPC stays; where it goes, the file system stays and
 * loses its mount targets, without which the VPC cannot go.
 */
export function sweepPlan(homes: "retain" | "delete", ownVpc: boolean): SweepPlan {
    const isDeleted = homes === "delete";
    return { mountTargets: isDeleted || ownVpc, fileSystems: isDeleted, groups: isDeleted || ownVpc };
}

/**
 * Removes what a domain left behind, in AWS's order: mount targets, the file system, the rules of both groups (each
 * names the other), the groups.
 *
 * @throws WorkLeft
 */
export async function sweep(
    { ec2, efs }: NetworkClients,
    clock: Clock,
    { fileSystems, groups }: Leftovers,
    plan: SweepPlan,
): Promise<void> {
    const ids = fileSystems.flatMap(({ FileSystemId }) => FileSystemId ?? []);
    if (plan.mountTargets) {
        await untilGone(clock, {
            what: "mount targets",
            look: async () => (await Promise.all(ids.map((id) => mountTargets(efs, id)))).flat(),
            name: ({ MountTargetId = "?" }) => MountTargetId,
            remove: async ({ MountTargetId, LifeCycleState }) => {
                if (LifeCycleState !== "deleting") {
                    await tolerating(["MountTargetNotFound"], () =>
                        efs.send(new DeleteMountTargetCommand({ MountTargetId })),
                    );
                }
            },
        });
    }
    if (plan.fileSystems) {
        await untilGone(clock, {
            what: "home file systems",
            look: async () => (await Promise.all(ids.map((id) => findFileSystem(efs, id)))).flat(),
            name: ({ FileSystemId = "?" }) => FileSystemId,
            remove: async ({ FileSystemId, LifeCycleState }) => {
                if (LifeCycleState !== "deleting") {
                    await tolerating(["FileSystemNotFound", "FileSystemInUse"], () =>
                        efs.send(new DeleteFileSystemCommand({ FileSystemId })),
                    );
                }
            },
        });
    }
    if (plan.groups) {
        await removeGroups(ec2, clock, groups);
    }
}

async function removeGroups(client: EC2Client, clock: Clock, groups: readonly SecurityGroup[]): Promise<void> {
    for (const group of groups) {
        await revokeRules(client, group);
    }
    await untilGone(clock, {
        what: "NFS security groups",
        look: async () => (await Promise.all(groups.map(({ GroupId = "" }) => findGroup(client, GroupId)))).flat(),
        name: ({ GroupId = "?" }) => GroupId,
        // A network interface that AWS has not yet taken away holds its group for minutes.
        remove: ({ GroupId }) =>
            tolerating(["DependencyViolation", "InvalidGroup.NotFound"], () =>
                client.send(new DeleteSecurityGroupCommand({ GroupId })),
            ),
    });
}

/** Takes away all rules, by what they say: rules by id are another resource, which carries no mark. */
async function revokeRules(
    client: EC2Client,
    { GroupId, IpPermissions = [], IpPermissionsEgress = [] }: SecurityGroup,
): Promise<void> {
    const gone = ["InvalidPermission.NotFound", "InvalidGroup.NotFound"];
    if (IpPermissions.length > 0) {
        await tolerating(gone, () => client.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions })));
    }
    if (IpPermissionsEgress.length > 0) {
        await tolerating(gone, () =>
            client.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: IpPermissionsEgress })),
        );
    }
}

async function findGroup(client: EC2Client, id: string): Promise<SecurityGroup[]> {
    const Filters = [{ Name: "group-id", Values: [id] }];
    return (await client.send(new DescribeSecurityGroupsCommand({ Filters }))).SecurityGroups ?? [];
}

async function findFileSystem(client: EFSClient, id: string): Promise<FileSystemDescription[]> {
    try {
        const { FileSystems = [] } = await client.send(new DescribeFileSystemsCommand({ FileSystemId: id }));
        return FileSystems.filter(({ LifeCycleState }) => LifeCycleState !== "deleted");
    } catch (error) {
        if (isError(error, "FileSystemNotFound")) {
            return [];
        }
        throw error;
    }
}

async function mountTargets(client: EFSClient, FileSystemId: string): Promise<MountTargetDescription[]> {
    try {
        const found: MountTargetDescription[] = [];
        for await (const { MountTargets = [] } of paginateDescribeMountTargets({ client }, { FileSystemId })) {
            found.push(...MountTargets.filter(({ LifeCycleState }) => LifeCycleState !== "deleted"));
        }
        return found;
    } catch (error) {
        if (isError(error, "FileSystemNotFound")) {
            return [];
        }
        throw error;
    }
}
