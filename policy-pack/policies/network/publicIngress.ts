import { type GraphResource, isUnknown } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { isAnywhere } from "./anywhere";
import { type PlainRule, plainRules, RULE_TYPES } from "./plainRules";

/** P37: no port of Studio, its jobs, endpoints or databases is for the internet. */
export const publicIngress = resourcePolicy({
    id: "P37",
    name: "security-group-no-public-ingress",
    title: "Security groups admit nothing from the internet",
    description: "The security group must not admit traffic from the internet on any port.",
    why: "Whoever scans the internet finds an open port within minutes. Nothing of Studio, its jobs or its data is for the internet.",
    severity: "critical",
    enforcementLevel: "mandatory",
    framework: nist("SC-7", "Boundary Protection"),
    publishedIds: [
        "fsbp:EC2.13",
        "fsbp:EC2.14",
        "fsbp:EC2.18",
        "fsbp:EC2.19",
        "checkov:CKV_AWS_24",
        "checkov:CKV_AWS_25",
        "checkov:CKV_AWS_260",
        "checkov:CKV_AWS_277",
        "trivy:AWS-0107",
        "cdk-nag:AwsSolutions-EC23",
    ],
    remediationSteps: "Replace the range by the ranges, security groups or prefix lists that need the port.",
    url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    config: NO_CONFIG,
    scope: "all",
    types: RULE_TYPES.ingress,
    checkResource(resource) {
        const rules = plainRules(resource, "ingress");
        return isUnknown(rules)
            ? [undecided(resource, "the ingress rules are not known yet; none may admit the internet.")]
            : rules.flatMap((rule) => checkRule(resource, rule));
    },
});

function checkRule(resource: GraphResource, { where, ranges, certain }: PlainRule): Finding[] {
    return ranges.flatMap((range): Finding[] => {
        const anywhere = isAnywhere(range);
        if (isUnknown(anywhere) || isUnknown(range)) {
            return [
                undecided(
                    resource,
                    `${where}names a range that is not known yet or is none; it must not be the internet.`,
                ),
            ];
        }
        if (!anywhere) {
            return [];
        }
        return [
            isUnknown(certain)
                ? undecided(resource, `type is not known yet; if it is ingress, ${range} is the internet.`)
                : violation(
                      resource,
                      `${where}admits ${range}, which is the internet. Name the ranges or groups that need it.`,
                  ),
        ];
    });
}
