import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { rangeSuffix } from "../../network/securityGroups";
import type { Tags } from "../../tags";
import type { HubMembers } from "../args";
import { type Audience, AUDIENCES } from "./audiences";

export interface HubGroupArgs {
    readonly vpcId: pulumi.Input<string>;
    readonly members: HubMembers;
    /** Audiences of the endpoints there are; each gets a group. */
    readonly audiences: readonly Audience[];
    readonly tags: Tags;
}

export type HubGroups = ReadonlyMap<Audience, aws.ec2.SecurityGroup>;

const WHO: Readonly<Record<Audience, string>> = {
    lob: "the lines of business",
    access: "the access service",
    clients: "the company network",
};

/**
 * Makes a group for each audience that admits 443 from its ranges and nothing else, and lets nothing out: an endpoint
 * only answers. A group without ranges admits nobody, and stays, so that ranges can come later.
 */
export function createHubGroups(parent: pulumi.Resource, name: string, args: HubGroupArgs): HubGroups {
    const { members, tags } = args;
    const ranges: Readonly<Record<Audience, readonly string[]>> = {
        lob: members.lobRanges,
        access: [members.accessRange],
        clients: members.clients?.ranges ?? [],
    };
    return new Map(
        AUDIENCES.filter((audience) => args.audiences.includes(audience)).map((audience) => {
            const suffix = `${name}-from-${audience}`;
            const group = new aws.ec2.SecurityGroup(
                suffix,
                {
                    vpcId: args.vpcId,
                    description: `Hub endpoints: HTTPS from ${WHO[audience]}`,
                    tags: { ...tags, Name: suffix },
                },
                { parent },
            );
            for (const range of ranges[audience]) {
                new aws.vpc.SecurityGroupIngressRule(
                    `${suffix}-${rangeSuffix(range)}`,
                    {
                        securityGroupId: group.id,
                        description: `HTTPS from ${WHO[audience]}`,
                        ipProtocol: "tcp",
                        fromPort: 443,
                        toPort: 443,
                        cidrIpv4: range,
                        tags,
                    },
                    { parent },
                );
            }
            return [audience, group];
        }),
    );
}
