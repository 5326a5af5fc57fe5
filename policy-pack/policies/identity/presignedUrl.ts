import { type GraphResource, isUnknown, type ResourceGraph } from "../../graph";
import { ROLE, rolePolicies, type SourcedDocument } from "../../graph/identity";
import { type Finding, nist, stackPolicy } from "../definition";
import { uncertain, undecided, violation } from "../findings";
import { grantsOutsideRoles, GRANTING_TYPES, placed, type PlacedStatement, unreadable } from "./documents";
import { deniesAlways, deniesOutsideNetwork, holdsOnlyFromNetwork, isNarrowed, presignActions } from "./presign";
import { type Answer, any, cite } from "./statements";

interface PresignConfig extends Record<string, unknown> {
    readonly addresses: readonly string[];
}

/** P60: a link into Studio is a bearer secret; only the network condition keeps it inside. */
export const presignedUrl = stackPolicy<PresignConfig>({
    id: "P60",
    name: "sagemaker-presigned-url-vpce-restricted",
    title: "Links into Studio are made and used in the company network only",
    description: "The IAM policy must allow presigned SageMaker URLs for named profiles and from named networks only.",
    why: "A link into Studio works for whoever holds it. The network condition makes a leaked one worthless, and named profiles keep it from opening somebody else's.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("AC-17(3)", "Remote Access | Managed Access Control Points"),
    publishedIds: ["aws-docs:studio-interface-endpoint"],
    remediationSteps:
        "Add StringEquals aws:SourceVpc or aws:SourceVpce to the Allow (or a Deny with StringNotEquals beside it), and name user-profile ARNs as Resource.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html",
    config: {
        properties: {
            addresses: {
                type: "array",
                items: { type: "string", pattern: "^\\d{1,3}(\\.\\d{1,3}){3}/\\d{1,2}$" },
                description: "public IPv4 ranges with which aws:SourceIp is accepted; empty: never",
            },
        },
        defaults: { addresses: [] },
    },
    subjects: GRANTING_TYPES,
    checkStack: (graph, { addresses }) => [
        ...graph.ofType(ROLE).flatMap((role) => checkRole(graph, role, addresses)),
        ...grantsOutsideRoles(graph)
            .filter(({ document }) => document.managedArn === undefined)
            .flatMap(({ document, unsure }) =>
                uncertain(checkDocuments(graph, [document], [document], addresses), unsure),
            ),
    ],
});

/** Denies of the boundary bind the role as its own do; its Allows grant nothing. */
function checkRole(graph: ResourceGraph, role: GraphResource, addresses: readonly string[]): Finding[] {
    const { identity, boundary, undecided: why } = rolePolicies(graph, role);
    const denying = boundary === undefined ? identity : [...identity, boundary];
    return [
        ...why.map((each) => undecided(role, `${each}, so whether it may make links into Studio cannot be told.`)),
        ...checkDocuments(graph, identity, denying, addresses),
    ];
}

function checkDocuments(
    graph: ResourceGraph,
    granting: readonly SourcedDocument[],
    denying: readonly SourcedDocument[],
    addresses: readonly string[],
): Finding[] {
    const denials = placed(denying);
    const hidden = denying.some(({ document }) => isUnknown(document));
    return [
        ...granting
            .filter(({ document }) => isUnknown(document))
            .map((document) => unreadable(graph, document, "whether it allows links into Studio from anywhere")),
        ...placed(granting).flatMap((each) => checkAllow(graph, each, denials, hidden, addresses)),
    ];
}

function checkAllow(
    graph: ResourceGraph,
    { document, statement, index }: PlacedStatement,
    denials: readonly PlacedStatement[],
    hidden: boolean,
    addresses: readonly string[],
): Finding[] {
    const resource = graph.get(document.urn);
    if (statement.Effect !== "Allow" || resource === undefined) {
        return [];
    }
    const { sure, possible } = presignActions(statement);
    const never = (action: string): boolean =>
        any(denials.map((deny) => deniesAlways(deny.statement, action))) === "yes";
    const actions = sure.filter((action) => !never(action));
    const where = `${cite(statement, index)} of ${document.name}`;
    if (actions.length === 0) {
        const open = possible.filter((action) => !never(action));
        return open.length === 0
            ? []
            : [undecided(resource, `the actions of ${where} are not known yet; they may include links into Studio.`)];
    }
    const own = holdsOnlyFromNetwork(statement, addresses);
    const paired = actions.map((action) =>
        any(denials.map((deny) => deniesOutsideNetwork(deny.statement, action, addresses))),
    );
    const network: Answer =
        own === "yes" || paired.every((answer) => answer === "yes")
            ? "yes"
            : any([own, ...paired]) === "no" && !hidden
              ? "no"
              : "maybe";
    const names = actions.join(", ");
    return [
        ...verdict(
            resource,
            network,
            `${where} allows ${names} from any network. Add StringEquals aws:SourceVpc or aws:SourceVpce.`,
        ),
        ...verdict(
            resource,
            isNarrowed(statement, actions),
            `${where} allows ${names} on more than user profiles. Name user-profile ARNs as Resource.`,
        ),
    ];
}

function verdict(resource: GraphResource, answer: Answer, message: string): Finding[] {
    if (answer === "yes") {
        return [];
    }
    return [
        answer === "no" ? violation(resource, message) : undecided(resource, `it cannot be ruled out that ${message}`),
    ];
}
