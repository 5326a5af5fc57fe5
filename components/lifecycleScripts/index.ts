export { scriptContent } from "./content";
export { scriptMistake } from "./mistakes";
export { LIFECYCLE_SCRIPTS, lifecycleScript } from "./scripts";
