import * as pulumi from "@pulumi/pulumi";

/** A name by which an endpoint answers; the provider lists them in no particular order. */
export interface DnsEntry {
    readonly dnsName?: string | undefined;
    readonly hostedZoneId?: string | undefined;
}

/** What an alias record points to. */
export interface AliasTarget {
    readonly name: string;
    readonly zoneId: string;
}

/**
 * The endpoint's own name for the whole Region among its names, found by its form and never by its place in the list:
 * `vpce-ID-HASH.SERVICE.REGION.vpce.amazonaws.com`. Those of single zones have the zone after the hash
 * (`vpce-ID-HASH-ZONE.…`) and would tie every VPC to one zone; private names belong to the service.
 * Source: AWS PrivateLink guide, "DNS names" of interface endpoints.
 *
 * @throws pulumi.RunError naming the endpoint and what it answered, when there is not exactly one such name
 */
export function regionalEntry(endpoint: string, entries: readonly DnsEntry[]): AliasTarget {
    const found = entries.flatMap(({ dnsName, hostedZoneId }) =>
        dnsName !== undefined && hostedZoneId !== undefined && isRegional(endpoint, dnsName)
            ? [{ name: dnsName, zoneId: hostedZoneId }]
            : [],
    );
    const [target] = found;
    if (target === undefined || found.length > 1) {
        const answered = entries.map(({ dnsName }) => dnsName ?? "-").sort();
        throw new pulumi.RunError(
            `Endpoint ${endpoint} has ${found.length === 0 ? "no name" : `${found.length} names`} for the whole Region, so ` +
                "its private zone has nothing to point to.\n" +
                `  It answered: ${answered.length === 0 ? "nothing" : answered.join("; ")}.\n` +
                `  Wait until aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${endpoint} says available, then run pulumi ` +
                "refresh and pulumi up.",
        );
    }
    return target;
}

function isRegional(endpoint: string, name: string): boolean {
    const [first = ""] = name.split(".");
    return first.startsWith(`${endpoint}-`) && /^[a-z0-9]+$/.test(first.slice(endpoint.length + 1));
}
