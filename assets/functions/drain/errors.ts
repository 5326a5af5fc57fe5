/** Whether AWS answered with one of these error codes. */
export function isError(error: unknown, ...codes: readonly string[]): boolean {
    return error instanceof Error && codes.includes(error.name);
}

/** Calls, and takes these answers of AWS for done, or for to be asked again in the next round. */
export async function tolerating(codes: readonly string[], call: () => Promise<unknown>): Promise<void> {
    try {
        await call();
    } catch (error) {
        if (!isError(error, ...codes)) {
            throw error;
        }
    }
}
