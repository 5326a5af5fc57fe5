import path from "node:path";

import { formatProblems, type Problem } from "../../components/settings";
import { problemsOfIssues, unknownKeyProblem } from "../../components/settings/issues";
import type { Locate } from "../../components/settings/problems";
import { readYamlFile } from "../../components/settings/yamlFile";
import { PreflightError } from "../error";
import { EVERY_REGION, type Price, type PriceList } from "./priceKeys";
import { pricesSchema } from "./priceSchema";

const OWN_FILE = path.join(__dirname, "..", "..", "assets", "prices", "aws.yaml");

/**
 * The price list that comes with the project, under the rows of a further file.
 *
 * @param file what a person gave with `--prices`; its rows come before ours, for any key and Region they name
 * @throws PreflightError with every mistake of the file: line, key, value, rule and fix
 */
export function readPrices(file?: string): PriceList {
    return [...(file === undefined ? [] : readPriceFile(file)), ...readPriceFile(OWN_FILE)];
}

/** The rows of one price file, those of one Region before those of every Region. */
export function readPriceFile(file: string): PriceList {
    const name = path.basename(file);
    const yaml = readYamlFile(file, name);
    if ("problems" in yaml) {
        throw mistakes(yaml.problems);
    }
    const prices = checkPrices(yaml.value);
    if ("problems" in prices) {
        throw mistakes(prices.problems, (at) => yaml.locate(at) ?? { file: name, line: 1 });
    }
    return prices.rows;
}

/** Rows of a price file, or everything that is wrong with them. */
function checkPrices(value: unknown): { readonly rows: PriceList } | { readonly problems: readonly Problem[] } {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, "prices")) {
        return {
            problems: [
                {
                    path: [],
                    found: value ?? undefined,
                    rule: "a price file holds its rows under the key prices",
                    fix: "write prices: and the rows below it, as in assets/prices/aws.yaml",
                },
            ],
        };
    }
    const { prices, ...others } = value as Record<string, unknown>;
    const unknown = Object.entries(others).map(([key, found]) =>
        unknownKeyProblem([key], found, ["prices"], "a price file"),
    );
    const parsed = pricesSchema.safeParse(prices);
    if (parsed.success && unknown.length === 0) {
        return { rows: exactFirst(parsed.data) };
    }
    const subject = { key: "prices", schema: pricesSchema, value: prices, secret: false };
    return { problems: [...unknown, ...problemsOfIssues(parsed.error?.issues ?? [], subject)] };
}

/** A rate of the Region itself comes before one stated for every Region. */
function exactFirst(rows: readonly Price[]): PriceList {
    return [
        ...rows.filter(({ region }) => region !== EVERY_REGION),
        ...rows.filter(({ region }) => region === EVERY_REGION),
    ];
}

function mistakes(problems: readonly Problem[], locate?: Locate): PreflightError {
    return new PreflightError(formatProblems(problems, locate));
}
