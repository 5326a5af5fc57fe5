import assert from "node:assert/strict";
import { POLICIES } from "../../../policy-pack/policies";
import { toPulumiPolicy } from "../../../policy-pack/policies/adapter";

/** Catalogue numbers and names are contract: configuration files and dashboards hold them. */
const NAMES: readonly (readonly [id: string, name: string, severity: string])[] = [
    ["P01", "sagemaker-domain-vpc-only", "critical"],
    ["P02", "sagemaker-domain-kms-key-configured", "high"],
    ["P05", "sagemaker-domain-execution-role-identity", "high"],
    ["P07", "sagemaker-domain-security-groups-configured", "high"],
    ["P10", "sagemaker-security-settings-not-ignored", "high"],
    ["P12", "sagemaker-user-profile-abac-tags-required", "high"],
    ["P35", "vpc-dns-support-and-hostnames-enabled", "high"],
    ["P40", "vpc-endpoint-policy-restricted", "high"],
    ["P43", "kms-key-rotation-enabled", "high"],
    ["P45", "iam-policy-no-wildcard-admin", "critical"],
    ["P46", "iam-pass-role-scoped", "critical"],
    ["P48", "sagemaker-vpc-endpoint-coverage", "critical"],
    ["P51", "sagemaker-domain-subnets-private", "critical"],
    ["P57", "sagemaker-execution-role-trust-restricted", "critical"],
    ["P59", "sagemaker-execution-role-abac-deny-present", "high"],
    ["P60", "sagemaker-presigned-url-vpce-restricted", "critical"],
    ["P61", "sagemaker-studio-security-group-intra-traffic", "high"],
];

describe("what policies say about themselves", () => {
    it("ids, names and severities are those of the catalogue, each once", () => {
        assert.deepEqual(
            POLICIES.map(({ id, name, severity }) => [id, name, severity]),
            NAMES,
        );
    });

    for (const policy of POLICIES) {
        it(`${policy.id} ${policy.name}`, () => {
            assert.match(policy.name, /^[a-z][a-z0-9-]{1,98}[a-z0-9]$/);
            assert.match(policy.description, /^The .* must .*\.$/);
            assert.match(policy.url, /^https:\/\/docs\.aws\.amazon\.com\//);
            assert.ok(policy.remediationSteps.endsWith("."));
            assert.match(policy.framework.reference, /^[A-Z]{2}-\d+(\(\d+\))?$/);
            assert.ok(policy.publishedIds.length > 0);
            assert.ok(policy.publishedIds.every((id) => /^[a-z0-9-]+:[^\s]+$/.test(id)));
            assert.equal(policy.enforcementLevel, "mandatory");
        });

        it(`${policy.id} hands everything to the engine, with a default for each option`, () => {
            const { configSchema, ...metadata } = toPulumiPolicy(policy);
            assert.equal(metadata.severity, policy.severity);
            assert.equal(metadata.framework?.reference, policy.framework.reference);
            assert.equal(metadata.remediationSteps, policy.remediationSteps);
            assert.deepEqual(metadata.tags, policy.publishedIds);
            const properties = configSchema?.properties ?? {};
            assert.deepEqual(
                Object.entries(properties)
                    .filter(([, property]) => property.default === undefined)
                    .map(([key]) => key),
                [],
            );
            assert.ok(!Object.hasOwn(properties, "enforcementLevel"));
            assert.ok(Object.hasOwn(properties, "exceptions"));
        });
    }

    it("the policies of the catalogue that repair, and no others, do", () => {
        const repairing = POLICIES.filter((policy) => policy.kind === "resource" && policy.remediate !== undefined);
        assert.deepEqual(
            repairing.map(({ id }) => id),
            ["P01", "P02", "P05", "P35", "P43"],
        );
    });
});
