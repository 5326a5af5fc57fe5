import type * as aws from "@pulumi/aws";

import { ENDPOINT_SERVICES, type ServiceKey } from "../../../policy-pack/facts";
import { AI_GRANTS } from "./ai";
import type { EndpointPolicyArgs } from "./args";
import { BASE_GRANTS } from "./base";
import { DATA_GRANTS } from "./data";
import { DELIVERY_GRANTS } from "./delivery";
import { EMR_GRANTS } from "./emr";
import type { Grant } from "./grant";
import { OPERATIONS_GRANTS, ssmGrants } from "./operations";
import { s3Grants } from "./s3";
import { apiGrants, SAGEMAKER_GRANTS } from "./sagemaker";
import { statementsOf } from "./statement";

export type { EndpointPolicyArgs } from "./args";

/** A FIPS endpoint lets the same through as the service it stands for. */
type Ordinary = Exclude<ServiceKey, `${string}-fips`>;

const GRANTS: Readonly<Record<Ordinary, (args: EndpointPolicyArgs) => readonly Grant[]>> = {
    ...constant({
        ...BASE_GRANTS,
        ...SAGEMAKER_GRANTS,
        ...DATA_GRANTS,
        ...EMR_GRANTS,
        ...AI_GRANTS,
        ...DELIVERY_GRANTS,
        ...OPERATIONS_GRANTS,
    }),
    s3: s3Grants,
    "sagemaker.api": ({ features }) => apiGrants(features),
    ssm: ({ features }) => ssmGrants(features),
};

/**
 * Policy of one VPC endpoint: what may pass it, whoever asks; undefined for a service that evaluates none.
 *
 * Only principals of the account or organization pass, and only to resources of the account; what is AWS's own is
 * named one by one. `*` stands only where an action has no resource type, and, in an endpoint several accounts use, for
 * the account in an ARN, which a condition on the resource's account then limits.
 */
export function endpointPolicy(service: ServiceKey, args: EndpointPolicyArgs): aws.iam.PolicyDocument | undefined {
    if (!ENDPOINT_SERVICES[service].supportsPolicy) {
        return undefined;
    }
    const ordinary = service.replace(/-fips$/, "") as Ordinary;
    const roles = args.onlyRoles?.[service] ?? args.onlyRoles?.[ordinary];
    return {
        Version: "2012-10-17",
        Statement: GRANTS[ordinary](args).flatMap((grant) => statementsOf(grant, args, roles)),
    };
}

function constant<Key extends string>(
    grants: Readonly<Record<Key, readonly Grant[]>>,
): Record<Key, () => readonly Grant[]> {
    const entries = Object.entries<readonly Grant[]>(grants).map(([key, value]) => [key, () => value] as const);
    return Object.fromEntries(entries) as Record<Key, () => readonly Grant[]>;
}
