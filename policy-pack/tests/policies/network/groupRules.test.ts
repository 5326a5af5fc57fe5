import assert from "node:assert/strict";
import { SECRET, UNKNOWN } from "../../../graph";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

type Direction = "ingress" | "egress";

/** One rule in each of the provider's forms, and what messages call it. */
const FORMS: readonly (readonly [
    what: string,
    build: (direction: Direction, range: string, ports: Ports) => Sketch[],
    subject: (direction: Direction) => string,
])[] = [
    [
        "inline",
        (direction, range, { protocol, fromPort, toPort }) =>
            change(cleanStack(), "group-ann", direction, [
                { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] },
                { protocol, fromPort, toPort, ...listed(range) },
            ]),
        (direction) => `SecurityGroup group-ann: ${direction} rule 2 `,
    ],
    [
        "in the default group",
        (direction, range, { protocol, fromPort, toPort }) =>
            change(cleanStack(), "default-group", direction, [{ protocol, fromPort, toPort, ...listed(range) }]),
        (direction) => `DefaultSecurityGroup default-group: ${direction} rule 1 `,
    ],
    [
        "as the older rule resource",
        (type, range, { protocol, fromPort, toPort }) => [
            ...cleanStack(),
            {
                type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                name: "added",
                props: { type, securityGroupId: ref("group-ann"), protocol, fromPort, toPort, ...listed(range) },
            },
        ],
        () => "SecurityGroupRule added: ",
    ],
    [
        "as the newer rule resource",
        (direction, range, { protocol: ipProtocol, fromPort, toPort }) => {
            const kind = direction === "ingress" ? "SecurityGroupIngressRule" : "SecurityGroupEgressRule";
            return [
                ...cleanStack(),
                {
                    type: `aws:vpc/s${kind.slice(1)}:${kind}`,
                    name: "added",
                    props: {
                        securityGroupId: ref("group-ann"),
                        ipProtocol,
                        fromPort,
                        toPort,
                        ...(range.includes(":") ? { cidrIpv6: range } : { cidrIpv4: range }),
                    },
                },
            ];
        },
        (direction) => `SecurityGroup${direction === "ingress" ? "Ingress" : "Egress"}Rule added: `,
    ],
];

interface Ports {
    readonly protocol: string;
    readonly fromPort?: number;
    readonly toPort?: number;
}

function listed(range: string): Record<string, string[]> {
    return range.includes(":") ? { ipv6CidrBlocks: [range] } : { cidrBlocks: [range] };
}

const SSH: Ports = { protocol: "tcp", fromPort: 22, toPort: 22 };
const ALL: Ports = { protocol: "-1", fromPort: 0, toPort: 0 };

describe("P37 security-group-no-public-ingress", () => {
    const admits = (subject: string, range: string): string =>
        `violation: ${subject}admits ${range}, which is the internet. Name the ranges or groups that need it.`;

    for (const [what, build, subject] of FORMS) {
        describe(what, () => {
            for (const range of ["0.0.0.0/0", "::/0", "0.0.0.0/1", "128.0.0.0/1", "2000::/3", "8.0.0.0/7"]) {
                it(`${range} is the internet, on any port`, () => {
                    for (const ports of [SSH, ALL]) {
                        assert.deepEqual(verdict("P37", build("ingress", range, ports)), [
                            admits(subject("ingress"), range),
                        ]);
                    }
                });
            }

            for (const range of ["10.0.0.0/8", "203.0.113.0/24", "fc00::/7", "2001:db8::/32"]) {
                it(`${range} is not`, () => assert.deepEqual(verdict("P37", build("ingress", range, SSH)), []));
            }

            it("egress is another policy's concern", () => {
                assert.deepEqual(verdict("P37", build("egress", "0.0.0.0/0", SSH)), []);
            });
        });
    }

    it("each rule is named", () => {
        const rule = (cidrBlocks: readonly string[]): object => ({
            protocol: "tcp",
            fromPort: 1,
            toPort: 2,
            cidrBlocks,
        });
        const stack = change(cleanStack(), "group-ann", "ingress", [
            rule(["0.0.0.0/0"]),
            rule(["10.0.0.0/8"]),
            rule(["10.0.0.0/8", "0.0.0.0/0"]),
        ]);
        assert.deepEqual(verdict("P37", stack), [
            admits("SecurityGroup group-ann: ingress rule 1 ", "0.0.0.0/0"),
            admits("SecurityGroup group-ann: ingress rule 3 ", "0.0.0.0/0"),
        ]);
    });

    it("no ingress at all, and groups as sources", () => {
        assert.deepEqual(verdict("P37", change(cleanStack(), "default-group", "ingress", undefined)), []);
        const self = [{ protocol: "-1", self: true, securityGroups: [ref("group-ann")] }];
        assert.deepEqual(verdict("P37", change(cleanStack(), "group-ann", "ingress", self)), []);
    });

    const older = FORMS[2]?.[1]("ingress", "0.0.0.0/0", SSH) ?? [];
    it("a rule whose direction is not known is not decided, and a range that is none never is fine", () => {
        assert.deepEqual(verdict("P37", change(older, "added", "type", UNKNOWN)), [
            "undecided: SecurityGroupRule added: type is not known yet; if it is ingress, 0.0.0.0/0 is the internet.",
        ]);
        assert.deepEqual(verdict("P37", change(older, "added", "type", "egress")), []);
        assert.deepEqual(verdict("P37", change(older, "added", "cidrBlocks", ["everybody"])), [
            "undecided: SecurityGroupRule added: names a range that is not known yet or is none; it must not be the internet.",
        ]);
    });

    isUndecidedWithout("P37", [
        ["group-ann", "ingress"],
        ["default-group", "ingress"],
    ]);
    isUndecidedWithout(
        "P37",
        [
            ["added", "cidrBlocks"],
            ["added", "cidrBlocks.0"],
        ],
        older,
    );
});

describe("P38 security-group-egress-restricted", () => {
    const lets = (subject: string, what: string, range: string): string =>
        `violation: ${subject}lets ${what} out to ${range}. Name protocol, port and the endpoints' group or prefix list.`;

    for (const [what, build, subject] of FORMS) {
        describe(what, () => {
            const cases: readonly (readonly [Ports, string, string | undefined])[] = [
                [ALL, "0.0.0.0/0", "all protocols"],
                [{ protocol: "all" }, "::/0", "all protocols"],
                [{ protocol: "-1" }, "128.0.0.0/1", "all protocols"],
                [{ protocol: "tcp", fromPort: 0, toPort: 65535 }, "0.0.0.0/0", "all ports of TCP"],
                [{ protocol: "17", fromPort: 1, toPort: 65535 }, "0.0.0.0/0", "all ports of UDP"],
                [{ protocol: "tcp" }, "0.0.0.0/0", "all ports of TCP"],
                [{ protocol: "tcp", fromPort: 443, toPort: 443 }, "0.0.0.0/0", undefined],
                [{ protocol: "tcp", fromPort: 1024, toPort: 65535 }, "0.0.0.0/0", undefined],
                [{ protocol: "icmp", fromPort: -1, toPort: -1 }, "0.0.0.0/0", undefined],
                [ALL, "10.0.0.0/8", undefined],
            ];
            for (const [ports, range, found] of cases) {
                it(`${ports.protocol} ${ports.fromPort ?? "any"}-${ports.toPort ?? "any"} to ${range}`, () => {
                    const expected = found === undefined ? [] : [lets(subject("egress"), found, range)];
                    assert.deepEqual(verdict("P38", build("egress", range, ports)), expected);
                });
            }

            it("ingress is another policy's concern", () => {
                assert.deepEqual(verdict("P38", build("ingress", "0.0.0.0/0", ALL)), []);
            });
        });
    }

    it("a group without egress lets nothing out", () => {
        assert.deepEqual(verdict("P38", change(cleanStack(), "default-group", "egress", undefined)), []);
    });

    const older = FORMS[2]?.[1]("egress", "0.0.0.0/0", { protocol: "tcp", fromPort: 0, toPort: 65535 }) ?? [];
    for (const [property, why] of [
        ["type", "type not known yet, and 0.0.0.0/0 is everywhere."],
        ["protocol", "protocol or ports not known yet, and 0.0.0.0/0 is everywhere."],
        ["fromPort", "protocol or ports not known yet, and 0.0.0.0/0 is everywhere."],
        ["toPort", "protocol or ports not known yet, and 0.0.0.0/0 is everywhere."],
        ["cidrBlocks", "names a range that is not known yet or is none, and may let everything out."],
    ] as const) {
        it(`${property} is not known`, () => {
            for (const value of [UNKNOWN, SECRET]) {
                assert.deepEqual(verdict("P38", change(older, "added", property, value)), [
                    `undecided: SecurityGroupRule added: ${why}`,
                ]);
            }
        });
    }

    isUndecidedWithout("P38", [
        ["group-ann", "egress"],
        ["default-group", "egress"],
    ]);
});
