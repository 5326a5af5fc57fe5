import { UNKNOWN } from "../../../policy-pack/graph";
import { type Identity, type IdentityTable, numbered } from "./identity";
import { type Subject, Unreadable } from "./subject";

const owner = { ownerId: (s: Subject): string => s.account };

/** Route 53 Resolver: DNS Firewall, query logs and endpoints. Id prefixes are those of its API reference. */
export const DNS: IdentityTable = {
    "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": resolver("firewall-rule-group", "rslvr-frg-", {
        ...owner,
        shareStatus: () => "NOT_SHARED",
    }),
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": resolver(
        "firewall-rule-group-association",
        "rslvr-frgassoc-",
    ),
    "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": resolver("firewall-domain-list", "rslvr-fdl-"),
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
        id: (s) => `${s.text("firewallRuleGroupId")}:${s.text("firewallDomainListId", "") || threatId(s)}`,
        outputs: { firewallThreatProtectionId: (s) => (isThreatRule(s) ? threatId(s) : "") },
    },
    "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": {
        id: (s) => s.hex("rdsc-", "", 14),
        outputs: owner,
    },
    "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": resolver("resolver-query-log-config", "rqlc-", {
        ...owner,
        shareStatus: () => "NOT_SHARED",
    }),
    "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
        id: (s) => s.hex("rqlca-", "", 14),
    },
    "aws:route53/resolverEndpoint:ResolverEndpoint": {
        ...resolver("resolver-endpoint", "rslvr-in-", { hostVpcId: () => UNKNOWN }),
        id: (s) => s.hex(s.text("direction") === "OUTBOUND" ? "rslvr-out-" : "rslvr-in-"),
        completed: { ipAddresses: addresses },
    },
};

/** Resolver's ids have seventeen digits, as EC2's. */
function resolver(kind: string, prefix: string, outputs: Identity["outputs"] = {}): Identity {
    return numbered("route53resolver", kind, prefix, outputs);
}

/** A rule of DNS Firewall Advanced looks for a threat and names no domain list. */
function isThreatRule(subject: Subject): boolean {
    return subject.inputs["dnsThreatProtection"] !== undefined;
}

function threatId(subject: Subject): string {
    return subject.hex("rslvr-ftp-");
}

/** AWS picks an address in each subnet unless the program does; which one nobody can know before. */
function addresses(subject: Subject): unknown[] {
    const { ipAddresses } = subject.inputs;
    if (!Array.isArray(ipAddresses)) {
        throw new Unreadable("ipAddresses");
    }
    return ipAddresses.map((given: unknown) => ({
        ip: UNKNOWN,
        ipId: UNKNOWN,
        ...(typeof given === "object" ? given : {}),
    }));
}
