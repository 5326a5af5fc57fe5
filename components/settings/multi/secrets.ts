import type { Problem } from "../problems";
import { CLIENT_SECRET, HIDDEN } from "../secrets";

const NAME = CLIENT_SECRET.at(-1);

/**
 * Problems of `access` that show no client secret, also where it was written in clear by mistake.
 *
 * @param unplaced whether there is a secret in `access` and nobody knows where: nothing of it is shown then
 */
export function withoutClientSecret(problems: readonly Problem[], unplaced: boolean): Problem[] {
    return problems.map((problem) =>
        problem.path[0] === CLIENT_SECRET[0] ? { ...problem, found: shown(problem, unplaced) } : problem,
    );
}

function shown({ path, found }: Problem, unplaced: boolean): unknown {
    return found !== undefined && (unplaced || path.at(-1) === NAME) ? HIDDEN : hidden(found);
}

function hidden(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(hidden);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, key === NAME ? HIDDEN : hidden(child)]))
        : value;
}
