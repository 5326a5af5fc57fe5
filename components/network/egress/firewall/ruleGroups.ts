import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../../names";
import type { Tags } from "../../../tags";
import { ownKey } from "./encryption";
import { timeRules } from "./timeRules";

interface GroupArgs {
    readonly place: Place;
    readonly keyArn: pulumi.Input<string>;
    readonly tags: Tags;
}

export interface DomainGroupArgs extends GroupArgs {
    /** `pypi.org`, or `.example.com` for it and everything below it. */
    readonly domains: readonly string[];
}

export interface TimeGroupArgs extends GroupArgs {
    /** Ranges that count as inside. */
    readonly homeNet: readonly string[];
    /** IPv4 ranges of the servers. */
    readonly timeServers: readonly string[];
}

/** Where a name is read: in the ClientHello of TLS and in the header of HTTP. */
const TARGET_TYPES = ["TLS_SNI", "HTTP_HOST"];

/**
 * Rules a group may ever hold. AWS fixes it when the group is made, so it follows from nothing in the stack file: a list
 * that grows must not replace the group. Together far below the 30,000 of a policy, which threat groups need. A domain is
 * counted once per place where its name is read, the more careful reading of AWS's rule that a group needs at least as
 * much as it has rules.
 */
const CAPACITY = { domains: 2000, time: 100 } as const;

const STRICT = { ruleOrder: "STRICT_ORDER" };

/**
 * The allow-list: passes connections by the name they ask for. In strict order it drops nothing; that is the policy's.
 *
 * The client writes the name itself, so the list holds back what is careless and what is known to be bad, not somebody
 * who controls both ends. Source: Network Firewall developer guide, "Stateful domain list rule groups".
 */
export function createDomainGroup(
    parent: pulumi.Resource,
    name: string,
    args: DomainGroupArgs,
): aws.networkfirewall.RuleGroup {
    const most = CAPACITY.domains / TARGET_TYPES.length;
    if (args.domains.length > most) {
        throw new pulumi.RunError(
            `network.firewall.allow: ${args.domains.length} domains; the firewall's list takes ${most}. ` +
                "Name parent domains (.example.com) instead of their hosts.",
        );
    }
    const rules = {
        rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: TARGET_TYPES, targets: [...args.domains] },
    };
    return createGroup(parent, `${name}-firewall-domains`, "Domains that may be reached by TLS and HTTP", args, {
        purpose: "domains",
        rules,
    });
}

/** Lets NTP through, which has no name a firewall could read, to the listed servers. */
export function createTimeGroup(
    parent: pulumi.Resource,
    name: string,
    args: TimeGroupArgs,
): aws.networkfirewall.RuleGroup {
    const statefulRules = timeRules(args.homeNet, args.timeServers);
    if (statefulRules.length > CAPACITY.time) {
        throw new pulumi.RunError(
            `network.firewall.timeServers: ${args.timeServers.length} ranges for ${args.homeNet.length} of the VPC are ` +
                `${statefulRules.length} rules; the group takes ${CAPACITY.time}. Name fewer servers.`,
        );
    }
    return createGroup(parent, `${name}-firewall-time`, "Time servers that may be reached by NTP", args, {
        purpose: "time",
        rules: { statefulRules },
    });
}

function createGroup(
    parent: pulumi.Resource,
    suffix: string,
    description: string,
    args: GroupArgs,
    {
        purpose,
        rules,
    }: { purpose: keyof typeof CAPACITY; rules: aws.types.input.networkfirewall.RuleGroupRuleGroupRulesSource },
): aws.networkfirewall.RuleGroup {
    return new aws.networkfirewall.RuleGroup(
        suffix,
        {
            name: physicalName(args.place, "firewall", purpose),
            description,
            type: "STATEFUL",
            capacity: CAPACITY[purpose],
            ruleGroup: { rulesSource: rules, statefulRuleOptions: STRICT },
            encryptionConfiguration: ownKey(args.keyArn),
            tags: { ...args.tags, Name: suffix },
        },
        { parent },
    );
}
