import { strict as assert } from "node:assert";

import { PERMISSIONS, typesOf } from "../../bootstrap/permissions";
import { missingPermissions } from "../../bootstrap/checkPermissions";
import { deployBoundary } from "../../bootstrap/policies/boundaries";
import { deployStatements } from "../../bootstrap/policies/deployment";

/** Actions that show whose rights a role has. */
const TELLING = [
    "apigateway:POST",
    "cognito-idp:CreateUserPool",
    "dynamodb:CreateTable",
    "ec2:AcceptVpcPeeringConnection",
    "ec2:CreateInternetGateway",
    "ec2:CreateTransitGateway",
    "ec2:CreateVpc",
    "ec2:RunInstances",
    "ram:CreateResourceShare",
    "route53:AssociateVPCWithHostedZone",
    "route53:CreateHostedZone",
    "sagemaker:CreateDomain",
];

const PLACE = { project: "private-studio", stack: "prod", account: "111122223333", region: "eu-west-1" };

function rights(unit: string | undefined): string[] {
    const place = unit === undefined ? PLACE : { ...PLACE, unit };
    const given = new Set(deployStatements([place], "isolated").flatMap(({ Action }) => Action));
    return TELLING.filter((action) => given.has(action));
}

describe("What a deploy role may, by what stands where it deploys", () => {
    const CASES: readonly (readonly [unit: string | undefined, rights: readonly string[]])[] = [
        [undefined, ["ec2:CreateVpc", "sagemaker:CreateDomain"]],
        ["lob-a", ["ec2:CreateVpc", "route53:AssociateVPCWithHostedZone", "sagemaker:CreateDomain"]],
        [
            "hub",
            [
                "ec2:AcceptVpcPeeringConnection",
                "ec2:CreateTransitGateway",
                "ec2:CreateVpc",
                "ram:CreateResourceShare",
                "route53:AssociateVPCWithHostedZone",
                "route53:CreateHostedZone",
            ],
        ],
        [
            "access",
            [
                "apigateway:POST",
                "cognito-idp:CreateUserPool",
                "dynamodb:CreateTable",
                "ec2:CreateVpc",
                "route53:AssociateVPCWithHostedZone",
            ],
        ],
        [
            "onprem",
            [
                "ec2:AcceptVpcPeeringConnection",
                "ec2:CreateInternetGateway",
                "ec2:CreateVpc",
                "ec2:RunInstances",
                "route53:AssociateVPCWithHostedZone",
            ],
        ],
    ];
    for (const [unit, expected] of CASES) {
        it(`${unit ?? "a single account"}: ${expected.join(", ")}`, () => {
            assert.deepEqual(rights(unit), expected);
        });
    }

    for (const [units, denied] of [
        [
            ["hub", "access"],
            ["ec2:AttachInternetGateway", "ec2:CreateInternetGateway", "ec2:CreateNatGateway"],
        ],
        // awsx gives the simulator's VPC a gateway that no route names.
        [["hub", "access", "onprem"], ["ec2:CreateNatGateway"]],
    ] as const) {
        it(`${units.join(", ")} without a way out: never ${denied.join(", ")}`, () => {
            const places = units.map((unit) => ({ ...PLACE, unit }));
            const { Statement } = deployBoundary({ region: PLACE.region, places, egress: "isolated" });
            assert.deepEqual(Statement.find(({ Sid }) => Sid === "NoWayOut")?.Action, denied);
        });
    }

    it("every row is somebody's", () => {
        const given = new Set([undefined, "lob-a", "hub", "access", "onprem"].flatMap((unit) => typesOf(unit)));
        assert.deepEqual(
            Object.keys(PERMISSIONS).filter((type) => !given.has(type)),
            [],
        );
    });

    it("what a single account's stack made of another part would be told before it is deployed", () => {
        const type = "aws:ec2transitgateway/transitGateway:TransitGateway";
        assert.deepEqual(missingPermissions([{ type, props: {} }], [PLACE]), [
            `${type} is made where the stack stands, whose deploy role gets none of its actions: say so in bootstrap/permissions/byUnit.ts`,
        ]);
    });

    it("what is made in another account, under a role that is not ours, is not this check's business", () => {
        const provider = "urn:pulumi:dev::private-studio::pulumi:providers:aws::management";
        const other = { type: "pulumi:providers:aws", urn: provider, props: { allowedAccountIds: ["999900001111"] } };
        const policy = { type: "aws:organizations/policy:Policy", provider, props: {} };
        assert.deepEqual(missingPermissions([other, policy], [PLACE]), []);
    });
});
