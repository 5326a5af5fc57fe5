import { ref, type Sketch } from "../fixture/build";

/** Judged although nothing of SageMaker uses it, so that an example stays small. */
export const EVERY_RESOURCE = { scope: "all" };

export const REGION = "eu-west-1";

export const VPC: Sketch = { type: "aws:ec2/vpc:Vpc", name: "vpc", props: { cidrBlock: "10.0.0.0/16" } };

export const KEY: Sketch = { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true } };

/** A subnet of `VPC`. */
export function subnet(name: string, zone: string, props: Record<string, unknown> = {}): Sketch {
    return {
        type: "aws:ec2/subnet:Subnet",
        name,
        props: { vpcId: ref("vpc"), availabilityZone: `${REGION}${zone}`, ...props },
    };
}

/** A security group of `VPC`. */
export function group(name: string, rules: Record<string, unknown> = {}): Sketch {
    return { type: "aws:ec2/securityGroup:SecurityGroup", name, props: { vpcId: ref("vpc"), ...rules } };
}

/** An interface endpoint of `VPC` for a service of the Region, `sts`. */
export function interfaceEndpoint(name: string, service: string, props: Record<string, unknown> = {}): Sketch {
    return {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name,
        props: {
            vpcId: ref("vpc"),
            serviceName: `com.amazonaws.${REGION}.${service}`,
            vpcEndpointType: "Interface",
            ...props,
        },
    };
}

/** A VPC-only domain in `VPC`. */
export function vpcDomain(props: Record<string, unknown>): Sketch {
    return {
        type: "aws:sagemaker/domain:Domain",
        name: "studio",
        props: { appNetworkAccessType: "VpcOnly", vpcId: ref("vpc"), ...props },
    };
}

/** A firewall in the subnets of these names. */
export function firewall(props: Record<string, unknown>): Sketch {
    return { type: "aws:networkfirewall/firewall:Firewall", name: "firewall", props };
}

/** A table of `VPC`, for a subnet or, as an edge table, for a gateway. */
export function routes(name: string, place: Record<string, unknown>, ...list: readonly object[]): Sketch[] {
    return [
        { type: "aws:ec2/routeTable:RouteTable", name, props: { vpcId: ref("vpc"), routes: list } },
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            name: `${name}-association`,
            props: { ...place, routeTableId: ref(name) },
        },
    ];
}
