import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { documentText, KEY_ADMINISTRATION } from "../../documents";
import { physicalName, type Place } from "../../names";
import type { Tags } from "../../tags";
import type { StudioRoleArns } from "../roles/roleNames";
import { dataKeyUse } from "./dataKey";
import { domainKeyUse } from "./domainKey";
import { logsKeyUse } from "./logsKey";
import { networkKeyUse } from "./networkKey";
import { queuesKeyUse } from "./queuesKey";
import { accountPrincipal, type Statement, THIS_KEY } from "./statements";

export interface KeysArgs {
    readonly place: Place;
    readonly partition: string;
    /**
     * ARNs of the roles of apps, which use the keys of domain and data, and of jobs, which use those of their volumes and
     * of data. Whoever may open Studio is one of the first, or their first sign-in fails.
     */
    readonly roles: StudioRoleArns;
    /**
     * ARNs of the roles that may administer the keys; the role that deploys must be one of them, or it locks itself
     * out. Empty: whoever the account's IAM policies allow.
     */
    readonly administrators: readonly string[];
    /** ARNs of roles for emergencies, which use the key for data through S3. Default: none. */
    readonly breakGlass?: readonly string[];
    /** ARNs of the roles that deploy and so write files for Studio under the key for data. Default: whom IAM allows. */
    readonly deployers?: readonly string[];
    /** ARNs of keys that exist and stand for one made here. Default: each is made. */
    readonly existing?: { readonly [Purpose in "domain" | "data" | "logs"]?: string | undefined };
    /** Days between the order to delete a key and its deletion, 7 to 30. */
    readonly deletionDays: number;
    /** Days between two rotations, 90 to 2560. Default: 365. */
    readonly rotationDays?: number;
    /** Ids of the KMS endpoints through which alone the key for data is used directly. Default: no such limit. */
    readonly onlyThrough?: pulumi.Input<string[]> | undefined;
    /** Whether there is a key for Network Firewall. Default: false. */
    readonly network?: boolean;
    /** Whether there is a key for queues and topics that EventBridge and CloudWatch alarms write to. Default: false. */
    readonly queues?: boolean;
    /** Whether ECR keeps images under the key for data. Default: false. */
    readonly images?: boolean;
    /** Whether logs are delivered to a bucket under the key for logs. Default: false. */
    readonly logDelivery?: boolean;
    /** Whether the log groups SageMaker writes to lie under the key for logs too. Default: false. */
    readonly serviceLogGroups?: boolean;
    /** Whether CloudTrail writes to a bucket under the key for logs. Default: false. */
    readonly trails?: boolean;
    /** Whether AWS Config writes to a bucket under the key for logs. Default: false. */
    readonly configuration?: boolean;
    /** Pulumi's `protect` on the keys for homes, data and logs: what they encrypt is lost with them. */
    readonly protect: boolean;
    readonly tags: Tags;
}

interface KeyArgs {
    /** Ending of the logical name and of the alias. */
    readonly purpose: string;
    readonly description: string;
    /** What the key's policy allows beside its administration. */
    readonly use: readonly Statement[];
    readonly protect: boolean;
}

/**
 * The account's keys for Studio: one for home directories and volumes, one for data in buckets, one for logs, and where
 * somebody needs them one for the firewall and one for queues.
 *
 * Volumes of jobs lie under the domain's key, what jobs write to S3 under the one for data: the guardrails ask for these.
 *
 * Administrators and users are apart: no statement gives the account `kms:*`, so an IAM policy alone never decrypts, but
 * through the domain's own file system.
 * Principals are named by condition on `aws:PrincipalArn` under the account, which KMS accepts before the role exists
 * and which survives a role being made anew.
 */
export class Keys extends pulumi.ComponentResource {
    /** ARN of the key for home directories (EFS), for volumes of spaces, and for those of jobs and endpoints (EBS). */
    readonly domainKeyArn: pulumi.Output<string>;
    /** ARN of the key for the stack's buckets, and for whatever jobs write to S3. */
    readonly dataKeyArn: pulumi.Output<string>;
    /** ARN of the key for CloudWatch log groups, and for the buckets logs are delivered to. */
    readonly logsKeyArn: pulumi.Output<string>;
    /** ARN of the key for the firewall, its policy and its rule groups; absent when none was asked for. */
    readonly networkKeyArn: pulumi.Output<string> | undefined;
    /** ARN of the key for queues and topics; absent when none was asked for. */
    readonly queuesKeyArn: pulumi.Output<string> | undefined;

    constructor(name: string, args: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
        super("private-studio:security:Keys", name, {}, opts);
        const { existing = {}, protect, roles } = args;
        const { breakGlass = [], deployers = [], images = false } = args;
        const { logDelivery = false, serviceLogGroups = false, trails = false, configuration = false } = args;
        const studioRoles = [...roles.execution, ...roles.jobs];
        const keyFor = (key: KeyArgs, arn?: string): pulumi.Output<string> =>
            arn === undefined ? this.createKey(name, args, key) : pulumi.output(arn);

        this.domainKeyArn = keyFor(
            {
                purpose: "domain",
                description: "Home directories and volumes of Studio",
                use: domainKeyUse(args),
                protect,
            },
            existing.domain,
        );
        this.dataKeyArn = keyFor(
            {
                purpose: "data",
                description: "Data and models of Studio in S3",
                use: dataKeyUse({ ...args, breakGlass, deployers, images }),
                protect,
            },
            existing.data,
        );
        this.logsKeyArn = keyFor(
            {
                purpose: "logs",
                description: "Logs of Studio",
                use: logsKeyUse({ ...args, studioRoles, logDelivery, serviceLogGroups, trails, configuration }),
                protect,
            },
            existing.logs,
        );
        this.networkKeyArn =
            args.network === true
                ? keyFor({
                      purpose: "network",
                      description: "Network Firewall of Studio",
                      use: networkKeyUse(args),
                      // Goes when egress is no longer by firewall. What it encrypts, rules and settings, stands in the program.
                      protect: false,
                  })
                : undefined;
        this.queuesKeyArn =
            args.queues === true
                ? keyFor({
                      purpose: "queues",
                      description: "Queues and topics of Studio",
                      use: queuesKeyUse({ ...args, studioRoles }),
                      // Goes with the queues. They hold messages on their way, no records.
                      protect: false,
                  })
                : undefined;
        this.registerOutputs({
            domainKeyArn: this.domainKeyArn,
            dataKeyArn: this.dataKeyArn,
            logsKeyArn: this.logsKeyArn,
            networkKeyArn: this.networkKeyArn,
            queuesKeyArn: this.queuesKeyArn,
        });
    }

    private createKey(name: string, args: KeysArgs, key: KeyArgs): pulumi.Output<string> {
        const suffix = `${name}-${key.purpose}`;
        const made = new aws.kms.Key(
            suffix,
            {
                description: key.description,
                enableKeyRotation: true,
                rotationPeriodInDays: args.rotationDays ?? 365,
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
