import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Properties } from "./values";

/** Region of what an account has once for all Regions. */
export const GLOBAL = "global";

/** One resource of the emulated accounts. */
export interface Stored {
    readonly id: string;
    readonly type: string;
    readonly account: string;
    /** A Region code or `global`. */
    readonly region: string;
    /** Names of the properties a program set; the others were computed. */
    readonly inputs: readonly string[];
    readonly properties: Properties;
}

/** Which resources to list; what is left out matches everything. */
export interface Filter {
    readonly account?: string;
    readonly region?: string;
    readonly type?: string;
}

/**
 * The emulated accounts as files, `DIRECTORY/<account>/<region>/<type>/<id>.json`: a test reads them as the truth, makes
 * drift with a text edit, and proves emptiness with a file count. Nothing is held in memory.
 */
export class Store {
    constructor(
        readonly directory: string,
        /** What stands in the accounts already and belongs to somebody else; never written as a file. */
        private readonly existing: readonly Stored[] = [],
    ) {}

    get(type: string, account: string, region: string, id: string): Stored | undefined {
        const file = this.file({ type, account, region, id });
        return fs.existsSync(file)
            ? read(file)
            : this.existing.find((other) => isAt(other, { type, account, region }) && other.id === id);
    }

    /** Writes beside the file and renames, so that a reader never sees half a resource. */
    put(resource: Stored): void {
        const file = this.file(resource);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(`${file}.tmp`, `${JSON.stringify(resource, null, 2)}\n`);
        fs.renameSync(`${file}.tmp`, file);
    }

    /** Removes the file, and the folders it leaves empty. */
    remove(resource: Pick<Stored, "type" | "account" | "region" | "id">): void {
        let folder = path.dirname(this.file(resource));
        fs.rmSync(this.file(resource), { force: true });
        while (folder !== this.directory && fs.existsSync(folder) && fs.readdirSync(folder).length === 0) {
            fs.rmdirSync(folder);
            folder = path.dirname(folder);
        }
    }

    list(filter: Filter = {}): Stored[] {
        const files = folders(this.directory, filter.account).flatMap((account) =>
            folders(account, filter.region).flatMap((region) =>
                folders(region, filter.type === undefined ? undefined : folderOf(filter.type)).flatMap(resourceFiles),
            ),
        );
        return [...files.map(read), ...this.existing.filter((other) => isAt(other, filter))];
    }

    /** Path of a resource's file. */
    file({ type, account, region, id }: Pick<Stored, "type" | "account" | "region" | "id">): string {
        const encoded = encodeURIComponent(id);
        // Longer names do not fit a directory entry.
        const name = encoded.length <= 200 ? encoded : `${encoded.slice(0, 150)}-${digest(id)}`;
        return path.join(this.directory, account, region, folderOf(type), `${name}.json`);
    }
}

/** `aws:ec2/subnet:Subnet` is kept in `ec2-Subnet`. */
function folderOf(type: string): string {
    const [, module = "", name = ""] = type.split(":");
    return `${module.split("/")[0]}-${name}`;
}

function isAt(resource: Stored, { account, region, type }: Filter): boolean {
    return (
        (account === undefined || resource.account === account) &&
        (region === undefined || resource.region === region) &&
        (type === undefined || resource.type === type)
    );
}

function folders(parent: string, name: string | undefined): string[] {
    if (!fs.existsSync(parent)) {
        return [];
    }
    const names = name === undefined ? fs.readdirSync(parent) : [name];
    return names.map((child) => path.join(parent, child)).filter((folder) => fs.existsSync(folder));
}

function resourceFiles(folder: string): string[] {
    return fs
        .readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .map((file) => path.join(folder, file));
}

function read(file: string): Stored {
    try {
        return JSON.parse(fs.readFileSync(file, "utf8")) as Stored;
    } catch (error) {
        throw new Error(`The emulated resource ${file} cannot be read: ${(error as Error).message}`, { cause: error });
    }
}

function digest(text: string): string {
    return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
