import { StudioUserRole, type StudioUserRoleArgs } from "../../components/security";
import { recordComponent, type RecordedComponent } from "../harness";
import { inPlace, PLACE, STACK } from "../place";

/** Role that people sign in as. */
export const PEOPLE = `arn:aws:iam::${PLACE.account}:role/data-scientists`;
/** Role that operators sign in as. */
export const OPERATORS = `arn:aws:iam::${PLACE.account}:role/studio-operators`;

const ARGS: StudioUserRoleArgs = {
    place: PLACE,
    partition: "aws",
    principals: [PEOPLE],
    operators: [OPERATORS],
    tagKey: "employeeNumber",
    origin: { from: "vpc", addresses: [], vpcIds: ["vpc-studio"] },
    domainId: "d-1",
    tags: { project: "fixture" },
};

/** The role people assume, for a domain `d-1` in the VPC `vpc-studio`. */
export function recordUserRole(changes: Partial<StudioUserRoleArgs> = {}): Promise<RecordedComponent> {
    return recordComponent(() => {
        new StudioUserRole("user", { ...ARGS, ...changes }, inPlace());
    }, STACK);
}
