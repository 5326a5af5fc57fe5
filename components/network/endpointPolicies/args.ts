import type { Feature, ServiceKey } from "../../../policy-pack/facts";

/** Whose requests, to whose resources, the endpoints of a network let pass. */
export interface EndpointPolicyArgs {
    /** Account of the network; resources are limited to it. */
    readonly account: string;
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
