import { AssumeRoleCommand, type AssumeRoleCommandInput, type STSClient } from "@aws-sdk/client-sts";

import type { Budget } from "./budget";
import type { DirectoryItem } from "./directoryItem";
import type { Environment } from "./environment";
import { Refusal, unavailable } from "./refusal";

/** Credentials of a line of business's access role, for one person and one profile. */
export interface Credentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
}

/** Seconds; the most a role may have that another role's session assumes. Source: IAM user guide, role chaining. */
const LONGEST_CHAINED = 3_600;

/**
 * The request for those credentials. The person is the session's name, its source identity and its tag, so that the
 * line of business's role can tell for whom it works and CloudTrail says so; the session's own policy leaves of the
 * role's permissions the one action on the one profile.
 */
function assumption(
    { person, account, region, domainId, profileName, roleArn, externalId }: DirectoryItem,
    { tagKey, partition }: Pick<Environment, "tagKey" | "partition">,
): AssumeRoleCommandInput {
    return {
        RoleArn: roleArn,
        RoleSessionName: person,
        SourceIdentity: person,
        Tags: [{ Key: tagKey, Value: person }],
        ExternalId: externalId,
        DurationSeconds: LONGEST_CHAINED,
        Policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: "sagemaker:CreatePresignedDomainUrl",
                    Resource: `arn:${partition}:sagemaker:${region}:${account}:user-profile/${domainId}/${profileName}`,
                },
            ],
        }),
    };
}

/** @throws Refusal of 403 when the role does not admit us for this person, else of 503 */
export async function assumed(
    client: STSClient,
    item: DirectoryItem,
    environment: Environment,
    budget: Budget,
): Promise<Credentials> {
    const command = new AssumeRoleCommand(assumption(item, environment));
    const { Credentials: given } = await budget.spend(
        (abortSignal) => client.send(command, { abortSignal }),
        ({ name }) => (name === "AccessDenied" ? notAdmitted(item) : unavailable("role_unavailable", name)),
    );
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
    if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
        throw unavailable("role_unavailable", "NoCredentials");
    }
    return { accessKeyId, secretAccessKey, sessionToken };
}

function notAdmitted({ lob }: DirectoryItem): Refusal {
    const message = `Your line of business (${lob}) does not admit you. Ask its administrators.`;
    return new Refusal({ status: 403, error: "not_admitted", message }, undefined, "AccessDenied");
}
