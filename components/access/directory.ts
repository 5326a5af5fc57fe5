import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { directoryName, type Place } from "../names";
import type { Tags } from "../tags";

/** Key of the directory: one person's entries lie together, and one question finds them all. */
const KEY = { hashKey: "person", rangeKey: "profile" } as const;

/** Makes the table of who opens which profile. */
export function createTable(
    parent: pulumi.Resource,
    name: string,
    args: {
        readonly place: Place;
        readonly keyArn: pulumi.Input<string>;
        readonly protect: boolean;
        readonly tags: Tags;
    },
): aws.dynamodb.Table {
    return new aws.dynamodb.Table(
        `${name}-directory`,
        {
            name: directoryName(args.place),
            ...KEY,
            attributes: [
                { name: KEY.hashKey, type: "S" },
                { name: KEY.rangeKey, type: "S" },
            ],
            // A few questions a day by each person: no capacity to choose, and none to run out of.
            billingMode: "PAY_PER_REQUEST",
            serverSideEncryption: { enabled: true, kmsKeyArn: args.keyArn },
            pointInTimeRecovery: { enabled: true },
            deletionProtectionEnabled: args.protect,
            tags: args.tags,
        },
        { parent, protect: args.protect },
    );
}

/** One profile somebody may open, and all that is needed to open it. */
export interface DirectoryItem {
    /** Name the person signs in with; also the value of the profile's tag. */
    readonly person: string;
    readonly lob: string;
    /** Twelve digits. */
    readonly account: string;
    readonly region: string;
    readonly domainId: pulumi.Input<string>;
    readonly profileName: string;
    /** As `accessRoleArn` gives it. */
    readonly roleArn: string;
    /** As `externalIdOf` gives it. */
    readonly externalId: string;
}

export interface DirectoryArgs {
    readonly tableName: pulumi.Input<string>;
    readonly items: readonly DirectoryItem[];
}

/**
 * Entries of the directory, one for each profile. What the presign function knows of a line of business it knows from
 * here: an account, domain or role that no entry names cannot be opened.
 *
 * @throws pulumi.RunError naming every profile that has two entries
 */
export class Directory extends pulumi.ComponentResource {
    /** The entries; a table is full once they stand. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, { tableName, items }: DirectoryArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:access:Directory", name, {}, opts);
        refuseDuplicates(items);
        this.ready = items.map(
            (item) =>
                new aws.dynamodb.TableItem(
                    `${name}-${item.lob}-${item.profileName}`,
                    { tableName, ...KEY, item: itemText(item) },
                    { parent: this },
                ),
        );
        this.registerOutputs();
    }
}

/** What a profile is called in the directory and in requests. */
export function profileKey({ lob, profileName }: Pick<DirectoryItem, "lob" | "profileName">): string {
    return `${lob}/${profileName}`;
}

/** The entry as DynamoDB writes it, its attributes in order of name. */
function itemText({ person, lob, account, region, domainId, profileName, roleArn, externalId }: DirectoryItem) {
    return pulumi.jsonStringify({
        account: { S: account },
        domainId: { S: domainId },
        externalId: { S: externalId },
        lob: { S: lob },
        person: { S: person },
        profile: { S: profileKey({ lob, profileName }) },
        profileName: { S: profileName },
        region: { S: region },
        roleArn: { S: roleArn },
    });
}

/** A profile belongs to one person: its tag has one value. */
function refuseDuplicates(items: readonly DirectoryItem[]): void {
    const owners = new Map<string, string[]>();
    for (const item of items) {
        const key = profileKey(item);
        owners.set(key, [...(owners.get(key) ?? []), item.person]);
    }
    const mistakes = [...owners]
        .filter(([, people]) => people.length > 1)
        .map(([key, people]) => `${key}: ${people.join(", ")}`);
    if (mistakes.length > 0) {
        throw new pulumi.RunError(
            ["lobs[].users: a profile is of one person, and these have several entries:", ...mistakes].join("\n  "),
        );
    }
}
