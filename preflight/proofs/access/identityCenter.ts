import { isUnknown, type ResourceGraph } from "../../../policy-pack/graph";
import { nameOf, type Proof } from "../proof";

const DOMAIN = "aws:sagemaker/domain:Domain";
const PROFILE = "aws:sagemaker/userProfile:UserProfile";
const ASSIGNMENT = "aws:ssoadmin/applicationAssignment:ApplicationAssignment";

/**
 * Claims about a domain that IAM Identity Center signs people in to. SageMaker makes no presigned URL there, so there is
 * no matrix; who signs in is decided by assignments and memberships outside the program.
 */
export function identityCenterProofs(graph: ResourceGraph): Proof[] {
    return [signsIn(graph), onePersonEach(graph), whoSignsIn(graph)];
}

function signsIn(graph: ResourceGraph): Proof {
    const others = graph.ofType(DOMAIN).filter(({ props }) => props.authMode !== "SSO");
    return {
        id: "access.identity-center",
        claim: "IAM Identity Center signs people in, and no presigned URL opens a profile",
        verdict:
            others.length === 0
                ? "holds"
                : others.some(({ props }) => !isUnknown(props.authMode))
                  ? "broken"
                  : "not proven",
        evidence:
            others.length === 0
                ? graph.ofType(DOMAIN).map(({ urn }) => `${nameOf(urn)}: authMode SSO`)
                : others.map(({ urn }) => `${nameOf(urn)}: authMode is not SSO`),
        ...(others.length === 0 ? {} : { fix: 'Set authMode to "SSO", as access.mode says.' }),
    };
}

/** Names of users compare without case. */
function onePersonEach(graph: ResourceGraph): Proof {
    const profiles = graph
        .ofType(PROFILE)
        .map(({ urn, props }) => ({ name: nameOf(urn), user: props.singleSignOnUserValue }));
    const owners = new Map<string, string[]>();
    for (const { name, user } of profiles) {
        if (typeof user === "string" && user !== "") {
            owners.set(user.toLowerCase(), [...(owners.get(user.toLowerCase()) ?? []), name]);
        }
    }
    const wrong = [
        ...profiles.filter(({ user }) => user === undefined || user === "").map(({ name }) => `${name}: no user`),
        ...[...owners.values()].filter((names) => names.length > 1).map((names) => `${names.join(", ")}: one user`),
    ];
    const open = profiles.filter(({ user }) => isUnknown(user)).map(({ name }) => `${name}: user not known yet`);
    const verdict = wrong.length > 0 ? "broken" : open.length > 0 ? "not proven" : "holds";
    return {
        id: "access.identity-center.profiles",
        claim: "Each profile belongs to one user of IAM Identity Center, and no user to two profiles",
        verdict,
        evidence: verdict === "holds" ? [`${profiles.length} profiles`] : [...wrong, ...open],
        ...(verdict === "broken" ? { fix: "Give each profile a singleSignOnUserValue of its own." } : {}),
    };
}

function whoSignsIn(graph: ResourceGraph): Proof {
    return {
        id: "access.identity-center.sign-in",
        claim: "Who signs in is who the stack file names",
        verdict: "not proven",
        evidence: [
            ...graph.ofType(ASSIGNMENT).map(({ urn }) => `${nameOf(urn)}: every member of the group may sign in`),
            "assignments and memberships are IAM Identity Center's, and networks do not bind its portal",
        ],
        fix: "Compare the members of the groups with users, and put conditions on the network of the sign-in into IAM Identity Center or its identity provider.",
    };
}
