/** A run that ended before anything could be judged: a mistake in a file, or a program that failed. */
export class PreflightError extends Error {}
