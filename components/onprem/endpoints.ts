import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { endpointServiceName } from "../../policy-pack/facts";
import { documentText } from "../documents";
import type { Tags } from "../tags";
import { AGENT_SERVICES, agentEndpointPolicy, type HostPlace, repositoryEndpointPolicy } from "./policies";

export interface OnPremisesEndpointsArgs extends HostPlace {
    readonly vpcId: pulumi.Input<string>;
    /** Subnets of the tier `host`, one in each zone. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    /** Tables of those subnets. */
    readonly routeTableIds: readonly pulumi.Input<string>[];
    /** Group of the host, which alone may call the endpoints. */
    readonly hostGroupId: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Endpoints of the simulator's VPC. */
export interface OnPremisesEndpoints {
    /** Group of the agent's endpoints. */
    readonly groupId: pulumi.Output<string>;
    /** AWS's list of S3's addresses. */
    readonly repositoryListId: pulumi.Output<string>;
    /** What must stand before the host starts: it announces itself at once, and installs its packages. */
    readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes what the host needs of AWS in its own VPC: Session Manager, and Amazon Linux's packages. All else it reaches
 * over the hub, as people in the company network do.
 */
export function createEndpoints(
    parent: pulumi.Resource,
    name: string,
    args: OnPremisesEndpointsArgs,
): OnPremisesEndpoints {
    const { place, vpcId, tags } = args;
    const group = new aws.ec2.SecurityGroup(
        `${name}-endpoints`,
        {
            description: "Session Manager for the host",
            vpcId,
            tags: { ...tags, Name: `${name}-endpoints` },
        },
        { parent },
    );
    const rule = new aws.vpc.SecurityGroupIngressRule(
        `${name}-endpoints-from-host`,
        {
            securityGroupId: group.id,
            description: "HTTPS of the host",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            referencedSecurityGroupId: args.hostGroupId,
            tags,
        },
        { parent },
    );
    const agent = AGENT_SERVICES.map((service) => {
        const suffix = `${name}-${service}`;
        return new aws.ec2.VpcEndpoint(
            suffix,
            {
                vpcId,
                vpcEndpointType: "Interface",
                serviceName: endpointServiceName(service, place.region),
                subnetIds: [...args.subnetIds],
                securityGroupIds: [group.id],
                privateDnsEnabled: true,
                policy: documentText("endpoint policy", suffix, agentEndpointPolicy(service, args)),
                tags: { ...tags, Name: suffix },
            },
            { parent },
        );
    });
    const repository = new aws.ec2.VpcEndpoint(
        `${name}-s3`,
        {
            vpcId,
            vpcEndpointType: "Gateway",
            serviceName: endpointServiceName("s3", place.region),
            routeTableIds: [...args.routeTableIds],
            policy: documentText("endpoint policy", `${name}-s3`, repositoryEndpointPolicy(args)),
            tags: { ...tags, Name: `${name}-s3` },
        },
        { parent },
    );
    return {
        groupId: group.id,
        repositoryListId: repository.prefixListId,
        ready: [...agent, repository, rule],
    };
}
