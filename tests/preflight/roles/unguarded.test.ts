import { strict as assert } from "node:assert";

import { type Fixture, recordStack } from "../access/fixture";
import { type Change, COMPLETE, judged, question, worldOf } from "./fixture";

const document = (statement: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: { Sid: "Everything", Effect: "Allow", ...statement } });

/** An account where nothing stops anybody: every policy allows everything, and there is no boundary. */
const UNGUARDED: Change = (resources) =>
    resources
        .filter(({ type }) => !/RolePolicyAttachment$|BucketPolicy$|VpcEndpoint$/.test(type))
        .map((resource) => {
            const { props, type } = resource;
            switch (type) {
                case "aws:iam/rolePolicy:RolePolicy":
                    return { ...resource, props: { ...props, policy: document({ Action: "*", Resource: "*" }) } };
                case "aws:iam/role:Role":
                    return { ...resource, props: { ...props, permissionsBoundary: undefined } };
                case "aws:kms/key:Key": {
                    const policy = document({
                        Principal: { AWS: "arn:aws:iam::111122223333:root" },
                        Action: "kms:*",
                        Resource: "*",
                    });
                    return { ...resource, props: { ...props, policy } };
                }
                default:
                    return resource;
            }
        });

/** A question that fails for want of something else would hold whatever the policies say. */
describe("roles: what nobody may, where nothing stops it", () => {
    let fixture: Fixture;
    before(async () => {
        fixture = await recordStack(COMPLETE);
    });

    for (const role of ["execution", "execution-mlops-engineer_research", "execution-data-scientist", "job_risk"]) {
        it(`is answered with yes by every question, asked of ${role}`, () => {
            const { findings } = judged(worldOf(fixture, UNGUARDED), role);
            assert.ok(findings.length > 0);
            assert.deepEqual(findings.filter(({ answer }) => answer !== "yes").map(question), []);
        });
    }
});
