import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "./statements";

/**
 * What Network Firewall does with its key in the deployer's name: the firewall, its policy and its rule groups. Nobody
 * uses the key directly, and grants go to AWS only.
 *
 * The actions are those of public modules that follow the Network Firewall developer guide, "Encryption at rest with AWS
 * Key Management Service". That requests carry kms:ViaService is inferred: the service uses forward access sessions ("How
 * AWS Network Firewall works with IAM"), but KMS's table of services for that key has not been seen to name it. If AWS
 * answers that the key is misconfigured, look here first.
 */
export function networkKeyUse(args: KeyPlace): Statement[] {
    const viaFirewall = via(args, "network-firewall");
    return [
        {
            Sid: "UseThroughNetworkFirewall",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Resource: THIS_KEY,
            Condition: { StringEquals: viaFirewall },
        },
        {
            Sid: "GrantsOfNetworkFirewall",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: "kms:CreateGrant",
            Resource: THIS_KEY,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaFirewall },
        },
    ];
}
