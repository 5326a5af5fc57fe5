import assert from "node:assert/strict";
import { change, ref, type Sketch } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

function ingress(group: string, props: Record<string, unknown>): Sketch {
    return {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "added",
        props: { securityGroupId: ref(group), ipProtocol: "tcp", fromPort: 8888, toPort: 8888, ...props },
    };
}

const BOB: Sketch = {
    type: "aws:sagemaker/userProfile:UserProfile",
    name: "profile-bob",
    props: { domainId: ref("domain"), userSettings: { securityGroups: [ref("group-ann")] } },
};
const outside = (group: string, rule: string, who: string): string =>
    `violation: SecurityGroup ${group}: the rule of ${rule} admits ${who}. Studio apps need nothing from outside: remove the rule.`;
const everybody = (rule: string): string =>
    `violation: SecurityGroup group-everybody: every profile of Domain domain has the group, and ${rule} admits traffic. Remove the rule; give each profile a group of its own.`;
const RULE = "SecurityGroupIngressRule added";
const wide = (rule = RULE): string =>
    `violation: SecurityGroup group-ann: the rule of ${rule} admits more than TCP 2049 and 8192-65535. Narrow its ports.`;

describe("P61 sagemaker-studio-security-group-intra-traffic", () => {
    for (const ids of ["known", "unknown"] as const) {
        describe(`with ids ${ids}`, () => {
            const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
                [
                    "the default group admits itself",
                    [
                        ...cleanStack(),
                        ingress("group-everybody", { referencedSecurityGroupId: ref("group-everybody") }),
                    ],
                    [everybody(RULE)],
                ],
                [
                    "the default group admits itself inline",
                    change(cleanStack(), "group-everybody", "ingress", [
                        { protocol: "tcp", fromPort: 2049, toPort: 2049, self: true },
                    ]),
                    [everybody("SecurityGroup group-everybody")],
                ],
                [
                    "the default group by the older rule resource",
                    [
                        ...cleanStack(),
                        {
                            type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                            name: "added",
                            props: {
                                type: "ingress",
                                securityGroupId: ref("group-everybody"),
                                protocol: "tcp",
                                fromPort: 443,
                                toPort: 443,
                                cidrBlocks: ["10.0.0.0/16"],
                            },
                        },
                    ],
                    [everybody("SecurityGroupRule added")],
                ],
                [
                    "egress is free",
                    [
                        ...cleanStack(),
                        {
                            ...ingress("group-everybody", { cidrIpv4: "10.0.0.0/16" }),
                            type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
                        },
                    ],
                    [],
                ],
                [
                    "a profile's group admits a range",
                    [...cleanStack(), ingress("group-ann", { cidrIpv4: "10.0.0.0/16" })],
                    [outside("group-ann", RULE, "10.0.0.0/16")],
                ],
                [
                    "a profile's group admits everybody's",
                    [...cleanStack(), ingress("group-ann", { referencedSecurityGroupId: ref("group-everybody") })],
                    [outside("group-ann", RULE, "SecurityGroup group-everybody")],
                ],
                [
                    "a profile's group admits one made elsewhere",
                    [...cleanStack(), ingress("group-ann", { referencedSecurityGroupId: "sg-far" })],
                    [outside("group-ann", RULE, "sg-far")],
                ],
                [
                    "a profile's group admits a prefix list",
                    [...cleanStack(), ingress("group-ann", { prefixListId: "pl-1" })],
                    [outside("group-ann", RULE, "a prefix list")],
                ],
                [
                    "itself on another port",
                    [
                        ...cleanStack(),
                        ingress("group-ann", {
                            referencedSecurityGroupId: ref("group-ann"),
                            fromPort: 443,
                            toPort: 443,
                        }),
                    ],
                    [wide()],
                ],
                [
                    "itself on ports between",
                    [
                        ...cleanStack(),
                        ingress("group-ann", {
                            referencedSecurityGroupId: ref("group-ann"),
                            fromPort: 2049,
                            toPort: 65535,
                        }),
                    ],
                    [wide()],
                ],
                [
                    "itself on all protocols",
                    [
                        ...cleanStack(),
                        ingress("group-ann", {
                            referencedSecurityGroupId: ref("group-ann"),
                            ipProtocol: "-1",
                            fromPort: undefined,
                            toPort: undefined,
                        }),
                    ],
                    [wide()],
                ],
                [
                    "itself on UDP",
                    [
                        ...cleanStack(),
                        ingress("group-ann", { referencedSecurityGroupId: ref("group-ann"), ipProtocol: "17" }),
                    ],
                    [wide()],
                ],
                [
                    "itself on a part of the app ports",
                    [
                        ...cleanStack(),
                        ingress("group-ann", { referencedSecurityGroupId: ref("group-ann"), ipProtocol: "6" }),
                    ],
                    [],
                ],
                [
                    "a group nobody in Studio has",
                    [...cleanStack(), ingress("group-endpoints", { cidrIpv4: "10.0.0.0/16" })],
                    [],
                ],
            ];
            for (const [what, stack, expected] of cases) {
                it(what, () => assert.deepEqual(verdict("P61", stack, {}, ids), expected));
            }

            it("two profiles with one self-admitting group", () => {
                const users =
                    "UserProfile profile-ann (userSettings.securityGroups), UserProfile profile-bob (userSettings.securityGroups)";
                assert.deepEqual(verdict("P61", [...cleanStack(), BOB], {}, ids), [
                    `violation: SecurityGroup group-ann: admits itself and is used by ${users}, whose apps reach each other. Give each its own group.`,
                ]);
            });
        });
    }

    it("a group of another stack is not decided", () => {
        const stack = change(cleanStack(), "domain", "defaultUserSettings.securityGroups", ["sg-far"]);
        assert.deepEqual(verdict("P61", stack), [
            "undecided: Domain domain: defaultUserSettings.securityGroups names sg-far, which is not defined in this stack, so its rules cannot be judged.",
        ]);
    });

    isUndecidedWithout("P61", [
        ["domain", "defaultUserSettings.securityGroups"],
        ["domain", "defaultSpaceSettings.securityGroups"],
        ["profile-ann", "userSettings.securityGroups"],
        ["group-everybody", "ingress"],
        ["group-ann-nfs", "securityGroupId"],
        ["group-ann-nfs", "referencedSecurityGroupId"],
        ["group-ann-nfs", "ipProtocol"],
        ["group-ann-nfs", "fromPort"],
        ["group-ann-nfs", "toPort"],
    ]);
});
