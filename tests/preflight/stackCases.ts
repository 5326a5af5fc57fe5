import type { Case } from "./stackReports";

/** Configuration of P60 that accepts the addresses of tests/stacks/from-addresses.yaml and full.yaml. */
const ADDRESSES = ["203.0.113.0/24"];
const P60 = "sagemaker-presigned-url-vpce-restricted";

/** These stacks name no deployer: only Studio's roles are held to the buckets' endpoint. */
const P62 = { "sagemaker-s3-bucket-vpce-restricted": { holdOnlyExecutionRoles: true } };

/** An exception of P60 for every resource. */
const exception = (expires: string): Case["policies"] => ({
    ...P62,
    [P60]: {
        exceptions: [
            { name: "studio-(user|execution-data-scientist)-presign", reason: "trial before the VPN stands", expires },
        ],
    },
});

export const FROM_ADDRESSES: Case = {
    stackFile: "tests/stacks/from-addresses.yaml",
    policies: { ...P62, [P60]: { addresses: ADDRESSES } },
};
export const FROM_ADDRESSES_UNCONFIGURED: Case = { stackFile: "tests/stacks/from-addresses.yaml" };
export const FROM_ANYWHERE: Case = { stackFile: "tests/stacks/from-anywhere.yaml" };
export const FROM_ANYWHERE_EXCEPTED: Case = { ...FROM_ANYWHERE, policies: exception("2999-12-31") };
export const FROM_ANYWHERE_EXPIRED: Case = { ...FROM_ANYWHERE, policies: exception("2020-12-31") };
export const CLIENTS_WITHOUT_VIA: Case = { stackFile: "tests/stacks/clients-without-via.yaml" };
export const NO_CLIENTS: Case = { stackFile: "tests/stacks/no-clients.yaml" };
export const NO_USERS: Case = { stackFile: "tests/stacks/no-users.yaml" };
export const SECRET_TAG: Case = { stackFile: "tests/stacks/secret-tag.yaml" };
export const MINIMAL: Case = { stackFile: "tests/stacks/minimal.yaml" };
export const NAT: Case = { stackFile: "tests/stacks/nat.yaml" };
export const FIREWALL: Case = { stackFile: "tests/stacks/firewall.yaml" };
export const CANVAS_AND_DATA: Case = { stackFile: "tests/stacks/canvas-and-data.yaml" };
export const OTHER_FEATURES: Case = { stackFile: "tests/stacks/other-features.yaml" };
export const EXISTING_KEYS: Case = { stackFile: "tests/stacks/existing-keys.yaml" };
export const FEDERATED_SAML: Case = { stackFile: "tests/stacks/federated-saml.yaml" };
export const IDENTITY_CENTER: Case = { stackFile: "tests/stacks/identity-center.yaml" };
export const STUDIO_COMPLETE: Case = { stackFile: "tests/stacks/studio-complete.yaml" };
export const FILE_SYSTEMS: Case = { stackFile: "tests/stacks/file-systems.yaml" };
export const EXISTING_VPC: Case = { stackFile: "tests/stacks/existing-vpc.yaml" };

/** The networks of the reference systems. */
export const PRESETS: readonly Case[] = [
    { stackFile: "tests/stacks/preset-vpconly-canvas.yaml" },
    { stackFile: "tests/stacks/preset-network-firewall.yaml" },
    { stackFile: "tests/stacks/preset-administration-workshop.yaml" },
    { stackFile: "tests/stacks/preset-private-access-lob.yaml" },
];

/** The pack as an organisation with the tag, addresses and keys of this stack would configure it. */
export const FULL: Case = {
    stackFile: "tests/stacks/full.yaml",
    policies: {
        "sagemaker-user-profile-abac-tags-required": { abacTags: { personId: "\\S+" } },
        "sagemaker-execution-role-abac-deny-present": { abacTagKeys: ["personId"] },
        "kms-key-rotation-enabled": { minimumDeletionWindowDays: 14 },
        "sagemaker-domain-docker-access-restricted": { trustedDockerAccounts: ["111122223333"] },
        "lambda-function-in-vpc": {
            functionsOutsideVpc: [
                { name: "studio-(drain-network-function|response-stop)", reason: "calls AWS's public endpoints alone" },
            ],
            functionsUnderAwsKey: [{ name: "studio-response-stop", reason: "its variables are names, never secrets" }],
        },
        [P60]: { addresses: ADDRESSES },
    },
};
