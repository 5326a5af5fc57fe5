import type { PlainMultiSettings } from "../../components/settings";
import type { ResourceGraph } from "../../policy-pack/graph";
import { accountsIntent } from "../../preflight/many/intents";
import { apiMatrix, type ApiWorld, apiWorld, type OpenProfile, TRUSTED } from "../../preflight/proofs/api";
import { type ApiAnswer, answerOf, type ProfileAnswer, sessionAnswer } from "./answer";
import { peopleOf } from "./people";

/** What the command says of a person where there are many accounts. */
export interface ManyAnswer {
    readonly deployment: "multi-account";
    readonly stack: string;
    /** The name they sign in with. */
    readonly person: string;
    readonly session: ApiAnswer;
    readonly profiles: readonly ProfileAnswer[];
    /** Entries of the directory that could not be read: another profile of the person may be among them. */
    readonly unread: readonly string[];
    /** Code the evaluation takes as it is meant. */
    readonly trusted: readonly string[];
}

const DOMAIN = "aws:sagemaker/domain:Domain";

/** Evaluates what the access API answers a person, from the documents of the recorded program. */
export function answerMany(graph: ResourceGraph, settings: PlainMultiSettings, person: string): ManyAnswer {
    const world = apiWorld(graph, accountsIntent(settings));
    const classes = apiMatrix(world);
    const profiles = world.profiles
        .filter(({ entry }) => entry.person === person)
        .map((each): ProfileAnswer => {
            const { entry } = each;
            const cells = classes
                .find((cls) => cls.lob === entry.lob && cls.profiles.includes(entry.profile))
                ?.rows.find(({ asker }) => asker === "its person")?.cells;
            return {
                lob: entry.lob,
                accountName: settings.lobs.find(({ lob }) => lob === entry.lob)?.accountName ?? "",
                account: entry.account,
                region: entry.region,
                domain: domainOf(world, each),
                profile: entry.profile,
                profileName: entry.profileName,
                role: entry.roleArn,
                from: Object.fromEntries(
                    Object.entries(cells ?? {}).map(([place, cell]) => [place, answerOf(cell)] as const),
                ),
            };
        })
        .sort((one, other) => (one.profile < other.profile ? -1 : 1));
    return {
        deployment: "multi-account",
        stack: settings.stack,
        person,
        session: sessionAnswer(profiles, world.unread.length === 0),
        profiles,
        unread: world.unread,
        trusted: TRUSTED,
    };
}

/** Name of the domain: its id is made up until it stands. */
function domainOf({ lob }: ApiWorld, { entry }: OpenProfile): string {
    const domain = lob(entry.lob)?.resources.find(({ id, type }) => type === DOMAIN && id === entry.domainId);
    const name = domain?.props["domainName"];
    return typeof name === "string" ? name : "not known yet";
}

/** People of the stack file by the name they sign in with, and by their names in it. */
export function peopleOfLobs({ lobs }: PlainMultiSettings): ReadonlyMap<string, readonly string[]> {
    return peopleOf(lobs.flatMap(({ users }) => users));
}
