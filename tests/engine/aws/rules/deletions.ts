import { AwsError } from "../errors";
import { allOf } from "../lookup";
import type { Store, Stored } from "../store";

/**
 * Refuses to delete a profile that has apps or owns spaces, and a space that has apps: they name each other by name
 * within a domain, so the table of references cannot say it.
 * Source: SageMaker API reference, DeleteUserProfile and DeleteSpace.
 */
export function checkNoApps(store: Store, resource: Stored): void {
    const { domainId, userProfileName, spaceName } = resource.properties;
    const inDomain = (type: string): Stored[] =>
        allOf(store, resource, type).filter((other) => other.properties["domainId"] === domainId);
    const apps = inDomain("aws:sagemaker/app:App");
    let holder: Stored | undefined;
    if (resource.type === "aws:sagemaker/userProfile:UserProfile") {
        holder =
            apps.find((app) => app.properties["userProfileName"] === userProfileName) ??
            inDomain("aws:sagemaker/space:Space").find((space) => ownerOf(space) === userProfileName);
    } else if (resource.type === "aws:sagemaker/space:Space") {
        holder = apps.find((app) => app.properties["spaceName"] === spaceName);
    }
    if (holder !== undefined) {
        throw new AwsError("ResourceInUse", `${resource.id} still has ${holder.id}`);
    }
}

function ownerOf(space: Stored): unknown {
    return (space.properties["ownershipSettings"] as { ownerUserProfileName?: unknown } | undefined)
        ?.ownerUserProfileName;
}
