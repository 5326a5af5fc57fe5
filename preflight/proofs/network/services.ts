import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { type GraphResource, isUnknown } from "../../../policy-pack/graph";
import type { Endpoint, Network } from "../../../policy-pack/graph/network";

/** What a browser needs to open Studio: the only services the company network reaches. */
export const CLIENT_SERVICES: readonly ServiceKey[] = ["sagemaker.api", "studio"];

/** The endpoint of one service in one VPC. */
export interface Sought {
    /** Absent when there is none for certain. */
    readonly endpoint?: Endpoint;
    /** Without an endpoint: why another one of the stack may be it. Empty when none is. */
    readonly open: readonly string[];
}

/** Looks for the endpoint of a service in the VPC. */
export function endpointFor(network: Network, vpc: GraphResource, service: ServiceKey, region: string): Sought {
    const name = ENDPOINT_SERVICES[service].serviceName(region);
    const fitting = network.endpoints.filter(
        ({ serviceName, vpc: of }) =>
            (serviceName === name || isUnknown(serviceName)) &&
            (of.found.includes(vpc) || (of.undecided !== undefined && of.found.length === 0)),
    );
    const certain = fitting.filter((each) => each.serviceName === name && each.vpc.undecided === undefined);
    // A VPC may have endpoints of both types for S3: the gateway is the one that serves every subnet.
    const endpoint = certain.find(({ type }) => type === ENDPOINT_SERVICES[service].type) ?? certain[0];
    return endpoint === undefined ? { open: fitting.map(whyOpen) } : { endpoint, open: [] };
}

/** Whether the endpoint is one of those a browser needs; `undefined` when its service is not known. */
export function isForClients({ serviceName }: Endpoint, region: string): boolean | undefined {
    return isUnknown(serviceName)
        ? undefined
        : CLIENT_SERVICES.some((key) => ENDPOINT_SERVICES[key].serviceName(region) === serviceName);
}

/** Why it is not known which service an endpoint is for, or where it stands. */
export function whyOpen({ resource, serviceName }: Endpoint): string {
    return `the ${isUnknown(serviceName) ? "service" : "VPC"} of endpoint ${resource.name} is not known`;
}
