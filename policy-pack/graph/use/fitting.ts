import { ROLE } from "../identity";
import { SECURITY_GROUP, SUBNET, VPC } from "../network/tokens";
import type { GraphResource } from "../types";
import { BUCKETS, KEY } from "./attaching";
import { isSageMaker } from "./seeds";

/** What a value that is not known yet may refer to, by the key it stands under. */
const FITTING: readonly (readonly [RegExp, readonly string[]])[] = [
    [/^vpcId$/, [VPC]],
    [/subnet/i, [SUBNET]],
    [/securityGroup/i, [SECURITY_GROUP]],
    [/role(?:Arn)?$/i, [ROLE]],
    [/kms|^keyId$/i, [KEY]],
    [/bucket|s3/i, BUCKETS],
];

/** Blocks of SageMaker's resources that may hold any of those. */
const BLOCK = /settings|config|containers?$|variants|definition/i;

/** Types that a value nobody knows may refer to, by the key it stands under. */
export function fitting(resource: GraphResource, key: string): readonly string[] {
    const block = isSageMaker(resource) && BLOCK.test(key);
    return FITTING.filter(([pattern]) => block || pattern.test(key))
        .flatMap(([, types]) => types)
        .filter((type) => type !== resource.type);
}
