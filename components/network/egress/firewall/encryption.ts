import type * as pulumi from "@pulumi/pulumi";

/** Encrypts a resource of Network Firewall with a key of the account instead of one of AWS's. */
export function ownKey(keyArn: pulumi.Input<string>): { type: string; keyId: pulumi.Input<string> } {
    return { type: "CUSTOMER_KMS", keyId: keyArn };
}
