import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName, type Place } from "../../../names";
import type { Tags } from "../../../tags";
import { ownKey } from "./encryption";
import { createDomainGroup, createTimeGroup } from "./ruleGroups";

export interface FirewallPolicyArgs {
    readonly place: Place;
    readonly partition: string;
    /** Ranges that count as inside. */
    readonly homeNet: readonly string[];
    readonly domains: readonly string[];
    readonly timeServers: readonly string[];
    readonly threatGroups: readonly string[];
    readonly keyArn: pulumi.Input<string>;
    readonly tags: Tags;
}

/** Places of the groups, threats first: what a rule has passed is not looked at again. Room between them for later groups. */
const PRIORITY = { firstThreat: 100, nextThreat: 10, time: 400, domains: 500 } as const;

/** Network Firewall developer guide, "AWS Network Firewall quotas": stateful rule groups in a policy. */
const MOST_GROUPS = 20;

/**
 * What happens to traffic that no rule passes: dropped, and told. The application-layer pair lets a connection begin
 * and reads its name first, also when that takes several packets; `drop_strict` would stop it at its first packet,
 * `drop_established` at a long ClientHello. Both must be of one family.
 * Source: Network Firewall developer guide, "Managing evaluation order for Suricata compatible rules", strict order.
 */
const OTHERWISE = ["aws:drop_established_app_layer", "aws:alert_established_app_layer"];

/** Hands a packet to the stateful engine: the only place where names are read. */
const INSPECT = ["aws:forward_to_sfe"];

/**
 * Makes the policy: every packet and every fragment inspected, rules in strict order, what none of them passes dropped.
 *
 * @throws pulumi.RunError when the rules exceed a quota
 */
export function createFirewallPolicy(
    parent: pulumi.Resource,
    name: string,
    args: FirewallPolicyArgs,
): aws.networkfirewall.FirewallPolicy {
    const { place, tags } = args;
    const group = { place, keyArn: args.keyArn, tags };
    const domains = createDomainGroup(parent, name, { ...group, domains: args.domains });
    const time =
        args.timeServers.length > 0
            ? createTimeGroup(parent, name, { ...group, homeNet: args.homeNet, timeServers: args.timeServers })
            : undefined;
    const references = [
        ...threatReferences(args),
        ...(time === undefined ? [] : [{ resourceArn: time.arn, priority: PRIORITY.time }]),
        { resourceArn: domains.arn, priority: PRIORITY.domains },
    ];
    if (references.length > MOST_GROUPS) {
        throw new pulumi.RunError(
            `network.firewall.threatGroups: ${args.threatGroups.length} groups and ${references.length - args.threatGroups.length} of our own; ` +
                `a firewall policy takes ${MOST_GROUPS} (Network Firewall quotas). Remove ${references.length - MOST_GROUPS}.`,
        );
    }
    return new aws.networkfirewall.FirewallPolicy(
        `${name}-firewall`,
        {
            name: physicalName(place, "firewall", "firewall"),
            description: "Drops what no rule passes",
            firewallPolicy: {
                statelessDefaultActions: INSPECT,
                statelessFragmentDefaultActions: INSPECT,
                statefulEngineOptions: {
                    ruleOrder: "STRICT_ORDER",
                    // A connection whose beginning the engine has not seen is refused as one it has judged would be; the
                    // reset lets the client begin anew at once instead of waiting.
                    streamExceptionPolicy: "REJECT",
                },
                statefulDefaultActions: OTHERWISE,
                statefulRuleGroupReferences: references,
                policyVariables: {
                    ruleVariables: [{ key: "HOME_NET", ipSet: { definitions: [...args.homeNet] } }],
                },
            },
            encryptionConfiguration: ownKey(args.keyArn),
            tags: { ...tags, Name: `${name}-firewall` },
        },
        { parent },
    );
}

/** Groups AWS manages, in the form for strict order. Source: Network Firewall developer guide, "AWS managed rule groups". */
function threatReferences({
    partition,
    place,
    threatGroups,
}: FirewallPolicyArgs): { resourceArn: string; priority: number }[] {
    const prefix = `arn:${partition}:network-firewall:${place.region}:aws-managed:stateful-rulegroup`;
    return threatGroups.map((group, index) => ({
        resourceArn: `${prefix}/${group}StrictOrder`,
        priority: PRIORITY.firstThreat + index * PRIORITY.nextThreat,
    }));
}
