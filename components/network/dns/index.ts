export { createDns, type Dns, type DnsArgs } from "./firewall";
export { createInboundResolver, type InboundResolver, type InboundResolverArgs } from "./inboundResolver";
export { nameMistakes } from "./mistakes";
export { resolvableNames, type ResolvableNameArgs } from "./names";
