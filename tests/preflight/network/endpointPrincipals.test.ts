import { strict as assert } from "node:assert";

import { UNKNOWN } from "../../../policy-pack/graph";
import { change, ref, type Sketch, Text } from "../../../policy-pack/tests/fixture/build";
import { intent, proofOf, sketch, topology } from "./topology";

const ID = "network.endpoint-principals";
const OWN = "111122223333";
const OTHER = "444455556666";
const ORGANIZATION = "o-a1b2c3d4e5";

function statement(props: Record<string, unknown>): Record<string, unknown> {
    return { Sid: "Some", Effect: "Allow", Principal: "*", Action: "sts:GetCallerIdentity", Resource: "*", ...props };
}

function document(...statements: readonly unknown[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function when(key: string, value: unknown): Record<string, unknown> {
    return statement({ Condition: { StringEquals: { [key]: value } } });
}

const CASES: readonly (readonly [what: string, statement: Record<string, unknown>, stranger?: string])[] = [
    ["the own account", when("aws:PrincipalAccount", OWN)],
    ["another account", when("aws:PrincipalAccount", OTHER), `account ${OTHER}`],
    ["another account beside the own", when("aws:PrincipalAccount", [OWN, OTHER]), `account ${OTHER}`],
    ["another account, the key in lower case", when("aws:principalaccount", OTHER), `account ${OTHER}`],
    ["another account's resources", when("aws:ResourceAccount", OTHER), `account ${OTHER}`],
    ["another account's buckets", when("s3:ResourceAccount", OTHER), `account ${OTHER}`],
    ["a role of another account", when("aws:PrincipalArn", `arn:aws:iam::${OTHER}:role/x`), `account ${OTHER}`],
    [
        "a principal of another account",
        statement({ Principal: { AWS: [`arn:aws:iam::${OTHER}:root`] } }),
        `account ${OTHER}`,
    ],
    ["the account id alone as principal", statement({ Principal: { AWS: OTHER } }), `account ${OTHER}`],
    ["another organization", when("aws:PrincipalOrgID", "o-zzzzzzzzzz"), "organization o-zzzzzzzzzz"],
    [
        "a path in another organization",
        when("aws:PrincipalOrgPaths", "o-zzzzzzzzzz/r-1/*"),
        "organization o-zzzzzzzzzz",
    ],
    ["a denial of another account", { ...when("aws:PrincipalAccount", OTHER), Effect: "Deny" }],
    ["a condition on something else", when("aws:RequestedRegion", OTHER)],
];

for (const ids of ["known", "unknown"] as const) {
    describe(`Whom the endpoints let through, ids ${ids}`, () => {
        const judged = (stack: readonly Sketch[], organization?: string): readonly unknown[] => {
            const stated = intent("isolated", organization === undefined ? {} : { organization });
            const { verdict, evidence } = proofOf(stack, ids, stated, ID);
            return [verdict, evidence];
        };
        const withPolicy = (policy: unknown): Sketch[] => change(topology("isolated"), "sts", "policy", policy);

        for (const [what, one, stranger] of CASES) {
            it(`${stranger === undefined ? "holds with" : "is broken by"} ${what}`, () => {
                assert.deepEqual(
                    judged(withPolicy(document(when("aws:PrincipalAccount", OWN), one))),
                    stranger === undefined
                        ? ["holds", [`no statement names an account or organization other than ${OWN}`]]
                        : ["broken", [`sts: statement Some lets ${stranger} through`]],
                );
            });
        }

        it("takes the organization that the stack file names", () => {
            const policy = withPolicy(document(when("aws:PrincipalOrgID", ORGANIZATION)));
            assert.equal(judged(policy, ORGANIZATION)[0], "holds");
            assert.deepEqual(judged(policy), [
                "broken",
                [`sts: statement Some lets organization ${ORGANIZATION} through`],
            ]);
        });

        it("reads policies of their own", () => {
            const separate = sketch("ec2/vpcEndpointPolicy:VpcEndpointPolicy", "separate", {
                vpcEndpointId: ref("sts"),
                policy: document(when("aws:PrincipalAccount", OTHER)),
            });
            assert.deepEqual(judged([...topology("isolated"), separate]), [
                "broken",
                [`separate: statement Some lets account ${OTHER} through`],
            ]);
        });

        it("is not proven while a policy is not known, or is none", () => {
            const partly = new Text([ref("vpc")], (vpc) => document(when("aws:SourceVpc", vpc)));
            assert.deepEqual(judged(withPolicy(UNKNOWN)), ["not proven", ["sts: its policy is not known yet"]]);
            assert.equal(judged(withPolicy("{"))[0], "not proven");
            assert.equal(judged(withPolicy(partly))[0], ids === "known" ? "holds" : "not proven");
        });
    });
}
