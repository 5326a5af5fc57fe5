import type { Entry } from "./directory";
import { Refusal } from "./refusal";

/**
 * The one of a person's own profiles that is to be opened: the one asked for, or the only one.
 *
 * Whether somebody else has a profile of the name asked for makes no difference to the answer.
 *
 * @param asked values of the query's `profile`; empty when it was not given
 * @throws Refusal of 404, or of 409 with all their profiles when it is for the person to choose
 */
export function chosen(entries: readonly Entry[], asked: readonly string[]): Entry {
    if (entries.length === 0) {
        throw new Refusal({
            status: 404,
            error: "no_profile",
            message: "You have no Studio profile here. Ask whoever looks after Studio for one.",
        });
    }
    if (asked.length > 0) {
        const named = asked.length === 1 ? entries.find(({ profile }) => profile === asked[0]) : undefined;
        if (named === undefined) {
            throw new Refusal({
                status: 404,
                error: "unknown_profile",
                message: "You have no Studio profile of that name.",
            });
        }
        return named;
    }
    const [only, ...others] = entries;
    if (only === undefined || others.length > 0) {
        throw new Refusal({
            status: 409,
            error: "choose_profile",
            message: "You have several Studio profiles. Choose one of them.",
            profiles: entries.map(({ profile }) => profile).sort(),
        });
    }
    return only;
}
