import { stripVTControlCharacters } from "node:util";
import type { Diagnostic } from "./types";

/** The runtime blames the command line for what the monitor does not offer. */
const UNSUPPORTED = "The Pulumi CLI does not support";
const UNSUPPORTED_HERE =
    "The preflight stands in for the CLI here and offers neither transforms, error hooks nor parameterized packages.";

/** Collects messages of one run; secrets never pass. */
export class Diagnostics {
    private readonly list: Diagnostic[] = [];
    private readonly refusals: string[] = [];

    constructor(private readonly secretPlaceholder: string | undefined) {}

    /** A message of the program or of Pulumi's runtime. */
    add(severity: Diagnostic["severity"], message: string, urn?: string): void {
        const hint = message.includes(UNSUPPORTED) ? `\n${UNSUPPORTED_HERE}` : "";
        const text = this.mask(message) + hint;
        // The runtime reports an answer that was refused once more, wrapped and with a stack.
        const repeated = severity === "error" && this.refusals.some((refusal) => text.includes(refusal));
        if (text !== "" && !repeated) {
            this.list.push({ severity, message: text, ...(urn === undefined || urn === "" ? {} : { urn }) });
        }
    }

    /** Something the engine would have refused, or the recorder cannot do. */
    refuse(message: string, urn?: string): void {
        this.add("error", message, urn);
        this.refusals.push(this.mask(message));
    }

    get all(): readonly Diagnostic[] {
        return this.list;
    }

    get hasErrors(): boolean {
        return this.list.some(({ severity }) => severity === "error");
    }

    private mask(message: string): string {
        const plain = stripVTControlCharacters(message).trim();
        const secret = this.secretPlaceholder;
        return secret === undefined || secret === "" ? plain : plain.replaceAll(secret, "[secret]");
    }
}
