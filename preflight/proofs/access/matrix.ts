import { isUnknown } from "../../../policy-pack/graph";
import type { Decision, LayerName } from "../../../policy-pack/iam";
import { attemptAsApp, attemptAsPerson, type Origin, type SignedInPrincipal } from "./attempt";
import { attemptAsFederated, type FederatedPrincipal, type Provider } from "./federated";
import type { AccountFacts } from "./session";
import {
    type AccessClass,
    ADDRESSES,
    type Cell,
    type Persona,
    type Place,
    PLACES,
    type Row,
    type StepOutcome,
    type TagRelation,
} from "./types";
import type { AccessWorld, ProfileView, RoleView } from "./world";

/** Whether the company network gets as far as the endpoints; see the network proofs. */
export type ClientReach = "reached" | "not reached" | "not proven";

/** An identity provider as the stack file has it. */
export type IntendedProvider =
    | (Omit<Extract<Provider, { kind: "saml" }>, "arn"> & { readonly arn?: string })
    | (Omit<Extract<Provider, { kind: "oidc" }>, "arn"> & { readonly arn?: string });

/** What the stack file says about who may open Studio from where. */
export interface AccessIntent {
    readonly facts: AccountFacts;
    readonly from: "vpc" | "addresses" | "anywhere";
    readonly addresses: readonly string[];
    readonly principals: readonly string[];
    readonly operators: readonly string[];
    /** Identity providers of the stack file; an ARN left out is that of the provider the program makes. */
    readonly providers: readonly IntendedProvider[];
    readonly clients: { readonly reach: ClientReach; readonly address: string; readonly why: string };
    /** An address inside the VPC. */
    readonly vpcAddress: string;
}

/** An address of the documentation range (RFC 5737): any host on the internet that is not the company's. */
const STRANGERS_ADDRESS = "198.51.100.7";

/** Computes the matrix: one entry per class of profiles, each cell evaluated from the registered documents. */
export function accessMatrix(world: AccessWorld, intent: AccessIntent): AccessClass[] {
    return classes(world).map((profiles) => {
        const representative = profiles[0] as ProfileView;
        return {
            profiles: profiles.map(({ name }) => name),
            representative: representative.name,
            rows: rowsFor(representative, world, intent),
        };
    });
}

/**
 * Groups profiles that no document can tell apart. A profile whose name or tag value stands literally in a document of
 * its own is on its own; the others differ in nothing a policy looks at, so one of them speaks for all.
 */
function classes(world: AccessWorld): ProfileView[][] {
    const texts = documentTexts(world);
    const groups = new Map<string, ProfileView[]>();
    for (const profile of world.profiles) {
        const literals = [profile.name, ...Object.values(profile.tags).filter((tag) => typeof tag === "string")];
        const named = literals.some(
            (literal) => texts.includes(JSON.stringify(literal)) || texts.includes(`/${literal}"`),
        );
        const key = named
            ? profile.urn
            : JSON.stringify([
                  isUnknown(profile.domainId) ? "unknown" : profile.domainId,
                  profile.executionRole?.name,
                  Object.keys(profile.tags).sort(),
              ]);
        groups.set(key, [...(groups.get(key) ?? []), profile]);
    }
    return [...groups.values()];
}

function documentTexts(world: AccessWorld): string {
    const roles = [...world.userRoles, ...world.profiles.flatMap(({ executionRole }) => executionRole ?? [])];
    const documents = [...new Set(roles)].flatMap(({ policies }) => [
        policies.trust,
        ...policies.identity,
        ...(policies.boundary ? [policies.boundary] : []),
    ]);
    return documents.map(({ document }) => JSON.stringify(document)).join("\n");
}

function rowsFor(profile: ProfileView, world: AccessWorld, intent: AccessIntent): Row[] {
    const tag = profile.tags[intent.facts.tagKey];
    const own = typeof tag === "string" ? tag : undefined;
    const colleague = world.profiles
        .map((other) => other.tags[intent.facts.tagKey])
        .find((value): value is string => typeof value === "string" && value !== own);
    const others = colleague ?? `not-${own ?? "tagged"}`;
    const rows: Row[] = [];
    for (const role of world.userRoles) {
        for (const { persona, relation, principal, allowed } of people(intent, own, others)) {
            rows.push({ persona, relation, cells: personCells({ intent, role, principal, profile, allowed }) });
        }
        for (const { persona, relation, principal, allowed } of federatedPeople(intent, world, own, others)) {
            rows.push({ persona, relation, cells: federatedCells({ intent, role, principal, profile, allowed }) });
        }
    }
    if (profile.executionRole) {
        rows.push({
            persona: "Studio app",
            relation: "own profile",
            cells: appCells(intent, profile.executionRole, profile),
        });
    }
    return rows;
}

interface Case {
    readonly persona: Persona;
    readonly relation: TagRelation;
    readonly principal: SignedInPrincipal;
    /** Whether this caller is meant to open the profile at all. */
    readonly allowed: boolean;
}

function people(intent: AccessIntent, own: string | undefined, others: string): Case[] {
    const person = intent.principals[0];
    const operator = intent.operators[0];
    const stranger = `arn:${intent.facts.partition}:iam::${intent.facts.account}:role/not-listed-anywhere`;
    const value = own ?? "missing-on-the-profile";
    const cases: Case[] = [];
    if (person !== undefined) {
        const as = (
            relation: TagRelation,
            tag: string | undefined,
            claims: string | undefined,
            allowed: boolean,
        ): Case => ({
            persona: "person",
            relation,
            principal: {
                arn: person,
                ...(tag === undefined ? {} : { tag }),
                ...(claims === undefined ? {} : { claims }),
            },
            allowed,
        });
        cases.push(
            as("same", value, value, own !== undefined),
            as("other", others, others, false),
            as("missing", undefined, undefined, false),
            as("other case", otherCase(value), otherCase(value), false),
            as("claims colleague's", others, value, false),
        );
    }
    if (operator !== undefined) {
        cases.push(
            {
                persona: "operator",
                relation: "on behalf",
                principal: { arn: operator, claims: value },
                allowed: own !== undefined,
            },
            { persona: "operator", relation: "missing", principal: { arn: operator }, allowed: false },
        );
    }
    cases.push({
        persona: "anyone else",
        relation: "same",
        principal: { arn: stranger, tag: value, claims: value },
        allowed: false,
    });
    return cases;
}

interface FederatedCase {
    readonly persona: Persona;
    readonly relation: TagRelation;
    readonly principal: FederatedPrincipal;
    readonly allowed: boolean;
}

/** Everybody an identity provider may vouch for, with what it may say of them. */
function federatedPeople(
    { facts, providers }: AccessIntent,
    world: AccessWorld,
    own: string | undefined,
    others: string,
): FederatedCase[] {
    const value = own ?? "missing-on-the-profile";
    return providers.flatMap((intended): FederatedCase[] => {
        const provider: Provider = { ...intended, arn: intended.arn ?? madeArn(facts, world, intended.kind) };
        const persona = provider.kind === "saml" ? "SAML person" : "OIDC person";
        const as = (relation: TagRelation, principal: FederatedPrincipal, allowed = false): FederatedCase => ({
            persona,
            relation,
            principal,
            allowed,
        });
        return [
            as("same", { provider, tag: value }, own !== undefined),
            as("other", { provider, tag: others }),
            as("missing", { provider }),
            as("other case", { provider, tag: otherCase(value) }),
            as("other audience", { provider: { ...provider, audience: "https://elsewhere.example" }, tag: value }),
            as("other provider", { provider: { ...provider, arn: elsewhere(provider) }, tag: value }),
        ];
    });
}

/** ARN of the provider the program makes; of none, when it makes none. */
function madeArn({ account, partition }: AccountFacts, world: AccessWorld, kind: Provider["kind"]): Provider["arn"] {
    const made = world.providers[kind];
    return isUnknown(made) ? made : `arn:${partition}:iam::${account}:${made ?? "none-is-made"}`;
}

/** ARN of another provider of the account. */
function elsewhere({ arn }: Provider): Provider["arn"] {
    return isUnknown(arn) ? arn : `${arn}-of-somebody-else`;
}

/** The value with its letters in the other case; a value without letters gets one, so that it differs in any event. */
function otherCase(value: string): string {
    const swapped = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
    return swapped === value ? `${value}x` : swapped;
}

function places(intent: AccessIntent): [Place, Origin][] {
    const inside: Origin = { through: "endpoints", address: intent.vpcAddress };
    const origins: Record<(typeof PLACES)[number], Origin> = {
        "company network": { through: "endpoints", address: intent.clients.address },
        VPC: inside,
        internet: { through: "internet", address: STRANGERS_ADDRESS },
        "colleague's notebook": inside,
    };
    const result: [Place, Origin][] = PLACES.map((place) => [place, origins[place]]);
    const [first] = intent.addresses;
    if (intent.from === "addresses" && first !== undefined) {
        result.push([ADDRESSES, { through: "internet", address: first.split("/")[0] as string }]);
    }
    return result;
}

/** Whether the stack file lets Studio be opened from the place at all. */
function admitted(intent: AccessIntent, place: Place): boolean {
    switch (place) {
        case "company network":
            return intent.from !== "addresses" && intent.clients.reach !== "not reached";
        case "VPC":
        case "colleague's notebook":
            return intent.from !== "addresses";
        case "internet":
            return intent.from === "anywhere";
        case ADDRESSES:
            return true;
    }
}

interface PersonAttempt {
    readonly intent: AccessIntent;
    readonly role: RoleView;
    readonly principal: SignedInPrincipal;
    readonly profile: ProfileView;
    readonly allowed: boolean;
}

function personCells({ intent, role, principal, profile, allowed }: PersonAttempt): Row["cells"] {
    return Object.fromEntries(
        places(intent).map(([place, origin]) => {
            const outcomes = attemptAsPerson(intent.facts, role, principal, profile, origin);
            return [place, toCell(outcomes, allowed && admitted(intent, place), place, intent)];
        }),
    );
}

function federatedCells({
    intent,
    role,
    principal,
    profile,
    allowed,
}: Omit<PersonAttempt, "principal"> & { readonly principal: FederatedPrincipal }): Row["cells"] {
    return Object.fromEntries(
        places(intent).map(([place, origin]) => {
            const outcomes = attemptAsFederated(intent.facts, role, principal, profile, origin);
            return [place, toCell(outcomes, allowed && admitted(intent, place), place, intent)];
        }),
    );
}

function appCells(intent: AccessIntent, role: RoleView, profile: ProfileView): Row["cells"] {
    return Object.fromEntries(
        places(intent).map(([place, origin]) => {
            const foreign = place === "colleague's notebook";
            const appOf = { domainId: profile.domainId, profile: foreign ? `${profile.name}-colleague` : profile.name };
            const outcomes = attemptAsApp(intent.facts, role, appOf, profile, origin);
            return [place, toCell(outcomes, !foreign && admitted(intent, place), place, intent)];
        }),
    );
}

/** The first step that is not allowed decides; a place that cannot reach the endpoints ends there at the latest. */
function toCell(outcomes: readonly StepOutcome[], expected: boolean, place: Place, intent: AccessIntent): Cell {
    const base = { expected: expected ? "yes" : "no" } as const;
    const stopped = outcomes.find(({ decision }) => decision.verdict === "denied");
    if (stopped) {
        return { ...base, verdict: "no", ...describe(stopped) };
    }
    if (place === "company network" && intent.clients.reach === "not reached") {
        return { ...base, verdict: "no", step: "reach the endpoints", deciding: [], reason: intent.clients.why };
    }
    const open = outcomes.find(({ decision }) => decision.verdict === "undecided");
    if (open) {
        return { ...base, verdict: "not decided", ...describe(open) };
    }
    if (place === "company network" && intent.clients.reach === "not proven") {
        return {
            ...base,
            verdict: "not decided",
            step: "reach the endpoints",
            deciding: [],
            reason: intent.clients.why,
        };
    }
    return { ...base, verdict: "yes", ...describe(outcomes[outcomes.length - 1] as StepOutcome) };
}

function describe({ step, decision, near }: StepOutcome): Pick<Cell, "step" | "deciding" | "reason"> {
    const references = decision.kind === "implicit deny" ? near : decision.deciding;
    return {
        step,
        // In order of name: the order of registration is not the same in every run.
        deciding: references.map(({ document, statement }) => `${document} › ${statement}`).sort(),
        reason: reasonOf(decision, near.length > 0),
    };
}

function reasonOf(decision: Decision, hasNear: boolean): string {
    switch (decision.kind) {
        case "allow":
            return "allowed";
        case "explicit deny":
            return "denied";
        case "implicit deny":
            return hasNear
                ? "its conditions do not hold"
                : (LAYER_REASONS[decision.missing ?? "identity"] ?? decision.reason);
        case "undecided":
            return "not known yet";
    }
}

/** Why nothing allows it, by the layer that has no fitting Allow. */
const LAYER_REASONS: Partial<Record<LayerName, string>> = {
    identity: "no policy of the role allows it",
    boundary: "the permissions boundary does not allow it",
    endpoint: "the endpoint or its policy does not let it pass",
    resource: "the trust policy does not name this caller",
};
