import {
    DescribeVpcAttributeCommand,
    DescribeVpcsCommand,
    type EC2Client,
    type InternetGateway,
    type NatGateway,
    type NetworkAcl,
    paginateDescribeInternetGateways,
    paginateDescribeNatGateways,
    paginateDescribeNetworkAcls,
    paginateDescribeRouteTables,
    paginateDescribeSecurityGroups,
    paginateDescribeSubnets,
    paginateDescribeVpcEndpoints,
    type RouteTable,
    type SecurityGroup,
    type Subnet,
    type Vpc,
    type VpcAttributeName,
    type VpcEndpoint,
} from "@aws-sdk/client-ec2";

import type { Action } from "./actions";
import { refusal } from "./failures";

/** What EC2 answered about one VPC, all pages. */
export interface Answers {
    readonly vpc: Vpc;
    readonly dnsSupport: boolean;
    readonly dnsHostnames: boolean;
    readonly subnets: readonly Subnet[];
    readonly routeTables: readonly RouteTable[];
    readonly endpoints: readonly VpcEndpoint[];
    readonly securityGroups: readonly SecurityGroup[];
    readonly networkAcls: readonly NetworkAcl[];
    readonly internetGateways: readonly InternetGateway[];
    readonly natGateways: readonly NatGateway[];
}

/**
 * Asks EC2 for everything that stands in a VPC; every call only reads.
 *
 * @throws UserError with every action that was refused, or why EC2 could not answer.
 */
export async function ask(client: EC2Client, vpcId: string, region: string): Promise<Answers> {
    const failures = new Map<Action, unknown>();
    const attempt = async <T>(action: Action, call: () => Promise<T>): Promise<T | undefined> => {
        try {
            return await call();
        } catch (error) {
            failures.set(action, error);
            return undefined;
        }
    };
    const Filters = [{ Name: "vpc-id", Values: [vpcId] }];
    const attribute = (name: VpcAttributeName): Promise<boolean | undefined> =>
        attempt("ec2:DescribeVpcAttribute", async () => {
            const answer = await client.send(new DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute: name }));
            return (answer.EnableDnsSupport ?? answer.EnableDnsHostnames)?.Value === true;
        });
    const list = <Page, Item>(
        action: Action,
        pages: AsyncIterable<Page>,
        items: (page: Page) => readonly Item[] | undefined,
    ): Promise<readonly Item[] | undefined> => attempt(action, () => allOf(pages, items));

    const [
        vpc,
        dnsSupport,
        dnsHostnames,
        subnets,
        routeTables,
        endpoints,
        securityGroups,
        networkAcls,
        internetGateways,
        natGateways,
    ] = await Promise.all([
        attempt("ec2:DescribeVpcs", async () => (await client.send(new DescribeVpcsCommand({ VpcIds: [vpcId] }))).Vpcs),
        attribute("enableDnsSupport"),
        attribute("enableDnsHostnames"),
        list("ec2:DescribeSubnets", paginateDescribeSubnets({ client }, { Filters }), (page) => page.Subnets),
        list(
            "ec2:DescribeRouteTables",
            paginateDescribeRouteTables({ client }, { Filters }),
            (page) => page.RouteTables,
        ),
        list(
            "ec2:DescribeVpcEndpoints",
            paginateDescribeVpcEndpoints({ client }, { Filters }),
            (page) => page.VpcEndpoints,
        ),
        list(
            "ec2:DescribeSecurityGroups",
            paginateDescribeSecurityGroups({ client }, { Filters }),
            (page) => page.SecurityGroups,
        ),
        list(
            "ec2:DescribeNetworkAcls",
            paginateDescribeNetworkAcls({ client }, { Filters }),
            (page) => page.NetworkAcls,
        ),
        list(
            "ec2:DescribeInternetGateways",
            paginateDescribeInternetGateways({ client }, { Filters: [{ Name: "attachment.vpc-id", Values: [vpcId] }] }),
            (page) => page.InternetGateways,
        ),
        list(
            "ec2:DescribeNatGateways",
            // The one call that names its filters in the singular.
            paginateDescribeNatGateways({ client }, { Filter: Filters }),
            (page) => page.NatGateways,
        ),
    ]);
    const found = vpc?.find(({ VpcId }) => VpcId === vpcId);
    if (
        found === undefined ||
        dnsSupport === undefined ||
        dnsHostnames === undefined ||
        subnets === undefined ||
        routeTables === undefined ||
        endpoints === undefined ||
        securityGroups === undefined ||
        networkAcls === undefined ||
        internetGateways === undefined ||
        natGateways === undefined
    ) {
        throw refusal(failures, vpcId, region);
    }
    return {
        vpc: found,
        dnsSupport,
        dnsHostnames,
        subnets,
        routeTables,
        endpoints,
        securityGroups,
        networkAcls,
        internetGateways,
        natGateways,
    };
}

async function allOf<Page, Item>(
    pages: AsyncIterable<Page>,
    items: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
    const found: Item[] = [];
    for await (const page of pages) {
        found.push(...(items(page) ?? []));
    }
    return found;
}
