import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { ENDPOINT_SERVICES, type Feature, type ServiceKey } from "../../../policy-pack/facts";
import { documentText } from "../../documents";
import type { Place } from "../../names";
import type { Endpoints } from "../../network/endpoints";
import type { ZoneSubnet } from "../../network/subnets";
import { verifyZones } from "../../network/zoneCheck";
import type { Tags } from "../../tags";
import type { HubMembers } from "../args";
import { audiencesOf } from "./audiences";
import { createHubGroups } from "./groups";
import { hubEndpointPolicy } from "./policies";

export interface HubEndpointArgs {
    readonly place: Place;
    readonly partition: string;
    readonly vpcId: pulumi.Input<string>;
    readonly services: readonly ServiceKey[];
    readonly endpoints: "shared" | "local";
    /** Subnets the endpoints get an address in. */
    readonly tier: readonly ZoneSubnet[];
    readonly members: HubMembers;
    readonly features: readonly Feature[];
    readonly tags: Tags;
}

/**
 * Makes the hub's interface endpoints and the groups they carry. Their built-in private names stay off: those reach the
 * hub's own VPC only, and would contend with the private zones that everybody shares.
 */
export function createHubEndpoints(parent: pulumi.Resource, name: string, args: HubEndpointArgs): Endpoints {
    const { features, members, partition, place, services, tags, tier, vpcId } = args;
    const audiences = new Set(services.flatMap((service) => audiencesOf(service, args.endpoints)));
    const groups = createHubGroups(parent, name, { vpcId, members, audiences: [...audiences], tags });
    const throughCheck = verifyZones(parent, {
        services,
        zones: tier.map(({ zone }) => zone),
        region: place.region,
        section: "hub",
        features,
    });
    const subnetIds = tier.map(({ subnet }) => throughCheck(subnet.id));
    return new Map(
        services.map((service) => {
            const suffix = `${name}-${service.replace(/\./g, "-")}`;
            const { account, region } = place;
            const document = hubEndpointPolicy(service, { account, partition, region, features, members });
            return [
                service,
                new aws.ec2.VpcEndpoint(
                    suffix,
                    {
                        vpcId,
                        vpcEndpointType: "Interface",
                        serviceName: ENDPOINT_SERVICES[service].serviceName(region),
                        subnetIds,
                        securityGroupIds: audiencesOf(service, args.endpoints).flatMap(
                            (audience) => groups.get(audience)?.id ?? [],
                        ),
                        privateDnsEnabled: false,
                        // Some services evaluate no policy, and AWS refuses one for them.
                        ...(document === undefined
                            ? {}
                            : { policy: documentText("endpoint policy", suffix, document) }),
                        tags: { ...tags, Name: suffix },
                    },
                    { parent },
                ),
            ];
        }),
    );
}
