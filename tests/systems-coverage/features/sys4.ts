import { built, type Feature, replaced } from "./feature";

/** Presigned URL with ABAC (Terraform). */
export const SYS4: readonly Feature[] = [
    replaced(
        "F-156",
        "a profile of credentials and ids of a VPC in code",
        { by: "a stack file with account, Region and an existing VPC by id", because: "W4-9" },
        ["components/settings"],
        ["settings/samples: make in an existing VPC the endpoints it has not"],
    ),
    built(
        "F-157",
        "people with a number each; a person may have several profiles",
        ["components/settings/keys/users.ts", "Pulumi.dev.yaml"],
        ["settings/usersFile/goodFiles: may give one person several profiles"],
    ),
    built(
        "F-158",
        "an execution role that takes a source identity",
        ["components/security/roles/executionRole.ts"],
        ["policy-pack/policies/identity/executionRoleTrust: P57 sagemaker-execution-role-trust-restricted"],
    ),
    built(
        "F-159",
        "a domain in a given VPC",
        ["components/network", "components/domain"],
        ["network/network: Network in an existing VPC"],
    ),
    built(
        "F-160",
        "a profile per entry with name and tag",
        ["components/profiles", "components/names/profileName.ts"],
        ["names/names: answers a name SageMaker accepts", "profiles/userProfiles: gives each profile its person's tag"],
    ),
    replaced(
        "F-161",
        "a Classic app for each user",
        { by: "spaces people open themselves", because: "Classic apps cannot be made any more" },
        ["components/domain/spaceApp.ts"],
        ["personas/personas: Personas against the features of the reference systems"],
    ),
    built(
        "F-162",
        "links denied where the person's tag is not the profile's",
        ["components/security/userRole"],
        ["preflight/access/matrix: computes the same for each profile by itself"],
    ),
    built(
        "F-163",
        "session tags from the identity provider, source identity where a role is shared",
        ["components/security/userRole/trust.ts"],
        ["security/userRole/federatedTrust: Trust of StudioUserRole in identity providers"],
    ),
    built(
        "F-164",
        "a look at the tags of each profile",
        ["preflight/report"],
        ["preflight/access/matrix: has the verdicts the stack file asks for"],
    ),
    built(
        "F-165",
        "a picture of domain, interface and subnet",
        ["preflight/picture"],
        ["preflight/picture/drawing: is well-formed SVG that says everything, in no small print"],
    ),
];
