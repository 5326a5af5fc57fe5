/** Compares by code unit, so that no locale changes a picture. */
export function byText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
