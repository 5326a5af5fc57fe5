export type { AccessOrigin } from "./access";
export { AccountBaseline, type AccountBaselineArgs, keepsRecords, recordsBucketName } from "./baseline";
export { type BucketNames, bucketNames, Buckets, type BucketsArgs, DATA_FOLDERS, studioBuckets } from "./buckets";
export {
    type GuardrailArgs,
    Guardrails,
    type GuardrailsArgs,
    guardrailDocuments,
    OrganizationGuardrails,
    SERVICE_CONTROL_POLICIES,
    type ServiceControlArgs,
    serviceControlPolicies,
    serviceControlTexts,
} from "./guardrails";
export { Keys, type KeysArgs } from "./keys";
export { Response, type ResponseArgs } from "./response";
export {
    Boundaries,
    type BoundariesArgs,
    ServiceBoundary,
    type Cast,
    type CastMember,
    castOf,
    executionRoleArn,
    jobRoleArn,
    type JobRoleKind,
    type JobRoleOutputs,
    type OwnBuckets,
    rolePath,
    type StudioRoleArns,
    studioRoleArns,
    StudioRoles,
    type StudioRolesArgs,
    teamsOf,
} from "./roles";
export { StudioUserRole, type StudioUserRoleArgs } from "./userRole";
