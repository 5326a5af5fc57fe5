import { OF_NO_SERVICE, type Statement } from "./principals";

/** Nobody without TLS, whoever it is. */
export function throughTls(bucketArn: string): Statement {
    return {
        Sid: "NothingWithoutTls",
        Effect: "Deny",
        // Principal and action are everybody and everything because this denies.
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, `${bucketArn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
}

/** Nobody of another account, and nobody unknown. */
export function ofThisAccount(bucketArn: string, account: string): Statement {
    return {
        Sid: "ThisAccountOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, `${bucketArn}/*`],
        Condition: { StringNotEquals: { "aws:PrincipalAccount": account }, ...OF_NO_SERVICE },
    };
}
