export { Boundaries, type BoundariesArgs } from "./boundaries";
export { ServiceBoundary, type ServiceBoundaryArgs } from "./serviceBoundary";
export { type Cast, type CastMember, castOf, teamsOf } from "./cast";
export {
    executionRoleArn,
    jobRoleArn,
    type JobRoleKind,
    rolePath,
    type StudioRoleArns,
    studioRoleArns,
} from "./roleNames";
export type { OwnBuckets } from "./dataStatements";
export { type JobRoleOutputs, StudioRoles, type StudioRolesArgs } from "./studioRoles";
