import { type Item, item, LINK_SECONDS, type LOBS, SESSION_SECONDS, TAG_KEY } from "./lobs";

/** The parameters of AssumeRole that count. */
export interface Assumption {
    readonly RoleArn: string;
    readonly RoleSessionName: string;
    readonly SourceIdentity?: string;
    readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
    readonly TransitiveTagKeys?: readonly string[];
    readonly ExternalId?: string;
    readonly DurationSeconds: string;
    readonly Policy?: string;
}

/** The parameters of CreatePresignedDomainUrl. */
export interface Presigning {
    readonly DomainId: string;
    readonly UserProfileName: string;
    readonly ExpiresInSeconds?: number;
    readonly SessionExpirationDurationInSeconds?: number;
}

/** An answer of AWS: an error's code, or what was asked for. */
export type StsVerdict = "credentials" | { readonly code: string; readonly status: number };
export type SageMakerVerdict = "link" | { readonly url: string } | { readonly code: string };

/**
 * One request to AWS and what AWS's documentation says the answer is. Each has a person of its own, so that requests
 * cannot be mistaken for one another.
 */
export interface Scenario {
    /** What is particular about it. */
    readonly name: string;
    /** In the directory; the verdicts are for this person's request. */
    readonly item: Item;
    /** What a function with this fault would send instead; found in the bundled code and replaced. Default: as shipped. */
    readonly fault?: readonly [found: RegExp, replacement: string];
    /** The exact request STS gets. */
    readonly assumption: Assumption;
    readonly sts: StsVerdict;
    /** The exact request SageMaker gets, with the credentials of that assumption. Absent: none. */
    readonly presigning?: Presigning;
    readonly sagemaker?: SageMakerVerdict;
    /** What the person is told. */
    readonly answer: { readonly status: number; readonly error?: string };
    /** Where AWS documents the verdict. */
    readonly source: string;
}

type Parts = Pick<Scenario, "name" | "answer" | "source"> & {
    readonly person: string;
    readonly lob?: keyof typeof LOBS;
    /** How the directory's item differs from a right one. */
    readonly directory?: Partial<Item>;
    readonly fault?: Scenario["fault"];
    /** How the request to STS differs from a right one. */
    readonly assumes?: Partial<Assumption>;
    readonly sts?: StsVerdict;
    readonly presigns?: Partial<Presigning>;
    readonly sagemaker?: SageMakerVerdict;
};

/** A scenario by what it does differently from one in which everything is right. */
export function scenario({ person, lob = "lob-a", directory, assumes, presigns, ...parts }: Parts): Scenario {
    const profileName = `user-${person.replace(/[^a-z0-9]+/g, "-")}`;
    const entry: Item = { ...item(person, lob, profileName), ...directory };
    const sts = parts.sts ?? "credentials";
    return {
        ...parts,
        item: entry,
        assumption: present({ ...rightAssumption(entry), ...assumes }),
        sts,
        ...(sts === "credentials"
            ? { presigning: { ...rightPresigning(entry), ...presigns }, sagemaker: parts.sagemaker ?? "link" }
            : {}),
    };
}

/** Without what was left out on purpose. */
function present<T extends object>(parameters: T): T {
    return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as T;
}

function rightAssumption({ person, region, account, domainId, profileName, roleArn, externalId }: Item): Assumption {
    return {
        RoleArn: roleArn,
        RoleSessionName: person,
        SourceIdentity: person,
        Tags: [{ Key: TAG_KEY, Value: person }],
        ExternalId: externalId,
        DurationSeconds: "3600",
        Policy: sessionPolicy(`arn:aws:sagemaker:${region}:${account}:user-profile/${domainId}/${profileName}`),
    };
}

function rightPresigning({ domainId, profileName }: Item): Presigning {
    return {
        DomainId: domainId,
        UserProfileName: profileName,
        ExpiresInSeconds: LINK_SECONDS,
        SessionExpirationDurationInSeconds: SESSION_SECONDS,
    };
}

/** The one statement a session keeps of the role's permissions. */
export function sessionPolicy(resource: string): string {
    return (
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",' +
        `"Action":"sagemaker:CreatePresignedDomainUrl","Resource":"${resource}"}]}`
    );
}
