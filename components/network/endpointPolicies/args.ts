import type { Feature, ServiceKey } from "../../../policy-pack/facts";

/** Whose requests, to whose resources, the endpoints of a network let pass. */
export interface EndpointPolicyArgs {
    /** Account of the network; resources are limited to it, unless `accounts` are given. */
    readonly account: string;
    /**
     * Accounts whose principals and resources pass in place of `account`'s, where networks of several use the endpoint.
     * With `organization` it is the organization's, whatever stands here. Default: one account.
     */
    readonly accounts?: readonly string[];
    readonly partition: string;
    readonly region: string;
    readonly features: readonly Feature[];
    /** Names of the buckets Studio may use. */
    readonly dataBuckets: readonly string[];
    /** Organization (`o-…`) whose principals may pass instead of the account's alone. */
    readonly organization?: string;
    /** Roles, by service, without which nobody passes. A service's roles count for its FIPS endpoint too. */
    readonly onlyRoles?: Partial<Record<ServiceKey, readonly string[]>>;
}
