import { serviceHost } from "../../../policy-pack/facts";
import { accountPrincipal, type KeyPlace, type Statement, THIS_KEY, via } from "../../security/keys/statements";

/**
 * What DynamoDB does with a table's key in the name of whoever makes the table or reads it. Source: DynamoDB developer
 * guide, "DynamoDB encryption at rest: usage notes", authorizing use of a customer managed key.
 */
export function tablesKeyUse(args: KeyPlace): Statement[] {
    const viaTables = via(args, "dynamodb");
    const statement = { Effect: "Allow", Principal: accountPrincipal(args), Resource: THIS_KEY } as const;
    return [
        {
            ...statement,
            Sid: "UseThroughDynamoDb",
            Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Condition: { StringEquals: viaTables },
        },
        {
            ...statement,
            Sid: "GrantsOfDynamoDb",
            Action: "kms:CreateGrant",
            Condition: { StringEquals: viaTables },
        },
    ];
}

/** Log groups whose names AWS chooses, as those API Gateway writes to. */
export function namedLogGroups({ partition, place }: KeyPlace, groups: readonly string[]): Statement {
    const { account, region } = place;
    return {
        Sid: "LogGroupsNamedByServices",
        Effect: "Allow",
        Principal: { Service: serviceHost("logs", region) },
        Action: ["kms:Decrypt*", "kms:DescribeKey", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: THIS_KEY,
        Condition: {
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": groups.map(
                    (group) => `arn:${partition}:logs:${region}:${account}:log-group:${group}`,
                ),
            },
        },
    };
}
