import assert from "node:assert/strict";
import { change, type Ids, ref, type Sketch, without } from "../fixture/build";
import { cleanStack, document, STATEMENTS } from "../fixture/stack";
import { verdict } from "../policies/verdict";

type Form = readonly [what: string, stack: readonly Sketch[]];

const ADDED = { name: "added", type: "" };
const add = (type: string, props: Record<string, unknown>, stack: readonly Sketch[] = cleanStack()): Sketch[] => [
    ...stack,
    { ...ADDED, type, props },
];

/** Every form of the same fact gives the same answer, with ids known and at a first preview. */
function same(id: string, forms: readonly Form[], finds: boolean): void {
    for (const ids of ["known", "unknown"] as const) {
        for (const [what, stack] of forms) {
            it(`${id} ${finds ? "finds it" : "is silent"}: ${what}, ids ${ids}`, () => {
                const said = beyondClean(id, stack, ids);
                assert.deepEqual([...new Set(said.map((text) => text.split(":")[0]))], finds ? ["violation"] : []);
            });
        }
    }
}

/** What is said of the good stack as well, as of its document with an unknown id, is no answer. */
function beyondClean(id: string, stack: readonly Sketch[], ids: Ids): string[] {
    const clean = new Set(verdict(id, cleanStack(), {}, ids));
    return verdict(id, stack, {}, ids).filter((text) => !clean.has(text));
}

describe("whatever the form", () => {
    describe("rules of security groups", () => {
        const inbound = (group: string, cidr: string): Form[] => [
            [
                "inline",
                change(cleanStack(), group, "ingress", [
                    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [cidr] },
                ]),
            ],
            [
                "a SecurityGroupRule",
                add("aws:ec2/securityGroupRule:SecurityGroupRule", {
                    type: "ingress",
                    securityGroupId: ref(group),
                    protocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    cidrBlocks: [cidr],
                }),
            ],
            [
                "a SecurityGroupIngressRule",
                add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
                    securityGroupId: ref(group),
                    ipProtocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    cidrIpv4: cidr,
                }),
            ],
        ];
        const outbound = (cidr: string, protocol: string): Form[] => [
            [
                "inline",
                change(cleanStack(), "group-ann", "egress", [
                    { protocol, fromPort: 443, toPort: 443, cidrBlocks: [cidr] },
                ]),
            ],
            [
                "a SecurityGroupRule",
                add("aws:ec2/securityGroupRule:SecurityGroupRule", {
                    type: "egress",
                    securityGroupId: ref("group-ann"),
                    protocol,
                    fromPort: 443,
                    toPort: 443,
                    cidrBlocks: [cidr],
                }),
            ],
            [
                "a SecurityGroupEgressRule",
                add("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", {
                    securityGroupId: ref("group-ann"),
                    ipProtocol: protocol,
                    fromPort: 443,
                    toPort: 443,
                    cidrIpv4: cidr,
                }),
            ],
        ];
        same("P37", inbound("group-endpoints", "0.0.0.0/0"), true);
        same("P37", inbound("group-endpoints", "10.0.0.0/16"), false);
        same("P38", outbound("0.0.0.0/0", "-1"), true);
        same("P38", outbound("10.0.0.0/16", "tcp"), false);
        same("P49", inbound("group-endpoints", "0.0.0.0/0"), true);
        same("P49", inbound("group-endpoints", "10.0.0.0/16"), false);
        same("P61", inbound("group-everybody", "10.0.0.0/16"), true);
        same("P56", inbound("default-group", "10.0.0.0/16"), true);
    });

    describe("routes of the domain's subnets", () => {
        const gateway: Sketch = {
            type: "aws:ec2/internetGateway:InternetGateway",
            name: "igw",
            props: { vpcId: ref("studio") },
        };
        const table: Sketch = { type: "aws:ec2/routeTable:RouteTable", name: "extra", props: { vpcId: ref("studio") } };
        const unassociated = without(cleanStack(), "association-a");
        const routes = (destination: string): Form[] => {
            const inline = [{ cidrBlock: destination, gatewayId: ref("igw") }];
            const route = (routeTableId: unknown): Sketch => ({
                type: "aws:ec2/route:Route",
                name: "route",
                props: { routeTableId, destinationCidrBlock: destination, gatewayId: ref("igw") },
            });
            const main: Sketch = {
                type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
                name: "main",
                props: { vpcId: ref("studio"), routeTableId: ref("extra") },
            };
            return [
                ["a Route", [...cleanStack(), gateway, route(ref("table-a"))]],
                ["inline", change([...cleanStack(), gateway], "table-a", "routes", inline)],
                [
                    "in the main table that AWS makes",
                    [...unassociated, gateway, route(ref("studio", "mainRouteTableId"))],
                ],
                [
                    "in the main table the program took over",
                    [
                        ...unassociated,
                        gateway,
                        {
                            type: "aws:ec2/defaultRouteTable:DefaultRouteTable",
                            name: "adopted",
                            props: { defaultRouteTableId: ref("studio", "mainRouteTableId"), routes: inline },
                        },
                    ],
                ],
                ["in a table made the main one", [...unassociated, gateway, table, main, route(ref("extra"))]],
                [
                    "inline in a table made the main one",
                    [...unassociated, gateway, { ...table, props: { ...table.props, routes: inline } }, main],
                ],
            ];
        };
        same("P51", routes("0.0.0.0/0"), true);
        same(
            "P51",
            [
                [
                    "in a table no subnet of the domain has",
                    [
                        ...cleanStack(),
                        gateway,
                        {
                            ...table,
                            props: { ...table.props, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("igw") }] },
                        },
                    ],
                ],
            ],
            false,
        );
    });

    describe("policies of a role", () => {
        const forms = (statement: object, stack: readonly Sketch[] = cleanStack()): Form[] => {
            const policy = document(statement);
            const managed: Sketch = { type: "aws:iam/policy:Policy", name: "managed", props: { policy } };
            const arn = ref("managed", "arn");
            const attached = (type: string, props: Record<string, unknown>): Sketch[] => [
                managed,
                ...add(type, props, stack),
            ];
            return [
                ["inlinePolicies", change(stack, "execution", "inlinePolicies", [{ name: "own", policy }])],
                ["a RolePolicy", add("aws:iam/rolePolicy:RolePolicy", { role: ref("execution"), policy }, stack)],
                [
                    "a RolePolicy that RolePoliciesExclusive names",
                    [
                        ...add("aws:iam/rolePolicy:RolePolicy", { role: ref("execution"), policy }, stack),
                        {
                            type: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
                            name: "exclusive",
                            props: { roleName: ref("execution"), policyNames: ["added"] },
                        },
                    ],
                ],
                [
                    "a RolePolicyAttachment",
                    attached("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
                        role: ref("execution"),
                        policyArn: arn,
                    }),
                ],
                [
                    "a PolicyAttachment",
                    attached("aws:iam/policyAttachment:PolicyAttachment", {
                        roles: [ref("execution"), ref("user")],
                        policyArn: arn,
                    }),
                ],
                ["managedPolicyArns", [managed, ...change(stack, "execution", "managedPolicyArns", [arn])]],
                [
                    "RolePolicyAttachmentsExclusive",
                    attached("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
                        roleName: ref("execution"),
                        policyArns: [arn],
                    }),
                ],
            ];
        };
        const allow = { Effect: "Allow", Action: "*", Resource: "*" };
        const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::acme/*" };
        same("P45", forms(allow), true);
        same("P46", forms({ ...allow, Action: "iam:PassRole" }), true);
        // A document that nobody can read yet might deny what this one allows.
        const readable = without(cleanStack(), "execution-presign");
        same("P60", forms({ ...STATEMENTS.openOwn, Condition: {} }, readable), true);
        for (const id of ["P45", "P46", "P57", "P59", "P60"]) {
            same(id, forms(read), false);
        }

        const banned = (policyArn: string): Form[] => [
            [
                "a RolePolicyAttachment",
                add("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: ref("execution"), policyArn }),
            ],
            [
                "a PolicyAttachment",
                add("aws:iam/policyAttachment:PolicyAttachment", { roles: [ref("execution")], policyArn }),
            ],
            ["managedPolicyArns", change(cleanStack(), "execution", "managedPolicyArns", [policyArn])],
            [
                "RolePolicyAttachmentsExclusive",
                add("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
                    roleName: ref("execution"),
                    policyArns: [policyArn],
                }),
            ],
        ];
        same("P45", banned("arn:aws:iam::aws:policy/AdministratorAccess"), true);
        same("P45", banned("arn:aws:iam::aws:policy/ReadOnlyAccess"), false);
    });

    describe("things of other stacks, and several of a kind", () => {
        const strangers: Sketch[] = [
            {
                type: "aws:ec2/route:Route",
                name: "far-route",
                props: { routeTableId: "rtb-far", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-far" },
            },
            {
                type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
                name: "far-association",
                props: { subnetId: "subnet-far", routeTableId: "rtb-far" },
            },
            {
                type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                name: "far-rule",
                props: {
                    securityGroupId: "sg-far",
                    ipProtocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    cidrIpv4: "10.0.0.0/8",
                },
            },
            {
                type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                name: "far-attachment",
                props: { role: "far", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
            },
        ];
        for (const id of ["P37", "P45", "P46", "P49", "P51", "P57", "P59", "P60", "P61"]) {
            same(id, [["ids that belong to nobody", [...cleanStack(), ...strangers]]], false);
        }

        const second = (): Sketch[] =>
            cleanStack().map((sketch) => ({ ...sketch, name: `${sketch.name}-2`, props: again(sketch.props) }));
        const two = (): Sketch[] => [...cleanStack(), ...second()];
        for (const id of ["P37", "P48", "P49", "P50", "P51", "P55", "P56", "P57", "P58", "P61"]) {
            same(id, [["two VPCs, each with a domain", two()]], false);
        }
        const gateway: Sketch = {
            type: "aws:ec2/internetGateway:InternetGateway",
            name: "igw",
            props: { vpcId: ref("studio-2") },
        };
        const open = change([...two(), gateway], "table-a-2", "routes", [
            { cidrBlock: "0.0.0.0/0", gatewayId: ref("igw") },
        ]);
        same("P51", [["the second of two domains", open]], true);
        same("P48", [["an endpoint missing in the second of two VPCs", without(two(), "endpoint-sts-2")]], true);
        same("P56", [["the second VPC's default group", without(two(), "default-group-2")]], true);
    });
});

/** References to the second of everything. */
function again(value: Record<string, unknown>): Record<string, unknown> {
    const inside = (item: unknown): unknown => {
        if (Array.isArray(item)) {
            return item.map(inside);
        }
        if (typeof item !== "object" || item === null) {
            return item;
        }
        const prototype = Object.getPrototypeOf(item) as object;
        const entries = Object.entries(item).map(([key, each]) => [
            key,
            key === "name" && prototype !== Object.prototype ? `${String(each)}-2` : inside(each),
        ]);
        return Object.assign(Object.create(prototype) as object, Object.fromEntries(entries));
    };
    return inside(value) as Record<string, unknown>;
}
