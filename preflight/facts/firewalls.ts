import { type GraphResource, UNKNOWN } from "../../policy-pack/graph";
import { networkTokens as tokens } from "../../policy-pack/graph/network";
import { existing } from "./existing";
import type { Facts, FirewallEndpointFacts } from "./schema";

/**
 * Firewalls by the endpoints they have in the VPC. EC2 tells nothing else of them: what they let through and how they
 * are protected stays unknown.
 */
export function firewallResources({ vpc, subnets, firewallEndpoints }: Facts): GraphResource[] {
    const zoneOf = new Map(subnets.map(({ id, zoneName }) => [id, zoneName]));
    const arns = [...new Set(firewallEndpoints.map(({ firewallArn }) => firewallArn))];
    return arns.map((arn) => {
        const endpoints = firewallEndpoints.filter(({ firewallArn }) => firewallArn === arn);
        return existing(tokens.FIREWALL, arn, {
            arn,
            name: arn.split("/").at(-1),
            vpcId: vpc.id,
            subnetMappings: endpoints.map(({ subnetId }) => ({ subnetId })),
            firewallStatuses: [{ syncStates: endpoints.map((each) => syncState(each, zoneOf.get(each.subnetId))) }],
            firewallPolicyArn: UNKNOWN,
            encryptionConfiguration: UNKNOWN,
            deleteProtection: UNKNOWN,
            subnetChangeProtection: UNKNOWN,
            firewallPolicyChangeProtection: UNKNOWN,
        });
    });
}

function syncState({ id, subnetId }: FirewallEndpointFacts, availabilityZone: string | undefined): unknown {
    return { availabilityZone, attachments: [{ endpointId: id, subnetId }] };
}
