import type { Match } from "./match";
import { canMeet, literal, lowerCase, matchText, type Text, type Token, wildcard } from "./text";

/**
 * Whether an entry of `Action` or `NotAction` matches an action. Without case, `*` and `?` anywhere.
 *
 * @see IAM guide, reference_policies_elements_action
 */
export function actionMatch(pattern: string, action: string): Match {
    if (isPlain(pattern) && isPlain(action)) {
        // Nearly all are, and every statement's actions are looked at for every request.
        return pattern.toLowerCase() === action.toLowerCase() ? "yes" : "no";
    }
    return matchText(lowerCase(wildcard(pattern)), lowerCase(literal(action)));
}

/** Names of actions are ASCII, so that letters change case one by one. */
function isPlain(text: string): boolean {
    return /^[a-zA-Z0-9:-]*$/.test(text);
}

/** `actionMatch` for texts without unknown parts: true only when it matches for certain. */
export function matchesAction(pattern: string, action: string): boolean {
    return actionMatch(pattern, action) === "yes";
}

/** Whether some action is matched by both patterns, for example `s3:Get*` and `s3:*Object`. */
export function actionPatternsIntersect(patternA: string, patternB: string): boolean {
    return canMeet(lowerCase(wildcard(patternA)), lowerCase(wildcard(patternB)));
}

/** Whether an entry of `Resource` (without policy variables) matches an ARN for certain. */
export function matchesArn(pattern: string, arn: string): boolean {
    return matchText(resourcePattern(wildcard(pattern)), literal(arn)) === "yes";
}

/**
 * Limits wildcards to the segment of the ARN they stand in, as in `Resource` and `NotResource`: a `*` at the end of a
 * segment may run on past the colon; in the last part, colons are characters like any other.
 *
 * @see IAM guide, reference_policies_elements_resource, "Using wildcards in resource ARNs"
 */
export function resourcePattern(text: Text): Text {
    return bySegment(text, (next) => next === undefined || isColon(next));
}

/**
 * Limits wildcards to one of the six components of the ARN, as `ArnEquals` and `ArnLike` do.
 *
 * @see IAM guide, reference_policies_elements_condition_operators, "ARN condition operators"
 */
export function arnConditionPattern(text: Text): Text {
    return bySegment(text, () => false);
}

const RESOURCE_PART = 5;

function bySegment(text: Text, runsOn: (next: Token | undefined) => boolean): Text {
    let segment = 0;
    return text.map((token, index) => {
        if (isColon(token)) {
            segment++;
        }
        if (token.kind === "unknown") {
            // It may hold any number of colons, so what follows may already be the resource part.
            segment = RESOURCE_PART;
        }
        if (segment >= RESOURCE_PART || (token.kind !== "one" && token.kind !== "many")) {
            return token;
        }
        return { kind: token.kind, colon: token.kind === "many" && runsOn(text[index + 1]) };
    });
}

function isColon(token: Token): boolean {
    return token.kind === "char" && token.value === ":";
}
