import { allOf } from "./lookup";
import type { Place } from "./place";
import type { Store, Stored } from "./store";
import { hexId } from "./subject";
import { type Properties, textAt, textsAt } from "./values";

/**
 * What SageMaker makes beside a domain: the home file system, a mount target with its network interface in each subnet
 * and two security groups, of mount targets and of apps, whose rules name each other.
 * Sources: SageMaker developer guide; the clean-up steps AWS publishes for retained home directories.
 */
export function makeCompanions(store: Store, place: Place, domain: Stored): void {
    const fileSystemId = textAt(domain.properties, "homeEfsFileSystemId") ?? "";
    const put = (type: string, id: string, properties: Properties): void =>
        store.put({
            id,
            type,
            account: place.account,
            region: place.region,
            inputs: [],
            properties: { ...properties, madeBy: domain.id },
        });
    put("aws:efs/fileSystem:FileSystem", fileSystemId, {
        tags: { ManagedByAmazonSageMakerResource: domain.properties["arn"] },
    });
    const ways = ["inbound", "outbound"].map((way) => ({
        name: `security-group-for-${way}-nfs-${domain.id}`,
        id: hexId("sg-"),
    }));
    ways.forEach(({ name, id }, index) => {
        put("aws:ec2/securityGroup:SecurityGroup", id, { name, vpcId: domain.properties["vpcId"] });
        const way = index === 0 ? "Ingress" : "Egress";
        put(`aws:vpc/securityGroup${way}Rule:SecurityGroup${way}Rule`, hexId("sgr-"), {
            securityGroupId: id,
            referencedSecurityGroupId: ways[1 - index]?.id,
            ipProtocol: "tcp",
            fromPort: 2049,
            toPort: 2049,
        });
    });
    for (const subnetId of textsAt(domain.properties, "subnetIds[]")) {
        put("aws:efs/mountTarget:MountTarget", hexId("fsmt-"), {
            fileSystemId,
            subnetId,
            securityGroups: [ways[0]?.id],
        });
    }
}

/**
 * What stays when the domain goes. `Retain`, AWS's default, leaves everything; `Delete` takes the file system with its
 * mount targets along, and practitioners report that the two groups stay even then.
 */
export function removeCompanions(store: Store, place: Place, domain: Stored): void {
    if (textAt(domain.properties, "retentionPolicy.homeEfsFileSystem") !== "Delete") {
        return;
    }
    for (const type of ["aws:efs/fileSystem:FileSystem", "aws:efs/mountTarget:MountTarget"]) {
        allOf(store, place, type)
            .filter((resource) => resource.properties["madeBy"] === domain.id)
            .forEach((resource) => store.remove(resource));
    }
}
