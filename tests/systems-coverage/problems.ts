import { existsSync } from "node:fs";
import path from "node:path";

import type { Feature } from "./features";
import { testsOf } from "./page";
import { exists, type titlesByNumber, testTitle } from "./titles";
import type { Weakness } from "./weaknesses";

/** How many features the five systems have: `F-001` to this one, none left out. */
export const LAST_FEATURE = 166;

/** How many weaknesses each system has. */
export const WEAKNESSES_OF: readonly number[] = [10, 14, 11, 14, 9];

/** What a list is judged by. */
export interface Listed {
    readonly root: string;
    readonly features: readonly Feature[];
    readonly weaknesses: readonly Weakness[];
    readonly titles: ReturnType<typeof titlesByNumber>;
}

/** Everything wrong with a list, one line each: numbers missing or twice, files gone, tests called otherwise. */
export function problemsOf(list: Listed): string[] {
    const numbers = [...list.features, ...list.weaknesses].map(({ number }) => number);
    const wanted = wantedNumbers();
    return [
        ...wanted.filter((number) => !numbers.includes(number)).map((number) => `${number} is missing`),
        ...numbers.filter((number) => !wanted.includes(number)).map((number) => `${number} is no number of a system`),
        ...numbers.filter((number, at) => numbers.indexOf(number) !== at).map((number) => `${number} stands twice`),
        ...list.features.flatMap((feature) => featureProblems(feature, list)),
        ...list.weaknesses.flatMap((weakness) => shownProblems(weakness, list)),
        ...[...list.titles.entries()]
            .filter(([number]) => !wanted.includes(number))
            .map(([number, [test]]) => `${test?.file} speaks of ${number}, which is no number of a system`),
    ];
}

function wantedNumbers(): string[] {
    return [
        ...Array.from({ length: LAST_FEATURE }, (_, index) => `F-${String(index + 1).padStart(3, "0")}`),
        ...WEAKNESSES_OF.flatMap((count, system) =>
            Array.from({ length: count }, (_, index) => `W${system}-${index + 1}`),
        ),
    ];
}

function featureProblems(feature: Feature, list: Listed): string[] {
    const gone = feature.by.filter((file) => !existsSync(path.join(list.root, file)));
    return [
        ...gone.map((file) => `${feature.number}: ${file} is not there`),
        ...(feature.by.length === 0 ? [`${feature.number} names no file of the product`] : []),
        ...shownProblems(feature, list),
    ];
}

function shownProblems(entry: Feature | Weakness, { root, titles }: Listed): string[] {
    const untestable = "untestable" in entry && entry.untestable !== undefined;
    return [
        ...entry.shown
            .filter((shown) => !exists(root, testTitle(shown)))
            .map((shown) => `${entry.number}: there is no test "${shown}"`),
        ...(testsOf(entry.number, entry.shown, titles).length === 0 && !untestable
            ? [`${entry.number} is shown by no test: put the number into a test's title`]
            : []),
    ];
}
