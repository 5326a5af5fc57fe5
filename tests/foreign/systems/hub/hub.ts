import * as aws from "@pulumi/aws";

import { REGION } from "../documents";
import { accessService } from "./access";
import { lineOfBusiness } from "./lineOfBusiness";
import { onPremises } from "./onPremises";
import type { HubParts } from "./parts";

const LOBS = [
    ["lob-a", "444455556666", "10.100"],
    ["lob-b", "777788889999", "10.120"],
] as const;

/** Hub, access service, two lines of business in accounts of their own, and an on-premises simulator: F-118 to F-149. */
export function hub(name: (suffix: string) => string): void {
    const parts = networking(name);
    const presign = accessService(name, parts);
    onPremises(name);
    for (const [lob, account, range] of LOBS) {
        const provider = new aws.Provider(name(lob), {
            region: REGION,
            assumeRoles: [{ roleArn: `arn:aws:iam::${account}:role/deploy` }],
        });
        lineOfBusiness((suffix) => name(`${lob}-${suffix}`), { lob, range, provider, parts, presign });
    }
}

function networking(name: (suffix: string) => string): HubParts {
    const vpc = new aws.ec2.Vpc(name("hub-vpc"), {
        cidrBlock: "10.0.0.0/16",
        enableDnsSupport: true,
        enableDnsHostnames: true,
    });
    const gateway = new aws.ec2transitgateway.TransitGateway(name("gateway"), {
        amazonSideAsn: 65000,
        autoAcceptSharedAttachments: "enable",
        defaultRouteTableAssociation: "enable",
        defaultRouteTablePropagation: "enable",
        dnsSupport: "enable",
        vpnEcmpSupport: "enable",
    });
    const table = new aws.ec2.RouteTable(name("hub-private"), { vpcId: vpc.id });
    const subnets = ["10.0.8.0/21", "10.0.16.0/21"].map((cidrBlock, index) => {
        const zone = `${REGION}${"ab"[index]}`;
        const subnet = new aws.ec2.Subnet(name(`hub-${index}`), { vpcId: vpc.id, cidrBlock, availabilityZone: zone });
        new aws.ec2.RouteTableAssociation(name(`hub-${index}`), { subnetId: subnet.id, routeTableId: table.id });
        return subnet;
    });
    const attachment = new aws.ec2transitgateway.VpcAttachment(name("hub"), {
        transitGatewayId: gateway.id,
        vpcId: vpc.id,
        subnetIds: subnets.map(({ id }) => id),
    });
    new aws.ec2.Route(
        name("hub-out"),
        { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", transitGatewayId: gateway.id },
        { dependsOn: attachment },
    );
    const group = new aws.ec2.SecurityGroup(name("hub-endpoints"), {
        vpcId: vpc.id,
        ingress: [
            { protocol: "tcp", fromPort: 1, toPort: 65535, cidrBlocks: ["10.0.0.0/8", "192.168.10.0/24"] },
            { protocol: "udp", fromPort: 1, toPort: 65535, cidrBlocks: ["10.0.0.0/8"] },
        ],
    });
    const endpoint = (suffix: string, serviceName: string): aws.ec2.VpcEndpoint =>
        new aws.ec2.VpcEndpoint(name(suffix), {
            vpcId: vpc.id,
            serviceName,
            vpcEndpointType: "Interface",
            privateDnsEnabled: false,
            subnetIds: subnets.map(({ id }) => id),
            securityGroupIds: [group.id],
        });
    endpoint("hub-sts", `com.amazonaws.${REGION}.sts`);
    return {
        gateway,
        api: endpoint("hub-execute-api", `com.amazonaws.${REGION}.execute-api`),
        sagemakerApi: endpoint("hub-sagemaker-api", `com.amazonaws.${REGION}.sagemaker.api`),
        studio: endpoint("hub-studio", `aws.sagemaker.${REGION}.studio`),
    };
}
