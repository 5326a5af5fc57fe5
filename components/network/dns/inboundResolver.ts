import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import { rangeSuffix } from "../securityGroups";

export interface InboundResolverArgs {
    readonly place: Place;
    readonly vpcId: pulumi.Input<string>;
    /** Key of the stack file the clients stand under. Default: `network`. */
    readonly section?: "network" | "hub";
    /** Endpoint subnets, one address in each: their tables know the way back to the clients. */
    readonly subnetIds: readonly pulumi.Input<string>[];
    /** Company ranges whose name servers may ask. */
    readonly clientRanges: readonly string[];
    readonly tags: Tags;
}

export interface InboundResolver {
    readonly endpoint: aws.route53.ResolverEndpoint;
    /** Addresses the company's name servers forward to; known once the endpoint stands. */
    readonly addresses: pulumi.Output<string[]>;
}

/** Route 53 API, CreateResolverEndpoint: IpAddresses; the service wants two although the form takes one. */
const FEWEST_ADDRESSES = 2;

/**
 * Makes the addresses at which the company's name servers learn the private names of Studio's endpoints.
 *
 * @throws pulumi.RunError with a single subnet
 */
export function createInboundResolver(
    parent: pulumi.Resource,
    name: string,
    args: InboundResolverArgs,
): InboundResolver {
    const { section = "network" } = args;
    if (args.subnetIds.length < FEWEST_ADDRESSES) {
        throw new pulumi.RunError(
            `${section}.clients.resolver: true needs at least ${FEWEST_ADDRESSES} zones, ${section}.zones has ` +
                `${args.subnetIds.length}; AWS wants ${FEWEST_ADDRESSES} addresses, one in each endpoint subnet. ` +
                `Add a zone, or set ${section}.clients.resolver: false.`,
        );
    }
    const suffix = `${name}-resolver`;
    const group = new aws.ec2.SecurityGroup(
        suffix,
        {
            vpcId: args.vpcId,
            description: "Inbound resolver: DNS from the company network",
            tags: { ...args.tags, Name: suffix },
        },
        { parent },
    );
    for (const range of args.clientRanges) {
        for (const ipProtocol of ["tcp", "udp"]) {
            new aws.vpc.SecurityGroupIngressRule(
                `${suffix}-${ipProtocol}-from-${rangeSuffix(range)}`,
                {
                    securityGroupId: group.id,
                    description: "DNS from the company network",
                    ipProtocol,
                    fromPort: 53,
                    toPort: 53,
                    cidrIpv4: range,
                    tags: args.tags,
                },
                { parent },
            );
        }
    }
    const endpoint = new aws.route53.ResolverEndpoint(
        suffix,
        {
            name: physicalName(args.place, "resolver", "inbound"),
            direction: "INBOUND",
            resolverEndpointType: "IPV4",
            protocols: ["Do53"],
            securityGroupIds: [group.id],
            ipAddresses: args.subnetIds.map((subnetId) => ({ subnetId })),
            tags: { ...args.tags, Name: suffix },
        },
        { parent },
    );
    return {
        endpoint,
        addresses: endpoint.ipAddresses.apply((given) => given.flatMap(({ ip }) => (ip ? [ip] : [])).sort()),
    };
}
