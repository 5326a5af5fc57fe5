import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import { documentText } from "../documents";
import type { Tags } from "../tags";
import { endpointPolicy, type EndpointPolicyArgs } from "./endpointPolicies";

/** Services a browser in the company network talks to directly. Source: sagemaker developer guide, studio-interface-endpoint. */
const CLIENT_SERVICES: readonly ServiceKey[] = ["sagemaker.api", "studio"];

interface EndpointArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly services: readonly ServiceKey[];
    readonly policy: EndpointPolicyArgs;
    readonly tags: Tags;
}

/** Endpoints by service. */
export type Endpoints = ReadonlyMap<ServiceKey, aws.ec2.VpcEndpoint>;

export interface GatewayEndpointArgs extends EndpointArgs {
    /** Tables that get the route to the service: those of every workload subnet. */
    readonly routeTableIds: pulumi.Input<string>[];
}

/** Makes the gateway endpoints among the services. */
export function createGatewayEndpoints(parent: pulumi.Resource, name: string, args: GatewayEndpointArgs): Endpoints {
    return createEach(parent, name, "Gateway", args, () => ({ routeTableIds: args.routeTableIds }));
}

export interface InterfaceEndpointArgs extends EndpointArgs {
    readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
    /** Groups of every endpoint. */
    readonly groupIds: readonly pulumi.Input<string>[];
    /** Further group of the endpoints in {@link CLIENT_SERVICES}. */
    readonly clientGroupId?: pulumi.Input<string>;
}

/** Makes one interface endpoint with private names for each interface service among the services. */
export function createInterfaceEndpoints(
    parent: pulumi.Resource,
    name: string,
    args: InterfaceEndpointArgs,
): Endpoints {
    return createEach(parent, name, "Interface", args, (service) => ({
        subnetIds: args.subnetIds,
        securityGroupIds:
            args.clientGroupId !== undefined && CLIENT_SERVICES.includes(service)
                ? [...args.groupIds, args.clientGroupId]
                : [...args.groupIds],
        privateDnsEnabled: true,
    }));
}

function createEach(
    parent: pulumi.Resource,
    name: string,
    type: "Gateway" | "Interface",
    { vpcId, services, policy, tags }: EndpointArgs,
    placed: (service: ServiceKey) => Partial<aws.ec2.VpcEndpointArgs>,
): Endpoints {
    const endpoints = new Map<ServiceKey, aws.ec2.VpcEndpoint>();
    for (const service of services.filter((key) => ENDPOINT_SERVICES[key].type === type)) {
        const suffix = `${name}-${service.replace(/\./g, "-")}`;
        const document = endpointPolicy(service, policy);
        endpoints.set(
            service,
            new aws.ec2.VpcEndpoint(
                suffix,
                {
                    vpcId,
                    vpcEndpointType: type,
                    serviceName: ENDPOINT_SERVICES[service].serviceName(policy.region),
                    ...placed(service),
                    // Some services evaluate no policy, and AWS refuses one for them.
                    ...(document === undefined ? {} : { policy: documentText("endpoint policy", suffix, document) }),
                    tags: { ...tags, Name: suffix },
                },
                { parent },
            ),
        );
    }
    return endpoints;
}
