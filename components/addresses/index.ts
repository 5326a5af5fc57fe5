export { planAddresses } from "./plan";
export { type AddressPlan, AWS_PREFIXES, type ExplicitSubnets, TIERS } from "./tiers";
