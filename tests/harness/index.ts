export { countByType, inputsOf, namesOf, one } from "./queries";
export { type ComponentOptions, recordComponent, type RecordedComponent, RecordingFailed } from "./recordComponent";
