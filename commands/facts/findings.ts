import type { Facts } from "../../preflight/facts";
import { endpointFindings } from "./endpointFindings";
import type { Finding } from "./finding";
import type { Need } from "./need";
import { subnetFindings } from "./subnetFindings";
import { vpcFindings } from "./vpcFindings";

/**
 * What Studio misses in the VPC, each with its fix. Without a stack file only what holds for every stack can be told.
 */
export function findings(facts: Facts, need?: Need): Finding[] {
    return [
        ...vpcFindings(facts, need),
        ...(need === undefined ? [] : [...subnetFindings(facts, need), ...endpointFindings(facts, need)]),
    ];
}
