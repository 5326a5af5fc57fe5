import assert from "node:assert/strict";
import { change, ref, type Sketch, without } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, result, verdict } from "../verdict";

const DOMAIN = "violation: Domain domain:";
const S3_A = `${DOMAIN} Subnet subnet-a does not reach com.amazonaws.eu-west-1.s3: VpcEndpoint endpoint-s3 is not associated with table-a. Add that route table.`;
const none = (service: string): string => `${DOMAIN} Vpc studio has no endpoint for ${service}. Add one.`;

const NOTEBOOK: Sketch = {
    type: "aws:sagemaker/notebookInstance:NotebookInstance",
    name: "notebook",
    props: { subnetId: ref("subnet-a") },
};

describe("P48 sagemaker-vpc-endpoint-coverage", () => {
    for (const ids of ["known", "unknown"] as const) {
        describe(`with ids ${ids}`, () => {
            const cases: readonly (readonly [string, readonly Sketch[], readonly string[]])[] = [
                ["everything there", cleanStack(), []],
                [
                    "no endpoint for Studio's pages",
                    without(cleanStack(), "endpoint-studio"),
                    [none("aws.sagemaker.eu-west-1.studio")],
                ],
                ["no S3 endpoint", without(cleanStack(), "endpoint-s3"), [none("com.amazonaws.eu-west-1.s3")]],
                [
                    "S3 off one route table",
                    change(cleanStack(), "endpoint-s3", "routeTableIds", [ref("table-b")]),
                    [S3_A],
                ],
                [
                    "the missing table in an association of its own",
                    [
                        ...change(cleanStack(), "endpoint-s3", "routeTableIds", [ref("table-b")]),
                        {
                            type: "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
                            name: "s3-a",
                            props: { vpcEndpointId: ref("endpoint-s3"), routeTableId: ref("table-a") },
                        },
                    ],
                    [],
                ],
                [
                    "an interface endpoint in one zone",
                    change(cleanStack(), "endpoint-sts", "subnetIds", [ref("subnet-b")]),
                    [
                        `${DOMAIN} Subnet subnet-a does not reach com.amazonaws.eu-west-1.sts: VpcEndpoint endpoint-sts has no subnet in zone eu-west-1a. Add one.`,
                    ],
                ],
                [
                    "the second zone by another endpoint of the service",
                    [
                        ...change(cleanStack(), "endpoint-sts", "subnetIds", [ref("subnet-b")]),
                        {
                            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
                            name: "endpoint-sts-a",
                            props: {
                                vpcId: ref("studio"),
                                serviceName: "com.amazonaws.eu-west-1.sts",
                                vpcEndpointType: "Interface",
                                subnetIds: [ref("subnet-a")],
                            },
                        },
                    ],
                    [],
                ],
                [
                    "another subnet of the zone serves it",
                    [
                        ...change(cleanStack(), "endpoint-sts", "subnetIds", [ref("endpoint-subnet"), ref("subnet-b")]),
                        {
                            type: "aws:ec2/subnet:Subnet",
                            name: "endpoint-subnet",
                            props: { vpcId: ref("studio"), availabilityZone: "eu-west-1a" },
                        },
                    ],
                    [],
                ],
                [
                    "the wrong type",
                    change(
                        change(cleanStack(), "endpoint-sts", "vpcEndpointType", undefined),
                        "endpoint-sts",
                        "routeTableIds",
                        [],
                    ),
                    [
                        `${DOMAIN} VpcEndpoint endpoint-sts for com.amazonaws.eu-west-1.sts is of the wrong type. Make it Interface.`,
                    ],
                ],
                [
                    "S3 through interfaces",
                    change(
                        change(cleanStack(), "endpoint-s3", "vpcEndpointType", "Interface"),
                        "endpoint-s3",
                        "subnetIds",
                        [ref("subnet-a"), ref("subnet-b")],
                    ),
                    [],
                ],
                [
                    "endpoints of another VPC do not count",
                    [
                        ...change(cleanStack(), "endpoint-logs", "vpcId", ref("other")),
                        { type: "aws:ec2/vpc:Vpc", name: "other", props: { cidrBlock: "10.9.0.0/16" } },
                    ],
                    [none("com.amazonaws.eu-west-1.logs")],
                ],
                [
                    "a public domain is P01's concern",
                    without(
                        change(cleanStack(), "domain", "appNetworkAccessType", "PublicInternetOnly"),
                        "endpoint-s3",
                    ),
                    [],
                ],
                [
                    "a notebook alone needs no endpoint for Studio's pages",
                    [...without(cleanStack(), "domain", "profile-ann", "endpoint-studio", "endpoint-logs"), NOTEBOOK],
                    [
                        "violation: NotebookInstance notebook: Vpc studio has no endpoint for com.amazonaws.eu-west-1.logs. Add one.",
                    ],
                ],
            ];
            for (const [what, stack, expected] of cases) {
                it(what, () => assert.deepEqual(verdict("P48", stack, {}, ids), expected));
            }
        });
    }

    it("the main table counts for a subnet without association", () => {
        const stack = change(without(cleanStack(), "association-a"), "endpoint-s3", "routeTableIds", [
            ref("studio", "mainRouteTableId"),
            ref("table-b"),
        ]);
        assert.deepEqual(verdict("P48", stack), []);
    });

    it("asks for the configured endpoint profiles only", () => {
        assert.deepEqual(verdict("P48", cleanStack(), { endpointProfiles: ["base", "images"] }), [
            none("com.amazonaws.eu-west-1.ecr.api"),
            none("com.amazonaws.eu-west-1.ecr.dkr"),
        ]);
    });

    describe("a VPC of another stack", () => {
        const far = change(change(cleanStack(), "domain", "vpcId", "vpc-hub"), "domain", "subnetIds", ["subnet-hub"]);
        const entry = { endpointsManagedElsewhere: true, reason: "hub stack", expires: "2026-12-31" };
        const cases: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
            [
                "is not decided",
                {},
                [
                    "undecided: Domain domain: VPC vpc-hub is not defined in this stack. If another stack manages its endpoints, name the VPC in externalVpcs.",
                    "undecided: Domain domain: subnet subnet-hub is not defined in this stack. If another stack manages its endpoints, name the VPC in externalVpcs.",
                ],
            ],
            ["passes when configured", { "vpc-hub": entry }, []],
            [
                "stops passing when the date is over",
                { "vpc-hub": { ...entry, expires: "2026-11-20" } },
                [
                    `${DOMAIN} externalVpcs names vpc-hub until 2026-11-20, which is over. Renew the date, or add the endpoints.`,
                ],
            ],
            [
                "needs a reason",
                { "vpc-hub": { ...entry, reason: " " } },
                [`${DOMAIN} externalVpcs names vpc-hub without a reason. Give the reason.`],
            ],
        ];
        for (const [what, externalVpcs, expected] of cases) {
            it(what, () => assert.deepEqual(verdict("P48", far, { externalVpcs }), expected));
        }
    });

    it("reports the domain, so that an exception can name it", () => {
        const { violations } = result("P48", without(cleanStack(), "endpoint-sts"));
        assert.deepEqual(
            violations.map(({ urn }) => urn),
            ["urn:pulumi:test::fixture::aws:sagemaker/domain:Domain::domain"],
        );
    });

    isUndecidedWithout("P48", [
        ["domain", "subnetIds"],
        ["endpoint-s3", "routeTableIds"],
        ["endpoint-s3", "serviceName"],
        ["endpoint-s3", "vpcEndpointType"],
        ["endpoint-sts", "subnetIds.0"],
        ["endpoint-sts", "vpcId"],
        ["association-a", "routeTableId"],
    ]);

    it("an unknown zone is not decided while the endpoint stands in another subnet", () => {
        const stack = change(
            change(cleanStack(), "endpoint-sts", "subnetIds", [ref("subnet-b")]),
            "subnet-a",
            "availabilityZone",
            undefined,
        );
        assert.deepEqual(verdict("P48", stack), [
            "undecided: Domain domain: whether Subnet subnet-a reaches com.amazonaws.eu-west-1.sts is not decided: the zone of Subnet subnet-a is not known.",
        ]);
    });
});
