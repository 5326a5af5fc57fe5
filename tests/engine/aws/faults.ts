import { AwsError } from "./errors";

/** A failure that AWS shows now and then, to be raised once. */
export interface Fault {
    readonly operation: "create" | "update" | "delete";
    readonly type: string;
    /** AWS's error code. */
    readonly code: string;
    readonly message: string;
}

/** Failures to come; each is used up when it is raised. */
export class Faults {
    private readonly pending: Fault[];

    constructor(faults: readonly Fault[]) {
        this.pending = [...faults];
    }

    /**
     * Raises the first fault for the operation.
     * @throws AwsError
     */
    raise(operation: Fault["operation"], type: string): void {
        const index = this.pending.findIndex((fault) => fault.operation === operation && fault.type === type);
        const [fault] = index < 0 ? [] : this.pending.splice(index, 1);
        if (fault !== undefined) {
            throw new AwsError(fault.code, fault.message);
        }
    }
}
