import type { Example } from "../examples/example";
import { referencesIn, statementsOf } from "./program";

/** Bad and good example of a policy as statements; both call a resource the same. */
export function programsOf({ bad, good }: Example): {
    readonly bad: readonly string[];
    readonly good: readonly string[];
} {
    const referenced = new Set([...referencesIn(bad), ...referencesIn(good)]);
    return { bad: statementsOf(bad, referenced), good: statementsOf(good, referenced) };
}

/** The example as the page shows it: the bad one, then what is otherwise in the good one. */
export function exampleText(example: Example): string {
    const { bad, good } = programsOf(example);
    const changed = good.filter((statement) => !bad.includes(statement));
    const left = example.bad.map(({ name }) => name).filter((name) => !example.good.some((each) => each.name === name));
    const gone = left.length === 0 ? [] : [`// without ${left.join(", ")}`];
    const same = good.length > changed.length ? "Kept, the rest as above:" : "Kept:";
    return ["```ts", "// Broken:", ...bad, "", `// ${same}`, ...changed, ...gone, "```"].join("\n");
}
