import { isUnknown, type ResourceGraph } from "../../graph";
import type { Statement } from "../../iam";
import { type Finding, nist, stackPolicy } from "../definition";
import { uncertain, undecided, violation } from "../findings";
import { GRANTING_TYPES, judgedGrants, type PlacedStatement, placed, unreadable } from "./documents";
import { cite, concerns, conditions, isUnreadable } from "./statements";

interface PassRoleConfig extends Record<string, unknown> {
    readonly passedToServices: readonly string[];
}

const ACTION = "iam:PassRole";
const ROLE_ARN = /^arn:[^:*?]+:iam::\d{12}:role\/[^*?$]+$/;

/**
 * P46: whoever may pass any role to any service can do what the strongest role of the account can.
 *
 * A stack policy for the reason of P45: a permissions boundary that names the action passes nothing.
 */
export const passRole = stackPolicy<PassRoleConfig>({
    id: "P46",
    name: "iam-pass-role-scoped",
    title: "Only named roles can be passed, to named services",
    description: "The IAM policy must allow iam:PassRole for exact role ARNs and for named services only.",
    why: "Who may pass any role to any service can do whatever the strongest role of the account can.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("AC-6(5)", "Least Privilege | Privileged Accounts"),
    publishedIds: ["trivy:AWS-0342", "checkov:CKV_AWS_286", "aws-sample:SM-02"],
    remediationSteps:
        'Name the ARNs of the roles to pass and add StringEquals {"iam:PassedToService": "sagemaker.amazonaws.com"}.',
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
    config: {
        properties: {
            passedToServices: {
                type: "array",
                items: { type: "string" },
                minItems: 1,
                description: "services that roles may be passed to",
            },
        },
        defaults: { passedToServices: ["sagemaker.amazonaws.com"] },
    },
    scope: "all",
    subjects: GRANTING_TYPES,
    checkStack: (graph, { passedToServices }) =>
        judgedGrants(graph).flatMap(({ document, unsure }) =>
            isUnknown(document.document)
                ? [unreadable(graph, document, "which roles it lets pass")]
                : uncertain(
                      placed([document]).flatMap((each) => check(graph, each, passedToServices)),
                      unsure,
                  ),
        ),
});

function check(
    graph: ResourceGraph,
    { document, statement, index }: PlacedStatement,
    services: readonly string[],
): Finding[] {
    const resource = graph.get(document.urn);
    const answer = concerns(statement, ACTION);
    if (statement.Effect !== "Allow" || answer === "no" || resource === undefined) {
        return [];
    }
    const where = `${cite(statement, index)} of ${document.name}`;
    if (answer === "maybe") {
        return [
            undecided(
                resource,
                `the actions of ${where} are not known yet, so whether it passes roles cannot be told.`,
            ),
        ];
    }
    return [...checkRoles(statement), ...checkServices(statement, services)].map(({ known, message }) =>
        known ? violation(resource, `${where} ${message}`) : undecided(resource, `${where} ${message}`),
    );
}

interface Problem {
    readonly known: boolean;
    readonly message: string;
}

function checkRoles(statement: Statement): Problem[] {
    const list = statement.Resource === undefined ? ["*"] : [statement.Resource].flat();
    const wrong = list.filter((arn) => !isUnreadable(arn) && !ROLE_ARN.test(arn));
    if (wrong.length > 0) {
        return [{ known: true, message: `passes ${wrong.join(", ")}. Name exact role ARNs without wildcards.` }];
    }
    // A text that is partly unknown and already has a wildcard stays wrong whatever the rest turns out to be.
    const wild = list.some((arn) => isUnreadable(arn) && /[*?]/.test(arn));
    if (wild) {
        return [{ known: true, message: "passes roles by a pattern. Name exact role ARNs without wildcards." }];
    }
    return list.some(isUnreadable)
        ? [{ known: false, message: "names a role that is not known yet; it must be an exact role ARN." }]
        : [];
}

function checkServices(statement: Statement, services: readonly string[]): Problem[] {
    const entry = conditions(statement).find(
        ({ key, operator, ifExists, set }) =>
            key === "iam:passedtoservice" &&
            (operator === "stringequals" || operator === "stringlike") &&
            !ifExists &&
            set !== "forallvalues",
    );
    if (entry === undefined) {
        const message = `passes roles to any service. Add StringEquals {"iam:PassedToService": "${services.join('", "')}"}.`;
        return [{ known: true, message }];
    }
    const others = entry.values.filter((value) => !services.includes(value));
    if (others.length === 0) {
        return [];
    }
    const known = others.some((value) => !isUnreadable(value));
    return [
        {
            known,
            message: `passes roles to ${known ? others.join(", ") : "a service not known yet"}; allowed: ${services.join(", ")}.`,
        },
    ];
}
