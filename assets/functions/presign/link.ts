import { CreatePresignedDomainUrlCommand, type SageMakerClient } from "@aws-sdk/client-sagemaker";

import type { Budget } from "./budget";
import type { DirectoryItem } from "./directoryItem";
import { type Environment, type Partition, STUDIO_SUFFIX } from "./environment";
import { Refusal, unavailable } from "./refusal";

/**
 * A link that signs its bearer in to the item's profile. It is a secret: it goes to the person and nowhere else.
 *
 * @throws Refusal of 404 when SageMaker has no such domain or profile, of 403 when the role may not open it, else of
 * 503. CreatePresignedDomainUrl documents no conflict: a domain or profile that is being changed answers a validation
 * error, which is over in a while as other failures are.
 */
export async function presignedLink(
    client: SageMakerClient,
    item: DirectoryItem,
    { linkSeconds, sessionSeconds, partition }: Environment,
    budget: Budget,
): Promise<string> {
    const command = new CreatePresignedDomainUrlCommand({
        DomainId: item.domainId,
        UserProfileName: item.profileName,
        ExpiresInSeconds: linkSeconds,
        SessionExpirationDurationInSeconds: sessionSeconds,
    });
    const { AuthorizedUrl: url } = await budget.spend(
        (abortSignal) => client.send(command, { abortSignal }),
        (error) => refusalOf(error, item),
    );
    if (!isStudioLink(url, item, partition)) {
        throw unavailable("strange_link");
    }
    return url;
}

/** Whether a URL leads over TLS to the domain's own Studio and nowhere else. */
export function isStudioLink(
    url: string | undefined,
    { domainId, region }: Pick<DirectoryItem, "domainId" | "region">,
    partition: Partition,
): url is string {
    if (url === undefined || !URL.canParse(url)) {
        return false;
    }
    const { protocol, host, username, password } = new URL(url);
    return (
        protocol === "https:" &&
        // With the port, which only another one than 443 would add.
        host === `${domainId}.studio.${region}.${STUDIO_SUFFIX[partition]}` &&
        username === "" &&
        password === ""
    );
}

function refusalOf(error: Error, { lob, profileName }: DirectoryItem): Refusal {
    switch (error.name) {
        case "ResourceNotFound": {
            const message = `Studio no longer has the profile ${profileName} of ${lob}. Ask its administrators.`;
            return new Refusal({ status: 404, error: "profile_gone", message }, undefined, error.name);
        }
        case "AccessDeniedException": {
            const message = `Your line of business (${lob}) does not let you open the profile ${profileName}.`;
            return new Refusal({ status: 403, error: "not_allowed", message }, undefined, error.name);
        }
        default:
            return unavailable("studio_unavailable", error.name);
    }
}
