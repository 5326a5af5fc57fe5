import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** An input of a resource of @pulumi/aws: a dotted path, with `*` for the items of a list. */
export interface DeclaredInput {
    readonly type: string;
    readonly path: string;
}

type Properties = ReadonlyMap<string, string>;

/** Folder of @pulumi/aws. */
const AWS = dirname(require.resolve("@pulumi/aws/package.json"));

/** Every input of SageMaker's resources, to any depth, from the type definitions. */
export function declaredInputs(): DeclaredInput[] {
    const nested = interfacesIn(sageMakerPart(readFileSync(join(AWS, "types", "input.d.ts"), "utf8")));
    return readdirSync(join(AWS, "sagemaker"))
        .filter((name) => name.endsWith(".d.ts"))
        .flatMap((name) => {
            const file = join(AWS, "sagemaker", name);
            const [[args, properties] = ["", new Map<string, string>()]] = [
                ...interfacesIn(existsSync(file) ? readFileSync(file, "utf8") : ""),
            ].filter(([each]) => each.endsWith("Args") && !each.startsWith("Get"));
            const kind = args.slice(0, -"Args".length);
            const type = `aws:sagemaker/${name.slice(0, -".d.ts".length)}:${kind}`;
            return pathsOf(properties, nested).map((path) => ({ type, path }));
        })
        .filter(({ type }) => !type.endsWith(":"));
}

function pathsOf(properties: Properties, nested: ReadonlyMap<string, Properties>): string[] {
    return [...properties].flatMap(([name, type]) => {
        const inner = nested.get(/inputs\.sagemaker\.(\w+)/.exec(type)?.[1] ?? "");
        const path = type.includes("[]") ? `${name}.*` : name;
        return inner === undefined ? [name] : [name, ...pathsOf(inner, nested).map((rest) => `${path}.${rest}`)];
    });
}

function sageMakerPart(text: string): string {
    const from = text.indexOf("export declare namespace sagemaker {");
    return text.slice(from, text.indexOf("\n}", from));
}

/** Interfaces with the type text of each property. */
function interfacesIn(text: string): Map<string, Properties> {
    const blocks = text.matchAll(/^( *)(?:export )?interface (\w+) \{\n([\s\S]*?)^\1\}/gm);
    return new Map(
        [...blocks].map(([, , name = "", body = ""]) => [
            name,
            new Map([...body.matchAll(/^ +(\w+)\??: (.*)$/gm)].map(([, key = "", type = ""]) => [key, type])),
        ]),
    );
}
