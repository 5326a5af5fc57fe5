import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { GraphResource } from "../../policy-pack/graph";
import { POLICIES } from "../../policy-pack/policies";
import { startEmulator } from "../../tests/engine/aws/serve";
import { findCli } from "../../tests/engine/cli";
import { pulumi } from "../engine";
import { NO_ENGINE } from "../report";
import { type Command, timed } from "../timed";
import { drive, type Driven } from "./drive";
import { multiply } from "./multiply";
import { writeProgram } from "./program";
import { recordedStacks } from "./recorded";
import { ENGINE_LIMIT, type PackResult } from "./report";
import type { SizeTimes } from "./rows";
import { writeTrivialPack } from "./trivialPack";

/** Every finding is only told, so that no preview stops at one. */
const PACK_CONFIG = { all: "advisory" };

/** Where the two packs stand, and the configuration both are given. */
interface Packs {
    readonly trivial: string;
    readonly ours: string;
    readonly config: string;
}

/** Measures our pack and a trivial one at several sizes; within a round the kinds take turns. */
export async function measurePack(root: string, sizes: readonly number[], rounds: number): Promise<PackResult> {
    const ours = path.join(root, "policy-pack");
    if (!existsSync(path.join(ours, "bin", "index.js"))) {
        throw new Error("the policy pack is not compiled: run npm run build first");
    }
    // Below the repository, so that programs and packs find its packages.
    const work = path.join(root, ".cache", "bench-pack");
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const packs: Packs = { trivial: path.join(work, "trivial"), ours, config: path.join(work, "config.json") };
    writeTrivialPack(packs.trivial);
    writeFileSync(packs.config, JSON.stringify(PACK_CONFIG));
    const engine = await startEngine(work);
    if (engine === undefined) {
        process.stderr.write(`${NO_ENGINE}\n`);
    }
    try {
        const stacks = await recordedStacks(root);
        const measured: SizeTimes[] = [];
        for (const size of sizes) {
            measured.push(await measureSize(multiply(stacks, size), { packs, rounds, engine, work }));
        }
        const version = engine === undefined ? {} : { pulumi: engine.version };
        return { rounds, node: process.version, ...version, policies: POLICIES.length, sizes: measured };
    } finally {
        engine?.stop();
        rmSync(work, { recursive: true, force: true });
    }
}

interface Engine {
    readonly version: string;
    command(directory: string, args: readonly string[]): Command;
    stop(): void;
}

async function startEngine(work: string): Promise<Engine | undefined> {
    const cli = findCli();
    if (cli === undefined) {
        return undefined;
    }
    const aws = await startEmulator({ directory: path.join(work, "aws"), quotas: "raised" });
    return {
        version: spawnSync(cli.command, ["version"], { encoding: "utf8" }).stdout.trim(),
        command: (directory, args) => pulumi(cli, aws, directory, args),
        stop: () => aws.stop(),
    };
}

interface Setting {
    readonly packs: Packs;
    readonly rounds: number;
    readonly engine: Engine | undefined;
    readonly work: string;
}

async function measureSize(resources: readonly GraphResource[], setting: Setting): Promise<SizeTimes> {
    const { packs, rounds } = setting;
    const previews = resources.length > ENGINE_LIMIT ? undefined : await previewsOf(resources, setting);
    const times = { bare: [] as number[], trivial: [] as number[], ours: [] as number[] };
    const driven = { trivial: [] as Driven[], ours: [] as Driven[] };
    for (let round = 1; round <= rounds; round++) {
        process.stderr.write(`${resources.length} resources, round ${round} of ${rounds} …\n`);
        for (const kind of ["bare", "trivial", "ours"] as const) {
            if (previews !== undefined) {
                times[kind].push(await timed(previews[kind]));
            }
            if (kind !== "bare") {
                driven[kind].push(await drive(packs[kind], resources));
            }
        }
    }
    const ran = previews !== undefined;
    return {
        resources: resources.length,
        ...(ran && { bare: times.bare }),
        trivial: { ...(ran && { preview: times.trivial }), driven: driven.trivial },
        ours: { ...(ran && { preview: times.ours }), driven: driven.ours },
    };
}

/** One preview of each kind, of a program that registers the resources; undefined without an engine. */
async function previewsOf(
    resources: readonly GraphResource[],
    { packs, engine, work }: Setting,
): Promise<Readonly<Record<"bare" | "trivial" | "ours", Command>> | undefined> {
    if (engine === undefined) {
        return undefined;
    }
    const directory = path.join(work, `copies-${resources.length}`);
    writeProgram(directory, resources);
    await timed(engine.command(directory, ["stack", "init", "dev"]));
    const preview = (flags: readonly string[]): Command =>
        engine.command(directory, ["preview", "--stack", "dev", ...flags]);
    const withPack = (pack: string): Command => preview(["--policy-pack", pack, "--policy-pack-config", packs.config]);
    // Once before anything counts: the first run of all fills caches.
    await timed(preview([]));
    return { bare: preview([]), trivial: withPack(packs.trivial), ours: withPack(packs.ours) };
}
