export { createEgress, type Egress, type EgressArgs } from "./egress";
export type { FirewallArgs } from "./firewall";
