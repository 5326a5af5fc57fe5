import { DescribeSecurityGroupsCommand, type EC2Client, type Filter, type SecurityGroup } from "@aws-sdk/client-ec2";
import { type EFSClient, type FileSystemDescription, paginateDescribeFileSystems } from "@aws-sdk/client-efs";

import { HOME_TAG } from "./event";

/** Clients of the services in which a domain leaves something behind. */
export interface NetworkClients {
    readonly ec2: EC2Client;
    readonly efs: EFSClient;
}

/** What a domain has beside itself, and may leave behind. */
export interface Leftovers {
    readonly domainId: string;
    /** The home file system; there is one at most. */
    readonly fileSystems: readonly FileSystemDescription[];
    /** The two groups for NFS, of mount targets and of apps. */
    readonly groups: readonly SecurityGroup[];
}

/** Names SageMaker gives the two groups. Source: SageMaker developer guide, "Amazon EFS". */
const GROUP_NAME = /^security-group-for-(?:inbound|outbound)-nfs-(d-[a-z0-9]+)$/;

/** What belongs to the domain, by the names and tags SageMaker gives. */
export async function leftoversOf({ ec2, efs }: NetworkClients, domainId: string, vpcId: string): Promise<Leftovers> {
    const names = ["inbound", "outbound"].map((way) => `security-group-for-${way}-nfs-${domainId}`);
    return {
        domainId,
        groups: await groupsOf(ec2, vpcId, { Name: "group-name", Values: names }),
        fileSystems: (await fileSystems(efs)).filter((each) => homeDomainOf(each) === domainId),
    };
}

/** Ids of the domains whose belongings carry the mark. */
export async function markedDomains(
    { ec2, efs }: NetworkClients,
    vpcId: string,
    mark: { readonly key: string; readonly value: string },
): Promise<readonly string[]> {
    const groups = await groupsOf(ec2, vpcId, { Name: `tag:${mark.key}`, Values: [mark.value] });
    const homes = (await fileSystems(efs)).filter(({ Tags = [] }) =>
        Tags.some(({ Key, Value }) => Key === mark.key && Value === mark.value),
    );
    const ids = [...groups.map(({ GroupName = "" }) => GROUP_NAME.exec(GroupName)?.[1]), ...homes.map(homeDomainOf)];
    return [...new Set(ids.filter((id) => id !== undefined))].sort();
}

async function groupsOf(client: EC2Client, vpcId: string, filter: Filter): Promise<SecurityGroup[]> {
    const Filters = [{ Name: "vpc-id", Values: [vpcId] }, filter];
    // Two groups a domain: no second page to expect, and EC2 gives no token without MaxResults.
    const { SecurityGroups = [] } = await client.send(new DescribeSecurityGroupsCommand({ Filters }));
    return SecurityGroups;
}

/** Id of the domain whose homes the file system holds. */
function homeDomainOf({ Tags = [] }: FileSystemDescription): string | undefined {
    const arn = Tags.find(({ Key }) => Key === HOME_TAG)?.Value ?? "";
    return /:domain\/(d-[a-z0-9]+)$/.exec(arn)?.[1];
}

async function fileSystems(client: EFSClient): Promise<FileSystemDescription[]> {
    const found: FileSystemDescription[] = [];
    for await (const { FileSystems = [] } of paginateDescribeFileSystems({ client }, {})) {
        found.push(...FileSystems);
    }
    return found;
}
