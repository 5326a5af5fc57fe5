import { isUnknown, type Maybe, UNKNOWN } from "../../../policy-pack/graph";
import type { Place } from "../place";
import type { Assumption } from "../types";
import { sdkClass } from "../sdkClass";
import type { Identity, IdentityTable } from "./identity";
import { ACCESS_SERVICE } from "./accessService";
import { DNS } from "./dns";
import { FIREWALL } from "./firewall";
import { FUNCTIONS } from "./functions";
import { HUB } from "./hub";
import { NETWORK } from "./network";
import { ON_PREMISES } from "./onPremises";
import { ORGANIZATION } from "./organization";
import { SECURITY } from "./security";
import { SIGN_IN } from "./signIn";
import { STUDIO } from "./studio";
import { WATCH } from "./watch";
import { digest, type Registered, Subject, Unreadable } from "./subject";

/** Types whose ids, ARNs and other outputs are made up in AWS's form. */
export const IDENTITIES: IdentityTable = {
    ...NETWORK,
    ...HUB,
    ...FIREWALL,
    ...DNS,
    ...SECURITY,
    ...SIGN_IN,
    ...STUDIO,
    ...FUNCTIONS,
    ...ORGANIZATION,
    ...ON_PREMISES,
    ...WATCH,
    ...ACCESS_SERVICE,
};

/** What a resource would have been given by its provider. */
export interface Made {
    readonly id: Maybe<string>;
    /** Computed properties; one the program set only where the provider adds to it. */
    readonly outputs: Readonly<Record<string, unknown>>;
    /** An output that the account may have otherwise. */
    readonly assumed?: Pick<Assumption, "args" | "answer" | "why">;
    /** False when the type is not in the table and the form of id and ARN is a guess. */
    readonly known: boolean;
}

/** A registered resource that needs an identity. */
export interface Unidentified {
    readonly type: string;
    readonly urn: string;
    /** Logical name. */
    readonly name: string;
    /** Decoded. */
    readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * Makes up a resource's id and computed properties, deterministically from its URN, its inputs and what they name.
 *
 * @param unknown keep what only the cloud can know unknown, as a first preview does
 * @param registered finds a resource that stands already; default: none does
 */
export function makeIdentity(
    resource: Unidentified,
    place: Place,
    unknown: boolean,
    registered: Registered = () => undefined,
): Made {
    const { type, urn, inputs } = resource;
    const identity = IDENTITIES[type];
    const planned = plannedOutputs(type, inputs, place);
    if (unknown) {
        const later = [
            ...Object.keys(identity?.outputs ?? {}),
            ...(identity?.named === undefined ? [] : [identity.named]),
        ];
        const unmade = Object.fromEntries(
            later.filter((property) => inputs[property] === undefined).map((property) => [property, UNKNOWN] as const),
        );
        const incomplete = Object.keys(identity?.completed ?? {}).map((property) => [property, UNKNOWN] as const);
        const outputs = { ...unmade, ...planned, ...Object.fromEntries(incomplete) };
        return { id: UNKNOWN, outputs, known: identity !== undefined };
    }
    const chosen = identity ?? guessed(type);
    const named = withName(chosen, resource);
    const subject = new Subject(urn, named, place, registered);
    const id = attempt(() => chosen.id(subject));
    const outputs: Record<string, unknown> = { ...planned };
    for (const [property, make] of Object.entries(chosen.outputs ?? {})) {
        if (inputs[property] === undefined) {
            outputs[property] = typeof id === "string" ? attempt(() => make(subject, id)) : UNKNOWN;
        }
    }
    for (const [property, complete] of Object.entries(chosen.completed ?? {})) {
        outputs[property] = attempt(() => complete(subject));
    }
    if (chosen.named !== undefined && inputs[chosen.named] === undefined) {
        outputs[chosen.named] = named[chosen.named];
    }
    return { id, outputs, ...assumption(identity, inputs, outputs), known: identity !== undefined };
}

function assumption(
    identity: Identity | undefined,
    inputs: Readonly<Record<string, unknown>>,
    outputs: Readonly<Record<string, unknown>>,
): Pick<Made, "assumed"> {
    const { outputs: doubtful, why } = identity?.assumes ?? { outputs: [], why: "" };
    const pick = (from: Readonly<Record<string, unknown>>): Record<string, unknown> =>
        Object.fromEntries(doubtful.filter((key) => typeof from[key] === "string").map((key) => [key, from[key]]));
    const answer = pick(outputs);
    return Object.keys(answer).length === 0 ? {} : { assumed: { args: pick(inputs), answer, why } };
}

/** Computed properties that even a first preview knows, because they follow from inputs and provider. */
function plannedOutputs(
    type: string,
    inputs: Readonly<Record<string, unknown>>,
    place: Place,
): Record<string, unknown> {
    const { properties, outputOnly } = sdkClass(type);
    const outputs: Record<string, unknown> = {};
    if (properties.has("region") && inputs["region"] === undefined) {
        outputs["region"] = place.region;
    }
    if (outputOnly.has("tagsAll")) {
        outputs["tagsAll"] = allTags(inputs["tags"] ?? {}, place.defaultTags);
    }
    return outputs;
}

function allTags(tags: unknown, defaults: Place["defaultTags"]): unknown {
    return isUnknown(tags) || isUnknown(defaults) ? UNKNOWN : { ...defaults, ...(tags as Record<string, unknown>) };
}

/** Id and ARN in the commonest form, for types nobody has described. */
function guessed(type: string): Identity {
    const [, module = "", kind = ""] = /^aws:([^/:]+)[^:]*:(\w+)$/.exec(type) ?? [];
    const lower = kind.toLowerCase();
    const arn = sdkClass(type).outputOnly.has("arn");
    return {
        id: (s) => s.hex(`${lower === "" ? "id" : lower}-`),
        outputs: arn ? { arn: (s, id) => s.arn(module, `${lower}/${id}`) } : {},
    };
}

/** Inputs with the physical name Pulumi would choose when the program leaves it out. */
function withName({ named }: Identity, { urn, name, inputs }: Unidentified): Readonly<Record<string, unknown>> {
    if (named === undefined || inputs[named] !== undefined) {
        return inputs;
    }
    const prefix = inputs[`${named}Prefix`] ?? `${name}-`;
    const ending = digest(urn, "name").slice(0, 7);
    return { ...inputs, [named]: typeof prefix === "string" ? prefix + ending : UNKNOWN };
}

function attempt<T>(make: () => T): Maybe<T> {
    try {
        return make();
    } catch (error) {
        if (error instanceof Unreadable) {
            return UNKNOWN;
        }
        throw error;
    }
}
