import {
    ENDPOINTS,
    NAMES_ISOLATION,
    NAMES_TRAFFIC_ENCRYPTION,
    NEEDS_ISOLATION,
    NEEDS_TRAFFIC_ENCRYPTION,
    SCHEDULES,
} from "../actions";
import type { GuardrailArgs } from "../args";
import { absent, deny, type Statement } from "./statement";

const ISOLATION = "sagemaker:NetworkIsolation";
const ENCRYPTION = "sagemaker:InterContainerTrafficEncryption";

/**
 * Containers without a network of their own: SageMaker brings their inputs and fetches their outputs. The network of
 * the job is what SageMaker does that through.
 */
export function isolation({ isolation: required }: Pick<GuardrailArgs, "isolation">): Statement[] {
    return required
        ? [
              deny("MissingIsolation", NEEDS_ISOLATION, absent(ISOLATION)),
              deny(
                  "MissingIsolationInSchedule",
                  SCHEDULES,
                  absent(ISOLATION, { "sagemaker:InstanceTypes": "present" }),
              ),
              deny("MissingIsolationInEndpoint", ENDPOINTS, absent(ISOLATION, { "sagemaker:ModelArn": "absent" })),
              deny("NoIsolation", NAMES_ISOLATION, { Bool: { [ISOLATION]: "false" } }),
          ]
        : [];
}

/** Traffic between the instances of one job is encrypted; a job of one instance has none and says so all the same. */
export function trafficEncryption({
    interContainerEncryption,
}: Pick<GuardrailArgs, "interContainerEncryption">): Statement[] {
    return interContainerEncryption
        ? [
              deny("MissingTrafficEncryption", NEEDS_TRAFFIC_ENCRYPTION, absent(ENCRYPTION)),
              deny(
                  "MissingTrafficEncryptionInSchedule",
                  SCHEDULES,
                  absent(ENCRYPTION, { "sagemaker:InstanceTypes": "present" }),
              ),
              deny("NoTrafficEncryption", NAMES_TRAFFIC_ENCRYPTION, { Bool: { [ENCRYPTION]: "false" } }),
          ]
        : [];
}
