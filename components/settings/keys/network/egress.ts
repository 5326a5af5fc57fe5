import { z } from "zod";

import { type Cidr, touchesSpecialPurpose } from "../../../../policy-pack/net";
import { DOMAIN_SETS, domainMistake, resolvableMistake } from "../../../allowList";
import { nearest } from "../../nearest";
import { setting } from "../../setting";
import { THREAT_GROUPS } from "../../threatGroups";
import { booleanKey, checked, cidrValue, distinct, retentionDays } from "../../values";

/** Rules the group for time has room for; its capacity is fixed for life. */
const MOST_TIME_SERVERS = 100;

/** Network Firewall quotas: 20 stateful rule groups in a policy, of which two are ours. */
const MOST_THREAT_GROUPS = 18;

const LOWER_CASE = "domains are written in lower case, so that each stands once";
const DOMAIN_FIX = "write a name such as pypi.org, or .example.com for it and everything below it";

export const egressSchema = setting(z.enum(["isolated", "nat", "firewall"]), {
    description:
        "Way out of the VPC. `isolated`: none; AWS is reached through VPC endpoints. `nat`: a NAT gateway in each zone, nothing inspected. `firewall`: a firewall endpoint and behind it a NAT gateway in each zone; only what `firewall.allow` names gets out. A change replaces neither subnets nor domain",
    example: "firewall",
    rule: "one of: isolated, nat, firewall",
}).default("isolated");

/** What is wrong with a domain, or with a set's name where sets may stand. One spelling each, so that none stands twice. */
function nameMistake(text: string, mistakeOf = domainMistake): { rule: string; fix: string } | undefined {
    const lower = text.toLowerCase();
    return mistakeOf(text) ?? (text === lower ? undefined : { rule: LOWER_CASE, fix: `write ${lower}` });
}

const allowed = setting(
    checked(z.string(), (text, report) => {
        const mistake = nameMistake(text);
        const set = nearest(text, DOMAIN_SETS);
        if (mistake !== undefined) {
            report(set === undefined ? mistake : { ...mistake, fix: `did you mean ${set}?` });
        }
    }),
    {
        description: "A named set of domains, or a domain",
        example: ".example.com",
        rule: "the name of a set, or a domain",
        fix: DOMAIN_FIX,
    },
);

const timeServer = cidrValue("203.0.113.123/32", (range: Cidr, report) => {
    if (range.prefix < 24) {
        report({
            rule: "a time server's range is a /24 or smaller: whoever is in it can be sent anything on UDP 123",
            fix: "list each server as a /32",
        });
    } else if (touchesSpecialPurpose(range)) {
        report({
            rule: "time servers behind the firewall have public addresses",
            fix: "leave it out: Amazon's own, 169.254.169.123, is reached without a rule, and so is what lies in the VPC",
        });
    }
});

const threatGroup = setting(z.enum(THREAT_GROUPS), {
    description: "A threat rule group that AWS manages",
    example: "ThreatSignaturesBotnet",
    rule: "the name of an AWS managed rule group, without StrictOrder at its end",
    fix: (found) => {
        const meant = nearest(String(found).replace(/(Strict|Action)Order$/, ""), THREAT_GROUPS);
        return meant === undefined
            ? "choose one that docs/settings.md lists under network.firewall.threatGroups"
            : `did you mean ${meant}?`;
    },
});

export const firewallSchema = setting(
    z.strictObject({
        allow: setting(distinct(z.array(allowed).min(1)), {
            description: `What may be reached by TLS or HTTP, by name: sets (${DOMAIN_SETS.map((set) => `\`${set}\``).join(", ")}; their domains are in assets/domains) and domains (\`pypi.org\`, or \`.example.com\` for it and everything below it). No AWS names: AWS is reached through endpoints`,
            example: ["python-packages", ".example.com"],
            rule: `one or more sets (${DOMAIN_SETS.join(", ")}) and domains, each once; nothing under amazonaws.com or another AWS name`,
            fix: "list what people need, for example python-packages",
            noDefault: "what leaves the network is named",
        }),
        timeServers: setting(distinct(z.array(timeServer).max(MOST_TIME_SERVERS)), {
            description: "Time servers on the internet that NTP (UDP 123) may go to",
            example: ["203.0.113.123/32"],
            rule: `up to ${MOST_TIME_SERVERS} public IPv4 ranges of /24 or smaller, each once`,
            fix: "list the few servers that are needed",
        }).default([]),
        threatGroups: setting(distinct(z.array(threatGroup).max(MOST_THREAT_GROUPS)), {
            description: "Threat rule groups managed by AWS that come before the allow-list",
            example: ["ThreatSignaturesBotnet", "ThreatSignaturesMalware"],
            rule: `up to ${MOST_THREAT_GROUPS} names of AWS managed rule groups, each once: ${THREAT_GROUPS.join(", ")}`,
            fix: "name the groups that matter most",
        }).default([]),
        logRetentionDays: retentionDays("Days to keep the firewall's alert and flow logs"),
        protections: booleanKey(
            "Whether AWS refuses to delete the firewall or to change its subnets and policy. Set it false before `pulumi destroy`. Without it, the value of `production`",
            { example: true, rule: "true or false; not false in production" },
        ).optional(),
    }),
    {
        description: "What the firewall lets through. Given exactly when egress is firewall and the firewall is ours",
        example: { allow: ["python-packages", ".example.com"] },
        rule: "a map with at least allow; only with egress: firewall",
    },
);

/** A zone that resolves, or one host of AWS; no set, because nothing is opened by resolving a name. */
const resolvable = setting(
    checked(z.string(), (text, report) => {
        const mistake = nameMistake(text, resolvableMistake);
        if (mistake !== undefined) {
            report(mistake);
        }
    }),
    { description: "A domain", example: ".corp.example.com", rule: "a domain", fix: DOMAIN_FIX },
);

export const dnsSchema = setting(
    z.strictObject({
        allow: setting(distinct(z.array(resolvable)), {
            description:
                "Further names that resolve in the VPC, such as the company's own zones or the endpoint of a database. Names of AWS's endpoints and of the firewall's allow-list resolve anyway",
            example: [".corp.example.com"],
            rule: "domains, each once",
        }).default([]),
        logRetentionDays: retentionDays("Days to keep the log of all DNS queries"),
    }),
    {
        description: "Which names resolve (Route 53 Resolver DNS Firewall)",
        example: { allow: [".corp.example.com"] },
        rule: "a map of allow and logRetentionDays",
    },
).prefault({});
