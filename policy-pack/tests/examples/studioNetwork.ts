import { ref, type Sketch } from "../fixture/build";
import type { Examples } from "./example";
import { EVERY_RESOURCE, firewall, group, interfaceEndpoint, REGION, routes, subnet, VPC, vpcDomain } from "./parts";
import { endpointOfFirewall, FIREWALL_IN_ONE_SUBNET, symmetricRoutes } from "./firewallRouting";

const SUBNETS = [VPC, subnet("private-a", "a"), subnet("private-b", "b")];

const IN_BOTH = vpcDomain({ subnetIds: [ref("private-a"), ref("private-b")] });

function pagesIn(...subnets: readonly string[]): Sketch {
    return interfaceEndpoint("pages", "", {
        serviceName: `aws.sagemaker.${REGION}.studio`,
        subnetIds: subnets.map((name) => ref(name)),
    });
}

/** TCP from a group's members to themselves, or to those of another. */
function rule(name: string, of: string, from: string, fromPort: number, toPort: number): Sketch {
    return {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name,
        props: {
            securityGroupId: ref(of),
            referencedSecurityGroupId: ref(from),
            ipProtocol: "tcp",
            fromPort,
            toPort,
        },
    };
}

function endpointOpenOn(fromPort: number, toPort: number): Sketch[] {
    return [
        VPC,
        group("apps"),
        group("endpoints"),
        rule("endpoints-from-apps", "endpoints", "apps", fromPort, toPort),
        interfaceEndpoint("sts", "sts", { securityGroupIds: [ref("endpoints")] }),
        vpcDomain({ defaultUserSettings: { securityGroups: [ref("apps")] } }),
    ];
}

/** A domain in one subnet with a table of its own. */
function domainBehind(routesOut: readonly object[], ...gateways: readonly Sketch[]): Sketch[] {
    return [
        VPC,
        subnet("private", "a"),
        ...gateways,
        ...routes("private-routes", { subnetId: ref("private") }, ...routesOut),
        vpcDomain({ subnetIds: [ref("private")] }),
    ];
}

function everythingTo(target: Record<string, unknown>): object {
    return { cidrBlock: "0.0.0.0/0", ...target };
}

const INTERNET: Sketch = {
    type: "aws:ec2/internetGateway:InternetGateway",
    name: "internet",
    props: { vpcId: ref("vpc") },
};

/** A NAT gateway in a public subnet of its own. */
const PUBLIC_NAT: readonly Sketch[] = [
    INTERNET,
    subnet("public", "a"),
    ...routes("public-routes", { subnetId: ref("public") }, everythingTo({ gatewayId: ref("internet") })),
    { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: { subnetId: ref("public") } },
];

function logged(...kinds: readonly string[]): Sketch[] {
    const logDestinationConfigs = kinds.map((logType) => ({
        logType,
        logDestinationType: "CloudWatchLogs",
        logDestination: { logGroup: "firewall" },
    }));
    const logging = {
        type: "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
        name: "firewall-logs",
        props: { firewallArn: ref("firewall", "arn"), loggingConfiguration: { logDestinationConfigs } },
    };
    return [firewall({}), logging];
}

function flowLog(trafficType: string): Sketch[] {
    const props = {
        vpcId: ref("vpc"),
        trafficType,
        logDestinationType: "s3",
        logDestination: "arn:aws:s3:::studio-flow-logs",
    };
    return [VPC, { type: "aws:ec2/flowLog:FlowLog", name: "flow-log", props }];
}

function defaultGroup(props: Record<string, unknown>): Sketch[] {
    const adopted = {
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        name: "default",
        props: { vpcId: ref("vpc"), ...props },
    };
    return [VPC, adopted];
}

const EVERYBODY = [VPC, group("everybody"), vpcDomain({ defaultUserSettings: { securityGroups: [ref("everybody")] } })];

const ANN: Sketch = {
    type: "aws:sagemaker/userProfile:UserProfile",
    name: "ann",
    props: { domainId: ref("studio"), userSettings: { securityGroups: [ref("only-ann")] } },
};

/** Of how the parts of a network fit together. */
export const STUDIO_NETWORK_EXAMPLES: Examples = {
    P48: {
        config: { endpointProfiles: ["studio"] },
        bad: [...SUBNETS, pagesIn("private-a"), IN_BOTH],
        good: [...SUBNETS, pagesIn("private-a", "private-b"), IN_BOTH],
    },
    P49: { bad: endpointOpenOn(0, 65535), good: endpointOpenOn(443, 443) },
    P50: { bad: [...SUBNETS, vpcDomain({ subnetIds: [ref("private-a")] })], good: [...SUBNETS, IN_BOTH] },
    P51: {
        bad: domainBehind([everythingTo({ gatewayId: ref("internet") })], INTERNET),
        good: domainBehind([], INTERNET),
    },
    P52: {
        bad: domainBehind([everythingTo({ natGatewayId: ref("nat") })], ...PUBLIC_NAT),
        good: domainBehind([everythingTo({ vpcEndpointId: endpointOfFirewall() })], ...FIREWALL_IN_ONE_SUBNET),
    },
    P53: { config: EVERY_RESOURCE, ...symmetricRoutes(INTERNET) },
    P54: { bad: logged("ALERT"), good: logged("ALERT", "FLOW") },
    P55: { bad: flowLog("REJECT"), good: flowLog("ALL") },
    P56: {
        config: EVERY_RESOURCE,
        bad: defaultGroup({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] }),
        good: defaultGroup({}),
    },
    P61: {
        bad: [...EVERYBODY, rule("apps", "everybody", "everybody", 8192, 65535)],
        good: [...EVERYBODY, group("only-ann"), rule("apps", "only-ann", "only-ann", 8192, 65535), ANN],
    },
};
