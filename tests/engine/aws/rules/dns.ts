import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import { textAt, textsAt } from "../values";
import type { Operation, RuleTable } from "./rule";

/** Places a group may have among those of a VPC; the ends are Firewall Manager's. Source: AssociateFirewallRuleGroup. */
const PLACES = { above: 100, below: 9900 };
/** Source: Route 53 developer guide, "Quotas on Route 53 Resolver DNS Firewall". */
const GROUPS_PER_VPC = 5;

/** Source: Route 53 Resolver API, CreateFirewallRule: BlockResponse, FirewallDomainListId, ConfidenceThreshold. */
function completeRule({ properties }: Operation): void {
    const { action, blockResponse, dnsThreatProtection, confidenceThreshold, firewallDomainListId } = properties;
    if ((action === "BLOCK") !== (blockResponse !== undefined)) {
        throw new AwsError("ValidationException", "BlockResponse belongs to the action BLOCK, and to no other");
    }
    if (blockResponse === "OVERRIDE" && properties["blockOverrideDomain"] === undefined) {
        throw new AwsError("ValidationException", "BlockOverrideDomain is required with the response OVERRIDE");
    }
    if ((firewallDomainListId === undefined) === (dnsThreatProtection === undefined)) {
        throw new AwsError("ValidationException", "a rule takes a domain list or a threat, one of the two");
    }
    if (dnsThreatProtection !== undefined && confidenceThreshold === undefined) {
        throw new AwsError("ValidationException", "ConfidenceThreshold is required with DnsThreatProtection");
    }
    if (dnsThreatProtection !== undefined && action === "ALLOW") {
        throw new AwsError("ValidationException", "a threat is blocked or told, never allowed");
    }
}

function placeAmongGroups({ store, place, type, properties, id }: Operation): void {
    const priority = Number(properties["priority"]);
    if (priority <= PLACES.above || priority >= PLACES.below) {
        throw new AwsError(
            "ValidationException",
            `the priority ${priority} is reserved: provide a number between ${PLACES.above} and ${PLACES.below}`,
        );
    }
    const others = allOf(store, place, type).filter(
        (other) => other.id !== id && other.properties["vpcId"] === properties["vpcId"],
    );
    if (others.length >= GROUPS_PER_VPC) {
        throw new AwsError("LimitExceededException", `a VPC takes ${GROUPS_PER_VPC} rule groups of DNS Firewall`);
    }
}

/** Nothing about the association changes while it is protected; taking the protection off does not count. */
function keepsProtected({ store, place, type, properties, id }: Operation): void {
    const before = id === undefined ? undefined : store.get(type, place.account, place.region, id)?.properties;
    if (
        before?.["mutationProtection"] === "ENABLED" &&
        properties["mutationProtection"] === "ENABLED" &&
        ["name", "priority"].some((path) => before[path] !== properties[path])
    ) {
        throw new AwsError("ValidationException", "the rule group association is under mutation protection");
    }
}

/** Names as a domain list takes them: labels, a `*` at the beginning only. Source: Route 53 developer guide, "Domain lists". */
function domainNames({ properties }: Operation): void {
    const bad = textsAt(properties, "domains[]").find(
        (domain) => !/^(\*|\*?\.?([\w-]{1,63}\.)*[\w-]{1,63})\.?$/.test(domain),
    );
    if (bad !== undefined) {
        throw new AwsError("ValidationException", `'${bad}' is not a domain`);
    }
}

/** Source: Route 53 Resolver API, CreateResolverEndpoint; the provider wants two addresses at least. */
function addressesOfOneVpc({ store, place, properties }: Operation): void {
    const subnetIds = textsAt(properties, "ipAddresses[].subnetId");
    if (subnetIds.length < 2) {
        throw new AwsError(
            "InvalidRequestException",
            `a resolver endpoint needs two addresses, not ${subnetIds.length}`,
        );
    }
    const vpcs = new Set([
        ...subnetIds.map((id) => named(store, place, "subnet", id)?.properties["vpcId"]),
        ...textsAt(properties, "securityGroupIds[]").map((id) => {
            const group = named(store, place, "securityGroup", id);
            return group?.type === "aws:ec2/vpc:Vpc" ? group.id : textAt(group?.properties ?? {}, "vpcId");
        }),
    ]);
    if (vpcs.size > 1) {
        throw new AwsError("InvalidParameterException", "subnets and security groups are of more than one VPC");
    }
}

/** Rules about DNS Firewall and resolver endpoints. */
export const DNS: RuleTable = {
    "aws:route53/resolverFirewallRule:ResolverFirewallRule": [completeRule],
    "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation": [
        placeAmongGroups,
        keepsProtected,
    ],
    "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList": [domainNames],
    "aws:route53/resolverEndpoint:ResolverEndpoint": [addressesOfOneVpc],
};
