import { type GraphResource, isUnknown, readPath } from "../../graph";
import type { Finding } from "../definition";
import { undecided, violation } from "../findings";
import { repair, section } from "../remediation";

const CLASSES = ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"] as const;

/** Days a temporary password may be valid, and Cognito's default. Source: Security Hub control Cognito.3. */
const TEMPORARY_DAYS = 7;

/** Cognito's default. Source: Cognito developer guide, "Password requirements". */
const LENGTH = 8;

/**
 * What a pool's password policy lacks, in one message. Without a policy Cognito asks for eight characters of all four
 * classes; in a policy, a class that is not named is not asked for (the provider sends `false`).
 */
export function checkPasswords(pool: GraphResource, minimumLength: number): Finding[] {
    const policy = readPath(pool.props, "passwordPolicy");
    if (isUnknown(policy)) {
        return [undecided(pool, `passwordPolicy is not known yet; it must ask for ${minimumLength} characters.`)];
    }
    const read = (key: string): unknown => readPath(policy, key);
    const length = read("minimumLength") ?? LENGTH;
    const days = read("temporaryPasswordValidityDays") ?? TEMPORARY_DAYS;
    const missing = policy === undefined ? [] : CLASSES.filter((key) => !isUnknown(read(key)) && read(key) !== true);
    const wrong = [
        ...(typeof length === "number" && length < minimumLength ? [`minimumLength ${minimumLength} or more`] : []),
        ...missing,
        ...(typeof days === "number" && days > TEMPORARY_DAYS
            ? [`temporaryPasswordValidityDays ${TEMPORARY_DAYS} or fewer`]
            : []),
    ];
    if (wrong.length > 0) {
        return [violation(pool, `passwordPolicy is too weak. Set ${wrong.join(", ")}.`)];
    }
    const unread = ["minimumLength", ...CLASSES, "temporaryPasswordValidityDays"].filter((key) => isUnknown(read(key)));
    return unread.length > 0
        ? [undecided(pool, `${unread.map((key) => `passwordPolicy.${key}`).join(", ")} cannot be read.`)]
        : [];
}

/** Makes a weak policy as strong as it must be; a pool without one is left alone unless Cognito's is too short. */
export function repairPasswords(props: Record<string, unknown>, minimumLength: number): boolean {
    try {
        if ((props.passwordPolicy ?? undefined) === undefined && minimumLength <= LENGTH) {
            return false;
        }
    } catch {
        return false;
    }
    const policy = section(props, "passwordPolicy");
    if (policy === undefined) {
        return false;
    }
    const isShort = (value: unknown): boolean => (typeof value === "number" ? value : LENGTH) < minimumLength;
    const isLong = (value: unknown): boolean => typeof value === "number" && value > TEMPORARY_DAYS;
    return [
        repair(policy, "minimumLength", isShort, minimumLength),
        ...CLASSES.map((key) => repair(policy, key, (value) => value !== true, true)),
        repair(policy, "temporaryPasswordValidityDays", isLong, TEMPORARY_DAYS),
    ].includes(true);
}
