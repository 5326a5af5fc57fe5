/** Longest content in characters, counted after base64. SageMaker API CreateStudioLifecycleConfig: StudioLifecycleConfigContent. */
export const CONTENT_LIMIT = 16384;

/** A script as SageMaker takes it. */
export function scriptContent(script: string): string {
    return Buffer.from(script, "utf8").toString("base64");
}
