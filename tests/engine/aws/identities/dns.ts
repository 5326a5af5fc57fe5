import { createHash } from "node:crypto";

import { hexId, hostAddress, type Subject } from "../subject";
import { textAt, textsAt, valuesAt } from "../values";
import { type Identity, type IdentityTable, link, type Maker, numbered } from "./identity";

const ownerId: Maker = (subject) => subject.place.account;
const shareStatus: Maker = () => "NOT_SHARED";

/** Route 53 Resolver: DNS Firewall, query logs and endpoints. Id prefixes are those of its API reference. */
export const DNS: IdentityTable = {
    "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup": resolver("firewall-rule-group", "rslvr-frg-", {
        autoName: "name",
        outputs: { ownerId, shareStatus },
    }),
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": resolver(
        "firewall-rule-group-association",
        "rslvr-frgassoc-",
        { autoName: "name", outputs: { mutationProtection: () => "DISABLED" } },
    ),
    "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": resolver(
        "firewall-domain-list",
        "rslvr-fdl-",
        {
            autoName: "name",
            // Kept and given back with the final dot (terraform-provider-aws issue 23543).
            returns: { domains: (subject) => textsAt(subject.inputs, "domains[]").map(withFinalDot) },
        },
    ),
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": {
        // The provider's id: the group and what the rule looks for.
        id: (subject) => {
            const list = subject.text("firewallDomainListId");
            return `${subject.text("firewallRuleGroupId")}:${list === "" ? threatId(subject) : list}`;
        },
        autoName: "name",
        defaults: { firewallDomainRedirectionAction: "INSPECT_REDIRECTION_DOMAIN" },
        outputs: {
            firewallThreatProtectionId: (subject) =>
                subject.inputs["dnsThreatProtection"] === undefined ? "" : threatId(subject),
        },
    },
    "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": link("rdsc-", {
        outputs: { ownerId, firewallFailOpen: () => "DISABLED" },
    }),
    "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": resolver("resolver-query-log-config", "rqlc-", {
        autoName: "name",
        outputs: { ownerId, shareStatus },
    }),
    "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": link("rqlca-"),
    "aws:route53/resolverEndpoint:ResolverEndpoint": {
        ...resolver("resolver-endpoint", "rslvr-in-", {
            outputs: {
                hostVpcId,
                resolverEndpointType: () => "IPV4",
                protocols: () => ["Do53"],
            },
            returns: { ipAddresses: (subject) => addresses(subject) },
        }),
        id: (subject) => hexId(subject.text("direction") === "OUTBOUND" ? "rslvr-out-" : "rslvr-in-"),
    },
};

/** Known by number; ARNs are those of the service route53resolver. */
function resolver(kind: string, prefix: string, more: Omit<Identity, "id">): Identity {
    return numbered("route53resolver", kind, prefix, more);
}

function withFinalDot(domain: string): string {
    return domain.endsWith(".") ? domain : `${domain}.`;
}

/** Id of what a rule of DNS Firewall Advanced looks for; one a group and threat. */
function threatId(subject: Subject): string {
    return `rslvr-ftp-${digest(subject.text("firewallRuleGroupId"), subject.text("dnsThreatProtection"))}`;
}

function hostVpcId(subject: Subject): string {
    const [subnetId = ""] = textsAt(subject.inputs, "ipAddresses[].subnetId");
    return textAt(subject.find("aws:ec2/subnet:Subnet", subnetId)?.properties ?? {}, "vpcId") ?? "";
}

/** An address of each subnet, the same as long as the endpoint names the subnet. */
function addresses(subject: Subject): unknown[] {
    return valuesAt(subject.inputs, "ipAddresses[]").map((given) => {
        const subnetId = textAt(given as Record<string, unknown>, "subnetId") ?? "";
        return {
            ip: hostAddress(subject, subnetId, 10),
            ipId: `rni-${digest(subnetId, "address")}`,
            ipv6: "",
            ...(given as object),
        };
    });
}

function digest(...parts: readonly string[]): string {
    return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 17);
}
