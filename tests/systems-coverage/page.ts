import path from "node:path";

import { rows } from "../docs/page";
import { FEATURES, type Feature, SYSTEMS } from "./features";
import { type TestTitle, testTitle, titlesByNumber } from "./titles";
import { type Weakness, WEAKNESSES } from "./weaknesses";

/** Path of the list. */
export const PAGE = "docs/systems-coverage.md";

/** What the list is made from. */
export interface Sources {
    /** Text of docs/security.md, which tells the weaknesses of one account and what mends them. */
    readonly security: string;
    /** Titles of tests by the numbers they carry. */
    readonly titles: ReturnType<typeof titlesByNumber>;
}

const HEAD = `# Features and weaknesses of the reference systems

Five public systems show parts of what private-studio does as one product. Each of their features has a number (F-) and so has
each of their weaknesses (W-, with the number of the system). This list says where each feature stands here and which test shows
it, or what stands in its place and why; and which test shows that a weakness is mended. The features are described in
[tests/systems-coverage](../tests/systems-coverage), the tests are found by the numbers in their titles or named there. \`npm run generate:coverage\`
writes this page; \`npm run check\` fails where a number is missing, a file is gone or a test is called otherwise.
`;

/** Tests of a number: those named in the data and those that carry it, each once. */
export function testsOf(number: string, shown: readonly string[], titles: Sources["titles"]): TestTitle[] {
    const all = [...shown.map(testTitle), ...(titles.get(number) ?? [])];
    return all.filter(
        (test, index) => all.findIndex(({ file, title }) => file === test.file && title === test.title) === index,
    );
}

/** The whole list. */
export function coveragePage(sources: Sources): string {
    const built = FEATURES.filter(({ replaced }) => replaced === undefined).length;
    const sections = SYSTEMS.map(
        ({ title, features }) =>
            `## ${title}\n\n${table(
                ["number", "feature", "here", "shown by"],
                features.map((each) => featureRow(each, sources)),
            )}`,
    );
    const told = new Map(rows(sources.security, "number").map((row) => [row["number"] ?? "", row]));
    const weaknesses = table(
        ["number", "weakness", "shown mended by"],
        WEAKNESSES.map((each) => weaknessRow(each, told.get(each.number)?.["weakness"], sources)),
    );
    return [
        HEAD,
        `${FEATURES.length} features: ${built} are here, in place of ${FEATURES.length - built} stands something else. ${WEAKNESSES.length} weaknesses.\n`,
        ...sections,
        `## Weaknesses\n\nWhat mends those of one account: [security.md](security.md#weaknesses-of-the-reference-systems).\n\n${weaknesses}`,
    ].join("\n");
}

function featureRow({ number, title, by, shown, replaced }: Feature, { titles }: Sources): string[] {
    const where = by.map((file) => link(file)).join(", ");
    const here = replaced === undefined ? where : `replaced by ${replaced.by}, because ${because(replaced)}: ${where}`;
    return [number, title, here, testsOf(number, shown, titles).map(testLink).join("; ")];
}

/** Several numbers of weaknesses are a reason by themselves. */
function because({ because: reason }: { readonly because: string }): string {
    return /^(W\d-\d+)(, W\d-\d+)*$/.test(reason) ? `of ${reason}` : reason;
}

function weaknessRow(weakness: Weakness, told: string | undefined, { titles }: Sources): string[] {
    const tests = testsOf(weakness.number, weakness.shown, titles).map(testLink).join("; ");
    return [weakness.number, weakness.title ?? told ?? "", weakness.untestable ?? tests];
}

function testLink({ file, title }: TestTitle): string {
    return `${link(file, file.replace(/^tests\/|\.test\.ts$/g, ""))} “${title.replaceAll("|", "\\|").replaceAll("`", "'").replaceAll("<", "\\<")}”`;
}

function link(file: string, text = file): string {
    return `[${text}](${path.posix.relative("docs", file)})`;
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
    const lines = [head, head.map(() => "---"), ...body];
    return `${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}
