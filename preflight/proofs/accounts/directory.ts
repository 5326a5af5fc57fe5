import { type GraphResource, isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import { ROLE } from "../../../policy-pack/graph/identity";
import { type Finding, toProof, unproven } from "../network/findings";
import type { Proof } from "../proof";
import type { AccountsIntent, PersonIntent } from "./intent";
import { partsOf } from "./parts";

const ITEM = "aws:dynamodb/tableItem:TableItem";
const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";

/** Attributes of an entry, as the presign function reads them. */
const ATTRIBUTES = [
    "person",
    "profile",
    "lob",
    "account",
    "region",
    "domainId",
    "profileName",
    "roleArn",
    "externalId",
] as const;

/** One entry of the directory of who opens which profile. */
export interface DirectoryEntry extends Readonly<Record<(typeof ATTRIBUTES)[number], string>> {
    readonly resource: GraphResource;
}

/** The entries that can be read, and why others cannot. */
export interface DirectoryEntries {
    readonly entries: readonly DirectoryEntry[];
    readonly unread: readonly Finding[];
}

/** Reads the directory's entries from the table items of the access service. */
export function directoryOf(graph: ResourceGraph): DirectoryEntries {
    const entries: DirectoryEntry[] = [];
    const unread: Finding[] = [];
    for (const resource of graph.ofType(ITEM)) {
        const { item } = resource.props;
        if (typeof item !== "string") {
            unread.push(unproven(`entry ${resource.name} is not known yet`));
            continue;
        }
        const values = valuesOf(item);
        const missing = ATTRIBUTES.filter(
            (attribute) => typeof values[attribute] !== "string" || values[attribute] === "",
        );
        if (missing.length > 0) {
            const text = `entry ${resource.name} has no ${missing.join(", ")}`;
            unread.push({ verdict: "broken", text, fix: `Give ${resource.name} all of ${ATTRIBUTES.join(", ")}.` });
        } else {
            entries.push({ resource, ...(values as Record<(typeof ATTRIBUTES)[number], string>) });
        }
    }
    return { entries, unread };
}

/** Attributes of type S, as DynamoDB writes them: `{"person":{"S":"ana"}}`. */
function valuesOf(text: string): Readonly<Record<string, string | undefined>> {
    let parsed: unknown;
    try {
        parsed = JSON.parse(text);
    } catch {
        return {};
    }
    return Object.fromEntries(
        Object.entries((parsed ?? {}) as Record<string, { readonly S?: string } | null>).map(([key, value]) => [
            key,
            value?.S,
        ]),
    );
}

/**
 * Shows that the directory says of each profile what the accounts hold: its account, domain, tag and access role exist and
 * agree, no profile is missing, and no key stands twice.
 */
export function directoryProof(graph: ResourceGraph, intent: AccountsIntent): Proof {
    const { entries, unread } = directoryOf(graph);
    const wanted = new Map(intent.people.map((each) => [keyOf(each.person, each), each]));
    const findings = [
        ...unread,
        ...entries.flatMap((entry) => judge(graph, intent, entry, wanted)),
        ...twice(entries),
        ...missing(entries, unread, wanted),
    ];
    const none: Finding = {
        verdict: "holds",
        text: `${entries.length} entries, one for each profile of the stack file`,
    };
    return toProof(
        "directory",
        "The directory names for each person exactly their profiles, and where they are",
        findings.length > 0 ? findings : [none],
    );
}

function keyOf(person: string, { lob, profileName }: Pick<PersonIntent, "lob" | "profileName">): string {
    return JSON.stringify([person, `${lob}/${profileName}`]);
}

function judge(
    graph: ResourceGraph,
    intent: AccountsIntent,
    entry: DirectoryEntry,
    wanted: ReadonlyMap<string, PersonIntent>,
): Finding[] {
    const { account, lob, person, profile, profileName, region, resource, roleArn } = entry;
    const wrong = (text: string, fix: string): Finding => ({
        verdict: "broken",
        text: `entry ${resource.name}: ${text}`,
        fix,
    });
    const expected = intent.accountOf[lob];
    const part = partsOf(graph).lobs.find(({ name }) => name === lob);
    const has = (type: string): readonly GraphResource[] => part?.resources.filter((each) => each.type === type) ?? [];
    return [
        ...(wanted.has(keyOf(person, entry))
            ? []
            : [
                  wrong(
                      `${person} has no profile ${profileName} in ${lob}`,
                      "Remove the entry, or add the user to the stack file.",
                  ),
              ]),
        ...(profile === `${lob}/${profileName}`
            ? []
            : [wrong(`its key is ${profile}`, `Make the key ${lob}/${profileName}.`)]),
        ...(account === expected && roleArn.split(":")[4] === account
            ? []
            : [
                  wrong(
                      `account ${account}, role ${roleArn}`,
                      `Name account ${expected ?? "(no such line of business)"} in both.`,
                  ),
              ]),
        ...(region === intent.region ? [] : [wrong(`Region ${region}`, `Name ${intent.region}.`)]),
        ...same(has(DOMAIN), "id", entry.domainId, wrong, `domain ${entry.domainId} is not of ${lob}`),
        ...same(has(ROLE), "arn", roleArn, wrong, `role ${roleArn} is not of ${lob}`),
        ...profileOf(has(PROFILE), entry, intent.tagKey, wrong),
    ];
}

function same(
    candidates: readonly GraphResource[],
    property: "id" | "arn",
    value: string,
    wrong: (text: string, fix: string) => Finding,
    text: string,
): Finding[] {
    const values = candidates.map((each) => (property === "id" ? each.id : each.props[property]));
    if (values.includes(value)) {
        return [];
    }
    return [
        values.some(isUnknown)
            ? unproven(`${text}, as far as is known`)
            : wrong(text, "Take it from what the line of business has."),
    ];
}

function profileOf(
    profiles: readonly GraphResource[],
    { person, profileName }: DirectoryEntry,
    tagKey: string,
    wrong: (text: string, fix: string) => Finding,
): Finding[] {
    const profile = profiles.find(({ props }) => props.userProfileName === profileName);
    if (profile === undefined) {
        return [wrong(`there is no profile ${profileName}`, "Remove the entry, or add the user to the stack file.")];
    }
    const tags = profile.props.tags as Readonly<Record<string, unknown>> | undefined;
    const tag = isUnknown(tags) ? tags : tags?.[tagKey];
    if (tag === person) {
        return [];
    }
    return [
        isUnknown(tag)
            ? unproven(`the tag ${tagKey} of ${profile.name} is not known`)
            : wrong(
                  `${profile.name} carries another person's tag`,
                  `Make the tag ${tagKey} of ${profile.name} the person's name.`,
              ),
    ];
}

function twice(entries: readonly DirectoryEntry[]): Finding[] {
    const seen = new Map<string, string[]>();
    for (const { person, profile, resource } of entries) {
        const key = JSON.stringify([person, profile]);
        seen.set(key, [...(seen.get(key) ?? []), resource.name]);
    }
    return [...seen.values()]
        .filter((names) => names.length > 1)
        .map((names) => ({
            verdict: "broken",
            text: `${names.join(", ")} have one key`,
            fix: "Remove all but one: the last one written would decide.",
        }));
}

/** Entries nobody can read may be those that are missing. */
function missing(
    entries: readonly DirectoryEntry[],
    unread: readonly Finding[],
    wanted: ReadonlyMap<string, PersonIntent>,
): Finding[] {
    const there = new Set(entries.map((entry) => keyOf(entry.person, entry)));
    const absent = [...wanted].filter(([key]) => !there.has(key)).map(([, person]) => person);
    const some = unread.some(({ verdict }) => verdict === "not proven");
    return some
        ? []
        : absent.map(({ lob, person, profileName }) => ({
              verdict: "broken",
              text: `no entry says where profile ${profileName} of ${person} in ${lob} is`,
              fix: "Add the entry: without it the person opens nothing.",
          }));
}
