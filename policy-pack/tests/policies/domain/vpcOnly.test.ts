import assert from "node:assert/strict";
import { change } from "../../fixture/build";
import { cleanStack } from "../../fixture/stack";
import { isUndecidedWithout, policy, verdict } from "../verdict";

const FIX = 'Set it to "VpcOnly".';

describe("P01 sagemaker-domain-vpc-only", () => {
    const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
        ["VpcOnly", "VpcOnly", []],
        [
            "public",
            "PublicInternetOnly",
            [`violation: Domain domain: appNetworkAccessType is "PublicInternetOnly". ${FIX}`],
        ],
        [
            "absent",
            undefined,
            [`violation: Domain domain: appNetworkAccessType is not set, which means PublicInternetOnly. ${FIX}`],
        ],
        [
            "a word AWS does not know",
            "s3cr3t",
            [`violation: Domain domain: appNetworkAccessType is set to something else. ${FIX}`],
        ],
        [
            "null",
            null,
            [`violation: Domain domain: appNetworkAccessType is not set, which means PublicInternetOnly. ${FIX}`],
        ],
    ];
    for (const [what, value, expected] of cases) {
        it(what, () =>
            assert.deepEqual(verdict("P01", change(cleanStack(), "domain", "appNetworkAccessType", value)), expected),
        );
    }
    isUndecidedWithout("P01", [["domain", "appNetworkAccessType"]]);

    it("repairs once and leaves the rest alone", () => {
        const definition = policy("P01");
        assert.equal(definition.kind, "resource");
        const props: Record<string, unknown> = { appNetworkAccessType: "PublicInternetOnly", vpcId: "vpc-1" };
        const remediate = definition.kind === "resource" ? definition.remediate?.bind(definition) : undefined;
        assert.equal(remediate?.(props, {}), true);
        assert.deepEqual(props, { appNetworkAccessType: "VpcOnly", vpcId: "vpc-1" });
        assert.equal(remediate?.(props, {}), false);
    });
});
