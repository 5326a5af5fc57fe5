import { strict as assert } from "node:assert";

import { type GraphResource, UNKNOWN } from "../../../policy-pack/graph";
import type { Stack } from "./fixture";

/** Short names of the types that tests change. */
const TYPES = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    table: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    route: "aws:ec2/route:Route",
    internetGateway: "aws:ec2/internetGateway:InternetGateway",
    natGateway: "aws:ec2/natGateway:NatGateway",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    group: "aws:ec2/securityGroup:SecurityGroup",
    ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    egressOnlyGateway: "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
    acl: "aws:ec2/networkAcl:NetworkAcl",
    aclAssociation: "aws:ec2/networkAclAssociation:NetworkAclAssociation",
    domain: "aws:sagemaker/domain:Domain",
} as const;

export type Kind = keyof typeof TYPES;

/** The registered resource with this name. */
export function find({ resources }: Stack, kind: Kind, name: string): GraphResource {
    const found = resources.find((each) => each.type === TYPES[kind] && each.name === name);
    assert.ok(found, `the stack has no ${kind} ${name}`);
    return found;
}

/** The stack without one resource. */
export function without(stack: Stack, kind: Kind, name: string): Stack {
    const removed = find(stack, kind, name);
    return { ...stack, resources: stack.resources.filter((each) => each !== removed) };
}

/** The stack with other inputs of one resource. */
export function changed(stack: Stack, kind: Kind, name: string, props: Readonly<Record<string, unknown>>): Stack {
    const old = find(stack, kind, name);
    const next = { ...old, props: { ...old.props, ...props } };
    return { ...stack, resources: stack.resources.map((each) => (each === old ? next : each)) };
}

/** The stack with one input of a resource unknown, or another, and the resources whose outputs went into it. */
export function blurred(
    stack: Stack,
    kind: Kind,
    name: string,
    property: string,
    dependencies: readonly GraphResource[] = [],
    value: unknown = UNKNOWN,
): Stack {
    const old = find(stack, kind, name);
    const next: GraphResource = {
        ...old,
        props: { ...old.props, [property]: value },
        propertyDependencies: { ...old.propertyDependencies, [property]: dependencies.map(({ urn }) => urn) },
    };
    return { ...stack, resources: stack.resources.map((each) => (each === old ? next : each)) };
}

/** The stack with another id, or list of ids, in one property of a resource, in its value and in its dependencies. */
export function relinked(
    stack: Stack,
    kind: Kind,
    name: string,
    property: string,
    target: GraphResource | readonly GraphResource[],
): Stack {
    const targets = isResource(target) ? [target] : target;
    const value = isResource(target) ? target.id : targets.map(({ id }) => id);
    return blurred(stack, kind, name, property, targets, value);
}

/**
 * The stack with one resource more. A property that is a resource means its id: the id itself where it is known, and a
 * property dependency always, as the engine has it.
 */
export function added(stack: Stack, kind: Kind, name: string, props: Readonly<Record<string, unknown>>): Stack {
    const type = TYPES[kind];
    const isUnknownStack = typeof find(stack, "vpc", "net-vpc").id !== "string";
    const references = Object.entries(props).flatMap(([key, target]): [string, GraphResource][] =>
        isResource(target) ? [[key, target]] : [],
    );
    const resource: GraphResource = {
        urn: `urn:pulumi:test::fixture::${type}::${name}`,
        type,
        name,
        id: isUnknownStack ? UNKNOWN : `${kind}-${name}`,
        props: { ...props, ...Object.fromEntries(references.map(([key, target]) => [key, target.id])) },
        custom: true,
        protect: false,
        ignoreChanges: [],
        dependencies: references.map(([, target]) => target.urn),
        propertyDependencies: Object.fromEntries(references.map(([key, target]) => [key, [target.urn]])),
    };
    return { ...stack, resources: [...stack.resources, resource] };
}

function isResource(value: unknown): value is GraphResource {
    return typeof value === "object" && value !== null && "urn" in value;
}
