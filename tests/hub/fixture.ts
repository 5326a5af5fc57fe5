import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { HubArgs, HubMembers } from "../../components/hub";
import type { ServiceKey } from "../../policy-pack/facts";
import type { RecordedResource } from "../../preflight/record";
import type { RecordedComponent } from "../harness";

/** Accounts of the fixture. */
export const HUB = "111122223333";
export const ACCESS = "222233334444";
export const LOB_A = "333344445555";
export const LOB_B = "444455556666";

export const REGION = "eu-west-1";
export const STACK = { project: "fixture", stack: "test" };

/** Endpoint ranges of {@link hubArgs}. */
const ENDPOINT_RANGES = ["10.0.64.0/19", "10.0.192.0/19"];

export const MEMBERS: HubMembers = {
    lobAccounts: [LOB_A, LOB_B],
    accessAccount: ACCESS,
    attached: [ACCESS, LOB_A, LOB_B],
    lobRanges: ["10.100.0.0/14", "10.120.0.0/14"],
    accessRange: "10.17.0.0/16",
    clients: { ranges: ["192.168.10.0/24"], overGateway: ["192.168.10.0/24"], resolver: false },
};

/** Services of a hub whose lines of business have Studio and jobs, with private sign-in. */
export const SERVICES: readonly ServiceKey[] = [
    "s3",
    "sagemaker.api",
    "sagemaker.runtime",
    "studio",
    "sts",
    "logs",
    "ecr.api",
    "ecr.dkr",
    "monitoring",
    "kms",
    "execute-api",
    "cognito-idp",
];

/** A hub in 10.0.0.0/16 with shared endpoints and no way out, after the changes. */
export function hubArgs(changes: Partial<HubArgs> = {}): HubArgs {
    return {
        place: { ...STACK, account: HUB, region: REGION, unit: "hub" },
        partition: "aws",
        cidr: "10.0.0.0/16",
        subnets: {
            studio: byZone("10.0.0.0/18", "10.0.128.0/18"),
            endpoint: byZone(...ENDPOINT_RANGES),
            firewall: byZone("10.0.96.0/21", "10.0.224.0/21"),
            nat: byZone("10.0.104.0/21", "10.0.232.0/21"),
            transit: byZone("10.0.112.0/21", "10.0.240.0/21"),
        },
        asn: 65000,
        members: MEMBERS,
        services: SERVICES,
        endpoints: "shared",
        features: ["studio", "jobs"],
        egress: "isolated",
        dns: { allow: [], logRetentionDays: 365 },
        flowLogs: { destination: "log-group", retentionDays: 365 },
        logsKeyArn: `arn:aws:kms:${REGION}:${HUB}:key/logs`,
        protect: true,
        protections: false,
        tags: { project: "fixture" },
        ...changes,
    };
}

/** What egress `firewall` needs beside the subnets. */
export const FIREWALL: Pick<HubArgs, "egress" | "firewall" | "networkKeyArn"> = {
    egress: "firewall",
    firewall: {
        allow: ["python-packages"],
        timeServers: ["203.0.113.123/32"],
        threatGroups: [],
        logRetentionDays: 365,
    },
    networkKeyArn: `arn:aws:kms:${REGION}:${HUB}:key/network`,
};

/** Options that put a component into an account; once per account and recording. */
export function inAccount(account: string): pulumi.ComponentResourceOptions {
    return { providers: [new aws.Provider(`account-${account}`, { region: REGION, allowedAccountIds: [account] })] };
}

function byZone(...ranges: readonly string[]): Record<string, string> {
    return { "euw1-az1": ranges[0] as string, "euw1-az2": ranges[1] as string };
}

export const TYPES = {
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    gateway: "aws:ec2transitgateway/transitGateway:TransitGateway",
    table: "aws:ec2transitgateway/routeTable:RouteTable",
    association: "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
    gatewayRoute: "aws:ec2transitgateway/route:Route",
    attachment: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
    accepter: "aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter",
    route: "aws:ec2/route:Route",
    vpcTable: "aws:ec2/routeTable:RouteTable",
    subnet: "aws:ec2/subnet:Subnet",
    group: "aws:ec2/securityGroup:SecurityGroup",
    ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    zone: "aws:route53/zone:Zone",
    record: "aws:route53/record:Record",
    link: "aws:route53/zoneAssociation:ZoneAssociation",
    grant: "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
    share: "aws:ram/resourceShare:ResourceShare",
    shared: "aws:ram/resourceAssociation:ResourceAssociation",
    principal: "aws:ram/principalAssociation:PrincipalAssociation",
} as const;

/** All resources of a type, in order of logical name. */
export function all(recording: RecordedComponent, type: string): RecordedResource[] {
    return recording.resources
        .filter((resource) => resource.type === type)
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Logical name of the resource with this id; the id itself when there is none. */
function nameOf(recording: RecordedComponent, id: unknown): string {
    const found = recording.resources.find((resource) => resource.id === id && resource.props["region"] !== undefined);
    return found?.name ?? String(id);
}

/** The gateway's static routes, one line each: `TABLE: RANGE -> ATTACHMENT`. */
export function gatewayRoutes(recording: RecordedComponent): string[] {
    return all(recording, TYPES.gatewayRoute)
        .map(({ props }) => {
            const to =
                props["blackhole"] === true
                    ? "blackhole"
                    : nameOfType(recording, TYPES.attachment, props["transitGatewayAttachmentId"]);
            const table = nameOfType(recording, TYPES.table, props["transitGatewayRouteTableId"]);
            return `${table}: ${String(props["destinationCidrBlock"])} -> ${to}`;
        })
        .sort();
}

/** Which attachment looks into which table, one line each. */
export function associations(recording: RecordedComponent): string[] {
    return all(recording, TYPES.association)
        .map(({ props }) => {
            const attachment = nameOfType(recording, TYPES.attachment, props["transitGatewayAttachmentId"]);
            return `${attachment}: ${nameOfType(recording, TYPES.table, props["transitGatewayRouteTableId"])}`;
        })
        .sort();
}

/** Routes of VPC tables, one line each: `TABLE: RANGE -> TARGET`. */
export function vpcRoutes(recording: RecordedComponent): string[] {
    return all(recording, TYPES.route)
        .map(({ props }) => {
            const targets = ["transitGatewayId", "vpcEndpointId", "natGatewayId", "gatewayId"].flatMap((key) =>
                props[key] === undefined ? [] : [nameOf(recording, props[key])],
            );
            const table = nameOfType(recording, TYPES.vpcTable, props["routeTableId"]);
            return `${table}: ${String(props["destinationCidrBlock"])} -> ${targets.join(", ")}`;
        })
        .sort();
}

/** Logical name of the resource of a type with this id; the id itself when it is none of the recording's. */
export function nameOfType(recording: RecordedComponent, type: string, id: unknown): string {
    return recording.resources.find((resource) => resource.type === type && resource.id === id)?.name ?? String(id);
}
