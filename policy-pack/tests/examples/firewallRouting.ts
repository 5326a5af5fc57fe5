import { ref, type Sketch } from "../fixture/build";
import { firewall, REGION, routes, subnet, VPC } from "./parts";
import { Printed } from "./printed";

const ENDPOINT = "vpce-firewall";

/** The endpoint of a firewall with one mapping, as a program reads it from the firewall's status. */
export function endpointOfFirewall(): Printed {
    const code = "firewall.firewallStatuses[0].syncStates[0].attachments[0].endpointId";
    return new Printed([ref("firewall")], () => ENDPOINT, code);
}

/** A firewall with its subnet; its status is what AWS tells once it is made. */
export const FIREWALL_IN_ONE_SUBNET: readonly Sketch[] = [
    subnet("inspection", "a"),
    firewall({
        vpcId: ref("vpc"),
        subnetMappings: [{ subnetId: ref("inspection") }],
        firewallStatuses: [
            {
                syncStates: [
                    {
                        availabilityZone: `${REGION}a`,
                        attachments: [{ endpointId: new Printed([], () => ENDPOINT, ""), subnetId: ref("inspection") }],
                    },
                ],
            },
        ],
    }),
];

/** NAT gateway, firewall and internet gateway in a row; answers need the gateway's own table to come back through it. */
export function symmetricRoutes(internet: Sketch): { bad: readonly Sketch[]; good: readonly Sketch[] } {
    const bad = [
        VPC,
        internet,
        subnet("nat", "a", { cidrBlock: "10.0.0.0/28" }),
        { type: "aws:ec2/natGateway:NatGateway", name: "gateway", props: { subnetId: ref("nat") } },
        ...FIREWALL_IN_ONE_SUBNET,
        ...routes("nat-routes", { subnetId: ref("nat") }, route("0.0.0.0/0", { vpcEndpointId: endpointOfFirewall() })),
        ...routes(
            "inspection-routes",
            { subnetId: ref("inspection") },
            route("0.0.0.0/0", { gatewayId: ref("internet") }),
        ),
    ];
    const back = route("10.0.0.0/28", { vpcEndpointId: endpointOfFirewall() });
    const edge = routes("edge-routes", { gatewayId: ref("internet") }, back);
    return { bad, good: [...bad, ...edge] };
}

function route(cidrBlock: string, target: Record<string, unknown>): object {
    return { cidrBlock, ...target };
}
