import { ExecutionRole, type ExecutionRoleArgs, executionRoleArn, Keys } from "../../components/security";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

/** ARN of the role that {@link recordExecutionRole} makes. */
export const EXECUTION_ROLE = executionRoleArn(PLACE, "aws");

/** The execution role with the keys it uses, as the deployment puts them together. */
export function recordExecutionRole(
    changes: Partial<Omit<ExecutionRoleArgs, "domainKeyArn">> = {},
    unknown = false,
): Promise<RecordedComponent> {
    return recordComponent(
        () => {
            const opts = inPlace();
            const keys = new Keys(
                "keys",
                {
                    place: PLACE,
                    partition: "aws",
                    domainKeyUsers: [EXECUTION_ROLE],
                    administrators: [],
                    deletionDays: 30,
                    protect: true,
                    tags: {},
                },
                opts,
            );
            new ExecutionRole(
                "execution",
                {
                    place: PLACE,
                    partition: "aws",
                    features: ["studio", "jobs"],
                    tagKey: "employeeNumber",
                    dataBuckets: ["example-data"],
                    tagPropagation: false,
                    origin: { from: "vpc", addresses: [], vpcId: "vpc-studio" },
                    tags: { project: "fixture" },
                    ...changes,
                    domainKeyArn: keys.domainKeyArn,
                },
                opts,
            );
        },
        { ...STACK, unknown },
    );
}
