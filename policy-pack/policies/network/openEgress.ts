import { type GraphResource, isUnknown, type Maybe, UNKNOWN } from "../../graph";
import { type Finding, nist, NO_CONFIG, resourcePolicy } from "../definition";
import { undecided, violation } from "../findings";
import { isAnywhere } from "./anywhere";
import { type PlainRule, plainRules, RULE_TYPES } from "./plainRules";

const HIGHEST_PORT = 65535;

/** P38: a group that lets everything out leaves all of the work to routes and firewalls. */
export const openEgress = resourcePolicy({
    id: "P38",
    name: "security-group-egress-restricted",
    title: "Security groups do not let everything out",
    description: "The security group must not let all protocols or ports out to everywhere.",
    why: "With everything allowed out, stolen data leaves on any port, and routes and firewalls alone have to stop it.",
    severity: "medium",
    enforcementLevel: "advisory",
    framework: nist("AC-4", "Information Flow Enforcement"),
    publishedIds: ["checkov:CKV_AWS_382", "trivy:AWS-0104"],
    remediationSteps:
        "Allow TCP 443 to the group of the VPC endpoints and to the prefix lists of the gateway endpoints, and no more; with a firewall, 443 and 80 outward.",
    url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    config: NO_CONFIG,
    scope: "all",
    types: RULE_TYPES.egress,
    // A group without egress rules lets nothing out: the provider removes the rule that AWS adds.
    checkResource(resource) {
        const rules = plainRules(resource, "egress");
        return isUnknown(rules)
            ? [undecided(resource, "the egress rules are not known yet; none may let everything out.")]
            : rules.flatMap((rule) => checkRule(resource, rule));
    },
});

function checkRule(resource: GraphResource, rule: PlainRule): Finding[] {
    const every = isEverything(rule);
    if (every === false) {
        return [];
    }
    return rule.ranges.flatMap((range): Finding[] => {
        const anywhere = isAnywhere(range);
        if (anywhere === false) {
            return [];
        }
        if (isUnknown(anywhere) || isUnknown(range)) {
            return [
                undecided(
                    resource,
                    `${rule.where}names a range that is not known yet or is none, and may let everything out.`,
                ),
            ];
        }
        if (isUnknown(every) || isUnknown(rule.certain)) {
            const why = isUnknown(rule.certain) ? "type" : "protocol or ports";
            return [undecided(resource, `${rule.where}${why} not known yet, and ${range} is everywhere.`)];
        }
        return [
            violation(
                resource,
                `${rule.where}lets ${every} out to ${range}. Name protocol, port and the endpoints' group or prefix list.`,
            ),
        ];
    });
}

/** How messages call what the rule lets out when that is everything; `false` when it is less. */
function isEverything({ protocol, fromPort, toPort }: PlainRule): Maybe<string | false> {
    if (isUnknown(protocol)) {
        return UNKNOWN;
    }
    if (protocol === "all") {
        return "all protocols";
    }
    if (protocol !== "tcp" && protocol !== "udp") {
        return false;
    }
    if (isUnknown(fromPort) || isUnknown(toPort)) {
        return UNKNOWN;
    }
    // Nothing listens on port 0, so a rule from 1 is as wide.
    const isWide = (fromPort ?? 0) <= 1 && (toPort ?? HIGHEST_PORT) >= HIGHEST_PORT;
    return isWide ? `all ports of ${protocol.toUpperCase()}` : false;
}
