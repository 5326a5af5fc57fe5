import { z } from "zod";

/** What people need to know of one key, beside its type. */
export interface SettingFacts<Value> {
    readonly description: string;
    readonly example: Value;
    /** The rule a value keeps, in words. */
    readonly rule: string;
    /** What to do about a value that breaks it; without one, the example is shown. */
    readonly fix?: string | ((found: unknown) => string);
    /** Why the key has no default. Required keys only. */
    readonly noDefault?: string;
}

const FACTS = z.registry<SettingFacts<unknown>>();

/** Gives a schema its facts, for messages, the settings page and editors. */
export function setting<Schema extends z.ZodType>(schema: Schema, facts: SettingFacts<z.input<Schema>>): Schema {
    const described = schema.meta({ ...schema.meta(), description: facts.description, examples: [facts.example] });
    FACTS.add(described, facts);
    return described;
}

const REFERENCES = z.registry<{ readonly key: string }>();

/** Says that a value is described elsewhere: under the key of a single account, `network` or `network.firewall`. */
export function refers<Schema extends z.ZodType>(schema: Schema, key: string): Schema {
    const facts = factsOf(schema);
    const copy = schema.meta({ ...schema.meta() });
    if (facts !== undefined) {
        FACTS.add(copy, facts);
    }
    REFERENCES.add(copy, { key });
    return copy;
}

/** The key under which a value is described, where that is another than its own. */
export function referenceOf(schema: z.ZodType): string | undefined {
    return REFERENCES.get(schema)?.key ?? (isWrapper(schema) ? referenceOf(unwrapped(schema)) : undefined);
}

/** The facts of a key, wherever they were given: on the schema or under its default. */
export function factsOf(schema: z.ZodType): SettingFacts<unknown> | undefined {
    return FACTS.get(schema) ?? (isWrapper(schema) ? factsOf(unwrapped(schema)) : undefined);
}

/** The schema under `default`, `prefault` and `optional`. */
export function bare(schema: z.ZodType): z.ZodType {
    return isWrapper(schema) ? bare(unwrapped(schema)) : schema;
}

/** The default a schema gives a missing key, undefined when it gives none. */
export function defaultOf(schema: z.ZodType): unknown {
    if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
        return schema.def.defaultValue;
    }
    return isWrapper(schema) ? defaultOf(unwrapped(schema)) : undefined;
}

/** The keys of a map schema with their schemas; undefined for what is no map of known keys. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
    const here = bare(schema);
    return here instanceof z.ZodObject ? here.shape : undefined;
}

/** The names of a map with a value for each of some names; undefined for what is no such map. */
export function namesOf(schema: z.ZodType): string[] | undefined {
    const here = bare(schema);
    return here instanceof z.ZodRecord && here.keyType instanceof z.ZodEnum
        ? here.keyType.options.map(String)
        : undefined;
}

/** The schema of the value at a path, as far down as schemas reach. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
    const [first, ...rest] = path;
    const here = bare(schema);
    if (first === undefined) {
        return schema;
    }
    const shape = shapeOf(here);
    if (shape !== undefined) {
        const child = shape[String(first)];
        return child && schemaAt(child, rest);
    }
    if (here instanceof z.ZodArray) {
        return schemaAt(here.element as z.ZodType, rest);
    }
    return here instanceof z.ZodRecord ? schemaAt(here.valueType as z.ZodType, rest) : undefined;
}

type Wrapper = z.ZodDefault<z.ZodType> | z.ZodPrefault<z.ZodType> | z.ZodOptional<z.ZodType>;

function isWrapper(schema: z.ZodType): schema is Wrapper {
    return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional;
}

function unwrapped(schema: Wrapper): z.ZodType {
    return schema.unwrap();
}
