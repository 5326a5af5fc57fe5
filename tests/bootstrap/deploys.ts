import { strict as assert } from "node:assert";

import { PERMISSIONS, PHASES } from "../../bootstrap/permissions";
import type { Place } from "../../components/names";
import { actionFacts, deploymentContext, sampleArns } from "./facts";
import { ask, DELEGATING_KEY, type WorkflowRoleView } from "./fixture";

/**
 * Actions whose condition names the service that asks, or whose resource is AWS's own: what a deployment sends with them
 * differs by service, and `deploymentContext` says it for Studio's.
 */
const BY_SERVICE = [
    "iam:CreateServiceLinkedRole",
    "iam:PassRole",
    "kms:CreateGrant",
    "kms:Decrypt",
    "kms:GenerateDataKeyWithoutPlaintext",
    "ssm:GetParameter",
];

/**
 * Fails for an action of the type's row that the role may not do with what stands at the place; of a unit between lines of
 * business all but those of `BY_SERVICE`.
 */
export async function assertDeploys(role: WorkflowRoleView, type: string, place: Place): Promise<void> {
    const row = PERMISSIONS[type];
    assert.ok(row, type);
    const all = new Set(PHASES.flatMap((phase) => Object.values(row[phase]).flat()));
    const actions = [...all].filter((action) => place.unit === undefined || !BY_SERVICE.includes(action));
    for (const action of actions) {
        const { required, types } = await actionFacts(action);
        const needed = required.length > 0 ? required : types.filter((each) => isHere(action, each));
        const arns = (await Promise.all(needed.map((each) => sampleArns(action, each, place)))).flat();
        for (const resource of arns.length > 0 ? arns : ["*"]) {
            const verdict = ask(role, {
                action,
                resource,
                context: deploymentContext(action, resource),
                ...(action.startsWith("kms:") ? { policy: DELEGATING_KEY } : {}),
            });
            assert.equal(verdict, "allowed", `${action} on ${resource}`);
        }
    }
}

/** Of the types an action may name, those the stack has; SageMaker has hubs of its own. */
function isHere(action: string, type: string): boolean {
    return TAGGED_HERE.includes(type) || (type === "hub" && action.startsWith("securityhub:"));
}

/** For actions that may name many types of resources and must name none: those the deployment has. */
const TAGGED_HERE = [
    "parameter",
    "trail",
    "ConfigRule",
    "Analyzer",
    "detector",
    "topic",
    "rule-on-default-event-bus",
    "eventSourceMapping",
    "alarm",
    "vpc",
    "route-table",
    "subnet",
    "security-group",
    "vpc-endpoint",
    "vpc-flow-log",
    "hostedzone",
    "resource-share",
    "RestApi",
    "RestApis",
    "userpool",
    "log-group",
    "domain",
    "user-profile",
    "elastic-ip",
    "bucket",
    "object",
    "Firewall",
    "FirewallPolicy",
    "StatefulRuleGroup",
    "firewall-rule-group",
    "firewall-rule-group-association",
    "firewall-domain-list",
    "resolver-query-log-config",
    "resolver-endpoint",
    "quota",
];
