import type { RunningFunction } from "./function";

/**
 * Several environments of one function, each with one call at a time and the others waiting, as Lambda runs functions:
 * it would start an environment for each call that finds none free.
 */
export async function startFleet(
    size: number,
    start: () => Promise<RunningFunction>,
): Promise<Pick<RunningFunction, "invoke" | "log" | "stop">> {
    const all = await Promise.all(Array.from({ length: size }, start));
    const free = [...all];
    const waiting: ((environment: RunningFunction) => void)[] = [];
    return {
        invoke: async (event) => {
            const environment = free.pop() ?? (await new Promise<RunningFunction>((take) => waiting.push(take)));
            try {
                return await environment.invoke(event);
            } finally {
                const next = waiting.shift();
                if (next === undefined) {
                    free.push(environment);
                } else {
                    next(environment);
                }
            }
        },
        log: () => all.map((each) => each.log()).join(""),
        stop: async () => {
            await Promise.all(all.map((each) => each.stop()));
        },
    };
}
