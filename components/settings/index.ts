export { formatProblems } from "./format";
export { loadSettings, SettingsError } from "./load";
export { type ParsedSettings, parseSettings } from "./parse";
export { roomOfNetwork } from "./plan";
export type { Problem } from "./problems";
export { servicesOf } from "./services";
export { SECRET_PLACEHOLDER } from "./secrets";
export type { PlainSettings, Settings } from "./settings";
export { readStackFile, type StackFile } from "./stackFile";
