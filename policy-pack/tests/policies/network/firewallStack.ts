import { ref, type Sketch, Text } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";

/** The zones of the fixture, with the range of their studio subnet. */
const ZONES = [
    { zone: "a", studio: "10.0.0.0/20", firewall: "10.0.240.0/28", nat: "10.0.240.32/28" },
    { zone: "b", studio: "10.0.16.0/20", firewall: "10.0.240.16/28", nat: "10.0.240.48/28" },
] as const;

/** The endpoint of the firewall in a zone: an id that is told by the firewall's status, of the zone's subnet. */
export function endpointOf(zone: string): Text {
    return new Text([ref("firewall"), ref(`subnet-firewall-${zone}`)], () => `vpce-firewall-${zone}`);
}

/** A route of the fixture's zone. */
export function route(
    name: string,
    table: string,
    destinationCidrBlock: string,
    target: Record<string, unknown>,
): Sketch {
    return { type: "aws:ec2/route:Route", name, props: { routeTableId: ref(table), destinationCidrBlock, ...target } };
}

function tier(name: string, zone: string, cidrBlock: string): Sketch[] {
    return [
        {
            type: "aws:ec2/subnet:Subnet",
            name: `subnet-${name}-${zone}`,
            props: { vpcId: ref("studio"), availabilityZone: `eu-west-1${zone}`, cidrBlock },
        },
        { type: "aws:ec2/routeTable:RouteTable", name: `table-${name}-${zone}`, props: { vpcId: ref("studio") } },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            name: `association-${name}-${zone}`,
            props: { subnetId: ref(`subnet-${name}-${zone}`), routeTableId: ref(`table-${name}-${zone}`) },
        },
    ];
}

const INTERNET_GATEWAY: Sketch = {
    type: "aws:ec2/internetGateway:InternetGateway",
    name: "igw",
    props: { vpcId: ref("studio") },
};

function nat(zone: string, tierName = "nat"): Sketch {
    return {
        type: "aws:ec2/natGateway:NatGateway",
        name: `nat-${zone}`,
        props: { subnetId: ref(`subnet-${tierName}-${zone}`), connectivityType: "public" },
    };
}

/** The private Studio with a NAT gateway per zone and nothing that inspects. */
export function natStack(): Sketch[] {
    return [
        ...cleanStack(),
        INTERNET_GATEWAY,
        ...ZONES.flatMap(({ zone, nat: range }) => [
            ...tier("nat", zone, range),
            nat(zone),
            route(`out-${zone}`, `table-nat-${zone}`, "0.0.0.0/0", { gatewayId: ref("igw") }),
            route(`default-${zone}`, `table-${zone}`, "0.0.0.0/0", { natGatewayId: ref(`nat-${zone}`) }),
        ]),
    ];
}

function firewall(): Sketch[] {
    const encryptionConfiguration = { type: "CUSTOMER_KMS", keyId: ref("key", "arn") };
    const log = (logType: string): object => ({
        logType,
        logDestinationType: "CloudWatchLogs",
        logDestination: { logGroup: "firewall" },
    });
    return [
        {
            type: "aws:networkfirewall/ruleGroup:RuleGroup",
            name: "domains",
            props: { type: "STATEFUL", capacity: 100, encryptionConfiguration },
        },
        {
            type: "aws:networkfirewall/firewallPolicy:FirewallPolicy",
            name: "policy",
            props: {
                firewallPolicy: {
                    statelessDefaultActions: ["aws:forward_to_sfe"],
                    statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
                    statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "REJECT" },
                    statefulDefaultActions: ["aws:drop_established_app_layer", "aws:alert_established_app_layer"],
                    statefulRuleGroupReferences: [{ resourceArn: ref("domains", "arn"), priority: 100 }],
                },
                encryptionConfiguration,
            },
        },
        {
            type: "aws:networkfirewall/firewall:Firewall",
            name: "firewall",
            props: {
                vpcId: ref("studio"),
                firewallPolicyArn: ref("policy", "arn"),
                subnetMappings: ZONES.map(({ zone }) => ({ subnetId: ref(`subnet-firewall-${zone}`) })),
                deleteProtection: true,
                subnetChangeProtection: true,
                firewallPolicyChangeProtection: true,
                encryptionConfiguration,
                firewallStatuses: [
                    {
                        syncStates: ZONES.map(({ zone }) => ({
                            availabilityZone: `eu-west-1${zone}`,
                            attachments: [
                                {
                                    endpointId: new Text([], () => `vpce-firewall-${zone}`),
                                    subnetId: ref(`subnet-firewall-${zone}`),
                                },
                            ],
                        })),
                    },
                ],
            },
        },
        {
            type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
            name: "logging",
            props: {
                firewallArn: ref("firewall", "arn"),
                loggingConfiguration: { logDestinationConfigs: [log("ALERT"), log("FLOW")] },
            },
        },
    ];
}

/** The private Studio with workload, firewall, NAT gateway and internet gateway in a row in each zone. */
export function firewallStack(): Sketch[] {
    return [
        ...cleanStack(),
        INTERNET_GATEWAY,
        ...firewall(),
        ...ZONES.flatMap(({ zone, studio, firewall: firewallRange, nat: natRange }) => [
            ...tier("firewall", zone, firewallRange),
            ...tier("nat", zone, natRange),
            nat(zone),
            route(`default-${zone}`, `table-${zone}`, "0.0.0.0/0", { vpcEndpointId: endpointOf(zone) }),
            route(`onward-${zone}`, `table-firewall-${zone}`, "0.0.0.0/0", { natGatewayId: ref(`nat-${zone}`) }),
            route(`out-${zone}`, `table-nat-${zone}`, "0.0.0.0/0", { gatewayId: ref("igw") }),
            route(`back-${zone}`, `table-nat-${zone}`, studio, { vpcEndpointId: endpointOf(zone) }),
        ]),
    ];
}

/** The other form: workload, NAT gateway, firewall and internet gateway, with a table at the internet gateway's edge. */
export function natBeforeFirewallStack(): Sketch[] {
    return [
        ...cleanStack(),
        INTERNET_GATEWAY,
        ...firewall(),
        { type: "aws:ec2/routeTable:RouteTable", name: "table-edge", props: { vpcId: ref("studio") } },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            name: "association-edge",
            props: { gatewayId: ref("igw"), routeTableId: ref("table-edge") },
        },
        ...ZONES.flatMap(({ zone, firewall: firewallRange, nat: natRange }) => [
            ...tier("firewall", zone, firewallRange),
            ...tier("nat", zone, natRange),
            nat(zone),
            route(`default-${zone}`, `table-${zone}`, "0.0.0.0/0", { natGatewayId: ref(`nat-${zone}`) }),
            route(`onward-${zone}`, `table-nat-${zone}`, "0.0.0.0/0", { vpcEndpointId: endpointOf(zone) }),
            route(`out-${zone}`, `table-firewall-${zone}`, "0.0.0.0/0", { gatewayId: ref("igw") }),
            route(`back-${zone}`, "table-edge", natRange, { vpcEndpointId: endpointOf(zone) }),
        ]),
    ];
}
