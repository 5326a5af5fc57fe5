export type { CustomImages, ImageSetting, StudioImagesArgs } from "./args";
export { StudioImages } from "./studioImages";
