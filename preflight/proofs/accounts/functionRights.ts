import { type GraphResource, readPath, type ResourceGraph } from "../../../policy-pack/graph";
import { ROLE } from "../../../policy-pack/graph/identity";
import { evaluate, type PolicyLayers } from "../../../policy-pack/iam";
import { common, roleSession, roleView, type RoleView, unreadAttachments } from "../access";
import { type Finding, unproven } from "../network/findings";
import { directoryOf } from "./directory";
import { type AccountsIntent, factsOf } from "./intent";
import { partsOf } from "./parts";

/** Calls no function of the access service may make, whatever it is asked; `*` stands for what exists nowhere. */
function neverOf(account: string, { partition, region }: AccountsIntent): readonly (readonly [string, string])[] {
    const table = `arn:${partition}:dynamodb:${region}:${account}:table/somebody-elses`;
    return [
        ["sts:AssumeRole", `arn:${partition}:iam::${account}:role/not-an-access-role`],
        ["sts:TagSession", `arn:${partition}:iam::${account}:role/not-an-access-role`],
        ["dynamodb:Query", table],
        ["dynamodb:PutItem", table],
        ["sagemaker:CreatePresignedDomainUrl", `arn:${partition}:sagemaker:${region}:${account}:user-profile/d-x/x`],
        ["iam:PassRole", `arn:${partition}:iam::${account}:role/not-an-access-role`],
        ["s3:GetObject", `arn:${partition}:s3:::somebody-elses/x`],
        ["lambda:InvokeFunction", `arn:${partition}:lambda:${region}:${account}:function:x`],
        ["cognito-idp:AdminSetUserPassword", `arn:${partition}:cognito-idp:${region}:${account}:userpool/x`],
    ];
}

/** An account that is nobody's here: a role there needs both sides, so that only the function's own side decides. */
const SOMEBODY = "000000000000";

/** What the other role's own policy says, the matrix asks. */
const ANY_TRUST = {
    resource: {
        name: "trust policy (assumed to admit everybody)",
        document: {
            Version: "2012-10-17",
            Statement: { Effect: "Allow" as const, Principal: "*" as const, Action: "sts:*" },
        },
    },
};

/** Shows what the roles of the functions let them do: the presign function the three calls of its work, nobody anything else. */
export function functionRights(
    graph: ResourceGraph,
    intent: AccountsIntent,
    presign: GraphResource,
    functions: readonly GraphResource[],
): Finding[] {
    return functions.flatMap((each): Finding[] => {
        const [role] = graph.refs(each, "role", [ROLE]).found;
        if (role === undefined) {
            return [unproven(`the role of ${each.name} is not in this stack`)];
        }
        const view = roleView(graph, role);
        return [
            ...nothingElse(intent, view),
            ...(each === presign ? itsWork(graph, intent, view) : notItsWork(graph, intent, view)),
        ];
    });
}

function nothingElse(intent: AccountsIntent, role: RoleView): Finding[] {
    const account = intent.accountOf["access"] ?? "";
    return neverOf(account, intent).flatMap(([action, resource]) => forbidden(intent, role, action, resource));
}

/** The roles it takes on are those the directory names, each of its own account. */
function itsWork(graph: ResourceGraph, intent: AccountsIntent, role: RoleView): Finding[] {
    const roles = [...new Set(directoryOf(graph).entries.map(({ roleArn }) => roleArn))];
    const tables = tablesOf(graph);
    const wanted = [
        ...roles.flatMap((arn) =>
            ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"].map((action) => [action, arn] as const),
        ),
        ...tables.map((arn) => ["dynamodb:Query", arn] as const),
    ];
    return [
        ...wanted.flatMap(([action, arn]): Finding[] => {
            const { reason, verdict } = decide(intent, role, action, arn);
            if (verdict === "allowed") {
                return [{ verdict: "holds", text: `${role.name} may ${action}` }];
            }
            return [
                verdict === "undecided"
                    ? unproven(`whether ${role.name} may ${action} on ${arn} is not known`)
                    : {
                          verdict: "broken",
                          text: `${role.name} may not ${action} on ${arn}: ${reason}`,
                          fix: `Allow it in a policy of ${role.name} and in its boundary.`,
                      },
            ];
        }),
        ...tables.flatMap((arn) =>
            ["dynamodb:Scan", "dynamodb:PutItem", "dynamodb:DeleteItem"].flatMap((action) =>
                forbidden(intent, role, action, arn),
            ),
        ),
    ];
}

function notItsWork(graph: ResourceGraph, intent: AccountsIntent, role: RoleView): Finding[] {
    const roles = directoryOf(graph).entries.map(({ roleArn }) => roleArn);
    return [
        ...[...new Set(roles)].slice(0, 1).flatMap((arn) => forbidden(intent, role, "sts:AssumeRole", arn)),
        ...tablesOf(graph).flatMap((arn) => forbidden(intent, role, "dynamodb:Query", arn)),
    ];
}

function forbidden(intent: AccountsIntent, role: RoleView, action: string, resource: string): Finding[] {
    const { deciding, verdict } = decide(intent, role, action, resource);
    if (verdict === "denied") {
        return [];
    }
    const by = deciding.map(({ document, statement }) => `${document} › ${statement}`).join(", ");
    return [
        verdict === "undecided"
            ? unproven(`whether ${role.name} may ${action} is not known: ${by}`)
            : {
                  verdict: "broken",
                  text: `${role.name} may ${action} on ${resource}: ${by}`,
                  fix: `Narrow the statement to what the function needs.`,
              },
    ];
}

function decide(intent: AccountsIntent, role: RoleView, action: string, resource: string): ReturnType<typeof evaluate> {
    const account = intent.accountOf["access"] ?? "";
    const facts = factsOf(intent, account);
    const caller = roleSession(facts, role, "function");
    const layers: PolicyLayers = {
        identity: [...role.policies.identity, ...unreadAttachments(role)],
        ...(role.policies.boundary === undefined ? {} : { boundary: role.policies.boundary }),
        ...(action.startsWith("sts:") ? ANY_TRUST : {}),
    };
    const resourceAccount = action.startsWith("sts:") ? SOMEBODY : account;
    return evaluate({ caller, action, resource, resourceAccount, context: common(facts, caller) }, layers);
}

function tablesOf(graph: ResourceGraph): string[] {
    const { access } = partsOf(graph);
    return (access?.resources ?? [])
        .filter(({ type }) => type === "aws:dynamodb/table:Table")
        .map(({ props }) => readPath(props, "arn"))
        .filter((arn) => typeof arn === "string");
}
