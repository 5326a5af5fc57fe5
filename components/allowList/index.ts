export { allowedDomains } from "./allowed";
export { domainMistake } from "./mistakes";
export { DOMAIN_SETS } from "./sets";
