import type { Stored } from "./aws/store";

/**
 * What the sample stacks take for granted in their accounts: things of other people that they name. Not kept as files,
 * so that an account a stack was destroyed in is empty.
 */
export const EXISTING: readonly Stored[] = [
    {
        type: "aws:ec2transitgateway/transitGateway:TransitGateway",
        id: "tgw-0123456789abcdef0",
        account: "111122223333",
        region: "eu-west-1",
        inputs: [],
        properties: { description: "The company's, see network.clients in Pulumi.dev.yaml" },
    },
    {
        type: "aws:ec2/vpnGateway:VpnGateway",
        id: "vgw-0123456789abcdef0",
        account: "111122223333",
        region: "eu-west-1",
        inputs: [],
        properties: {},
    },
];
