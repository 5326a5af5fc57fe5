import { isUnknown } from "../../../policy-pack/graph";
import { networkTokens as tokens } from "../../../policy-pack/graph/network";
import { ENDPOINT_SERVICES } from "../../../policy-pack/facts";
import type { GraphResource } from "../../../policy-pack/graph";
import { roleSession } from "../access";
import { factsOf, partsOf } from "../accounts";
import { asAnybody, asPresign, invoke, open, takeOn, type TakingOn } from "./attempt";
import { accessReach, lobReach } from "./reach";
import type { Reach } from "./reachTypes";
import {
    API_PLACES,
    type ApiCell,
    type ApiClass,
    type ApiOutcome,
    type ApiPlace,
    type ApiRow,
    type Asker,
} from "./types";
import type { ApiWorld, OpenProfile, WayService } from "./world";

/** A name no stack file has: characters the settings refuse in a person's tag. */
const NOBODY = "nobody:in-the-directory";

/** Who opens which profile through the API, by class of profiles; each cell evaluated from the registered documents. */
export function apiMatrix(world: ApiWorld): ApiClass[] {
    return classesOf(world).map((profiles) => {
        const target = profiles[0] as OpenProfile;
        return {
            lob: target.entry.lob,
            profiles: profiles.map(({ entry }) => entry.profile),
            representative: target.entry.profile,
            rows: rowsFor(world, target),
        };
    });
}

/**
 * Profiles of one line of business that no document tells apart: one speaks for all. A profile whose name or person stands
 * in a document of its line is on its own.
 */
function classesOf(world: ApiWorld): OpenProfile[][] {
    const texts = new Map<string, string>();
    const groups = new Map<string, OpenProfile[]>();
    for (const each of world.profiles) {
        const { entry, profile, role } = each;
        const text = texts.get(entry.roleArn) ?? JSON.stringify([role.policies, world.presign?.policies]);
        texts.set(entry.roleArn, text);
        const named = [entry.person, profile.name].some(
            (name) => text.includes(`"${name}"`) || text.includes(`/${name}"`),
        );
        const key = named
            ? profile.urn
            : JSON.stringify([
                  entry.lob,
                  entry.roleArn,
                  entry.domainId,
                  entry.externalId,
                  Object.keys(profile.tags).sort(),
              ]);
        groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return [...groups.values()].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}

function name([first]: readonly OpenProfile[]): string {
    return first?.entry.profile ?? "";
}

function rowsFor(world: ApiWorld, target: OpenProfile): ApiRow[] {
    const { presign } = world;
    if (presign === undefined) {
        return [];
    }
    const { entry } = target;
    const own = entry.person;
    const others = world.profiles.map((each) => each.entry).filter(({ person }) => person !== own);
    const colleague = others.find(({ lob }) => lob === entry.lob)?.person ?? `colleague-of-${own}`;
    const stranger = others.find(({ lob }) => lob !== entry.lob)?.person ?? `stranger-to-${own}`;
    const as = (person: string): TakingOn => ({ ...asPresign(world, person, presign), externalId: entry.externalId });
    const { externalId, tag: _tag, ...without } = as(own);
    const elsewhere =
        world.profiles.find((each) => each.entry.lob !== entry.lob)?.entry.externalId ?? `not-${externalId ?? ""}`;
    const person = (asker: Asker, by: TakingOn): ApiRow => ({
        asker,
        cells: throughApi(world, target, by, asker === "its person"),
    });
    const role = (asker: Asker, by: TakingOn): ApiRow => ({ asker, cells: fromInside(world, target, by) });
    return [
        person("its person", as(own)),
        person("colleague", as(colleague)),
        person("person of another LOB", as(stranger)),
        person("nobody's name", as(NOBODY)),
        role("function, no tag", { ...without, externalId: entry.externalId }),
        role("function, two names", { ...as(colleague), tag: own }),
        role("function, no external id", { ...without, tag: own }),
        role("function, other external id", { ...as(own), externalId: elsewhere }),
        ...otherRoles(world, target).map(({ asker, by }) => role(asker, by)),
        { asker: "holder of the link", cells: { internet: stolen(world, target, as(own)) } },
    ];
}

function otherRoles(world: ApiWorld, { entry }: OpenProfile): { asker: Asker; by: TakingOn }[] {
    const { intent, otherRole } = world;
    const access = factsOf(intent, intent.accountOf["access"] ?? "");
    const other = world.profiles.find((each) => each.entry.lob !== entry.lob);
    return [
        ...(otherRole === undefined
            ? []
            : [
                  {
                      asker: "other role" as const,
                      by: {
                          ...asAnybody(roleSession(access, otherRole, "function"), entry.person),
                          externalId: entry.externalId,
                      },
                  },
              ]),
        ...(other === undefined
            ? []
            : [
                  {
                      asker: "other LOB's role" as const,
                      by: {
                          ...asAnybody(
                              roleSession(factsOf(intent, other.entry.account), other.role, entry.person),
                              entry.person,
                          ),
                          externalId: entry.externalId,
                      },
                  },
              ]),
    ];
}

/** Sign in, call the API, have the link made, use it. The function is taken to ask for whatever it is asked for. */
function throughApi(world: ApiWorld, target: OpenProfile, by: TakingOn, isOwn: boolean): ApiRow["cells"] {
    const made = [
        ...takeOn(world, target, by),
        open(world, target, by, "make the link", world.endpoint("sagemaker.api")),
    ];
    return Object.fromEntries(
        API_PLACES.map((place) => {
            const internet = place === "internet";
            const outcomes = [
                reached(world, target, place, "execute-api", "reach the API"),
                ...(world.intent.signIn === "private"
                    ? [reached(world, target, place, "cognito-idp", "reach the sign-in")]
                    : []),
                invoke(world, internet ? "internet" : world.endpoint("execute-api")),
                ...made,
                ...(internet ? [] : [reached(world, target, place, "studio", "reach Studio")]),
                open(world, target, by, "use the link", internet ? "internet" : world.endpoint("studio")),
            ];
            return [place, toCell(outcomes, isOwn && place === "company network")];
        }),
    );
}

/** Code inside the access service that takes on the role by itself. */
function fromInside(world: ApiWorld, target: OpenProfile, by: TakingOn): ApiRow["cells"] {
    const outcomes = [
        ...takeOn(world, target, by),
        open(world, target, by, "make the link", world.endpoint("sagemaker.api")),
    ];
    return { "access VPC": toCell(outcomes, false) };
}

function stolen(world: ApiWorld, target: OpenProfile, by: TakingOn): ApiCell {
    return toCell([open(world, target, by, "use the link", "internet")], false);
}

function reached(
    world: ApiWorld,
    target: OpenProfile,
    place: ApiPlace,
    service: WayService,
    step: ApiOutcome["step"],
): ApiOutcome {
    const { verdict, why } = reachFrom(world, target, place, service);
    return { step, verdict, deciding: [], reason: why };
}

function reachFrom(world: ApiWorld, { entry }: OpenProfile, place: ApiPlace, service: WayService): Reach {
    switch (place) {
        case "company network":
            return world.company(service);
        case "LOB app":
            return lobReach(world.graph, world.lob(entry.lob), endpointOf(world, service));
        case "access VPC":
            return accessReach(world.graph, endpointOf(world, service));
        case "internet":
            return fromInternet(world, service);
    }
}

/** An endpoint has private addresses; what else answers depends on the API's type, and on Cognito's public host. */
function fromInternet({ api }: ApiWorld, service: WayService): Reach {
    if (service !== "execute-api") {
        return { verdict: "allowed", why: "its public host answers everybody" };
    }
    const isPrivate = api?.isPrivate ?? true;
    if (isUnknown(isPrivate)) {
        return { verdict: "undecided", why: "whether the API is private is not known" };
    }
    return isPrivate
        ? { verdict: "denied", why: "the API is private: it answers through its endpoint alone" }
        : { verdict: "allowed", why: `${api?.name ?? "the API"} answers on the internet` };
}

function endpointOf({ graph, intent }: ApiWorld, service: WayService): GraphResource | undefined {
    const wanted = ENDPOINT_SERVICES[service].serviceName(intent.region);
    return partsOf(graph).hub?.resources.find(
        ({ props, type }) => type === tokens.ENDPOINT && props.serviceName === wanted,
    );
}

/** One step that is denied stops the others; else one that is not decided leaves the whole undecided. */
function toCell(outcomes: readonly ApiOutcome[], isExpected: boolean): ApiCell {
    const expected = isExpected ? "yes" : "no";
    const first = (verdict: ApiOutcome["verdict"]): ApiOutcome | undefined =>
        outcomes.find((each) => each.verdict === verdict);
    const stopped = first("denied");
    const open = first("undecided");
    const last = outcomes.at(-1) as ApiOutcome;
    const { deciding, reason, step } = stopped ?? open ?? last;
    return { verdict: stopped ? "no" : open ? "not decided" : "yes", expected, step, deciding, reason };
}
