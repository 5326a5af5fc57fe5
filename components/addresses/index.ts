export { type AddressPlanRequest, planAddresses } from "./plan";
export { type AddressPlan, type AddressProblem, AWS_PREFIXES, type ExplicitSubnets, type Tier, TIERS } from "./tiers";
