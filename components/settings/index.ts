export { formatProblems } from "./format";
export { loadSettings, SettingsError } from "./load";
export { type ParsedSettings, parseSettings } from "./parse";
export { roomOfNetwork } from "./plan";
export { isMulti } from "./isMulti";
export {
    type AccessServiceSetting,
    type AccessSignIn,
    type AccountSetting,
    companyRanges,
    type HubClients,
    type HubSetting,
    type Lob,
    type LobSetting,
    type MultiSettings,
    type OidcProvider,
    type OnpremSetting,
    type PlainMultiSettings,
    type SamlProvider,
    type SignInPlan,
} from "./multiSettings";
export type { Problem } from "./problems";
export { servicesOf } from "./services";
export { SECRET_PLACEHOLDER } from "./secrets";
export type { PlainSettings, Settings } from "./settings";
export { readStackFile, type StackFile } from "./stackFile";
