import { UserError } from "../open/outputs";

interface User {
    readonly name: string;
    /** Value of the tag; absent where IAM Identity Center signs people in. */
    readonly tag?: string | undefined;
}

/** Names in the stack file by the value of the person's tag; a person without tag stands for themself. */
export function peopleOf(users: readonly User[]): ReadonlyMap<string, readonly string[]> {
    const people = new Map<string, string[]>();
    for (const { name, tag = name } of users) {
        people.set(tag, [...(people.get(tag) ?? []), name]);
    }
    return people;
}

/** How many names an error lists. */
const MOST_NAMES = 5;

/**
 * The person a name means: the value of their tag, else a name in the stack file that only one person has.
 *
 * @throws UserError with the names that are most like it, or those it may mean
 */
export function findPerson(people: ReadonlyMap<string, readonly string[]>, name: string, stack: string): string {
    if (people.has(name)) {
        return name;
    }
    const named = [...people].filter(([, names]) => names.includes(name)).map(([person]) => person);
    const [only, ...others] = named;
    if (only !== undefined && others.length === 0) {
        return only;
    }
    if (only !== undefined) {
        throw new UserError(
            `Stack ${stack} has several people called "${name}". Give the value of the tag: ${named.join(", ")}.`,
        );
    }
    throw new UserError(`Stack ${stack} has nobody called "${name}". ${help(name, people)}`);
}

function help(name: string, people: ReadonlyMap<string, readonly string[]>): string {
    const known = [...people].flatMap(([person, names]) => [person, ...names]);
    const like = mostLike(name, known);
    if (like.length > 0) {
        return `Most like it: ${like.join(", ")}.`;
    }
    return known.length === 0 ? "It has no users." : "No name is like it; see users in the stack file.";
}

/** Known words that share pairs of letters with the given one, those that share most first. */
function mostLike(word: string, known: readonly string[]): string[] {
    const pairs = (text: string): Set<string> => {
        const letters = [...text.toLowerCase()];
        return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
    };
    const wanted = pairs(word);
    const likeness = (candidate: string): number => {
        const own = pairs(candidate);
        return [...own].filter((pair) => wanted.has(pair)).length / Math.max(1, own.size + wanted.size);
    };
    return [...new Set(known)]
        .map((candidate) => [candidate, likeness(candidate)] as const)
        .filter(([, alike]) => alike > 0)
        .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
        .slice(0, MOST_NAMES)
        .map(([candidate]) => candidate);
}
