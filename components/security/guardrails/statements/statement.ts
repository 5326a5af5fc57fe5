import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

export type Statement = aws.iam.PolicyStatement;

/** Operator to condition key to values. */
export type Condition = Record<string, Record<string, pulumi.Input<string> | readonly pulumi.Input<string>[]>>;

/** A Deny of actions on everything, in the requests the condition describes. */
export function deny(sid: string, actions: readonly string[], condition?: Condition): Statement {
    return {
        Sid: sid,
        Effect: "Deny",
        Action: [...actions],
        Resource: "*",
        ...(condition && { Condition: condition }),
    };
}

/** Requests without the key; further keys must be absent or present as said. */
export function absent(key: string, further: Readonly<Record<string, "absent" | "present">> = {}): Condition {
    const others = Object.entries(further).map(([name, state]) => [name, state === "absent" ? "true" : "false"]);
    return { Null: { [key]: "true", ...(Object.fromEntries(others) as Record<string, string>) } };
}

/**
 * Requests with another ARN than these. A negated operator holds for a request without the key as well, which is for
 * the statement about missing keys.
 */
export function otherArn(key: string, arns: readonly pulumi.Input<string>[]): Condition {
    return { ArnNotEquals: { [key]: arns }, Null: { [key]: "false" } };
}

/** The statement with further conditions, all of which must hold too. */
export function narrowed(statement: Statement, further: Condition): Statement {
    const merged: Condition = { ...(statement.Condition as Condition | undefined) };
    for (const [operator, keys] of Object.entries(further)) {
        merged[operator] = { ...merged[operator], ...keys };
    }
    return { ...statement, Condition: merged };
}
