import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, type ServiceKey } from "../../policy-pack/facts";
import { documentText } from "../documents";
import type { Tags } from "../tags";
import { endpointPolicy, type EndpointPolicyArgs } from "./endpointPolicies";

/** Services a browser in the company network talks to directly. Source: sagemaker developer guide, studio-interface-endpoint. */
const CLIENT_SERVICES: readonly ServiceKey[] = ["sagemaker.api", "studio"];

export interface GatewayEndpointArgs {
    readonly vpcId: pulumi.Input<string>;
    /** Tables that get the route to the service: those of every workload subnet. */
    readonly routeTableIds: pulumi.Input<string>[];
    readonly policy: EndpointPolicyArgs;
    readonly tags: Tags;
}

/** Makes the S3 gateway endpoint. */
export function createS3Endpoint(
    parent: pulumi.Resource,
    name: string,
    args: GatewayEndpointArgs,
): aws.ec2.VpcEndpoint {
    return new aws.ec2.VpcEndpoint(
        `${name}-s3`,
        {
            vpcId: args.vpcId,
            vpcEndpointType: "Gateway",
            serviceName: ENDPOINT_SERVICES.s3.serviceName(args.policy.region),
            routeTableIds: args.routeTableIds,
            policy: documentText("endpoint policy", `${name}-s3`, endpointPolicy("s3", args.policy)),
            tags: { ...args.tags, Name: `${name}-s3` },
        },
        { parent },
    );
}

export interface InterfaceEndpointArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly services: readonly ServiceKey[];
    readonly subnetIds: pulumi.Input<string>[];
    /** Group of every endpoint. */
    readonly groupId: pulumi.Input<string>;
    /** Further group of the endpoints in {@link CLIENT_SERVICES}. */
    readonly clientGroupId?: pulumi.Input<string>;
    readonly policy: EndpointPolicyArgs;
    readonly tags: Tags;
}

/** Makes one interface endpoint with private names per service. */
export function createInterfaceEndpoints(
    parent: pulumi.Resource,
    name: string,
    args: InterfaceEndpointArgs,
): Map<ServiceKey, aws.ec2.VpcEndpoint> {
    const endpoints = new Map<ServiceKey, aws.ec2.VpcEndpoint>();
    for (const service of args.services) {
        const suffix = `${name}-${service.replace(/\./g, "-")}`;
        const groups = [args.groupId];
        if (args.clientGroupId !== undefined && CLIENT_SERVICES.includes(service)) {
            groups.push(args.clientGroupId);
        }
        endpoints.set(
            service,
            new aws.ec2.VpcEndpoint(
                suffix,
                {
                    vpcId: args.vpcId,
                    vpcEndpointType: "Interface",
                    serviceName: ENDPOINT_SERVICES[service].serviceName(args.policy.region),
                    subnetIds: args.subnetIds,
                    securityGroupIds: groups,
                    privateDnsEnabled: true,
                    policy: documentText("endpoint policy", suffix, endpointPolicy(service, args.policy)),
                    tags: { ...args.tags, Name: suffix },
                },
                { parent },
            ),
        );
    }
    return endpoints;
}
