import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText, KEY_ADMINISTRATION } from "../documents";
import { physicalName, type Place } from "../names";
import type { Tags } from "../tags";
import { accountPrincipal, firewallUse, logDeliveryUse, logsUse, studioUse, THIS_KEY } from "./keyUse";

export interface KeysArgs {
    readonly place: Place;
    readonly partition: string;
    /** ARNs of the roles that use the domain's key: every execution role of the domain. */
    readonly domainKeyUsers: readonly string[];
    /**
     * ARNs of the roles that may administer the keys; the role that deploys must be one of them, or it locks itself
     * out. Empty: whoever the account's IAM policies allow.
     */
    readonly administrators: readonly string[];
    /** Days between the order to delete a key and its deletion, 7 to 30. */
    readonly deletionDays: number;
    /** Whether there is a key for Network Firewall. Default: false. */
    readonly network?: boolean;
    /** Whether logs are delivered to a bucket under the key for logs. Default: false. */
    readonly logDelivery?: boolean;
    /** Pulumi's `protect` on the keys for homes and logs: what they encrypt is lost with them. */
    readonly protect: boolean;
    readonly tags: Tags;
}

type Statement = aws.iam.PolicyStatement;

interface KeyArgs {
    /** Ending of the logical name and of the alias. */
    readonly purpose: string;
    readonly description: string;
    /** What the key's policy allows beside its administration. */
    readonly use: readonly Statement[];
    readonly protect: boolean;
}

/**
 * The account's keys for Studio: one for home directories and space volumes, one for logs, and where there is a
 * firewall one for it.
 *
 * Administrators and users are apart: no statement gives the account `kms:*`, so an IAM policy alone never decrypts, but
 * through the domain's own file system.
 * Principals are named by condition on `aws:PrincipalArn` under the account, which KMS accepts before the role exists
 * and which survives a role being made anew.
 */
export class Keys extends pulumi.ComponentResource {
    /** ARN of the key for home directories (EFS) and space volumes (EBS). */
    readonly domainKeyArn: pulumi.Output<string>;
    /** ARN of the key for CloudWatch log groups, and for the buckets logs are delivered to. */
    readonly logsKeyArn: pulumi.Output<string>;
    /** ARN of the key for the firewall, its policy and its rule groups; absent when none was asked for. */
    readonly networkKeyArn: pulumi.Output<string> | undefined;

    constructor(name: string, args: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:Keys", name, {}, opts);
        const { protect } = args;
        this.domainKeyArn = this.createKey(name, args, {
            purpose: "domain",
            description: "Home directories and space volumes of Studio",
            use: studioUse(args),
            protect,
        });
        this.logsKeyArn = this.createKey(name, args, {
            purpose: "logs",
            description: "CloudWatch log groups of Studio",
            use: [logsUse(args), ...(args.logDelivery === true ? logDeliveryUse(args) : [])],
            protect,
        });
        this.networkKeyArn =
            args.network === true
                ? this.createKey(name, args, {
                      purpose: "network",
                      description: "Network Firewall of Studio",
                      use: firewallUse(args),
                      // Goes when egress is no longer by firewall. What it encrypts, rules and settings, stands in the program.
                      protect: false,
                  })
                : undefined;
        this.registerOutputs({
            domainKeyArn: this.domainKeyArn,
            logsKeyArn: this.logsKeyArn,
            networkKeyArn: this.networkKeyArn,
        });
    }

    private createKey(name: string, args: KeysArgs, key: KeyArgs): pulumi.Output<string> {
        const suffix = `${name}-${key.purpose}`;
        const made = new aws.kms.Key(
            suffix,
            {
                description: key.description,
                enableKeyRotation: true,
                deletionWindowInDays: args.deletionDays,
                policy: documentText("key policy", suffix, {
                    Version: "2012-10-17",
                    Statement: [administration(args), ...key.use],
                }),
                tags: { ...args.tags, Name: suffix },
            },
            { parent: this, protect: key.protect },
        );
        new aws.kms.Alias(
            suffix,
            { name: physicalName(args.place, "keyAlias", key.purpose), targetKeyId: made.keyId },
            { parent: this },
        );
        return made.arn;
    }
}

function administration(args: KeysArgs): Statement {
    return {
        Sid: "Administer",
        Effect: "Allow",
        Principal: accountPrincipal(args),
        Action: [...KEY_ADMINISTRATION],
        Resource: THIS_KEY,
        ...(args.administrators.length > 0
            ? { Condition: { ArnEquals: { "aws:PrincipalArn": [...args.administrators] } } }
            : {}),
    };
}
