import assert from "node:assert/strict";
import { SPACE_INSTANCE_TYPES } from "../../../facts";
import { SECRET, UNKNOWN } from "../../../graph";
import { INSTANCE_TYPE_PATHS } from "../../../policies/sagemaker/instanceTypePaths";
import type { Sketch } from "../../fixture/build";
import { verdict } from "../verdict";

const LARGEST = "ml.p5.48xlarge";

/** A resource with one value at a path; each list on the way has an element before it. */
function resourceWith(type: string, path: string, value: unknown): Sketch {
    const props = path
        .split(".")
        .reduceRight<unknown>((inner, part) => (part === "*" ? [{}, inner] : { [part]: inner }), value);
    return { type, name: "it", props: props as Record<string, unknown> };
}

describe("P16 sagemaker-instance-types-allowed", () => {
    const space = (instanceType: unknown): Sketch => ({
        type: "aws:sagemaker/space:Space",
        name: "ann",
        props: { spaceSettings: { jupyterLabAppSettings: { defaultResourceSpec: { instanceType } } } },
    });
    const where = "spaceSettings.jupyterLabAppSettings.defaultResourceSpec.instanceType";
    const refused = (found: string): string[] => [
        `violation: Space ann: ${where} is ${found}. Choose a type that allowedInstanceTypes admits.`,
    ];

    for (const [type, paths] of Object.entries(INSTANCE_TYPE_PATHS)) {
        for (const path of paths) {
            it(`reads ${path} of ${type}`, () => {
                const at = path.replaceAll("*", "1");
                const kind = type.split(":").at(-1);
                assert.deepEqual(verdict("P16", [resourceWith(type, path, LARGEST)]), [
                    `violation: ${kind} it: ${at} is ml.p5.48xlarge. Choose a type that allowedInstanceTypes admits.`,
                ]);
                assert.deepEqual(verdict("P16", [resourceWith(type, path, "ml.m5.large")]), []);
                for (const value of [UNKNOWN, SECRET]) {
                    assert.deepEqual(verdict("P16", [resourceWith(type, path, value)]), [
                        `undecided: ${kind} it: ${at} is not known yet; only the configured instance types are allowed.`,
                    ]);
                }
            });
        }
    }

    it("names each wrong element of a list", () => {
        const endpoint: Sketch = {
            type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
            name: "churn",
            props: {
                productionVariants: [
                    { instanceType: "ml.g5.48xlarge" },
                    { serverlessConfig: { maxConcurrency: 1 } },
                    { instanceType: "ml.trn1.32xlarge" },
                    UNKNOWN,
                ],
                shadowProductionVariants: UNKNOWN,
            },
        };
        assert.deepEqual(verdict("P16", [endpoint]), [
            "violation: EndpointConfiguration churn: productionVariants.0.instanceType is ml.g5.48xlarge. Choose a type that allowedInstanceTypes admits.",
            "violation: EndpointConfiguration churn: productionVariants.2.instanceType is ml.trn1.32xlarge. Choose a type that allowedInstanceTypes admits.",
            "undecided: EndpointConfiguration churn: productionVariants.3 is not known yet; only the configured instance types are allowed.",
            "undecided: EndpointConfiguration churn: shadowProductionVariants is not known yet; only the configured instance types are allowed.",
        ]);
    });

    it("says once that a block is not known, however many types it may hold", () => {
        assert.deepEqual(verdict("P16", [{ ...space("x"), props: { spaceSettings: UNKNOWN } }]), [
            "undecided: Space ann: spaceSettings is not known yet; only the configured instance types are allowed.",
        ]);
    });

    it("is silent where AWS chooses, and about what only AWS runs", () => {
        for (const absent of [undefined, null, "system"]) {
            assert.deepEqual(verdict("P16", [space(absent)]), []);
        }
        const hidden: Sketch = {
            type: "aws:sagemaker/userProfile:UserProfile",
            name: "ann",
            props: { userSettings: { studioWebPortalSettings: { hiddenInstanceTypes: [LARGEST] } } },
        };
        assert.deepEqual(verdict("P16", [hidden]), []);
    });

    it("does not print what is no instance type", () => {
        assert.deepEqual(verdict("P16", [space("hunter2")]), refused("no instance type of SageMaker"));
        assert.deepEqual(verdict("P16", [space("")]), refused("no instance type of SageMaker"));
    });

    it("admits small general-purpose types and one GPU by default", () => {
        const admitted = SPACE_INSTANCE_TYPES.filter((type) => verdict("P16", [space(type)]).length === 0);
        const families = [...new Set(admitted.map((type) => type.split(".")[1]))].sort();
        assert.deepEqual(families, [
            ...["c5", "c6i", "c6id", "c7i", "g4dn", "g5", "g6", "g6e", "m5", "m5d", "m6i", "m6id", "m7i"],
            ...["r5", "r6i", "r6id", "r7i", "t3"],
        ]);
        assert.deepEqual(
            admitted.filter((type) => /^ml\.(m7i|g5)\./.test(type)),
            ["ml.m7i.large", "ml.m7i.xlarge", "ml.m7i.2xlarge", "ml.m7i.4xlarge", "ml.g5.xlarge", "ml.g5.2xlarge"],
        );
    });

    it("takes the whole type for the configured expressions", () => {
        const options = { allowedInstanceTypes: ["ml\\.p5\\..*", "ml\\.t3\\.medium"] };
        assert.deepEqual(verdict("P16", [space(LARGEST)], options), []);
        assert.deepEqual(verdict("P16", [space("ml.t3.medium")], options), []);
        assert.deepEqual(verdict("P16", [space("ml.t3.mediumx")], options), refused("ml.t3.mediumx"));
        assert.deepEqual(verdict("P16", [space("ml.m5.large")], options), refused("ml.m5.large"));
        assert.deepEqual(
            verdict("P16", [space("ml.t3.medium")], { allowedInstanceTypes: [] }),
            refused("ml.t3.medium"),
        );
    });

    it("says which entry is no regular expression", () => {
        assert.deepEqual(verdict("P16", [space("ml.m5.large")], { allowedInstanceTypes: ["ml.(", "ml.*"] }), [
            'undecided: Space ann: allowedInstanceTypes holds "ml.(": no regular expression. Correct it.',
        ]);
    });
});
