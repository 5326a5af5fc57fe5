/** Text of a policy document. */
export function document(...statements: readonly object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** A trust policy for services of AWS without any condition, as the systems write it. */
export function trusts(services: readonly string[], actions: readonly string[] = ["sts:AssumeRole"]): string {
    return document({ Effect: "Allow", Principal: { Service: services }, Action: actions });
}

/** AWS's default key policy, written out. */
export function rootOnly(account: string): string {
    return document({
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
    });
}

export const EVERYWHERE = { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] };
export const HTTPS = { protocol: "tcp", fromPort: 443, toPort: 443 };
/** The account of every program. */
export const ACCOUNT = "111122223333";
/** The Region of every program; the texts take us-east-1 and others. */
export const REGION = "eu-west-1";
