import type { Environment } from "./environment";

/**
 * Whether an ARN is that of `GET /session` of our API and stage: exactly, so that it can stand in a policy. What holds a
 * wildcard, another path, stage or API is not.
 *
 * Source: API Gateway developer guide, "Input to an API Gateway Lambda authorizer", `methodArn`.
 */
export function isSessionMethod(arn: string, { apiId, stage }: Pick<Environment, "apiId" | "stage">): boolean {
    const [scheme, partition = "", service, region = "", account = "", path, ...more] = arn.split(":");
    return (
        scheme === "arn" &&
        /^aws(-[a-z]+)*$/.test(partition) &&
        service === "execute-api" &&
        /^[a-z]+(-[a-z]+)+-\d+$/.test(region) &&
        /^\d{12}$/.test(account) &&
        path === `${apiId}/${stage}/GET/session` &&
        more.length === 0
    );
}
