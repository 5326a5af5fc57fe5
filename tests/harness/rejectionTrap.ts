const EVENTS = ["unhandledRejection", "uncaughtException"] as const;

/**
 * Catches what nobody else does while a component is recorded: Pulumi's runtime reports an error thrown inside `apply` as
 * an unhandled rejection only. The test runner's own listeners rest meanwhile, since they would blame another test.
 */
export class RejectionTrap {
    private readonly caught = new Set<unknown>();
    private readonly resting = EVENTS.map((event) => [event, process.listeners(event as "uncaughtException")] as const);
    private readonly listener = (error: unknown): void => this.add(error);

    constructor() {
        for (const event of EVENTS) {
            process.removeAllListeners(event);
            process.on(event, this.listener);
        }
    }

    /** One error may come by several promises. */
    add(error: unknown): void {
        this.caught.add(error);
    }

    get errors(): readonly unknown[] {
        return [...this.caught];
    }

    /** Gives the events back to those who listened before. */
    release(): void {
        for (const [event, listeners] of this.resting) {
            process.off(event, this.listener);
            listeners.forEach((listener) => process.on(event, listener));
        }
    }
}
