import { partitionOf } from "../../policy-pack/facts";
import type { Place } from "../../components/names";

/** Issuer of the tokens of GitHub's workflow jobs. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** Audience the official AWS action asks for. */
export const AUDIENCE = "sts.amazonaws.com";

/** Trust policy that admits exactly these jobs, or this role. */
export interface TrustDocument {
    readonly Version: "2012-10-17";
    readonly Statement: readonly object[];
}

/** ARN of GitHub's identity provider in the account; there can be only one. */
function githubProviderArn({ account, region }: Pick<Place, "account" | "region">): string {
    return `arn:${partitionOf(region).id}:iam::${account}:oidc-provider/${GITHUB_ISSUER}`;
}

/**
 * Admits jobs whose token names one of the subjects, letter for letter. Source: GitHub docs, "Configuring OpenID Connect
 * in Amazon Web Services"; IAM user guide, "Configuring a role for GitHub OIDC identity provider".
 */
export function githubTrust(place: Pick<Place, "account" | "region">, subjects: readonly string[]): TrustDocument {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "JobsOfThisRepository",
                Effect: "Allow",
                Principal: { Federated: githubProviderArn(place) },
                Action: "sts:AssumeRoleWithWebIdentity",
                Condition: {
                    StringEquals: { [`${GITHUB_ISSUER}:aud`]: AUDIENCE, [`${GITHUB_ISSUER}:sub`]: [...subjects] },
                },
            },
        ],
    };
}

/**
 * Admits one role of another account, which knows the external id. The account is the principal and the role a condition, so that
 * a role made anew under its name keeps its trust. Source: IAM user guide, "Access to AWS accounts owned by third parties".
 */
export function deployerTrust(deployRole: string, externalId: string): TrustDocument {
    const [, partition, , , account] = deployRole.split(":");
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "DeployRoleOfThePipeline",
                Effect: "Allow",
                Principal: { AWS: `arn:${partition}:iam::${account}:root` },
                Action: "sts:AssumeRole",
                Condition: {
                    ArnEquals: { "aws:PrincipalArn": deployRole },
                    StringEquals: { "sts:ExternalId": externalId },
                },
            },
        ],
    };
}

/** Subjects of the jobs that only look: those of pull requests, and those of the default branch (nightly drift). */
export function previewSubjects(repository: string, branch: string): string[] {
    return [`repo:${repository}:pull_request`, `repo:${repository}:ref:refs/heads/${branch}`];
}

/** Subject of the jobs of one GitHub environment, on which GitHub holds approvals. */
export function environmentSubject(repository: string, environment: string): string {
    return `repo:${repository}:environment:${environment}`;
}
