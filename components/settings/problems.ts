/** Keys and list positions from a top key (`network`) or a full configuration key (`aws:region`) downward. */
export type SettingPath = readonly (string | number)[];

/** One mistake in a stack file. */
export interface Problem {
    readonly path: SettingPath;
    /** The value in the file, undefined when there is none, `HIDDEN` in place of a secret. */
    readonly found: unknown;
    readonly rule: string;
    readonly fix: string;
    /** Known for mistakes that have a place but no key, for example in the YAML itself. */
    readonly at?: Location;
}

/** A place in a file; lines count from 1. */
export interface Location {
    readonly file: string;
    readonly line: number;
    /** What people call the key there, where it is not the path: `column tag` of a CSV file. */
    readonly key?: string;
}

export type Locate = (path: SettingPath) => Location | undefined;

/** The path as people write it: `network.zones[1]`. */
export function pathText(path: SettingPath): string {
    return path.reduce<string>((text, part) => {
        if (typeof part === "number") {
            return `${text}[${part}]`;
        }
        return text === "" ? part : `${text}.${part}`;
    }, "");
}
