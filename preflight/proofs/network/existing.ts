import type { GraphResource } from "../../../policy-pack/graph";
import type { Finding } from "./findings";

/** Beginning of the URN of a resource that the program does not make and a facts file describes. */
const DESCRIBED = "urn:pulumi:facts::";

/** Whether a resource was described by a facts file: what the program does not set of it may be set by somebody else. */
export function isDescribed({ urn }: GraphResource): boolean {
    return urn.startsWith(DESCRIBED);
}

/**
 * What needs something that is not in the stack.
 *
 * @param vpcId id of the VPC it is in, where it is known
 */
export function outside(text: string, vpcId?: string): Finding {
    return {
        verdict: "not proven",
        text,
        fix:
            `If it exists already, describe it: npm run facts -- --vpc ${vpcId ?? "<id of the VPC>"}, ` +
            "then name the file in network.vpc.facts.",
    };
}
