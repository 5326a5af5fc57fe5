import { built, type Feature, replaced } from "./feature";

/** VPC-only domain with Canvas (Terraform). */
export const SYS0: readonly Feature[] = [
    replaced(
        "F-001",
        "a root module with submodules for roles, upload and network",
        { by: "one program of components with golden names and exported outputs", because: "the project is on Pulumi" },
        ["index.ts", "components/deployments"],
        ["deployments/golden: hands out the outputs that are contract"],
    ),
    built(
        "F-002",
        "domain name, sign-in, network mode, home retention and Region by variable",
        ["components/settings"],
        ["settings/parse: minimal gets every default", "settings/mistakes: reports every mistake at once"],
    ),
    built(
        "F-003",
        "fixed ranges: a /23 with two /25",
        ["components/addresses", "tests/stacks/preset-vpconly-canvas.yaml"],
        ["settings/parse: with its zone ids, its zone names and its partition", "addresses/plan: divides one zone"],
    ),
    replaced(
        "F-004",
        "a table of Classic images by Region",
        {
            by: "built-in images of the new Studio and images by digest",
            because: "Classic apps cannot be made any more",
        },
        ["components/domain/images"],
        ["domain/images: make a version of the digest, and name it by its number in both apps"],
    ),
    built(
        "F-005",
        "what a VPC-only domain needs: zones, addresses per user, NFS, app ports, endpoints",
        ["components/addresses/capacity.ts", "components/network/appGroup.ts"],
        [
            "addresses/capacity: is four addresses a user",
            "domain/studioDomain: gives shared spaces a group that admits itself on the app ports only",
        ],
    ),
    built(
        "F-006",
        "VPC with DNS on, default group emptied",
        ["components/network/vpc.ts"],
        ["network/network: has the VPC's DNS on and its default group empty"],
    ),
    built(
        "F-007",
        "private subnets without a way out",
        ["components/network/subnets.ts"],
        ["preflight/picture/topology: has no way out of an isolated network"],
    ),
    built(
        "F-008",
        "flow log of all traffic to CloudWatch",
        ["components/network/flowLogs"],
        ["network/flowLogs: are the default: a group with key and retention, and a role"],
    ),
    built(
        "F-009",
        "app group: NFS and app ports from itself",
        ["components/network/appGroup.ts", "components/profiles/userProfiles.ts"],
        ["profiles/userProfiles: gives each profile its person's tag, the role by name, and a group nobody else has"],
    ),
    built(
        "F-010",
        "endpoint group: 443 from within",
        ["components/network/securityGroups.ts"],
        ["network/network: admits exactly 443 from workloads and clients"],
    ),
    built(
        "F-011",
        "S3 gateway endpoint",
        ["components/network/gateways.ts"],
        ["network/network: gives every studio table, and no other, the S3 gateway"],
    ),
    built(
        "F-012",
        "interface endpoints of SageMaker and Projects, private names",
        ["components/network/endpoints.ts", "policy-pack/facts/features"],
        ["policy-pack/facts/features: together", "network/network: in every zone with private names and its groups"],
    ),
    built(
        "F-013",
        "Canvas's interface endpoints",
        ["policy-pack/facts/features/table.ts"],
        ["policy-pack/facts/features: Canvas's regional parts come and go with the Region"],
    ),
    built(
        "F-014",
        "an execution role SageMaker may take",
        ["components/security/roles/executionRole.ts"],
        ["security/roles/executionRole: trust", "domain/canvas: forecasts without a role for Amazon Forecast"],
    ),
    replaced(
        "F-015",
        "AWS's full-access policies on the role",
        { by: "sets of actions by persona and feature, below a boundary", because: "W0-1" },
        ["components/security/roles/personas"],
        ["personas/personas: Personas against the features of the reference systems"],
    ),
    built(
        "F-016",
        "a rotating key for homes, bucket and uploads",
        ["components/security/keys"],
        ["security/keys/keys: makes three rotating, protected keys with an alias each"],
    ),
    built(
        "F-017",
        "a private, encrypted, versioned bucket with access logs",
        ["components/storage", "components/security/buckets"],
        ["security/buckets/buckets: is private, versioned and protected, and stays as long as it holds something"],
    ),
    built(
        "F-018",
        "domain: mode, network, key, retention, group",
        ["components/domain/studioDomain.ts"],
        ["domain/studioDomain: declares every block, private by construction"],
    ),
    replaced(
        "F-019",
        "idle shutdown by an extension from a bucket",
        { by: "SageMaker's own idle shutdown", because: "W0-4" },
        ["components/domain/appSettings.ts"],
        ["domain/appSettings: shut idle apps down within what people may choose, in spaces of both kinds"],
    ),
    built(
        "F-020",
        "time-series forecasts in Canvas",
        ["components/domain/canvas.ts"],
        ["domain/canvas: forecasts without a role for Amazon Forecast"],
    ),
    built(
        "F-021",
        "a user profile with role and group",
        ["components/profiles/userProfiles.ts"],
        ["profiles/userProfiles: gives each profile its person's tag"],
    ),
    built(
        "F-022",
        "prerequisites, procedure, and a destroy that gets stuck on homes",
        ["docs/operations.md", "components/domain/drain"],
        ["engine/drain: leaves nothing of the stack, and of others everything"],
    ),
];
