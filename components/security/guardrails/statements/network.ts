import { ENDPOINTS, NAMES_NETWORK, NEEDS_NETWORK, SCHEDULES } from "../actions";
import type { GuardrailArgs } from "../args";
import { absent, deny, type Statement } from "./statement";

const SUBNETS = "sagemaker:VpcSubnets";
const GROUPS = "sagemaker:VpcSecurityGroupIds";

/** What runs names subnets and groups: each has a statement of its own, because keys of one Condition are ANDed. */
export function missingNetwork(): Statement[] {
    return [...missing("Subnets", SUBNETS), ...missing("Groups", GROUPS)];
}

function missing(what: string, key: string): Statement[] {
    return [
        deny(`Missing${what}`, NEEDS_NETWORK, absent(key)),
        deny(`Missing${what}InSchedule`, SCHEDULES, absent(key, { "sagemaker:InstanceTypes": "present" })),
        deny(`Missing${what}InEndpoint`, ENDPOINTS, absent(key, { "sagemaker:ModelArn": "absent" })),
    ];
}

/** One subnet or group of elsewhere among several is enough. */
export function otherNetwork({ subnetIds, groupIds }: Pick<GuardrailArgs, "subnetIds" | "groupIds">): Statement[] {
    return [
        deny("OtherSubnets", NAMES_NETWORK, { "ForAnyValue:StringNotEquals": { [SUBNETS]: subnetIds } }),
        // An empty list of values would match nothing: where no group is for jobs, every group is another.
        groupIds.length === 0
            ? deny("OtherGroups", NAMES_NETWORK, { Null: { [GROUPS]: "false" } })
            : deny("OtherGroups", NAMES_NETWORK, { "ForAnyValue:StringNotEquals": { [GROUPS]: groupIds } }),
    ];
}
