/** What the tests' directory says of a profile: an item of the table. */
export interface Item {
    readonly person: string;
    readonly profile: string;
    readonly lob: string;
    readonly account: string;
    readonly region: string;
    readonly domainId: string;
    readonly profileName: string;
    readonly roleArn: string;
    readonly externalId: string;
}

/** The lines of business of the tests. */
export const LOBS = {
    "lob-a": {
        account: "222233334444",
        domainId: "d-aaaaaaaaaaaa",
        roleArn: "arn:aws:iam::222233334444:role/private-studio/prod/lob-a/lob-a-access",
        externalId: "private-studio/prod/lob-a",
    },
    "lob-b": {
        account: "333344445555",
        domainId: "d-bbbbbbbbbbbb",
        roleArn: "arn:aws:iam::333344445555:role/private-studio/prod/lob-b/lob-b-access",
        externalId: "private-studio/prod/lob-b",
    },
} as const;

export const REGION = "eu-west-1";
export const TAG_KEY = "studiouserid";
export const LINK_SECONDS = 20;
export const SESSION_SECONDS = 28_800;

/** The profile of a person in a line of business, as the settings would put it into the table. */
export function item(person: string, lob: keyof typeof LOBS, profileName: string): Item {
    return { person, profile: `${lob}/${profileName}`, lob, region: REGION, profileName, ...LOBS[lob] };
}
