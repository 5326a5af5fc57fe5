import { z } from "zod";

import { REGION_NAMES } from "./regions";
import { FILE_KEYS, MULTI_KEYS, NAMESPACE, TOP_KEYS, type TopKey } from "./schema";
import { CLIENT_SECRET, SECRET_KEYS } from "./secrets";
import { bare, defaultOf, factsOf, referenceOf, shapeOf } from "./setting";

/** One line of the settings page. */
interface Row {
    readonly key: string;
    readonly type: string;
    /** The default as JSON, or why there is none. */
    readonly preset: string;
    readonly rule: string;
    readonly example: string;
    readonly description: string;
}

const HEAD = `# Settings

Generated from the schema in components/settings by \`npm run generate\`; do not edit.

Settings stand under \`config:\` in \`Pulumi.STACK.yaml\`, each top key with the prefix \`${NAMESPACE}:\`. Unknown keys are
refused. All mistakes are reported at once, each with its line, the value found, the rule and what to do. The first line
of a stack file names the JSON schema, which gives editors completion and checks:

\`\`\`yaml
# yaml-language-server: $schema=schema/stack.schema.json
\`\`\`

In the tables \`[]\` stands for each item of a list and \`*\` for each name a map is given, such as a zone's.

The least a stack file must hold is in \`tests/stacks/minimal.yaml\`. Secrets (\`secure:\`) are allowed as values of
${SECRET_KEYS.map((key) => `\`${key}\``).join(", ")} and, with many accounts, as \`${CLIENT_SECRET.join(".")}\` only: every other key decides what is built, and is plain so that it can be read at preview.

## aws:region

The AWS Region of everything; required. One of ${REGION_NAMES.map((name) => `\`${name}\``).join(", ")}.
`;

const MANY = `
# Many accounts

The top keys with \`deployment: multi-account\`; \`deployment\`, \`production\`, \`protect\` and \`tags\` are those of a single
account. Where a row says "as", the keys are those of the section named, and are not repeated here.
`;

/** Top keys described once, for both deployments. */
const SAME_IN_BOTH = ["deployment", "production", "protect", "tags"];

/** The settings page: one table for each top key, first of a single account, then of many. */
export function settingsPage(): string {
    const single = Object.entries(TOP_KEYS).map(([key, schema]) => section(key, schema, FILE_KEYS[key as TopKey], ""));
    const many = Object.entries(MULTI_KEYS)
        .filter(([key]) => !SAME_IN_BOTH.includes(key))
        .map(([key, schema]) => section(key, schema, undefined, " (many accounts)"));
    return [HEAD, ...single, MANY, ...many].join("");
}

function section(key: string, schema: z.ZodType, file: z.ZodType | undefined, suffix: string): string {
    const facts = requireFacts(key, schema);
    const all = [...rows(key, schema), ...(file === undefined ? [] : rows(key, file))];
    return [
        `\n## ${NAMESPACE}:${key}${suffix}\n`,
        `${facts.description}.\n`,
        tableLine(["key", "type", "default", "rule", "example", "description"]),
        tableLine(Array.from({ length: 6 }, () => "---")),
        ...all.map((row) => tableLine(Object.values(row))),
        "",
    ].join("\n");
}

/** A key and the keys in it. The map of a top key needs no line: its section says what it is. */
function rows(key: string, schema: z.ZodType): Row[] {
    if (referenceOf(schema) !== undefined) {
        return [row(key, schema)];
    }
    const here = bare(schema);
    const { shape, step } = inside(here);
    const children = Object.entries(shape ?? {}).flatMap(([name, child]) => rows(`${key}${step}.${name}`, child));
    const isTopMap = shapeOf(here) !== undefined && !key.includes(".");
    return isTopMap ? children : [row(key, schema), ...children];
}

/** The keys of a map, of a list's items or of a map's values, and how the path goes there. */
function inside(schema: z.ZodType): { shape: ReturnType<typeof shapeOf>; step: string } {
    if (schema instanceof z.ZodArray) {
        return { shape: shapeOf(schema.element as z.ZodType), step: "[]" };
    }
    if (schema instanceof z.ZodRecord) {
        return { shape: shapeOf(schema.valueType as z.ZodType), step: ".*" };
    }
    return { shape: shapeOf(schema), step: "" };
}

function row(key: string, schema: z.ZodType): Row {
    const facts = requireFacts(key, schema);
    return {
        key: code(key),
        type: typeName(schema),
        preset: presetText(schema, facts.noDefault),
        rule: facts.rule,
        example: code(JSON.stringify(facts.example)),
        description: facts.description,
    };
}

function presetText(schema: z.ZodType, noDefault: string | undefined): string {
    const preset = defaultOf(schema);
    if (preset !== undefined) {
        return code(JSON.stringify(preset));
    }
    return schema instanceof z.ZodOptional ? "none" : `required: ${noDefault ?? "there is no sensible default"}`;
}

function requireFacts(key: string, schema: z.ZodType): NonNullable<ReturnType<typeof factsOf>> {
    const facts = factsOf(schema);
    if (facts === undefined) {
        throw new Error(`the key ${key} has no description and rule: wrap its schema in setting()`);
    }
    return facts;
}

function typeName(schema: z.ZodType): string {
    const reference = referenceOf(schema);
    if (reference !== undefined) {
        return `as \`${reference}\``;
    }
    const here = bare(schema);
    if (here instanceof z.ZodEnum) {
        return "choice";
    }
    if (here instanceof z.ZodArray) {
        return `list of ${typeName(here.element as z.ZodType)}`;
    }
    if (here instanceof z.ZodRecord) {
        return `map to ${typeName(here.valueType as z.ZodType)}`;
    }
    if (here instanceof z.ZodObject) {
        return "map";
    }
    if (here instanceof z.ZodBoolean) {
        return "boolean";
    }
    return here instanceof z.ZodString ? "text" : "integer";
}

function tableLine(cells: readonly string[]): string {
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function code(text: string): string {
    return `\`${text}\``;
}
