import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { documentText, KEY_ADMINISTRATION } from "../documents";
import { physicalName, type Place } from "../names";
import { logsKeyUse } from "../security/keys/logsKey";
import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "../security/keys/statements";
import type { Tags } from "../tags";

export interface OnPremisesKeysArgs {
    readonly place: Place;
    readonly partition: string;
    /** ARNs of the roles that may administer the keys; empty: whoever the account's IAM policies allow. */
    readonly administrators: readonly string[];
    readonly deletionDays: number;
    readonly tags: Tags;
}

/** Keys of the simulator: its host keeps nothing that is needed elsewhere, so none is protected. */
export interface OnPremisesKeys {
    readonly volumeKeyArn: pulumi.Output<string>;
    readonly logsKeyArn: pulumi.Output<string>;
}

/** Makes one key for the host's volume and one for the flow log. */
export function createKeys(parent: pulumi.Resource, name: string, args: OnPremisesKeysArgs): OnPremisesKeys {
    const key = (purpose: string, description: string, use: readonly Statement[]): pulumi.Output<string> => {
        const suffix = `${name}-${purpose}`;
        const made = new aws.kms.Key(
            suffix,
            {
                description,
                enableKeyRotation: true,
                rotationPeriodInDays: 365,
                deletionWindowInDays: args.deletionDays,
                policy: documentText("key policy", suffix, {
                    Version: "2012-10-17",
                    Statement: [administration(args), ...use],
                }),
                tags: { ...args.tags, Name: suffix },
            },
            { parent },
        );
        new aws.kms.Alias(
            suffix,
            { name: physicalName(args.place, "keyAlias", purpose), targetKeyId: made.keyId },
            { parent },
        );
        return made.arn;
    };
    const logs = logsKeyUse({
        ...args,
        studioRoles: [],
        logDelivery: false,
        serviceLogGroups: false,
        trails: false,
        configuration: false,
    });
    return {
        volumeKeyArn: key("volumes", "Volume of the on-premises simulator's host", volumeKeyUse(args)),
        logsKeyArn: key("logs", "Logs of the on-premises simulator", logs),
    };
}

/**
 * What EC2 does with the key in the name of whoever starts the host; nobody uses it directly. Source: EBS user guide,
 * "Requirements for Amazon EBS encryption".
 */
function volumeKeyUse(args: KeyPlace): Statement[] {
    const viaEc2 = via(args, "ec2");
    return [
        {
            Sid: "VolumesThroughEc2",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: [
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo",
            ],
            Resource: THIS_KEY,
            Condition: { StringEquals: viaEc2 },
        },
        {
            Sid: "GrantsOfEc2",
            Effect: "Allow",
            Principal: accountPrincipal(args),
            Action: "kms:CreateGrant",
            Resource: THIS_KEY,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: viaEc2 },
        },
    ];
}

function administration(args: OnPremisesKeysArgs): Statement {
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
