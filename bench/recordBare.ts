import { record } from "../preflight/record";

/** Records the bare program of a folder with the preflight's recorder: `recordBare.ts DIRECTORY`. */
async function main(projectDir: string): Promise<number> {
    const recording = await record({
        entry: "index.ts",
        projectDir,
        project: "bare",
        stack: "dev",
        config: { "aws:region": "eu-west-1" },
        secretKeys: [],
    });
    process.stdout.write(`${recording.resources.filter(({ type }) => type.startsWith("aws:")).length}\n`);
    return recording.failed ? 1 : 0;
}

void main(process.argv[2] ?? "").then((code) => {
    process.exitCode = code;
});
