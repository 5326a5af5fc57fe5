export type { ExistingVpc } from "./existingVpc";
export { pictureDot } from "./dot";
export { pictureMermaid } from "./mermaid";
export type { PictureIntent, Topology } from "./model";
export { pictureSvg } from "./svg";
export { topologyOf } from "./topology";
export { checkPictureFile, writePicture } from "./write";
export type { Overview, OverviewIntent } from "./overview/model";
export { overviewOf } from "./overview/overview";
