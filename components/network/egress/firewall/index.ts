export { createFirewall, type FirewallArgs, type ZoneFirewall } from "./firewall";
