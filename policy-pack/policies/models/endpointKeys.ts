import { type GraphResource, isUnknown, readPath } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { uncertain, undecided, violation } from "../findings";
import { missingKey } from "../keys";
import { repairEndpoint } from "./endpointRepair";
import { ENDPOINT_CONFIGURATION } from "./tokens";
import { hasVolume, variantsIn } from "./variants";

interface KeyConfig extends Record<string, unknown> {
    readonly defaultKmsKeyArn: string;
}

const WHY = "an endpoint configuration cannot be changed later";

/** P28: volumes, captured requests, answers and memory dumps hold the data of whoever calls the endpoint. */
export const endpointKeys = resourcePolicy<KeyConfig>({
    id: "P28",
    name: "sagemaker-endpoint-config-kms-key-configured",
    title: "Endpoints have customer managed keys and no access to the host",
    description:
        "The endpoint configuration must encrypt its volumes and everything it writes with a customer managed KMS key and must not open the host to Systems Manager.",
    why: "Captured requests, asynchronous answers and core dumps are the data itself, kept in S3. A key of your own adds a second permission and an audit trail; access to the host would go past all of it.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("SC-28", "Protection of Information at Rest"),
    publishedIds: [
        "checkov:CKV_AWS_98",
        "config:SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
        "config:SAGEMAKER_ENDPOINT_CONFIG_KMS_KEY_REQUIRED",
        "prowler:sagemaker_endpoint_config_kms_encryption_enabled",
        "guard:SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
        "cdk-nag:HIPAA.Security-SageMakerEndpointConfigurationKMSKeyConfigured",
        "cdk-nag:NIST.800.53.R4-SageMakerEndpointConfigurationKMSKeyConfigured",
        "cdk-nag:NIST.800.53.R5-SageMakerEndpointConfigurationKMSKeyConfigured",
        "cdk-nag:PCI.DSS.321-SageMakerEndpointConfigurationKMSKeyConfigured",
        "kics:58b35504-0287-4154-bf69-02c0573deab8",
        "kics:44034eda-1c3f-486a-831d-e09a7dd94354",
        "pulumi:sagemaker-endpoint-kms-encryption-enabled",
        "pci:3.2.1/3.4",
    ],
    remediationSteps:
        "Set kmsKeyArn and the kmsKeyId of data capture, asynchronous output and core dumps to a customer managed key, and leave enableSsmAccess off.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html",
    config: {
        properties: {
            defaultKmsKeyArn: { type: "string", description: "key that the remediation sets; empty: no remediation" },
        },
        defaults: { defaultKmsKeyArn: "" },
    },
    types: [ENDPOINT_CONFIGURATION],
    readsDependencies: true,
    checkResource(endpoint) {
        const variants = variantsIn(endpoint.props, "productionVariants", "shadowProductionVariants");
        return [
            ...checkVolume(endpoint, variants),
            ...checkCapture(endpoint),
            ...keyOfBlock(endpoint, "asyncInferenceConfig", "outputConfig.kmsKeyId"),
            ...variants.flatMap((variant) => keyOfBlock(endpoint, `${variant}.coreDumpConfig`, "kmsKeyId")),
            ...variants.flatMap((variant) => checkHostAccess(endpoint, variant)),
        ];
    },
    remediate: (props, { defaultKmsKeyArn }) => defaultKmsKeyArn !== "" && repairEndpoint(props, defaultKmsKeyArn),
});

/** Serverless variants and local storage take no key. */
function checkVolume(endpoint: GraphResource, variants: readonly string[]): Finding[] {
    const volume = hasVolume(endpoint.props, variants);
    const doubt = "what the variants run on is not known yet and may have a volume";
    return volume === "no"
        ? []
        : uncertain(missingKey(endpoint, "kmsKeyArn", WHY), volume === "maybe" ? doubt : undefined);
}

/** Data capture is off unless it is turned on. */
function checkCapture(endpoint: GraphResource): Finding[] {
    const on = readPath(endpoint.props, "dataCaptureConfig.enableCapture");
    return on !== true && !isUnknown(on)
        ? []
        : uncertain(
              missingKey(endpoint, "dataCaptureConfig.kmsKeyId", WHY),
              isUnknown(on) ? "dataCaptureConfig.enableCapture is not known yet" : undefined,
          );
}

function keyOfBlock(endpoint: GraphResource, block: string, key: string): Finding[] {
    return readPath(endpoint.props, block) === undefined ? [] : missingKey(endpoint, `${block}.${key}`, WHY);
}

function checkHostAccess(endpoint: GraphResource, variant: string): Finding[] {
    const place = `${variant}.enableSsmAccess`;
    const access = readPath(endpoint.props, place);
    if (isUnknown(access)) {
        return [undecided(endpoint, `${place} is not known yet; it must not be true.`)];
    }
    return access === true ? [violation(endpoint, `${place} is true. Remove it: nobody should work on the host.`)] : [];
}
