import { chosenServices, ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import type { TopValues } from "./schema";

type Network = TopValues["network"];

/** Every service that has an endpoint in the VPC, made or already there, in the order of the catalogue. */
export function servicesOf({ features, endpoints }: Network, region: string): ServiceKey[] {
    const { add, remove, fips } = endpoints;
    return chosenServices({ features, region, add, remove, fips });
}

/** The services of `servicesOf` whose endpoint this stack makes. */
export function servicesMade(network: Network, region: string): ServiceKey[] {
    return servicesOf(network, region).filter((key) => network.vpc?.endpoints[key] === undefined);
}

/** Whether the service's endpoint is an interface with addresses, not a gateway in route tables. */
export function isInterface(key: ServiceKey): boolean {
    return ENDPOINT_SERVICES[key].type === "Interface";
}
