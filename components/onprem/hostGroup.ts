import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";

export interface HostGroupArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Makes the group of the host: nothing comes in, sessions included, which the agent opens from inside. */
export function createHostGroup(
    parent: pulumi.Resource,
    name: string,
    { vpcId, tags }: HostGroupArgs,
): aws.ec2.SecurityGroup {
    return new aws.ec2.SecurityGroup(
        `${name}-host`,
        {
            description: "Host with a browser, reached through Session Manager only",
            vpcId,
            tags: { ...tags, Name: `${name}-host` },
        },
        { parent },
    );
}

/** Where the host may go over HTTPS. */
export interface HostDestinations {
    /** IPv4 range of the hub's VPC. */
    readonly hubRange: string;
    /** Group of the agent's endpoints. */
    readonly endpointGroupId: pulumi.Input<string>;
    /** AWS's list of the addresses that hold Amazon Linux's packages. */
    readonly repositoryListId: pulumi.Input<string>;
}

/** Makes the rules by which the host goes out: HTTPS to the hub, to Session Manager and to its packages. */
export function createHostRules(
    parent: pulumi.Resource,
    name: string,
    { groupId, destinations, tags }: { groupId: pulumi.Input<string>; destinations: HostDestinations; tags: Tags },
): pulumi.Resource[] {
    const { hubRange, endpointGroupId, repositoryListId } = destinations;
    const peers: Record<string, [string, Partial<aws.vpc.SecurityGroupEgressRuleArgs>]> = {
        hub: ["Studio, its API and the access service, in the hub", { cidrIpv4: hubRange }],
        endpoints: ["Session Manager", { referencedSecurityGroupId: endpointGroupId }],
        packages: ["Packages of Amazon Linux in S3", { prefixListId: repositoryListId }],
    };
    return Object.entries(peers).map(
        ([suffix, [description, peer]]) =>
            new aws.vpc.SecurityGroupEgressRule(
                `${name}-host-to-${suffix}`,
                { securityGroupId: groupId, description, ipProtocol: "tcp", fromPort: 443, toPort: 443, ...peer, tags },
                { parent },
            ),
    );
}
