/** Inputs whose change makes a new resource. */
export interface Replacement {
    /** Paths as in `valuesAt`. */
    readonly paths: readonly string[];
    readonly source: string;
}

export type ReplacementTable = Readonly<Record<string, Replacement>>;

/** Where the sources of the rows lie. */
export const TERRAFORM = "hashicorp/terraform-provider-aws internal/service";

/** Rows of one service by the file of its resource. */
export function inService(service: string): (file: string, ...paths: string[]) => Replacement {
    return (file, ...paths) => ({ paths, source: `${TERRAFORM}/${service}/${file}` });
}
