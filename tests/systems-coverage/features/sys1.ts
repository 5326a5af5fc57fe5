import { built, type Feature, replaced } from "./feature";

/** VPC with NAT and Network Firewall (CloudFormation). */
export const SYS1: readonly Feature[] = [
    replaced(
        "F-023",
        "nested templates packaged into a bucket by make",
        { by: "`pulumi up` of one program", because: "the project is on Pulumi" },
        ["index.ts", "Pulumi.yaml"],
        ["engine/sampleStacks: up, no changes, destroyed to nothing"],
    ),
    built(
        "F-024",
        "parameters for names and four ranges, all with defaults",
        ["components/settings", "tests/stacks/preset-network-firewall.yaml"],
        ["settings/samples: has no mistake, for the parser and for editors"],
    ),
    built(
        "F-025",
        "settings of key, network mode and sign-in that never reached the top",
        ["components/settings/keys"],
        ["settings/generated: describe every key with its default or why there is none"],
    ),
    built(
        "F-026",
        "outputs and parameters with ids and ARNs",
        ["components/deployments", "components/defaults/parameters.ts"],
        [
            "deployments/golden: gives every output a value",
            "defaults/studioDefaults: makes a parameter of everything people look up, below the stack's own path",
        ],
    ),
    built(
        "F-027",
        "a list of Regions where all parts are offered",
        ["components/settings/regions.ts", "components/network/zoneCheck.ts"],
        ["settings/parse: of every region are possible", "network/zoneCheck: names the zone a service lacks by the id"],
    ),
    replaced(
        "F-028",
        "VPC and subnet kept after a deletion because homes hold them",
        { by: "a drain that removes what holds them", because: "a destroy leaves nothing" },
        ["components/domain/drain"],
        ["engine/drain: with a drain, and homes that are retained"],
    ),
    built(
        "F-029",
        "firewall, NAT and Studio subnets",
        ["components/network/subnets.ts", "components/network/egress"],
        ["network/egressFirewall: are four per zone, through one firewall with a subnet of its own in each"],
    ),
    built(
        "F-030",
        "route tables from Studio over firewall and NAT to the internet, with the way back",
        ["components/network/egress"],
        ["network/network: firewall: the same route leads to the firewall endpoint of its zone, and back by the same"],
    ),
    built(
        "F-031",
        "internet gateway, NAT gateway, address",
        ["components/network/egress/nat.ts", "components/network/egress/internetGateway.ts"],
        [
            "network/egressNat: makes one gateway, and per zone a subnet, a table, an address, a NAT gateway and two routes",
        ],
    ),
    built(
        "F-032",
        "Network Firewall and its endpoint's id in a route",
        ["components/network/egress/firewall"],
        ["network/egressEndpointId: gives each subnet its own endpoint, however the sets are shuffled and split"],
    ),
    built(
        "F-033",
        "a firewall policy that forwards to the stateful engine",
        ["components/network/egress/firewall/policy.ts"],
        ["network/egressRules: inspect every packet and fragment in strict order and drop"],
    ),
    built(
        "F-034",
        "an allow-list of domains by TLS SNI and HTTP host",
        ["components/network/egress/firewall/ruleGroups.ts", "components/allowList"],
        ["network/egressRules: pass the listed domains by TLS SNI and HTTP host"],
    ),
    built(
        "F-035",
        "showing that a listed host answers and another does not",
        ["assets/self-test.sh"],
        ["assets/selfTest: says ok to everything where everything is as stated, cleans up and ends with 0"],
    ),
    built(
        "F-036",
        "Studio's group admits itself",
        ["components/network/appGroup.ts"],
        ["policy-pack/policies/network/studioGroups: P61 sagemaker-studio-security-group-intra-traffic"],
    ),
    built(
        "F-037",
        "endpoint group: 443 from Studio's group",
        ["components/network/securityGroups.ts"],
        ["network/securityGroups: have exactly these rules for"],
    ),
    built(
        "F-038",
        "S3 gateway endpoint restricted to named buckets",
        ["components/network/endpointPolicies/s3.ts"],
        ["deployments/storage: binds the buckets to the network's S3 endpoint, and the endpoint to the buckets"],
    ),
    built(
        "F-039",
        "a switch that lets JumpStart's buckets through",
        ["components/network/endpointPolicies/s3.ts"],
        ["network/endpointPolicies/arguments: reads JumpStart's buckets for JumpStart and for Canvas"],
    ),
    built(
        "F-040",
        "interface endpoints for Studio, images, logs, parameters",
        ["components/network/endpoints.ts"],
        ["preflight/network/endpoints: proves only the endpoints its features need"],
    ),
    built(
        "F-041",
        "buckets for data and for models",
        ["components/security/buckets"],
        ["security/buckets/buckets: are four with Canvas and three without it, each complete"],
    ),
    built(
        "F-042",
        "buckets that admit the endpoint alone",
        ["components/security/buckets/dataPolicy.ts"],
        ["security/buckets/dataPolicy: Policy of the data bucket"],
    ),
    built(
        "F-043",
        "a key for buckets, bound to the endpoint",
        ["components/security/keys/dataKey.ts"],
        ["security/keys/data: stops whoever holds a grant, from outside and from another endpoint"],
    ),
    built(
        "F-044",
        "a key for volumes",
        ["components/security/keys/domainKey.ts"],
        ["security/roles/executionKeys: ExecutionRole and keys"],
    ),
    built(
        "F-045",
        "TLS to AWS's services; volumes and homes under keys",
        ["components/security/keys", "components/security/buckets/dataPolicy.ts"],
        ["policy-pack/policies/domain/domain: P02 sagemaker-domain-kms-key-configured"],
    ),
    built(
        "F-046",
        "an execution role by managed policy",
        ["components/security/roles"],
        ["security/roles/inputs: have exactly these managed policies attached"],
    ),
    built(
        "F-047",
        "jobs without subnets are denied",
        ["components/security/guardrails/statements/network.ts"],
        ["security/guardrails/jobs: jobs, models and endpoints"],
    ),
    built(
        "F-048",
        "rules by SageMaker's condition keys",
        ["components/security/guardrails", "components/documents/sagemakerActions.ts"],
        ["security/guardrails/coverage: no statement names an action that does not carry its keys"],
    ),
    built(
        "F-049",
        "network isolation enforced by a Deny",
        ["components/security/guardrails/statements/containers.ts"],
        ["security/guardrails/coverage: roles: every action that carries"],
    ),
    replaced(
        "F-050",
        "Service Catalog templates for SageMaker resources",
        {
            by: "guardrails on every call, whatever made it; Projects by setting",
            because: "a catalogue does not stop a call past it",
        },
        ["components/security/guardrails"],
        ["domain/canvas: turn the account's portfolio on only when told to"],
    ),
    built(
        "F-051",
        "a function that answers new resources outside the rules",
        ["components/security/response", "assets/functions/stop"],
        ["functions/stop/kinds: outside the rules, and says why"],
    ),
    replaced(
        "F-052",
        "network options of notebook instances",
        { by: "notebook instances denied", because: "they stand outside the domain and its network proofs" },
        ["components/security/guardrails/statements/doors.ts"],
        ["security/guardrails/doors: Guardrails of roles: apps and doors"],
    ),
    built(
        "F-053",
        "isolation of jobs: containers, own VPC, encryption between instances",
        ["components/security/guardrails/statements/containers.ts"],
        ["security/guardrails/jobs: is allowed as it should be"],
    ),
    built(
        "F-054",
        "network modes of a domain",
        ["components/domain/studioDomain.ts", "policy-pack/policies"],
        ["policy-pack/policies/domain/vpcOnly: P01 sagemaker-domain-vpc-only"],
    ),
    built(
        "F-055",
        "a VPC-only domain with one profile",
        ["components/domain", "components/profiles"],
        ["engine/devStack: destroys to nothing"],
    ),
    replaced(
        "F-056",
        "Classic apps made by the template",
        { by: "spaces people open, with instance types and images by setting", because: "W1-11" },
        ["components/domain/spaceApp.ts"],
        ["domain/appSettings: is every instance type but those offered"],
    ),
    built(
        "F-057",
        "opening Studio by presigned URL",
        ["commands/open.ts"],
        ["commands/open: with their tag, for 20 seconds and 8 hours"],
    ),
    built(
        "F-058",
        "a check of who reaches which bucket",
        ["assets/self-test.sh"],
        ["security/buckets/dataPolicy: Policy of the data bucket", "assets/selfTest: tells when"],
    ),
    built(
        "F-059",
        "clean-up in an order that AWS takes",
        ["components/domain/drain", "docs/operations.md"],
        ["functions/drain/sweep: removes everything, in the order AWS demands, where homes are to be deleted"],
    ),
    built(
        "F-060",
        "a function that empties and deletes a domain",
        ["assets/functions/drain"],
        [
            "functions/drain/domain: deletes apps, then spaces, then profiles made outside, and then marks what will be left",
        ],
    ),
];

/** Requirements the system names at its end. */
export const SYS1_REQUIREMENTS: readonly Feature[] = [
    built(
        "F-166",
        "requirements: encryption, logging, no internet, S3 and IAM controls, layers of network controls, several zones",
        ["docs/security.md", "components", "policy-pack"],
        ["docs/security: says of each control where it is enforced and which tests show it"],
    ),
];
