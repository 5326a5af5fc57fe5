export { isShort, prefixFor, type Room, roomOf, type RoomRequest, roomText } from "./capacity";
export { planInExisting } from "./existing";
export { planAddresses } from "./plan";
export { type AddressPlan, type AddressProblem, AWS_PREFIXES, type ExplicitSubnets, type Tier, TIERS } from "./tiers";
