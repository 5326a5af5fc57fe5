import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { SPACE, USER_PROFILE } from "./tokens";

interface TagConfig extends Record<string, unknown> {
    readonly abacTags: Readonly<Record<string, string>>;
}

/**
 * P12: access by attribute compares these tags, so a profile without them is nobody's or everybody's. Not of a profile
 * that names a user of IAM Identity Center: SageMaker takes such a user in domains without presigned URLs only, where
 * nothing compares tags and the user decides whose the profile is.
 */
export const profileTags = resourcePolicy<TagConfig>({
    id: "P12",
    name: "sagemaker-user-profile-abac-tags-required",
    title: "Profiles and spaces carry the tags that access depends on",
    description: "The user profile and the space must carry every tag that attribute-based access compares.",
    why: "Access by attribute compares the person's tag with the profile's. A profile without the tag can be opened by nobody, or, under a looser policy, by everybody.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-3(13)", "Access Enforcement | Attribute-based Access Control"),
    publishedIds: ["config:SAGEMAKER_DOMAIN_TAGGED", "nist:AC-16"],
    remediationSteps: "Add the tag with the person's value to the resource itself; provider default tags do not count.",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction_attribute-based-access-control.html",
    config: {
        properties: {
            abacTags: {
                type: "object",
                additionalProperties: { type: "string", format: "regex" },
                description: "tag key to regular expression for the whole value",
            },
        },
        defaults: { abacTags: { employeeNumber: "\\S+" } },
    },
    types: [USER_PROFILE, SPACE],
    checkResource: (resource, { abacTags }) =>
        hasSignInUser(resource)
            ? []
            : Object.entries(abacTags).flatMap(([key, pattern]) => checkTag(resource, key, pattern)),
});

/** Whoever the user is: an unknown value is one too. */
function hasSignInUser({ props }: GraphResource): boolean {
    const user = props.singleSignOnUserValue;
    return isUnknown(user) || (typeof user === "string" && user !== "");
}

/** The value is a person's attribute: messages do not print it. */
function checkTag(resource: GraphResource, key: string, pattern: string): Finding[] {
    const { tags } = resource.props;
    const value = isUnknown(tags) ? tags : (tags as Record<string, unknown> | undefined)?.[key];
    if (isUnknown(value)) {
        return [undecided(resource, `tag ${key} is not known yet; it must match ${pattern}.`)];
    }
    if (typeof value !== "string" || value.trim() === "") {
        return [
            violation(
                resource,
                `tag ${key} is ${value === undefined ? "missing" : "empty"}. Set it to match ${pattern}.`,
            ),
        ];
    }
    return new RegExp(`^(?:${pattern})$`).test(value)
        ? []
        : [violation(resource, `the value of tag ${key} does not match ${pattern}. Correct the value.`)];
}
