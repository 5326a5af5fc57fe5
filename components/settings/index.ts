export { formatProblems } from "./format";
export { loadSettings, SettingsError } from "./load";
export { type ParsedSettings, parseSettings, type RawConfig } from "./parse";
export type { Locate, Location, Problem, SettingPath } from "./problems";
export { SECRET_PLACEHOLDER } from "./secrets";
export type { PlainSettings, Settings, UserSetting } from "./settings";
export { readStackFile, type StackFile, type StackFilePaths } from "./stackFile";
