import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Tags } from "../tags";

export interface AppGroupArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly description: string;
    readonly tags: Tags;
}

/** Ports between the apps of one owner. Source: sagemaker developer guide, studio-updated-and-internet-access. */
const APP_PORTS = [
    { suffix: "nfs", fromPort: 2049, toPort: 2049, what: "NFS to the home directories" },
    { suffix: "apps", fromPort: 8192, toPort: 65535, what: "between apps and kernels" },
];

/**
 * Makes a group whose members reach each other and nobody else. App servers do not authenticate on these ports: the
 * group must belong to one profile, or to the shared spaces, never to all users.
 */
export function createAppGroup(parent: pulumi.Resource, name: string, args: AppGroupArgs): aws.ec2.SecurityGroup {
    const tags = { ...args.tags, Name: name };
    const group = new aws.ec2.SecurityGroup(
        name,
        { vpcId: args.vpcId, description: args.description, tags },
        { parent },
    );
    for (const { suffix, fromPort, toPort, what } of APP_PORTS) {
        const rule = {
            securityGroupId: group.id,
            referencedSecurityGroupId: group.id,
            ipProtocol: "tcp",
            fromPort,
            toPort,
            tags: args.tags,
        };
        new aws.vpc.SecurityGroupIngressRule(
            `${name}-${suffix}-in`,
            { ...rule, description: `From itself: ${what}` },
            { parent },
        );
        new aws.vpc.SecurityGroupEgressRule(
            `${name}-${suffix}-out`,
            { ...rule, description: `To itself: ${what}` },
            { parent },
        );
    }
    return group;
}
