import { type GraphResource, isUnknown, readPath, type ResourceGraph } from "../../graph";
import { awsManagedName, EXCLUSIVE_ATTACHMENTS, ROLE } from "../../graph/identity";
import { asList, matchesAction, type Statement } from "../../iam";
import { type Finding, nist, stackPolicy } from "../definition";
import { uncertain, undecided, violation } from "../findings";
import { ATTACHMENTS, GRANTING_TYPES, judgedGrants, type PlacedStatement, placed, unreadable } from "./documents";
import { all, type Answer, any, cite, concerns, isOnlyWildcards, isUnreadable, resources } from "./statements";

interface AdminConfig extends Record<string, unknown> {
    readonly bannedManagedPolicies: readonly string[];
}

/**
 * P45: a wildcard grant passes every other control of the stack.
 *
 * A stack policy, because a managed policy used only as permissions boundary grants nothing, and only the stack shows
 * how it is used.
 */
export const wildcardAdmin = stackPolicy<AdminConfig>({
    id: "P45",
    name: "iam-policy-no-wildcard-admin",
    title: "No wildcard administration",
    description: "The IAM policy must not allow all actions of a service, or decryption, on all resources.",
    why: "Whoever holds a wildcard grant passes every other control: it changes the policies, keys and routes the rest depends on.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("AC-6", "Least Privilege"),
    publishedIds: [
        "fsbp:IAM.1",
        "fsbp:IAM.21",
        "fsbp:KMS.1",
        "fsbp:KMS.2",
        "checkov:CKV_AWS_62",
        "checkov:CKV_AWS_63",
        "checkov:CKV2_AWS_68",
        "checkov:CKV2_AWS_40",
        "cdk-nag:AwsSolutions-IAM4",
        "cdk-nag:AwsSolutions-IAM5",
        "trivy:AWS-0057",
        "aws-sample:SM-02",
    ],
    remediationSteps:
        "List the actions that are needed on the ARNs that are needed, and attach own policies instead of AWS's administrator policies.",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    config: {
        properties: {
            bannedManagedPolicies: {
                type: "array",
                items: { type: "string" },
                description: "names of AWS managed policies that nobody may have attached",
            },
        },
        defaults: {
            bannedManagedPolicies: [
                "AdministratorAccess",
                "PowerUserAccess",
                "IAMFullAccess",
                "AmazonSageMakerFullAccess",
            ],
        },
    },
    scope: "all",
    subjects: [...GRANTING_TYPES, ...ATTACHMENTS, EXCLUSIVE_ATTACHMENTS],
    checkStack: (graph, { bannedManagedPolicies }) => [
        ...graph
            .ofType(...ATTACHMENTS)
            .flatMap((resource) => checkAttachment(graph, resource, "policyArn", bannedManagedPolicies)),
        ...graph
            .ofType(EXCLUSIVE_ATTACHMENTS)
            .flatMap((resource) => checkAttachment(graph, resource, "policyArns", bannedManagedPolicies)),
        ...graph
            .ofType(ROLE)
            .flatMap((role) => checkAttachment(graph, role, "managedPolicyArns", bannedManagedPolicies)),
        ...judgedGrants(graph).flatMap(({ document, unsure }) =>
            isUnknown(document.document)
                ? [unreadable(graph, document, "what it allows")]
                : uncertain(
                      placed([document]).flatMap((each) => checkStatement(graph, each)),
                      unsure,
                  ),
        ),
    ],
});

function checkAttachment(
    graph: ResourceGraph,
    resource: GraphResource,
    path: string,
    banned: readonly string[],
): Finding[] {
    const value = readPath(resource.props, path);
    const arns: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return arns.flatMap((arn): Finding[] => {
        if (typeof arn !== "string") {
            // A policy of this stack is judged by its document; AWS's own are known by name before anything is made.
            const known = graph.refs(resource, path, ["aws:iam/policy:Policy"]).found.length > 0;
            return known
                ? []
                : [undecided(resource, `${path} is not known yet, so which policy it attaches cannot be told.`)];
        }
        const name = awsManagedName(arn);
        return name !== undefined && banned.includes(name)
            ? [violation(resource, `${path} attaches ${name}. Attach a policy that lists the actions and ARNs needed.`)]
            : [];
    });
}

function checkStatement(graph: ResourceGraph, { document, statement, index }: PlacedStatement): Finding[] {
    const resource = graph.get(document.urn);
    if (statement.Effect !== "Allow" || resource === undefined) {
        return [];
    }
    const where = `${cite(statement, index)} of ${document.name}`;
    const admin = all([wholeService(statement), any(resources(statement).map(everything))]);
    const decrypt = all([concerns(statement, "kms:Decrypt"), any(resources(statement).map(everyKey))]);
    if (admin === "yes") {
        return [violation(resource, `${where} allows every action of a service on everything. List actions and ARNs.`)];
    }
    if (decrypt === "yes") {
        return [violation(resource, `${where} allows kms:Decrypt with every key. Name the key's ARN.`)];
    }
    return admin === "maybe" || decrypt === "maybe"
        ? [undecided(resource, `${where} cannot be read in full, so whether it is too wide cannot be told.`)]
        : [];
}

/** `*`, `service:*`, or every action but some. */
function wholeService(statement: Statement): Answer {
    if (statement.NotAction !== undefined) {
        return "yes";
    }
    return any(
        asList(statement.Action).map((action) => {
            const name = action.slice(action.indexOf(":") + 1);
            return isOnlyWildcards(name) ? "yes" : isUnreadable(action) ? "maybe" : "no";
        }),
    );
}

/** `*` or an ARN whose resource part is wildcards alone, whatever account and Region. */
function everything(resource: string): Answer {
    return wild(resource.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, ""));
}

/** All keys of an account: resource `*`, `key/*` or `alias/*`; anything of another service is none. */
function everyKey(resource: string): Answer {
    const service = /^arn:[^:]*:([^:]*):/.exec(resource)?.[1];
    if (service !== undefined && !matchesAction(service, "kms")) {
        return isUnreadable(service) ? "maybe" : "no";
    }
    return wild(resource.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, "").replace(/^(?:key|alias)\//, ""));
}

function wild(text: string): Answer {
    return isOnlyWildcards(text) ? "yes" : isUnreadable(text) ? "maybe" : "no";
}
