import { CreateTagsCommand } from "@aws-sdk/client-ec2";
import { TagResourceCommand } from "@aws-sdk/client-efs";

import type { Leftovers, NetworkClients } from "./leftovers";

/** A tag that says to which stack something belongs. */
export interface Mark {
    readonly key: string;
    readonly value: string;
}

/**
 * Marks what the domain will leave behind. Once the domain is gone nobody can tell whose it was: its id is in no
 * program, and another stack's, or another team's, may have stood in the same VPC.
 */
export async function markLeftovers({ ec2, efs }: NetworkClients, leftovers: Leftovers, mark: Mark): Promise<void> {
    const Tags = [{ Key: mark.key, Value: mark.value }];
    const Resources = leftovers.groups.flatMap(({ GroupId }) => GroupId ?? []);
    if (Resources.length > 0) {
        await ec2.send(new CreateTagsCommand({ Resources, Tags }));
    }
    for (const { FileSystemId } of leftovers.fileSystems) {
        await efs.send(new TagResourceCommand({ ResourceId: FileSystemId, Tags }));
    }
}
