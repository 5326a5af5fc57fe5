export { scriptContent } from "./content";
export { inOrder } from "./inOrder";
export { scriptMistake } from "./mistakes";
export { LIFECYCLE_SCRIPTS, lifecycleScript } from "./scripts";
