import assert from "node:assert/strict";
import { UNKNOWN } from "../../../graph";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, verdict } from "../verdict";

const ENDPOINTS = ["api", "runtime", "studio", "sts", "logs"];
const SETTINGS = ["defaultUserSettings.securityGroups", "defaultSpaceSettings.securityGroups"];
const FAR = "security group sg-far";
const NO_RULE = "no rule of SecurityGroup group-endpoints is for them";

function hangs(endpoint: string, path: string, why: string): string {
    return `violation: VpcEndpoint endpoint-${endpoint}: admits no TCP 443 from Domain domain (${path}): ${why}. Add an ingress rule for one of its groups.`;
}

function maybe(endpoint: string, path: string, why: string): string {
    return `undecided: VpcEndpoint endpoint-${endpoint}: whether Domain domain (${path}) needs it and is admitted on TCP 443 is not decided: ${why}.`;
}

/** The same finding for every endpoint and setting. */
function each(
    build: (endpoint: string, path: string, why: string) => string,
    why: string,
    endpoints = ENDPOINTS,
): string[] {
    return endpoints.flatMap((endpoint) => SETTINGS.map((path) => build(endpoint, path, why)));
}

const wide = (rule: string): string =>
    `violation: SecurityGroup group-endpoints: ${rule} admits more than TCP 443 to VPC endpoints. Narrow it to TCP 443.`;
const everybody = (rule: string, range: string): string =>
    `violation: SecurityGroup group-endpoints: ${rule} admits ${range} to VPC endpoints. Admit the groups or ranges of the apps only.`;

function rule(props: Record<string, unknown>): Sketch {
    return {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name: "added",
        props: { securityGroupId: ref("group-endpoints"), ipProtocol: "tcp", fromPort: 443, toPort: 443, ...props },
    };
}

const closed = without(cleanStack(), "endpoints-https");
const RULE = "SecurityGroupIngressRule added";

describe("P49 sagemaker-vpc-endpoint-https-ingress", () => {
    for (const ids of ["known", "unknown"] as const) {
        describe(`with ids ${ids}`, () => {
            const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
                ["a rule for the domain's group", cleanStack(), []],
                ["no rule", closed, each(hangs, NO_RULE)],
                [
                    "a rule for the spaces' group alone",
                    [...closed, rule({ referencedSecurityGroupId: ref("group-spaces") })],
                    ENDPOINTS.map((endpoint) => hangs(endpoint, SETTINGS[0] ?? "", NO_RULE)),
                ],
                [
                    "a rule for a profile's group, which not all have",
                    [...closed, rule({ referencedSecurityGroupId: ref("group-ann") })],
                    each(hangs, NO_RULE),
                ],
                ["the range of the VPC", [...closed, rule({ cidrIpv4: "10.0.0.0/16" })], []],
                [
                    "the ranges of the subnets",
                    [
                        ...closed,
                        rule({ cidrIpv4: "10.0.0.0/20" }),
                        { ...rule({ cidrIpv4: "10.0.16.0/20" }), name: "more" },
                    ],
                    [],
                ],
                [
                    "the range of one subnet of two",
                    [...closed, rule({ cidrIpv4: "10.0.0.0/20" })],
                    each(hangs, NO_RULE),
                ],
                [
                    "inline",
                    change(closed, "group-endpoints", "ingress", [
                        { protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [ref("group-everybody")] },
                    ]),
                    [],
                ],
                [
                    "by the older rule resource",
                    [
                        ...closed,
                        {
                            type: "aws:ec2/securityGroupRule:SecurityGroupRule",
                            name: "added",
                            props: {
                                type: "ingress",
                                securityGroupId: ref("group-endpoints"),
                                protocol: "6",
                                fromPort: 443,
                                toPort: 443,
                                sourceSecurityGroupId: ref("group-everybody"),
                            },
                        },
                    ],
                    [],
                ],
                [
                    "another port",
                    [...closed, rule({ referencedSecurityGroupId: ref("group-everybody"), fromPort: 80, toPort: 80 })],
                    [...each(hangs, NO_RULE), wide(RULE)],
                ],
                [
                    "egress does not admit",
                    [
                        ...closed,
                        {
                            ...rule({ referencedSecurityGroupId: ref("group-everybody") }),
                            type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
                        },
                    ],
                    each(hangs, NO_RULE),
                ],
                [
                    "no group named",
                    change(cleanStack(), "endpoint-sts", "securityGroupIds", undefined),
                    each(hangs, "it names no security group, so AWS gives it the VPC's default one", ["sts"]),
                ],
                [
                    "a second group admits",
                    change(
                        [
                            ...closed,
                            {
                                ...rule({ referencedSecurityGroupId: ref("group-everybody") }),
                                props: {
                                    ...rule({}).props,
                                    securityGroupId: ref("group-spaces"),
                                    referencedSecurityGroupId: ref("group-everybody"),
                                },
                            },
                        ],
                        "endpoint-sts",
                        "securityGroupIds",
                        [ref("group-endpoints"), ref("group-spaces")],
                    ),
                    [
                        ...each(hangs, NO_RULE, ["api", "runtime", "studio", "logs"]),
                        "violation: SecurityGroup group-spaces: SecurityGroupIngressRule group-spaces-nfs admits more than TCP 443 to VPC endpoints. Narrow it to TCP 443.",
                    ],
                ],
                [
                    "a group by an association",
                    [
                        ...change(cleanStack(), "endpoint-sts", "securityGroupIds", undefined),
                        {
                            type: "aws:ec2/securityGroupAssociation:SecurityGroupAssociation",
                            name: "association",
                            props: { vpcEndpointId: ref("endpoint-sts"), securityGroupId: ref("group-endpoints") },
                        },
                    ],
                    [],
                ],
                [
                    "all protocols from the VPC",
                    [
                        ...cleanStack(),
                        rule({ cidrIpv4: "10.0.0.0/16", ipProtocol: "-1", fromPort: undefined, toPort: undefined }),
                    ],
                    [wide(RULE)],
                ],
                [
                    "NFS",
                    [...cleanStack(), rule({ cidrIpv4: "10.0.0.0/16", fromPort: 2049, toPort: 2049 })],
                    [wide(RULE)],
                ],
                [
                    "more ports than one",
                    [...cleanStack(), rule({ cidrIpv4: "10.0.0.0/16", fromPort: 443, toPort: 8443 })],
                    [wide(RULE)],
                ],
                ["everybody", [...cleanStack(), rule({ cidrIpv4: "0.0.0.0/0" })], [everybody(RULE, "0.0.0.0/0")]],
                ["everybody by IPv6", [...cleanStack(), rule({ cidrIpv6: "::/0" })], [everybody(RULE, "::/0")]],
                [
                    "everybody inline",
                    change(cleanStack(), "group-endpoints", "ingress", [
                        { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
                    ]),
                    [everybody("an inline rule", "0.0.0.0/0")],
                ],
                ["the company's range", [...cleanStack(), rule({ cidrIpv4: "192.168.0.0/16" })], []],
                [
                    "a prefix list may be the subnets",
                    [...closed, rule({ prefixListId: "pl-1" })],
                    each(maybe, `which ranges the prefix list of ${RULE} holds cannot be told`),
                ],
                [
                    "a group of another stack",
                    change(closed, "endpoint-sts", "securityGroupIds", ["sg-far"]),
                    [
                        ...each(hangs, NO_RULE, ["api", "runtime", "studio", "logs"]),
                        ...each(maybe, `${FAR} is not defined in this stack`, ["sts"]),
                        `undecided: VpcEndpoint endpoint-sts: ${FAR} is not defined in this stack, so what its groups admit cannot be told.`,
                    ],
                ],
                [
                    "an endpoint the profile does not need",
                    [
                        ...cleanStack(),
                        {
                            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                            name: "endpoint-kms",
                            props: {
                                vpcId: ref("studio"),
                                serviceName: "com.amazonaws.eu-west-1.kms",
                                vpcEndpointType: "Interface",
                                securityGroupIds: [ref("group-ann")],
                            },
                        },
                    ],
                    [
                        "violation: SecurityGroup group-ann: SecurityGroupIngressRule group-ann-nfs admits more than TCP 443 to VPC endpoints. Narrow it to TCP 443.",
                        "violation: SecurityGroup group-ann: SecurityGroupIngressRule group-ann-apps admits more than TCP 443 to VPC endpoints. Narrow it to TCP 443.",
                    ],
                ],
                [
                    "an endpoint of another company speaks what it likes",
                    [
                        ...cleanStack(),
                        {
                            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                            name: "endpoint-partner",
                            props: {
                                vpcId: ref("studio"),
                                serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
                                vpcEndpointType: "Interface",
                                securityGroupIds: [ref("group-ann")],
                            },
                        },
                    ],
                    [],
                ],
                [
                    "a domain with internet needs none",
                    change(closed, "domain", "appNetworkAccessType", "PublicInternetOnly"),
                    [],
                ],
            ];
            for (const [what, stack, expected] of cases) {
                it(what, () => assert.deepEqual(verdict("P49", stack, {}, ids), expected));
            }

            it("a model in the VPC is admitted by its own groups", () => {
                const model: Sketch = {
                    type: "aws:sagemaker/model:Model",
                    name: "model",
                    props: { vpcConfig: { subnets: [ref("subnet-a")], securityGroupIds: [ref("group-spaces")] } },
                };
                assert.deepEqual(
                    verdict("P49", [...without(cleanStack(), "domain", "profile-ann"), model], {}, ids),
                    ENDPOINTS.map(
                        (endpoint) =>
                            `violation: VpcEndpoint endpoint-${endpoint}: admits no TCP 443 from Model model (vpcConfig.securityGroupIds): ${NO_RULE}. Add an ingress rule for one of its groups.`,
                    ),
                );
            });
        });
    }

    it("the configuration says which endpoints must admit, and which VPCs are another stack's", () => {
        assert.deepEqual(verdict("P49", closed, { endpointProfiles: ["studio"] }), each(hangs, NO_RULE, ["studio"]));
        const elsewhere = { endpointsManagedElsewhere: true, reason: "hub", expires: "2026-12-24" };
        assert.deepEqual(verdict("P49", closed, { externalVpcs: { studio: elsewhere } }), []);
        assert.deepEqual(
            verdict("P49", closed, { externalVpcs: { studio: { ...elsewhere, expires: "2026-11-20" } } }),
            each(hangs, NO_RULE),
        );
    });

    it("a service that is not known may be a needed one", () => {
        const stack = change(closed, "endpoint-sts", "serviceName", UNKNOWN);
        assert.deepEqual(
            verdict("P49", stack, { endpointProfiles: ["studio"] }).filter((said) => said.includes("endpoint-sts")),
            each(maybe, `its service, type or VPC is not known yet, and ${NO_RULE}`, ["sts"]),
        );
    });

    it("a service that is not known may be one of AWS's, whose groups must not be wider", () => {
        const unknown = change(cleanStack(), "endpoint-sts", "serviceName", UNKNOWN);
        const wideGroup = change(unknown, "endpoint-sts", "securityGroupIds", [
            ref("group-endpoints"),
            ref("group-spaces"),
        ]);
        assert.deepEqual(verdict("P49", unknown), []);
        assert.deepEqual(verdict("P49", wideGroup), [
            "undecided: the service of VpcEndpoint endpoint-sts is not known yet and may be one of AWS's; if so: SecurityGroup group-spaces: SecurityGroupIngressRule group-spaces-nfs admits more than TCP 443 to VPC endpoints. Narrow it to TCP 443.",
        ]);
    });

    it("ranges that are not known decide nothing", () => {
        const stack = change([...closed, rule({ cidrIpv4: "10.0.0.0/16" })], "subnet-a", "cidrBlock", UNKNOWN);
        assert.deepEqual(verdict("P49", stack), each(maybe, "the range of Subnet subnet-a is not known yet"));
    });

    isUndecidedWithout("P49", [
        ["domain", "defaultUserSettings.securityGroups"],
        ["endpoint-sts", "securityGroupIds"],
        ["endpoints-https", "securityGroupId"],
        ["endpoints-https", "referencedSecurityGroupId"],
        ["endpoints-https", "ipProtocol"],
        ["endpoints-https", "fromPort"],
        ["group-endpoints", "ingress"],
    ]);
});
