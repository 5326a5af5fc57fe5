import {
    type AppDetails,
    DeleteAppCommand,
    DeleteSpaceCommand,
    DeleteUserProfileCommand,
    paginateListApps,
    paginateListSpaces,
    paginateListUserProfiles,
    type SageMakerClient,
    type SpaceDetails,
} from "@aws-sdk/client-sagemaker";

import { USER_TAG } from "../../../components/names";
import { type Clock, untilGone } from "./clock";
import { tagOf } from "./domains";
import { tolerating } from "./errors";

/** A domain of whose contents is spoken. */
export interface DomainRef {
    readonly domainId: string;
    readonly domainArn: string;
}

/** What stands in a domain that the program did not make. */
export interface Contents {
    readonly apps: readonly AppDetails[];
    readonly spaces: readonly SpaceDetails[];
    /** Names of profiles. */
    readonly profiles: readonly string[];
}

/** Answers to a deletion that the next round deals with: gone already, or busy. */
const LATER = ["ResourceNotFound", "ResourceInUse", "ConflictException"];

/** What has to go before the program can delete its profiles and the domain. */
export async function contentsOf(client: SageMakerClient, domain: DomainRef): Promise<Contents> {
    return {
        apps: await runningApps(client, domain),
        spaces: await spacesOf(client, domain),
        profiles: await foreignProfiles(client, domain),
    };
}

/**
 * Deletes all apps, then all spaces, then the profiles somebody made beside the program's. The order is SageMaker's: it
 * deletes no space that has apps and no profile that has either.
 *
 * @throws WorkLeft
 */
export async function emptyDomain(client: SageMakerClient, clock: Clock, domain: DomainRef): Promise<void> {
    const DomainId = domain.domainId;
    await untilGone(clock, {
        what: "apps",
        look: () => runningApps(client, domain),
        name: appName,
        remove: (app) => removing(app, () => client.send(new DeleteAppCommand({ DomainId, ...keyOf(app) }))),
    });
    await untilGone(clock, {
        what: "spaces",
        look: () => spacesOf(client, domain),
        name: ({ SpaceName = "?" }) => SpaceName,
        remove: (space) =>
            removing(space, () => client.send(new DeleteSpaceCommand({ DomainId, SpaceName: space.SpaceName }))),
    });
    await untilGone(clock, {
        what: "profiles made outside the program",
        look: () => foreignProfiles(client, domain),
        name: (profile) => profile,
        remove: (UserProfileName) =>
            tolerating(LATER, () => client.send(new DeleteUserProfileCommand({ DomainId, UserProfileName }))),
    });
}

/** As a person knows it: whose, of what kind, which. */
export function appName({ SpaceName, UserProfileName, AppType, AppName }: AppDetails): string {
    return [SpaceName ?? UserProfileName, AppType, AppName].map((part) => part ?? "?").join("/");
}

/**
 * Apps that hold their space or profile. Failed and deleted ones, which SageMaker lists for another day, do not.
 * Source: SageMaker API reference, DeleteDomain and ListApps.
 */
async function runningApps(client: SageMakerClient, { domainId }: DomainRef): Promise<AppDetails[]> {
    const found: AppDetails[] = [];
    for await (const { Apps = [] } of paginateListApps({ client }, { DomainIdEquals: domainId })) {
        found.push(...Apps.filter(({ Status }) => Status !== "Deleted" && Status !== "Failed"));
    }
    return found;
}

async function spacesOf(client: SageMakerClient, { domainId }: DomainRef): Promise<SpaceDetails[]> {
    const found: SpaceDetails[] = [];
    for await (const { Spaces = [] } of paginateListSpaces({ client }, { DomainIdEquals: domainId })) {
        found.push(...Spaces);
    }
    return found;
}

/** Profiles without the user's name as a tag, which the program gives to each of its own. */
async function foreignProfiles(client: SageMakerClient, { domainId, domainArn }: DomainRef): Promise<string[]> {
    const found: string[] = [];
    for await (const { UserProfiles = [] } of paginateListUserProfiles({ client }, { DomainIdEquals: domainId })) {
        for (const { UserProfileName } of UserProfiles) {
            const arn = `${domainArn.replace(":domain/", ":user-profile/")}/${UserProfileName}`;
            if (UserProfileName !== undefined && (await tagOf(client, arn, USER_TAG)) === undefined) {
                found.push(UserProfileName);
            }
        }
    }
    return found;
}

/** What names an app in its domain: it belongs to a space, or directly to a profile. */
function keyOf({ AppName, AppType, SpaceName, UserProfileName }: AppDetails): {
    readonly AppName: AppDetails["AppName"];
    readonly AppType: AppDetails["AppType"];
    readonly SpaceName?: string | undefined;
    readonly UserProfileName?: string | undefined;
} {
    return { AppName, AppType, ...(SpaceName === undefined ? { UserProfileName } : { SpaceName }) };
}

/** Asks for a deletion once: what is on its way out would only be refused. */
async function removing(item: { readonly Status?: string | undefined }, call: () => Promise<unknown>): Promise<void> {
    if (item.Status !== "Deleting") {
        await tolerating(LATER, call);
    }
}
