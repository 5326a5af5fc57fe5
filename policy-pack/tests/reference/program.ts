import { Ref, type Sketch, Text } from "../fixture/build";
import { type Code, render } from "./code";
import { typeName } from "./typeName";
import { codeOf, type Names } from "./values";

/** What AWS tells of a resource once it is made; a fixture has it, a program does not set it. */
const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
    "aws:networkfirewall/firewall:Firewall": ["firewallStatuses"],
};

/** Words a program cannot use as a name, or uses for something else. */
const TAKEN = [
    "aws",
    "pulumi",
    "default",
    "delete",
    "export",
    "function",
    "import",
    "new",
    "package",
    "public",
    "private",
];

/** The statements of a program that makes these resources, in an order in which each name is there before its use. */
export function statementsOf(sketches: readonly Sketch[], referenced = referencesIn(sketches)): string[] {
    const names = namesOf(sketches);
    return inOrder(sketches).map((sketch) => {
        const made = `new ${render(construction(sketch, names), 0, "new ".length)};`;
        return referenced.has(sketch.name) ? `const ${names(sketch.name)} = ${made}` : made;
    });
}

/** Names of the resources that others refer to. */
export function referencesIn(sketches: readonly Sketch[]): ReadonlySet<string> {
    return new Set(sketches.flatMap(({ props }) => refsIn(props).map(({ name }) => name)));
}

function construction({ type, name, props, ignoreChanges }: Sketch, names: Names): Code {
    const inputs = Object.entries(props).filter(([key]) => OUTPUTS[type]?.includes(key) !== true);
    return {
        kind: "call",
        name: typeName(type),
        parameters: [
            codeOf(name, names),
            codeOf(Object.fromEntries(inputs), names),
            ...(ignoreChanges === undefined ? [] : [codeOf({ ignoreChanges }, names)]),
        ],
    };
}

function namesOf(sketches: readonly Sketch[]): Names {
    const kinds = new Map(sketches.map(({ name, type }) => [name, type.split(":").at(-1) ?? ""]));
    return (name) => {
        const identifier = name.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string = "") => next.toUpperCase());
        return TAKEN.includes(identifier) ? `${identifier}${kinds.get(name) ?? ""}` : identifier;
    };
}

/** Each resource after those it refers to, otherwise as the example has them. */
function inOrder(sketches: readonly Sketch[]): Sketch[] {
    const done = new Set<Sketch>();
    const visit = (sketch: Sketch, path: readonly Sketch[]): void => {
        if (path.includes(sketch)) {
            throw new Error(`${sketch.name} refers to itself`);
        }
        if (!done.has(sketch)) {
            const wanted = new Set(refsIn(sketch.props).map(({ name }) => name));
            sketches.filter(({ name }) => wanted.has(name)).forEach((each) => visit(each, [...path, sketch]));
            done.add(sketch);
        }
    };
    sketches.forEach((sketch) => visit(sketch, []));
    return [...done];
}

function refsIn(value: unknown): readonly Ref[] {
    if (value instanceof Ref) {
        return [value];
    }
    if (value instanceof Text) {
        return value.refs;
    }
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(refsIn) : [];
}
