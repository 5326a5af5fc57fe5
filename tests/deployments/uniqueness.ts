import { strict as assert } from "node:assert";

import type { RecordedComponent } from "../harness";

/** What AWS accepts once: by type, the properties that together may not repeat. */
const ONCE: Readonly<Record<string, readonly (readonly string[])[]>> = {
    "aws:cloudwatch/logGroup:LogGroup": [["name"]],
    "aws:ec2/route:Route": [["routeTableId", "destinationCidrBlock"]],
    "aws:ec2/routeTableAssociation:RouteTableAssociation": [["subnetId"], ["routeTableId"]],
    "aws:ec2/subnet:Subnet": [["cidrBlock"]],
    "aws:ec2/vpcEndpoint:VpcEndpoint": [["serviceName"]],
    "aws:ec2transitgateway/vpcAttachment:VpcAttachment": [["vpcId", "transitGatewayId"]],
    "aws:iam/policy:Policy": [["name"]],
    "aws:iam/role:Role": [["name"]],
    "aws:iam/rolePolicy:RolePolicy": [["role", "name"]],
    "aws:kms/alias:Alias": [["name"]],
    "aws:sagemaker/domain:Domain": [["domainName"]],
    "aws:sagemaker/userProfile:UserProfile": [["domainId", "userProfileName"], ["userSettings"]],
};

const PEER = ["ipProtocol", "fromPort", "toPort", "cidrIpv4", "prefixListId", "referencedSecurityGroupId"];
const RULES: typeof ONCE = {
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": [["securityGroupId", ...PEER]],
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": [["securityGroupId", ...PEER]],
};

/** Fails for two resources that AWS would take for one, or that two owners would share. Names compare without case. */
export function assertNothingTwice({ resources }: RecordedComponent): void {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { type, name, props } of resources) {
        for (const properties of { ...ONCE, ...RULES }[type] ?? []) {
            const values = properties.map((property) => props[property] ?? null);
            const key = JSON.stringify([type, properties, values]).toLowerCase();
            const first = seen.get(key);
            if (first === undefined) {
                seen.set(key, name);
            } else {
                twice.push(`${type}: ${first} and ${name} have the same ${properties.join(", ")}`);
            }
        }
    }
    assert.deepEqual(twice, []);
    assert.ok(seen.size > 0, "none of the types is registered");
}
