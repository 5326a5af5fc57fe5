import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, endpointServiceName } from "../../policy-pack/facts";
import type { NetworkArgs } from "./args";
import type { Endpoints } from "./endpoints";
import type { Gateway } from "./securityGroups";

/** The services behind gateway endpoints as destinations of security groups, made here or by the owner of the VPC. */
export function gatewayDestinations(
    parent: pulumi.Resource,
    { existing, place, services }: NetworkArgs,
    made: Endpoints,
): Gateway[] {
    return services.flatMap((key): Gateway[] => {
        const gateway = made.get(key);
        if (gateway !== undefined) {
            return [{ suffix: key, prefixListId: gateway.prefixListId }];
        }
        if (ENDPOINT_SERVICES[key].type !== "Gateway" || existing?.endpoints[key] === undefined) {
            return [];
        }
        // The list is AWS's, the same for every endpoint of the service in the region.
        const list = aws.ec2.getPrefixListOutput({ name: endpointServiceName(key, place.region) }, { parent });
        return [{ suffix: key, prefixListId: list.id }];
    });
}
