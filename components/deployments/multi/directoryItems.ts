import type { DirectoryItem } from "../../access";
import { accessRoleArn, externalIdOf } from "../../names";
import type { Lob } from "../../settings";
import type { StudioOutputs } from "../studio";
import type { Places } from "./places";

/** The directory's entries of one line of business: one for each profile. */
export function directoryItems(
    { lob, partition, users }: Lob,
    places: Places,
    { domainId }: Pick<StudioOutputs, "domainId">,
): DirectoryItem[] {
    const place = places.lob(lob);
    return users.map(({ profile, tag }) => {
        if (tag === undefined) {
            throw new Error("the settings were checked, and everybody in a line of business has a tag");
        }
        return {
            person: tag,
            lob,
            account: place.account,
            region: place.region,
            domainId,
            profileName: profile,
            roleArn: accessRoleArn(place, partition),
            externalId: externalIdOf(place),
        };
    });
}
