import { strict as assert } from "node:assert";
import { parseType, sdkClass, sdkObject, type SdkType } from "./sdk";

describe("emulated aws: facts from the SDK", () => {
    const TYPES: readonly [declared: string, expected: SdkType][] = [
        ["pulumi.Input<string>", { kind: "string" }],
        ["pulumi.Input<boolean | undefined>", { kind: "boolean" }],
        ["pulumi.Input<pulumi.Input<number>[] | undefined>", { kind: "list", of: { kind: "number" } }],
        ["pulumi.Input<{\n [key: string]: pulumi.Input<string>;\n} | undefined>", { kind: "map" }],
        [
            "pulumi.Input<inputs.ec2.VpcEndpointDnsOptions | undefined>",
            { kind: "object", name: "ec2.VpcEndpointDnsOptions" },
        ],
        [
            "pulumi.Input<pulumi.Input<inputs.s3.Rule>[] | undefined>",
            { kind: "list", of: { kind: "object", name: "s3.Rule" } },
        ],
        ["pulumi.Input<string | enums.s3.CannedAcl>", { kind: "any" }],
        ["pulumi.Input<string> | pulumi.Input<number>", { kind: "any" }],
    ];

    for (const [declared, expected] of TYPES) {
        it(`reads ${declared.replace(/\s+/g, " ")}`, () => {
            assert.deepEqual(parseType(declared), expected);
        });
    }

    it("tells inputs, required inputs and outputs of a class apart", () => {
        const domain = sdkClass("aws:sagemaker/domain:Domain");
        const required = [...(domain?.inputs ?? [])].filter(([, input]) => input.required).map(([name]) => name);
        assert.deepEqual(required, ["authMode", "defaultUserSettings", "domainName", "subnetIds", "vpcId"]);
        assert.equal(domain?.outputs.has("url"), true);
        assert.equal(domain?.inputs.has("url"), false);
        assert.deepEqual(domain?.inputs.get("tags"), { type: { kind: "map" }, required: false });
    });

    it("reads nested objects", () => {
        const settings = sdkObject("sagemaker.DomainDefaultUserSettings");
        assert.deepEqual(settings.get("executionRole"), { type: { kind: "string" }, required: true });
        assert.deepEqual(settings.get("securityGroups")?.type, { kind: "list", of: { kind: "string" } });
    });

    it("does not know what the SDK does not have", () => {
        assert.equal(sdkClass("aws:sagemaker/castle:Castle"), undefined);
        assert.equal(sdkClass("aws:ec2/subnet:Castle"), undefined);
        assert.equal(sdkClass("random:index/randomId:RandomId"), undefined);
    });
});
