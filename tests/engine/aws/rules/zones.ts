import { ENDPOINT_SERVICES } from "../../../../policy-pack/facts";
import { AwsError } from "../errors";
import { allOf, named } from "../lookup";
import type { Store, Stored } from "../store";
import { textAt, textsAt } from "../values";
import type { Operation, RuleTable } from "./rule";

const ZONE = "aws:route53/zone:Zone";
const ZONE_ASSOCIATION = "aws:route53/zoneAssociation:ZoneAssociation";
const AUTHORIZATION = "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization";
const VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/**
 * A VPC comes into another account's zone with that account's authorization only.
 * Source: Route 53 API reference, AssociateVPCWithHostedZone.
 */
function authorized({ store, place, properties }: Operation): void {
    const zone = named(store, place, "hostedZone", textAt(properties, "zoneId") ?? "");
    if (zone === undefined || zone.account === place.account) {
        return;
    }
    const granted = store
        .list({ account: zone.account, type: AUTHORIZATION })
        .some(({ properties: other }) => other["zoneId"] === zone.id && other["vpcId"] === properties["vpcId"]);
    if (!granted) {
        throw new AwsError(
            "NotAuthorizedException",
            `account ${zone.account} has not authorized ${textAt(properties, "vpcId")} for the hosted zone ${zone.id}`,
        );
    }
}

/** Names of the private zones a VPC is in, with the zone that holds each. */
function zonesOf(store: Store, vpcId: string): Stored[] {
    const joined = store
        .list({ type: ZONE_ASSOCIATION })
        .filter(({ properties }) => properties["vpcId"] === vpcId)
        .map(({ properties }) => properties["zoneId"]);
    return store
        .list({ type: ZONE })
        .filter(({ id, properties }) => joined.includes(id) || textsAt(properties, "vpcs[].vpcId").includes(vpcId));
}

/** Names an interface endpoint's private DNS takes within its VPC. */
function privateNames(endpoint: Stored["properties"], region: string): readonly string[] {
    const service = Object.values(ENDPOINT_SERVICES).find(
        (known) => known.serviceName(region) === endpoint["serviceName"],
    );
    return endpoint["privateDnsEnabled"] === true ? (service?.privateDnsNames(region) ?? []) : [];
}

function zoneNameOf(name: string): string {
    return name.replace(/^\*\./, "").replace(/\.$/, "");
}

/** One owner of a name in a VPC. Source: Route 53 API reference, AssociateVPCWithHostedZone: ConflictingDomainExists. */
function oneZoneOfTheName({ store, place, type, properties, id }: Operation): void {
    const zone =
        type === ZONE ? { id, properties } : named(store, place, "hostedZone", textAt(properties, "zoneId") ?? "");
    const name = zoneNameOf(textAt(zone?.properties ?? {}, "name") ?? "");
    const vpcs = type === ZONE ? textsAt(properties, "vpcs[].vpcId") : textsAt(properties, "vpcId");
    for (const vpcId of vpcs) {
        const rival =
            zonesOf(store, vpcId).find(
                (other) => other.id !== zone?.id && zoneNameOf(textAt(other.properties, "name") ?? "") === name,
            ) ??
            allOf(store, place, VPC_ENDPOINT).find(
                ({ properties: endpoint }) =>
                    endpoint["vpcId"] === vpcId && privateNames(endpoint, place.region).map(zoneNameOf).includes(name),
            );
        if (rival !== undefined) {
            throw new AwsError("ConflictingDomainExists", `${vpcId} already resolves ${name} by ${rival.id}`);
        }
    }
}

/** Source: EC2 API reference, CreateVpcEndpoint: PrivateDnsEnabled. */
function noZoneOfTheName({ store, place, properties }: Operation): void {
    const names = privateNames(properties, place.region).map(zoneNameOf);
    const rival = zonesOf(store, textAt(properties, "vpcId") ?? "").find((zone) =>
        names.includes(zoneNameOf(textAt(zone.properties, "name") ?? "")),
    );
    if (rival !== undefined) {
        throw new AwsError(
            "InvalidParameter",
            `private-dns-enabled cannot be set: ${rival.id} is a conflicting DNS domain in the VPC`,
        );
    }
}

/** Source: Route 53 API reference, ChangeResourceRecordSets: InvalidChangeBatch. */
function recordOfItsZone({ store, place, properties }: Operation): void {
    const zone = named(store, place, "hostedZone", textAt(properties, "zoneId") ?? "");
    if (zone !== undefined && zone.account !== place.account) {
        throw new AwsError("NoSuchHostedZone", `${zone.id} is not of account ${place.account}`);
    }
    const domain = zoneNameOf(textAt(zone?.properties ?? {}, "name") ?? "");
    const name = zoneNameOf(textAt(properties, "name") ?? "");
    if (zone !== undefined && name !== domain && !name.endsWith(`.${domain}`)) {
        throw new AwsError("InvalidChangeBatch", `${name} is not permitted in the zone ${domain}`);
    }
    for (const target of textsAt(properties, "aliases[].name").filter((each) => each.includes(".vpce."))) {
        const exists = store
            .list({ type: VPC_ENDPOINT })
            .some(({ properties: endpoint }) => textsAt(endpoint, "dnsEntries[].dnsName").includes(target));
        if (!exists) {
            throw new AwsError("InvalidChangeBatch", `the alias target ${target} is no name of an endpoint`);
        }
    }
}

/** Authorizations are the zone owner's to give. Source: Route 53 API reference, CreateVPCAssociationAuthorization. */
function ownZone({ store, place, properties }: Operation): void {
    const zone = named(store, place, "hostedZone", textAt(properties, "zoneId") ?? "");
    if (zone !== undefined && zone.account !== place.account) {
        throw new AwsError("NoSuchHostedZone", `${zone.id} is not of account ${place.account}`);
    }
}

/** Rules about private hosted zones of one account and of several. */
export const ZONES: RuleTable = {
    [ZONE]: [oneZoneOfTheName],
    [ZONE_ASSOCIATION]: [authorized, oneZoneOfTheName],
    [AUTHORIZATION]: [ownZone],
    "aws:route53/record:Record": [recordOfItsZone],
    [VPC_ENDPOINT]: [noZoneOfTheName],
};
