import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import { ROLE, rolePolicies } from "../../graph/identity";
import { JOB_ROLE_PATHS, type RoleUse, rolesUsedBy, STUDIO_ROLE_PATHS } from "../../graph/roleUses";
import { asList, type Statement } from "../../iam";
import { type Finding, nist, stackPolicy } from "../definition";
import { DOMAIN, USER_PROFILE } from "../domain/tokens";
import { label, undecided, violation } from "../findings";
import { placed, type PlacedStatement, unreadable } from "./documents";
import { type Answer, any, cite, concerns, conditions, isForEverybody, isUnreadable } from "./statements";

interface TrustConfig extends Record<string, unknown> {
    readonly extraPrincipals: readonly string[];
    readonly requireBoundary: boolean;
}

const SAGEMAKER = "sagemaker.amazonaws.com";

/** P57: who can become an execution role, and as whom. */
export const executionRoleTrust = stackPolicy<TrustConfig>({
    id: "P57",
    name: "sagemaker-execution-role-trust-restricted",
    title: "Only SageMaker of this account becomes an execution role",
    description:
        "The execution role must trust only SageMaker of its own account and stay within a permissions boundary.",
    why: "Whoever can assume the execution role has all of its data access. Without the account condition SageMaker can be used by other accounts as their deputy, and without a boundary one added policy is enough to grow the role.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: [
        "prowler:iam_role_cross_service_confused_deputy_prevention",
        "checkov:CKV_AWS_60",
        "checkov:CKV_AWS_61",
        "aws-sample:SM-02",
    ],
    remediationSteps:
        "Trust sagemaker.amazonaws.com alone with StringEquals aws:SourceAccount, allow sts:SetSourceIdentity beside sts:AssumeRole, and set permissionsBoundary.",
    url: "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html",
    config: {
        properties: {
            extraPrincipals: {
                type: "array",
                items: { type: "string" },
                description: "service names or ARNs that execution roles may trust besides SageMaker",
            },
            requireBoundary: { type: "boolean", description: "whether a permissions boundary is demanded" },
        },
        defaults: { extraPrincipals: [], requireBoundary: true },
    },
    subjects: [ROLE],
    checkStack: (graph, config) => {
        const uses = rolesUsedBy(graph, { ...STUDIO_ROLE_PATHS, ...JOB_ROLE_PATHS });
        const roles = [...new Set(uses.flatMap(({ role }) => (role === undefined ? [] : [role])))];
        return [
            ...uses.filter(({ role }) => role === undefined).map(unresolved),
            ...roles.flatMap((role) =>
                checkRole(
                    graph,
                    role,
                    uses.filter((use) => use.role === role),
                    config,
                ),
            ),
        ];
    },
});

function unresolved({ user, path, external, undecided: why }: RoleUse): Finding {
    const message =
        external === undefined
            ? `${why ?? path}, so its execution role cannot be judged.`
            : `${path} is ${external}, which is not defined in this stack, so its trust policy cannot be judged.`;
    return undecided(user, message);
}

function checkRole(
    graph: ResourceGraph,
    role: GraphResource,
    uses: readonly RoleUse[],
    { extraPrincipals, requireBoundary }: TrustConfig,
): Finding[] {
    const { trust, boundary } = rolePolicies(graph, role);
    const findings: Finding[] =
        requireBoundary && boundary === undefined
            ? [violation(role, "permissionsBoundary is not set. Set it to the boundary of execution roles.")]
            : [];
    if (isUnknown(trust.document)) {
        return [...findings, unreadable(graph, trust, "who may assume the role")];
    }
    const statements = placed([trust]).filter(({ statement }) => statement.Effect === "Allow");
    const allowed = [SAGEMAKER, ...extraPrincipals];
    return [
        ...findings,
        ...statements.flatMap((each) => [...checkPrincipals(role, each, allowed), ...checkSource(role, each)]),
        ...checkSourceIdentity(
            graph,
            role,
            uses,
            statements.map(({ statement }) => statement),
        ),
    ];
}

function checkPrincipals(
    role: GraphResource,
    { statement, index }: PlacedStatement,
    allowed: readonly string[],
): Finding[] {
    const where = `${cite(statement, index)} of the trust policy`;
    if (isForEverybody(statement)) {
        return [violation(role, `${where} admits everybody. Trust ${SAGEMAKER} only.`)];
    }
    const principals =
        typeof statement.Principal === "object" ? Object.values(statement.Principal).flatMap(asList) : [];
    const others = principals.filter((principal) => !allowed.includes(principal));
    const known = others.filter((principal) => !isUnreadable(principal));
    if (known.length > 0) {
        return [violation(role, `${where} admits ${known.join(", ")}. Trust ${allowed.join(", ")} only.`)];
    }
    return others.length > 0 ? [undecided(role, `${where} names a principal that is not known yet.`)] : [];
}

/** A service principal stands for all accounts; the source condition binds it to one. */
function checkSource(role: GraphResource, { statement, index }: PlacedStatement): Finding[] {
    const principal = statement.Principal;
    const hasService = typeof principal === "object" && asList(principal.Service).length > 0;
    if (!hasService) {
        return [];
    }
    const answer = any(conditions(statement).map(bindsAccount));
    const where = `${cite(statement, index)} of the trust policy`;
    if (answer === "yes") {
        return [];
    }
    return answer === "maybe"
        ? [undecided(role, `${where} has a source condition that is not known yet.`)]
        : [
              violation(
                  role,
                  `${where} admits the service on behalf of any account. Add StringEquals aws:SourceAccount.`,
              ),
          ];
}

function bindsAccount({ key, operator, ifExists, set, values }: ReturnType<typeof conditions>[number]): Answer {
    const positive = ["stringequals", "stringlike", "arnequals", "arnlike"].includes(operator);
    if (!positive || ifExists || set === "forallvalues" || values.length === 0) {
        return "no";
    }
    const account =
        key === "aws:sourceaccount"
            ? /^\d{12}$/
            : key === "aws:sourcearn"
              ? /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/
              : undefined;
    if (account === undefined) {
        return "no";
    }
    return values.every((value) => account.test(value)) ? "yes" : values.some(isUnreadable) ? "maybe" : "no";
}

/** With the profile's name as source identity, a trust policy that forbids it keeps every app from starting. */
function checkSourceIdentity(
    graph: ResourceGraph,
    role: GraphResource,
    uses: readonly RoleUse[],
    statements: readonly Statement[],
): Finding[] {
    const domains = uses.flatMap(({ user }) =>
        user.type === DOMAIN ? [user] : user.type === USER_PROFILE ? graph.refs(user, "domainId", [DOMAIN]).found : [],
    );
    const on = domains.find(
        (domain) => readPath(domain.props, "domainSettings.executionRoleIdentityConfig") === "USER_PROFILE_NAME",
    );
    const allows = any(statements.map((statement) => concerns(statement, "sts:SetSourceIdentity")));
    if (on === undefined || allows === "yes") {
        return [];
    }
    const message = `${label(on)} sets source identities, and the trust policy does not allow sts:SetSourceIdentity. Allow it, or apps do not start.`;
    return [allows === "maybe" ? undecided(role, message) : violation(role, message)];
}
