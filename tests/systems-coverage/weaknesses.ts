/** A weakness of a reference system, and the tests that show it mended. */
export interface Weakness {
    /** `W`, the system, a hyphen and the place in its list, fixed for good. */
    readonly number: string;
    /** The weakness in our own words; left out: the row of docs/security.md says it. */
    readonly title?: string;
    /** Tests besides those that carry the number in their title, as for features. */
    readonly shown: readonly string[];
    /** Why no test can show it. */
    readonly untestable?: string;
}

function weakness(number: string, ...shown: readonly string[]): Weakness {
    return { number, shown };
}

function ofSeveralAccounts(number: string, title: string, ...shown: readonly string[]): Weakness {
    return { number, title, shown };
}

/** Every weakness of the five systems. */
export const WEAKNESSES: readonly Weakness[] = [
    weakness(
        "W0-1",
        "security/roles/boundary: opens, of all profiles in all domains, the one the app runs in",
        "policy-pack/policies/identity/grants: P45 iam-policy-no-wildcard-admin",
    ),
    weakness("W0-2", "policy-pack/policies/network/endpointPolicy: P40 vpc-endpoint-policy-restricted"),
    weakness("W0-3", "policy-pack/policies/network/endpointCoverage: P48 sagemaker-vpc-endpoint-coverage"),
    weakness(
        "W0-4",
        "domain/appSettings: is Canvas unless it is a feature, and always Classic and RStudio",
        "policy-pack/facts/features: no feature needs Forecast, CodeCommit or a FIPS name",
    ),
    weakness(
        "W0-5",
        "security/buckets/buckets: keep access logs under S3's own key, for their time, and no logs about them",
    ),
    weakness("W0-6", "policy-pack/policies/network/studioGroups: two profiles with one self-admitting group"),
    weakness("W0-7", "policy-pack/policies/domain/domain: P07 sagemaker-domain-security-groups-configured"),
    weakness(
        "W0-8",
        "policy-pack/policies/network/groupRules: P38 security-group-egress-restricted",
        "deployments/singleAccount: makes the domain after every endpoint and its subnets' routes",
    ),
    weakness(
        "W0-9",
        "security/keys/keys: lets only named administrators administer",
        "security/roles/inputs: has exactly its trust, boundary, path and tags",
    ),
    weakness(
        "W0-10",
        "security/baseline/accountBaseline: account baseline",
        "deployments/golden: hands out the outputs that are contract",
    ),
    weakness("W1-1", "policy-pack/policies/network/firewallPolicies: P42 network-firewall-policy-default-deny"),
    weakness("W1-2", "allow-list/mistakes: refuses everything under a name of AWS, however deep and in whatever case"),
    weakness(
        "W1-3",
        "network/egressRules: look for AWS's threats first, in the form for strict order, then time, then domains",
    ),
    weakness(
        "W1-4",
        "preflight/network/dns: is broken without a rule group on the VPC",
        "preflight/network/dns: What is asked of the resolver",
    ),
    weakness(
        "W1-5",
        "policy-pack/policies/network/firewallPolicies: P54 network-firewall-logging-enabled",
        "policy-pack/policies/network/vpcs: P55 vpc-flow-logs-enabled",
    ),
    weakness(
        "W1-6",
        "policy-pack/policies/network/symmetricRouting: P53 network-firewall-symmetric-routing",
        "policy-pack/policies/network/vpcs: P50 sagemaker-domain-multi-az",
    ),
    weakness(
        "W1-7",
        "preflight/network/privateTiers: Subnets that are not public",
        "network/network: admits exactly 443 from workloads and clients",
    ),
    weakness(
        "W1-8",
        "policy-pack/policies/domain/domain: P02 sagemaker-domain-kms-key-configured",
        "policy-pack/policies/domain/domain: P43 kms-key-rotation-enabled",
    ),
    weakness(
        "W1-9",
        "security/buckets/actions: binds everything that reaches objects or their names to the endpoint",
        "security/buckets/actions: leaves the management of a bucket open from outside, or nobody could delete it",
    ),
    weakness("W1-10", "security/guardrails/jobs: jobs, models and endpoints"),
    weakness("W1-11", "deployments/golden: registers the names that are contract"),
    weakness(
        "W1-12",
        "personas/personas: Personas against the features of the reference systems",
        "policy-pack/policies/identity/grants: P46 iam-pass-role-scoped",
    ),
    weakness("W1-13", "security/guardrails/coverage: no statement names an action that does not carry its keys"),
    weakness(
        "W1-14",
        "names/units: are nobody else's: no other unit's, stack's or purpose's",
        "preflight/network/severalDomains: A stack with two domains",
    ),
    weakness("W2-1", "engine/sampleStacks: up, no changes, destroyed to nothing"),
    weakness("W2-2", "security/roles/jobRoles: Roles of jobs, models, monitors and pipelines of a team"),
    weakness("W2-3", "personas/denied: What no persona may"),
    weakness(
        "W2-4",
        "personas/denied: What no persona may",
        "security/roles/executionKeys: another key, even one whose policy leaves the choice to IAM",
    ),
    weakness(
        "W2-5",
        "network/securityGroups: have exactly these rules for",
        "network/endpointPolicies/rules: every statement is for principals of the account or organization",
    ),
    weakness("W2-6", "network/flowLogs: are the default: a group with key and retention, and a role"),
    weakness(
        "W2-7",
        "policy-pack/facts/features: no feature needs Forecast, CodeCommit or a FIPS name",
        "preflight/cost/cost: says what each part is for",
    ),
    weakness(
        "W2-8",
        "personas/teamActions: act on what carries tags",
        "security/userRole/guard: Guard of StudioUserRole",
    ),
    weakness("W2-9", "security/roles/inputs: have exactly these managed policies attached"),
    weakness("W2-10", "engine/sampleStacks: up, no changes, destroyed to nothing"),
    weakness("W2-11", "personas/personas: Personas against the features of the reference systems"),
    ofSeveralAccounts(
        "W3-1",
        "a line of business whose apps reach no service: a default route with nothing behind it",
        "hub/weaknesses: every service a line of business leaves to the hub is there, with its zone in that VPC",
        "hub/lob: is found from the hub's side, and finds nothing but the hub",
    ),
    ofSeveralAccounts("W3-2", "one flat routing table, so that lines of business reach each other"),
    ofSeveralAccounts("W3-3", "an authorizer that only denies, by a pattern a user's name goes into"),
    ofSeveralAccounts("W3-4", "a function that takes the person from the path"),
    ofSeveralAccounts(
        "W3-5",
        "execution roles that make links past the access service",
        "security/roles/boundary: opens, of all profiles in all domains, the one the app runs in",
        "access/lobAccess: opens nothing more when somebody attaches everything to it",
    ),
    ofSeveralAccounts("W3-6", "roles between accounts without external id, session policy, tag or source identity"),
    ofSeveralAccounts(
        "W3-7",
        "run times and libraries at their end, time-outs too short",
        "access/functions: W3-7: have time-outs and memory, a supported runtime and traces; one of them is in the VPC",
    ),
    ofSeveralAccounts("W3-8", "tokens in logs, an API without limits or logs, a pool open to sign-up"),
    ofSeveralAccounts("W3-9", "a link that may be stored, and a session of twelve hours"),
    ofSeveralAccounts(
        "W3-10",
        "an endpoint group open to everything, open policies, dead parts, records by place in a list",
    ),
    ofSeveralAccounts("W3-11", "the last domain taken for the right one; every failure a 502"),
    ofSeveralAccounts("W3-12", "fixed names, manual steps, no keys or logs, a bastion open to the internet"),
    ofSeveralAccounts(
        "W3-13",
        "an app resource AWS no longer makes",
        "deployments/golden: registers the names that are contract",
    ),
    ofSeveralAccounts(
        "W3-14",
        "a guide whose names and commands do not match",
        "workflows/documentedCommands: exists and has the flags the guides give it",
        "engine/multiAccount: makes everything, each thing in its account",
    ),
    weakness("W4-1", "preflight/access/matrix: has the verdicts the stack file asks for"),
    weakness("W4-2", "security/roles/boundary: opens, of all profiles in all domains, the one the app runs in"),
    weakness(
        "W4-3",
        "security/userRole/guard: Guard of StudioUserRole",
        "security/guardrails/serviceControl: Service control policies: domain, people and ways in",
    ),
    weakness("W4-4", "policy-pack/iam/unset-tag: IAM evaluator: negated operator and a principal tag that is not set"),
    weakness(
        "W4-5",
        "commands/open: with their tag, for 20 seconds and 8 hours",
        "policy-pack/policies/identity/presignedUrl: P60 sagemaker-presigned-url-vpce-restricted",
    ),
    weakness("W4-6", "names/names: answers a name SageMaker accepts, or one the settings refuse as empty or too long"),
    weakness(
        "W4-7",
        "deployments/quotas: are asked of what the stack makes, and warned of before the run ends",
        "policy-pack/policies/network/endpointCoverage: P48 sagemaker-vpc-endpoint-coverage",
    ),
    weakness("W4-8", "policy-pack/policies/domain/domain: P05 sagemaker-domain-execution-role-identity"),
    weakness(
        "W4-9",
        "bootstrap/program: makes a versioned, encrypted, closed bucket",
        "domain/studioDomain: deletes homes and drops protection only when told to",
    ),
];
