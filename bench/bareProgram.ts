import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** How the bare program is compiled: as this project is, or as `pulumi new aws-typescript` sets it up. */
export type Setup = "same options" | "template";

/** As Pulumi's template for AWS and TypeScript has it; type-checked at every run. */
const TEMPLATE_COMPILER_OPTIONS = {
    strict: true,
    outDir: "bin",
    target: "es2020",
    module: "commonjs",
    moduleResolution: "node",
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
};

/**
 * Writes a Pulumi project that makes `count` resources independent of each other and nothing else: the least a program of
 * that size can take.
 */
export function writeBareProgram(directory: string, count: number, setup: Setup, root: string): void {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const write = (name: string, text: string): void => writeFileSync(path.join(directory, name), text);
    write("package.json", JSON.stringify({ name: "bare", main: "index.ts" }));
    write(
        "index.ts",
        [
            'import * as aws from "@pulumi/aws";',
            "",
            `for (let index = 0; index < ${count}; index++) {`,
            '    new aws.ssm.Parameter(`parameter-${index}`, { type: "String", value: String(index) });',
            "}",
            "",
        ].join("\n"),
    );
    // `noCheck` again, because Pulumi's runtime reads it without following `extends`.
    const shared = path.relative(directory, path.join(root, "tsconfig.pulumi.json"));
    write(
        "tsconfig.json",
        JSON.stringify(
            setup === "template"
                ? { compilerOptions: TEMPLATE_COMPILER_OPTIONS, files: ["index.ts"] }
                : {
                      extends: shared,
                      compilerOptions: { rootDir: ".", noEmit: false, noCheck: true },
                      include: ["index.ts"],
                  },
        ),
    );
    write("Pulumi.yaml", "name: bare\nruntime: nodejs\n");
    write("Pulumi.dev.yaml", "config:\n  aws:region: eu-west-1\n");
}
