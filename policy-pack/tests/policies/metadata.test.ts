import assert from "node:assert/strict";
import { POLICIES } from "../../policies";
import { toPulumiPolicy } from "../../policies/adapter";

/** Catalogue numbers and names are contract: configuration files and dashboards hold them. */
const NAMES: readonly (readonly [id: string, name: string, severity: string, level?: string])[] = [
    ["P01", "sagemaker-domain-vpc-only", "critical"],
    ["P02", "sagemaker-domain-kms-key-configured", "high"],
    ["P03", "sagemaker-domain-auth-mode-allowed", "medium", "advisory"],
    ["P04", "sagemaker-domain-sharing-encrypted", "high"],
    ["P05", "sagemaker-domain-execution-role-identity", "high"],
    ["P06", "sagemaker-domain-docker-access-restricted", "high"],
    ["P07", "sagemaker-domain-security-groups-configured", "high"],
    ["P08", "sagemaker-domain-idle-shutdown-enabled", "low", "advisory"],
    ["P09", "sagemaker-domain-canvas-restricted", "medium", "advisory"],
    ["P10", "sagemaker-security-settings-not-ignored", "high"],
    ["P11", "sagemaker-user-profile-execution-role-configured", "high"],
    ["P12", "sagemaker-user-profile-abac-tags-required", "high"],
    ["P13", "sagemaker-user-profile-settings-not-weakened", "high"],
    ["P14", "sagemaker-space-private-by-default", "medium", "advisory"],
    ["P15", "sagemaker-classic-apps-forbidden", "medium"],
    ["P16", "sagemaker-instance-types-allowed", "medium", "advisory"],
    ["P17", "sagemaker-lifecycle-config-no-secrets", "high"],
    ["P18", "sagemaker-resources-tagged", "low", "advisory"],
    ["P19", "sagemaker-notebook-direct-internet-disabled", "high"],
    ["P20", "sagemaker-notebook-in-vpc", "high"],
    ["P21", "sagemaker-notebook-root-access-disabled", "high"],
    ["P22", "sagemaker-notebook-kms-key-configured", "high"],
    ["P23", "sagemaker-notebook-imdsv2-required", "medium"],
    ["P24", "sagemaker-notebook-platform-supported", "medium", "advisory"],
    ["P25", "sagemaker-model-network-isolation-enabled", "high"],
    ["P26", "sagemaker-model-in-vpc", "high"],
    ["P27", "sagemaker-model-image-registry-allowed", "high"],
    ["P28", "sagemaker-endpoint-config-kms-key-configured", "high"],
    ["P29", "sagemaker-endpoint-config-multi-instance", "medium", "advisory"],
    ["P30", "sagemaker-job-network-isolation-enabled", "high"],
    ["P31", "sagemaker-job-inter-container-encryption-enabled", "medium"],
    ["P32", "sagemaker-job-in-vpc", "high"],
    ["P33", "sagemaker-job-storage-kms-key-configured", "high"],
    ["P34", "sagemaker-feature-group-stores-encrypted", "high"],
    ["P35", "vpc-dns-support-and-hostnames-enabled", "high"],
    ["P36", "subnet-auto-assign-public-ip-disabled", "high"],
    ["P37", "security-group-no-public-ingress", "critical"],
    ["P38", "security-group-egress-restricted", "medium", "advisory"],
    ["P39", "vpc-endpoint-private-dns-enabled", "high"],
    ["P40", "vpc-endpoint-policy-restricted", "high"],
    ["P41", "network-firewall-protections-enabled", "medium"],
    ["P42", "network-firewall-policy-default-deny", "high"],
    ["P43", "kms-key-rotation-enabled", "high"],
    ["P44", "kms-key-policy-no-public-principal", "critical"],
    ["P45", "iam-policy-no-wildcard-admin", "critical"],
    ["P46", "iam-pass-role-scoped", "critical"],
    ["P47", "log-group-encrypted-and-retained", "medium", "advisory"],
    ["P48", "sagemaker-vpc-endpoint-coverage", "critical"],
    ["P49", "sagemaker-vpc-endpoint-https-ingress", "high"],
    ["P50", "sagemaker-domain-multi-az", "high"],
    ["P51", "sagemaker-domain-subnets-private", "critical"],
    ["P52", "sagemaker-vpc-egress-inspected", "high"],
    ["P53", "network-firewall-symmetric-routing", "high"],
    ["P54", "network-firewall-logging-enabled", "high"],
    ["P55", "vpc-flow-logs-enabled", "medium"],
    ["P56", "vpc-default-security-group-closed", "medium"],
    ["P57", "sagemaker-execution-role-trust-restricted", "critical"],
    ["P58", "sagemaker-execution-role-isolated", "high"],
    ["P59", "sagemaker-execution-role-abac-deny-present", "high"],
    ["P60", "sagemaker-presigned-url-vpce-restricted", "critical"],
    ["P61", "sagemaker-studio-security-group-intra-traffic", "high"],
    ["P62", "sagemaker-s3-bucket-vpce-restricted", "high"],
    ["P63", "sagemaker-s3-bucket-baseline", "high"],
    ["P64", "apigateway-rest-api-private", "high"],
    ["P65", "apigateway-stage-logging-enabled", "medium"],
    ["P66", "apigateway-method-authorization-required", "critical"],
    ["P67", "lambda-function-in-vpc", "medium"],
    ["P68", "lambda-permission-source-restricted", "high"],
    ["P69", "dynamodb-table-protected", "medium"],
    ["P70", "cognito-user-pool-hardened", "high"],
];

describe("what policies say about themselves", () => {
    it("ids, names, severities and levels are those of the catalogue, each once", () => {
        assert.deepEqual(
            POLICIES.map(({ id, name, severity, enforcementLevel }) => [id, name, severity, enforcementLevel]),
            NAMES.map(([id, name, severity, level = "mandatory"]) => [id, name, severity, level]),
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
        const repairing = POLICIES.filter((policy) => policy.remediate !== undefined);
        assert.deepEqual(
            repairing.map(({ id }) => id),
            "P01 P02 P04 P05 P06 P08 P09 P14 P18 P19 P21 P22 P23 P25 P28 P30 P31 P35 P36 P39 P41 P43 P47 P65 P69 P70".split(
                " ",
            ),
        );
    });
});
