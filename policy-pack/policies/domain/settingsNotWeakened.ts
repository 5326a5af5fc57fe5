import { type GraphResource, isUnknown, readPath, type ResourceGraph, resolveOne, UNKNOWN } from "../../graph";
import { type Finding, nist, NO_CONFIG, stackPolicy } from "../definition";
import { undecided, violation } from "../findings";
import { DOMAIN, SPACE, USER_PROFILE } from "./tokens";
import { type Weakening, weakeningsOfProfile, weakeningsOfSpace } from "./weakening";

/**
 * P13: a profile's settings come before those of its domain. What is weaker can be told beside the domain only, so it is
 * a policy of the stack.
 */
export const settingsNotWeakened = stackPolicy({
    id: "P13",
    name: "sagemaker-user-profile-settings-not-weakened",
    title: "Profiles and spaces keep the limits of their domain",
    description: "The user profile and the space must not open again what their domain has closed.",
    why: "Settings of a profile come before those of the domain. A domain that was reviewed says nothing about a profile that shares outputs, turns Canvas features on or never shuts down.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: ["nist:AC-6"],
    remediationSteps: "Remove the setting from the profile or space, or change the domain for everybody.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UserSettings.html",
    config: NO_CONFIG,
    subjects: [USER_PROFILE, SPACE],
    checkStack: (graph) => [
        ...graph
            .ofType(USER_PROFILE)
            .flatMap((profile) =>
                check(graph, profile, "userSettings", (own, domain) =>
                    weakeningsOfProfile(own, readPath(domain, "defaultUserSettings")),
                ),
            ),
        ...graph.ofType(SPACE).flatMap((space) => {
            const sharing = readPath(space.props, "spaceSharingSettings.sharingType");
            const defaults = sharing === "Private" ? "defaultUserSettings" : "defaultSpaceSettings";
            return check(graph, space, "spaceSettings", (own, domain) =>
                weakeningsOfSpace(own, isUnknown(sharing) ? sharing : readPath(domain, defaults)),
            );
        }),
    ],
});

function check(
    graph: ResourceGraph,
    resource: GraphResource,
    block: string,
    compare: (own: unknown, domain: unknown) => Weakening[],
): Finding[] {
    const own = readPath(resource.props, block);
    if (isUnknown(own)) {
        return [undecided(resource, `${block} is not known yet; it must be no more open than the domain.`)];
    }
    const { found, undecided: why, external } = resolveOne(graph, resource, "domainId", [DOMAIN]);
    const [domain] = found;
    if (domain !== undefined && why === undefined) {
        return compare(own, domain.props).map(({ path, unclear, message }) =>
            (unclear ? undecided : violation)(resource, `${block}.${path} ${message}`),
        );
    }
    const paths = compare(own, UNKNOWN).map(({ path }) => `${block}.${path}`);
    const reason =
        why ?? (external.length > 0 ? "its domain is not defined in this stack" : "its domainId names no domain");
    return paths.length === 0
        ? []
        : [undecided(resource, `${reason}, so it cannot be told whether the domain forbids ${paths.join(", ")}.`)];
}
