/** What the presign function is told by its environment. Nothing of it is a secret. */
export interface Environment {
    /** Name of the directory's table. */
    readonly table: string;
    /** Key of the session tag whose value is the person. */
    readonly tagKey: string;
    /** Life of a link, 5 to 30. */
    readonly linkSeconds: number;
    /** Life of the Studio session it opens, 1,800 to 43,200. */
    readonly sessionSeconds: number;
    /** Region of the table and of STS. */
    readonly region: string;
    /** `aws`, `aws-cn` or `aws-us-gov`. */
    readonly partition: Partition;
}

/**
 * Domain under which Studio is served. That of China is the one of SageMaker's notebooks there; a wrong one would
 * refuse links, never let one pass.
 *
 * Source: SageMaker API CreatePresignedDomainUrl, AuthorizedUrl; for notebooks the Public Suffix List's entries of AWS.
 */
export const STUDIO_SUFFIX = {
    aws: "sagemaker.aws",
    "aws-us-gov": "sagemaker.aws",
    "aws-cn": "sagemaker.com.cn",
} as const;

export type Partition = keyof typeof STUDIO_SUFFIX;

/**
 * Reads `TABLE`, `TAG_KEY`, `LINK_SECONDS`, `SESSION_SECONDS`, `REGION` and `PARTITION`.
 *
 * Ranges: SageMaker API CreatePresignedDomainUrl; 30 seconds are this project's, the API would allow 300.
 *
 * @throws Error naming every variable that is missing or wrong
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
    const { TABLE: table = "", TAG_KEY: tagKey = "", REGION: region = "", PARTITION: partition = "" } = env;
    const linkSeconds = Number(env["LINK_SECONDS"]);
    const sessionSeconds = Number(env["SESSION_SECONDS"]);
    if (!isPartition(partition)) {
        throw lacking(["PARTITION"]);
    }
    const wrong = [
        ...(/^[\w.-]{3,255}$/.test(table) ? [] : ["TABLE"]),
        ...(/^[\w.:/=+@-]{1,128}$/.test(tagKey) ? [] : ["TAG_KEY"]),
        ...(isWithin(linkSeconds, 5, 30) ? [] : ["LINK_SECONDS"]),
        ...(isWithin(sessionSeconds, 1_800, 43_200) ? [] : ["SESSION_SECONDS"]),
        ...(/^[a-z]+(-[a-z]+)+-\d+$/.test(region) ? [] : ["REGION"]),
    ];
    if (wrong.length > 0) {
        throw lacking(wrong);
    }
    return { table, tagKey, linkSeconds, sessionSeconds, region, partition };
}

function lacking(names: readonly string[]): Error {
    return new Error(`The function's environment lacks a valid ${names.join(", ")}; deploy the stack again`);
}

function isPartition(value: string): value is Partition {
    return Object.hasOwn(STUDIO_SUFFIX, value);
}

function isWithin(value: number, least: number, most: number): boolean {
    return Number.isInteger(value) && value >= least && value <= most;
}
