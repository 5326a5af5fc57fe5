import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { awsManagedName, ROLE, rolePolicies } from "../../graph/identity";
import { rolesUsedBy } from "../../graph/roleUses";
import { type Finding, nist, stackPolicy } from "../definition";
import { uncertain, undecided, violation } from "../findings";
import { placed, unreadable } from "./documents";
import * as statements from "./abacStatements";
import { presignActions } from "./presign";
import { type Answer, any, cite } from "./statements";

interface AbacConfig extends Record<string, unknown> {
    readonly abacTagKeys: readonly string[];
}

/**
 * P59: two forms of "your own profile and no other". A role that people (or a service on their behalf) use to open
 * Studio compares tags. An execution role is shared by a persona and its sessions carry no person's tag: there the
 * profile whose app it runs in is the only one.
 */
export const abacDeny = stackPolicy<AbacConfig>({
    id: "P59",
    name: "sagemaker-execution-role-abac-deny-present",
    title: "Nobody opens another person's profile",
    description: "The role that may open Studio must be denied every profile but the caller's own.",
    why: "Personas share a role, so that only these Denies keep one person out of another's files, credentials and running apps.",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-3(13)", "Access Enforcement | Attribute-based Access Control"),
    publishedIds: ["aws-docs:studio-abac"],
    remediationSteps:
        "For people's roles: tie the Allow to the tag with sagemaker:ResourceTag = aws:PrincipalTag and add Denies for mismatch and for missing tags. For execution roles: Deny with NotResource user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}. For both: Deny sagemaker:AddTags and DeleteTags for the tag keys.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/monitor-user-access.html",
    config: {
        properties: {
            abacTagKeys: {
                type: "array",
                items: { type: "string" },
                minItems: 1,
                description: "tag keys that join a person to a profile",
            },
        },
        defaults: { abacTagKeys: ["employeeNumber"] },
    },
    subjects: [ROLE],
    checkStack: (graph, { abacTagKeys }) => {
        const uses = rolesUsedBy(graph);
        const used = new Set(uses.flatMap(({ role }) => (role === undefined ? [] : [role])));
        const unsure = uses.filter(({ undecided: why }) => why !== undefined);
        return graph.ofType(ROLE).flatMap((role) => {
            if (used.has(role)) {
                return checkExecutionRole(graph, role, abacTagKeys);
            }
            const maybeUsed = unsure.some(
                ({ candidates = [] }) => candidates.length === 0 || candidates.includes(role),
            );
            const asUser = checkUserRole(graph, role, abacTagKeys);
            const why = "the role may be an execution role, which is not known yet";
            return maybeUsed && asUser.length > 0
                ? uncertain(checkExecutionRole(graph, role, abacTagKeys), why)
                : asUser;
        });
    },
});

/** A demand on a role's Denies, with the words for it when it is not met. */
interface Demand {
    readonly met: Answer;
    readonly message: string;
}

function checkExecutionRole(graph: ResourceGraph, role: GraphResource, keys: readonly string[]): Finding[] {
    const { denials, hidden } = denialsOf(graph, role);
    const demands: Demand[] = [
        {
            met: any(denials.map(statements.deniesOtherProfiles)),
            message:
                "no Deny keeps its apps from opening other profiles. Deny sagemaker:CreatePresignedDomainUrl with NotResource user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}.",
        },
        ...keys.map((key) => tagDemand(denials, key)),
    ];
    return demands.flatMap((demand) => finding(role, demand, hidden));
}

function checkUserRole(graph: ResourceGraph, role: GraphResource, keys: readonly string[]): Finding[] {
    const { identity, undecided: why } = rolePolicies(graph, role);
    const grants = placed(identity).filter(
        ({ statement }) => statement.Effect === "Allow" && presignActions(statement).sure.length > 0,
    );
    const unread: Finding[] = [
        ...identity
            .filter(({ document }) => isUnknown(document))
            .map((document) => unreadable(graph, document, "whether the role opens Studio")),
        ...why.map((each) => undecided(role, `${each}, so whether the role opens Studio cannot be told.`)),
    ];
    if (grants.length === 0) {
        return unread;
    }
    const { denials, hidden } = denialsOf(graph, role);
    const actions = [...new Set(grants.flatMap(({ statement }) => presignActions(statement).sure))];
    const demands = keys.flatMap((key): Demand[] => [
        {
            met: statements.everyAction(actions, (action) =>
                any(denials.map((deny) => statements.deniesMismatch(deny, action, key))),
            ),
            message: `no Deny covers profiles with another ${key}. Deny with StringNotEquals sagemaker:ResourceTag/${key} = aws:PrincipalTag/${key}.`,
        },
        {
            met: statements.everyAction(actions, (action) =>
                any(denials.map((deny) => statements.deniesMissingTag(deny, action, key))),
            ),
            message: `no Deny covers callers without the tag ${key}. Deny in a statement of its own with Null aws:PrincipalTag/${key}.`,
        },
        tagDemand(denials, key),
    ]);
    return [
        ...unread,
        ...grants.flatMap(({ document, statement, index }) =>
            keys.flatMap((key) => {
                const holder = graph.get(document.urn) ?? role;
                const where = `${cite(statement, index)} of ${document.name}`;
                const message = `${where} does not compare ${key}. Add StringEquals sagemaker:ResourceTag/${key} = aws:PrincipalTag/${key}.`;
                return finding(holder, { met: statements.comparesTag(statement, key), message }, false);
            }),
        ),
        ...demands.flatMap((demand) => finding(role, demand, hidden)),
    ];
}

function tagDemand(denials: readonly statements.DenyStatement[], key: string): Demand {
    const makesProfiles = !denials.some((deny) => statements.deniesMakingProfiles(deny) === "yes");
    const met = statements.everyAction(statements.TAG_ACTIONS, (action) =>
        any(denials.map((deny) => statements.deniesTagging(deny, action, key, makesProfiles))),
    );
    return {
        met,
        message: `no Deny protects the tag ${key}. Deny sagemaker:AddTags and sagemaker:DeleteTags with ForAnyValue:StringEquals aws:TagKeys.`,
    };
}

function denialsOf(
    graph: ResourceGraph,
    role: GraphResource,
): { denials: readonly statements.DenyStatement[]; hidden: boolean } {
    const { identity, boundary, undecided: why } = rolePolicies(graph, role);
    const documents = boundary === undefined ? identity : [...identity, boundary];
    return {
        denials: placed(documents)
            .map(({ statement }) => statement)
            .filter(({ Effect }) => Effect === "Deny"),
        hidden:
            why.length > 0 ||
            documents.some(({ document, managedArn }) => isUnknown(document) && !deniesNothingOfOurs(managedArn)),
    };
}

/**
 * AWS's own policies know nobody's profiles and tags, so that none can hold these Denies; only those made to take
 * everything away deny more than AWS's own things.
 */
function deniesNothingOfOurs(managedArn: string | undefined): boolean {
    const name = managedArn === undefined ? undefined : awsManagedName(managedArn);
    return name !== undefined && !/^AWSDenyAll$|Quarantine/.test(name);
}

/** What is missing may stand in a document nobody can read: then it is not decided. */
function finding(resource: GraphResource, { met, message }: Demand, hidden: boolean): Finding[] {
    if (met === "yes") {
        return [];
    }
    return [
        met === "maybe" || hidden
            ? undecided(resource, `not all of its documents can be read; among the readable ones, ${message}`)
            : violation(resource, message),
    ];
}
