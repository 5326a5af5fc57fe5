import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { takesFrom } from "../dependencies";
import { undecided, violation } from "../findings";
import { type Answer, any } from "../identity/statements";
import { PERMISSION } from "./tokens";

/** Types whose ARN stands for a principal of an account, never for everybody or a service. */
const PRINCIPALS = ["aws:iam/role:Role", "aws:iam/user:User"];

/** P68: who may call a function; a service that may do so for anybody lends its right to every account. */
export const functionPermission = resourcePolicy({
    id: "P68",
    name: "lambda-permission-source-restricted",
    title: "Functions are called by named principals and sources",
    description: "The permission must name a principal, and for a service the source it calls for.",
    why: "A permission for everybody makes a function public. A service without a source calls it on behalf of anybody's resource, in any account (the confused deputy).",
    severity: "high",
    enforcementLevel: "mandatory",
    framework: nist("AC-3", "Access Enforcement"),
    publishedIds: ["fsbp:Lambda.1", "checkov:CKV_AWS_364", "trivy:AWS-0067"],
    remediationSteps:
        "Name an account, a role or a service as principal; with a service set sourceArn to the resource that calls, or sourceAccount to its account.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html",
    config: NO_CONFIG,
    scope: "all",
    types: [PERMISSION],
    readsDependencies: true,
    checkResource(permission) {
        const { principal } = permission.props;
        if (isUnknown(principal)) {
            return takesFrom(permission, "principal", PRINCIPALS)
                ? []
                : [undecided(permission, "principal is not known yet; it must not be everybody.")];
        }
        if (principal === "*") {
            return checkEverybody(permission);
        }
        return typeof principal === "string" && isService(principal) ? checkService(permission) : [];
    },
});

/** Everybody of one organization is a way AWS names for sharing a function; everybody is not. */
function checkEverybody(permission: GraphResource): Finding[] {
    const { principalOrgId } = permission.props;
    if (isUnknown(principalOrgId)) {
        return [undecided(permission, 'principal is "*", and principalOrgId, which limits it, is not known yet.')];
    }
    return (principalOrgId ?? "") === ""
        ? [
              violation(
                  permission,
                  'principal is "*": everybody may call the function. Name an account, role or service.',
              ),
          ]
        : [];
}

function checkService(permission: GraphResource): Finding[] {
    const answer = any([
        hasArnOfOne(permission),
        isPresent(permission, "sourceAccount"),
        // A skill of Alexa has neither; its own id takes their place.
        isPresent(permission, "eventSourceToken"),
    ]);
    if (answer === "maybe") {
        return [
            undecided(permission, "sourceArn or sourceAccount is not known yet; one of them must limit the service."),
        ];
    }
    return answer === "yes"
        ? []
        : [
              violation(
                  permission,
                  "neither sourceArn nor sourceAccount limits the service to one source. Set the ARN of the resource that calls.",
              ),
          ];
}

function isPresent(permission: GraphResource, property: string): Answer {
    const value = permission.props[property];
    if (isUnknown(value)) {
        return takesFrom(permission, property) ? "yes" : "maybe";
    }
    return typeof value === "string" && value !== "" ? "yes" : "no";
}

/** A wildcard in place of account and name would admit everybody's resources of that kind. */
function hasArnOfOne(permission: GraphResource): Answer {
    const { sourceArn } = permission.props;
    if (typeof sourceArn !== "string" || sourceArn === "") {
        return isPresent(permission, "sourceArn");
    }
    const [, , , , account = "", resource = ""] = sourceArn.split(":");
    const owner = account === "" ? resource : account;
    return /^[^*?]/.test(owner) && !/[*?]/.test(account) ? "yes" : "no";
}

/** A service has a host's name; everybody else is an account or an ARN. */
function isService(principal: string): boolean {
    return !principal.startsWith("arn:") && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(principal);
}
