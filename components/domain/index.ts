export type { Sharing, StudioDomainArgs } from "./args";
export { StudioDomain } from "./studioDomain";
export { type ImageSetting, StudioImages, type StudioImagesArgs } from "./images";
