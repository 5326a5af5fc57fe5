import type { AttributeValue } from "@aws-sdk/client-dynamodb";

import type { Partition } from "./environment";

/** One profile of one person, as the directory has it. */
export interface DirectoryItem {
    readonly person: string;
    /** `<lob>/<profile name>`. */
    readonly profile: string;
    readonly lob: string;
    readonly account: string;
    readonly region: string;
    readonly domainId: string;
    readonly profileName: string;
    /** The line of business's access role, in the same account. */
    readonly roleArn: string;
    readonly externalId: string;
}

/**
 * Forms of what is put into requests and ARNs.
 *
 * Source: SageMaker API CreatePresignedDomainUrl (DomainId, UserProfileName), STS API AssumeRole (ExternalId).
 */
const FORM = {
    lob: /^[a-z0-9][a-z0-9-]{0,62}$/,
    account: /^\d{12}$/,
    region: /^[a-z]+(?:-[a-z]+)+-\d+$/,
    domainId: /^d-(?:-*[a-z0-9]){1,61}$/,
    profileName: /^[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}$/,
    externalId: /^[\w+=,.@:/-]{2,1224}$/,
} as const;

/**
 * An item of the table, or the names of what is missing or malformed in it, or does not belong together: a role of
 * another account than the item's would make links there.
 */
export function directoryItem(
    attributes: Readonly<Record<string, AttributeValue>>,
    person: string,
    partition: Partition,
): DirectoryItem | readonly string[] {
    const text = (name: string): string => attributes[name]?.S ?? "";
    const item: DirectoryItem = {
        person: text("person"),
        profile: text("profile"),
        lob: text("lob"),
        account: text("account"),
        region: text("region"),
        domainId: text("domainId"),
        profileName: text("profileName"),
        roleArn: text("roleArn"),
        externalId: text("externalId"),
    };
    const role = new RegExp(`^arn:${partition}:iam::${item.account}:role/[\\w+=,.@/-]{1,576}$`);
    const forms = Object.entries(FORM) as readonly [keyof typeof FORM, RegExp][];
    const wrong = [
        ...(item.person === person ? [] : ["person"]),
        ...(item.profile === `${item.lob}/${item.profileName}` ? [] : ["profile"]),
        ...forms.flatMap(([name, form]) => (form.test(item[name]) ? [] : [name])),
        // An account that is no number must not become part of a pattern.
        ...(FORM.account.test(item.account) && role.test(item.roleArn) ? [] : ["roleArn"]),
    ];
    return wrong.length === 0 ? item : wrong;
}
