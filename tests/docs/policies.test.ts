import assert from "node:assert/strict";
import path from "node:path";
import * as ts from "typescript";

import { POLICIES } from "../../policy-pack/policies";
import { EXAMPLES } from "../../policy-pack/tests/examples";
import { programsOf } from "../../policy-pack/tests/reference/examplePrint";
import { PAGE, policiesPage } from "../../policy-pack/tests/reference/page";
import { anchors, links, pageText, ROOT } from "./page";

/** Where the compiler believes the examples stand, so that it finds the project's packages. */
const FILE = path.join(ROOT, "tests/docs/examples-of-policies.ts");

/** Examples leave out what does not matter to the rule, so every property of every depth may be missing. */
const LOOSE = `
type Loose<T> = T extends string | number | boolean | null | undefined | pulumi.Output<unknown> | Promise<unknown>
    ? T
    : T extends readonly (infer U)[] ? Loose<U>[]
    : T extends object ? { [K in keyof T]?: Loose<T[K]> }
    : T;
type LooseClasses<M> = {
    [C in keyof M]: M[C] extends new (name: string, args: infer A, options?: infer O) => infer R
        ? new (name: string, args: Loose<NonNullable<A>>, options?: O) => R
        : never;
};`;

/** Modules of the provider that the examples name. */
const MODULES = /aws\.([a-z0-9]+)\./g;

/** One program of all examples, each in a block of its own. */
function program(): string {
    const blocks = Object.entries(EXAMPLES).flatMap(([id, example]) => {
        const { bad, good } = programsOf(example);
        return [bad, good].map((statements) => `{\n// ${id}\n${statements.join("\n")}\n}`);
    });
    const text = blocks.join("\n");
    const modules = [...new Set([...text.matchAll(MODULES)].map(([, name = ""]) => name))].sort();
    return [
        'import * as pulumi from "@pulumi/pulumi";',
        ...modules.map((name) => `import type * as ${name}Module from "@pulumi/aws/${name}";`),
        LOOSE,
        `declare const aws: { ${modules.map((name) => `${name}: LooseClasses<typeof ${name}Module>`).join("; ")} };`,
        text,
    ].join("\n");
}

/** What the compiler says of a text, each with the line it is about. */
function mistakes(text: string): string[] {
    const options: ts.CompilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.Node16,
        moduleResolution: ts.ModuleResolutionKind.Node16,
        types: ["node"],
    };
    const host = ts.createCompilerHost(options);
    const disk = ts.createCompilerHost(options);
    host.fileExists = (name) => name === FILE || disk.fileExists(name);
    host.getSourceFile = (name, ...rest) =>
        name === FILE ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : disk.getSourceFile(name, ...rest);
    const compiled = ts.createProgram([FILE], options, host);
    const source = compiled.getSourceFile(FILE);
    const diagnostics = [...compiled.getSyntacticDiagnostics(source), ...compiled.getSemanticDiagnostics(source)];
    return diagnostics.map(({ messageText, start = 0 }) => {
        const line = text.slice(0, start).split("\n").length - 1;
        return `${text.split("\n")[line]?.trim() ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
}

describe("docs/policies.md", () => {
    it("is what the policies say", () => {
        assert.equal(pageText(PAGE), policiesPage({ policies: POLICIES, examples: EXAMPLES }));
    });

    it("its links lead somewhere", () => {
        const text = pageText(PAGE);
        const headings = anchors(text);
        const lost = links(text, PAGE)
            .filter(({ file }) => file === PAGE)
            .filter(({ heading = "" }) => !headings.includes(heading));
        assert.deepEqual(lost, []);
    });

    it("its examples compile: types, properties and outputs are those of the provider, and others are refused", () => {
        const wrong = 'new aws.sagemaker.Domain("x", { domainSettings: { executionRoleIdentity: "DISABLED" } });';
        const found = mistakes(`${program()}\n${wrong}`);
        assert.equal(found.length, 1, found.join("\n"));
        assert.match(found[0] ?? "", /'executionRoleIdentity' does not exist/);
    });
});
