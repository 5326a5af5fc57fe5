import * as fc from "fast-check";
import { type PolicyDefinition, judges } from "../../policies/definition";
import { EXAMPLES } from "../examples";
import type { Ids, Sketch } from "../fixture/build";
import { firewallStack } from "../policies/network/firewallStack";
import { isIdentifier } from "../policies/every/allowances";
import { type Place, placeName, placesOf, put } from "../policies/every/places";

/** A stack with some values replaced by garbage, and how it is judged. */
export interface Bag {
    readonly stack: readonly Sketch[];
    readonly ids: Ids;
    readonly options: Readonly<Record<string, unknown>>;
    /** Places whose values were replaced, for messages. */
    readonly replaced: readonly string[];
}

/** Stands in some bags where no message may quote a value. */
export const WORD = "hunter2-hunter2";

interface Seed {
    readonly stack: readonly Sketch[];
    readonly places: readonly Place[];
    /** Places that may hold a secret and are never quoted. */
    readonly hidden: readonly Place[];
    readonly config: Readonly<Record<string, unknown>>;
}

/** Bags grown from a policy's examples and, where it judges some of it, from the fixture of a whole Studio network. */
export function bagsOf(policy: PolicyDefinition, garbage: fc.Arbitrary<unknown>): fc.Arbitrary<Bag> {
    return fc.constantFrom(...seedsOf(policy)).chain(({ stack, places, hidden, config }) => {
        const value = fc.tuple(fc.constantFrom(...places), garbage);
        const replacement = hidden.length === 0 ? value : fc.oneof({ weight: 9, arbitrary: value }, words(hidden));
        return fc
            .record({
                replacements: fc.array(replacement, { minLength: 1, maxLength: 3 }),
                ids: fc.constantFrom<Ids>("known", "unknown"),
                scope: fc.constantFrom<Record<string, unknown>>({}, { scope: "all" }, { scope: "sagemaker" }),
            })
            .map(({ replacements, ids, scope }) => ({
                stack: replacements.reduce<readonly Sketch[]>((all, [place, value]) => put(all, place, value), stack),
                ids,
                options: { ...config, ...scope },
                replaced: replacements.map(([place]) => placeName(place)),
            }));
    });
}

function words(places: readonly Place[]): fc.Arbitrary<[Place, unknown]> {
    return fc.tuple(fc.constantFrom(...places), fc.constantFrom<unknown>(WORD, [WORD], { a: WORD }));
}

function seedsOf(policy: PolicyDefinition): Seed[] {
    const { bad = [], good = [], config = {} } = EXAMPLES[policy.id] ?? {};
    const examples = [bad, good]
        .map((stack) => seed(stack, config, placesOf(stack)))
        .filter(({ places }) => places.length > 0);
    const fixture = firewallStack();
    const isJudged = fixture.some(({ type }) => judges(policy, type));
    // The fixture also names things where no example does, so no word goes into it that must not be quoted.
    return isJudged || examples.length === 0 ? [...examples, seed(fixture, config, [])] : examples;
}

function seed(stack: readonly Sketch[], config: Readonly<Record<string, unknown>>, hidden: readonly Place[]): Seed {
    return { stack, config, places: placesOf(stack), hidden: hidden.filter((each) => !isIdentifier(placeName(each))) };
}
