export { type AppGroupArgs, createAppGroup } from "./appGroup";
export type { HubLink, NetworkArgs } from "./args";
export { createHubAttachment, type HubAttachment, type HubAttachmentArgs } from "./hubAttachment";
export { Network, type WorkloadTable } from "./network";
