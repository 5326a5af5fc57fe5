import type { Identity } from "./identities";
import type { Place } from "./place";
import { sdkClass } from "./sdk";
import type { Subject } from "./subject";
import { agrees, DEFAULTED, isObject, type Properties, UNKNOWN } from "./values";

/** What the program and the defaults set, without the provider's own notes. */
export function settable(inputs: Properties): Properties {
    return Object.fromEntries(
        Object.entries(inputs).filter(([name, value]) => name !== DEFAULTED && value !== undefined),
    );
}

/** Computed properties; an optional input that was set is not computed. */
export function computed(subject: Subject, identity: Identity, id: string): Properties {
    const made: Properties = {};
    for (const [property, make] of Object.entries(identity.outputs ?? {})) {
        if (subject.inputs[property] === undefined) {
            made[property] = make(subject, id);
        }
    }
    return { ...made, ...region(subject.type, subject.place), ...tagsAll(subject) };
}

/** Inputs as AWS gives them back, where that is not as they were set. */
export function returned(subject: Subject, identity: Identity, id: string): Properties {
    const given = Object.entries(identity.returns ?? {}).filter(([property]) => subject.inputs[property] !== undefined);
    return Object.fromEntries(given.map(([property, make]) => [property, make(subject, id)]));
}

/** What a preview can say: inputs are known, what AWS will choose is not. */
export function planned(type: string, place: Place, identity: Identity, inputs: Properties): Properties {
    const outputs = [...(sdkClass(type)?.outputs ?? []), ...Object.keys(identity.outputs ?? {})];
    const unknown = outputs
        .filter((name) => inputs[name] === undefined)
        .map((name): [string, unknown] => [name, UNKNOWN]);
    return {
        ...region(type, place),
        ...Object.fromEntries(unknown),
        ...settable(inputs),
        ...(outputs.includes("tagsAll") ? { tagsAll: allTags(place, inputs) } : {}),
    };
}

/** Outputs an update leaves as they are, and inputs that still agree with what AWS made of them. */
export function keptOutputs(identity: Identity, type: string, olds: Properties, news: Properties): Properties {
    const outputs = [...(sdkClass(type)?.outputs ?? []), ...Object.keys(identity.outputs ?? {})];
    const kept = outputs.filter((name) => name !== "tagsAll" && news[name] === undefined && olds[name] !== undefined);
    const completed = Object.keys(identity.returns ?? {}).filter((name) => agrees(news[name], olds[name]));
    const anew = madeAnew(identity, olds, news);
    return Object.fromEntries(
        [...kept, ...completed].filter((name) => !anew.has(name)).map((name) => [name, olds[name]]),
    );
}

/** Outputs that AWS makes anew because an input they follow from changed. */
export function madeAnew(identity: Identity, olds: Properties, news: Properties): ReadonlySet<string> {
    const changed = (input: string): boolean => !agrees(news[input], olds[input]);
    return new Set(
        Object.entries(identity.follows ?? {})
            .filter(([, inputs]) => inputs.some(changed))
            .map(([output]) => output),
    );
}

function region(type: string, place: Place): Properties {
    return sdkClass(type)?.inputs.has("region") === true ? { region: place.region } : {};
}

/** The tags of resource and provider together, for types that have tags. */
export function tagsAll({ type, place, inputs }: Subject): Properties {
    return sdkClass(type)?.outputs.has("tagsAll") === true ? { tagsAll: allTags(place, inputs) } : {};
}

function allTags(place: Place, inputs: Properties): Properties {
    return { ...place.defaultTags, ...(isObject(inputs["tags"]) ? inputs["tags"] : {}) };
}
