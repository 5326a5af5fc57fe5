import { asList, type Statement } from "../../iam";
import { PRESIGN_ACTIONS, isEveryResource } from "./presign";
import { all, type Answer, concerns, type ConditionEntry, conditions, isUnreadable } from "./statements";

/** A statement whose effect is Deny. */
export type DenyStatement = Statement;

/** Actions that change the tags of a SageMaker resource. */
export const TAG_ACTIONS = ["sagemaker:AddTags", "sagemaker:DeleteTags"] as const;

const [DOMAIN_LINK] = PRESIGN_ACTIONS;

/** `yes` when it is so for every action. */
export function everyAction(actions: readonly string[], check: (action: string) => Answer): Answer {
    return all(actions.map(check));
}

/** Whether an Allow holds only where the profile's tag equals the caller's. */
export function comparesTag(statement: Statement, key: string): Answer {
    const found = conditions(statement).filter(
        (entry) =>
            isResourceTag(entry, key) &&
            entry.operator === "stringequals" &&
            !entry.ifExists &&
            entry.set === undefined,
    );
    if (found.some(({ values }) => values.length === 1 && values.every((value) => isPrincipalTag(value, key)))) {
        return "yes";
    }
    return found.some(({ values }) => values.some(isUnreadable)) ? "maybe" : "no";
}

/** Whether a Deny covers every profile whose tag differs, one without the tag included: a negated operator holds then. */
export function deniesMismatch(deny: DenyStatement, action: string, key: string): Answer {
    const [entry, ...more] = conditions(deny);
    if (entry === undefined || more.length > 0 || !isResourceTag(entry, key)) {
        return "no";
    }
    if (entry.operator !== "stringnotequals" || entry.set !== undefined || entry.values.length !== 1) {
        return "no";
    }
    const value = entry.values[0] ?? "";
    const compared: Answer = isPrincipalTag(value, key) ? "yes" : isUnreadable(value) ? "maybe" : "no";
    return all([compared, concerns(deny, action), isEveryResource(deny)]);
}

/** Whether a Deny covers callers without the tag. It must stand alone: conditions of one statement are ANDed. */
export function deniesMissingTag(deny: DenyStatement, action: string, key: string): Answer {
    const [entry, ...more] = conditions(deny);
    const isNull =
        entry !== undefined &&
        more.length === 0 &&
        entry.operator === "null" &&
        entry.key === `aws:principaltag/${key.toLowerCase()}` &&
        entry.values.every((value) => value === "true");
    return isNull ? all([concerns(deny, action), isEveryResource(deny)]) : "no";
}

/** Whether a Deny leaves an app no profile but the one it runs in. */
export function deniesOtherProfiles(deny: DenyStatement): Answer {
    if (conditions(deny).length > 0) {
        return "no";
    }
    const own = "user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}";
    const spared = asList(deny.NotResource);
    const scope: Answer =
        deny.NotResource === undefined
            ? isEveryResource(deny)
            : spared.every((resource) => resource.endsWith(`:${own}`))
              ? "yes"
              : spared.some(isUnreadable)
                ? "maybe"
                : "no";
    return all([concerns(deny, DOMAIN_LINK), scope]);
}

/** Whether a Deny keeps somebody from making profiles, and so from giving one a tag as it is made. */
export function deniesMakingProfiles(deny: DenyStatement): Answer {
    return conditions(deny).length > 0
        ? "no"
        : all([concerns(deny, "sagemaker:CreateUserProfile"), isEveryResource(deny)]);
}

/**
 * Whether a Deny keeps the tag from being set or removed. One that spares the call in which a thing is made
 * (`Null sagemaker:TaggingAction`, absent outside such calls) does so only for who cannot make profiles.
 */
export function deniesTagging(deny: DenyStatement, action: string, key: string, makesProfiles: boolean): Answer {
    const entries = conditions(deny).filter(
        ({ key: name, operator, values }) =>
            makesProfiles ||
            name !== "sagemaker:taggingaction" ||
            operator !== "null" ||
            !values.every((value) => value === "true"),
    );
    const scope = all([concerns(deny, action), isEveryResource(deny)]);
    if (entries.length === 0) {
        return scope;
    }
    const [entry] = entries;
    const named =
        entries.length === 1 &&
        entry?.key === "aws:tagkeys" &&
        entry.set === "foranyvalue" &&
        ["stringequals", "stringlike", "stringequalsignorecase"].includes(entry.operator) &&
        entry.values.includes(key);
    return named ? scope : "no";
}

function isResourceTag({ key }: ConditionEntry, tag: string): boolean {
    return [`sagemaker:resourcetag/${tag}`, `aws:resourcetag/${tag}`].some((each) => each.toLowerCase() === key);
}

/** `${aws:PrincipalTag/key}`, with or without a default value. */
function isPrincipalTag(value: string, key: string): boolean {
    const name = /^\$\{\s*([^,}]+?)\s*(?:,\s*'[^']*'\s*)?\}$/.exec(value)?.[1];
    return name?.toLowerCase() === `aws:principaltag/${key.toLowerCase()}`;
}
