export { allowedDomains } from "./allowed";
export { domainMistake, resolvableMistake } from "./mistakes";
export { DOMAIN_SETS } from "./sets";
