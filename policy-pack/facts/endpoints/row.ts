import { endpointServiceName, serviceHost } from "../partitions";

/** Regions a service is limited to, or missing from, with the AWS page that says so. */
export type Offered =
    | { readonly only: readonly string[]; readonly source: string }
    | { readonly except: readonly string[]; readonly source: string };

/** What is known of one endpoint service before AWS is asked. */
export interface EndpointRow {
    readonly type: "Interface" | "Gateway";
    /** Name to ask AWS for. SageMaker's own web services and China differ from `com.amazonaws.R.key`. */
    readonly serviceName: (region: string) => string;
    /**
     * Names that private DNS answers with the endpoint's addresses. Empty for a gateway, which works by routes, and for
     * the few services whose names AWS tells only at deployment (`DescribeVpcEndpointServices`).
     */
    readonly privateDnsNames: (region: string) => readonly string[];
    /** Whether the service evaluates an endpoint policy. */
    readonly supportsPolicy: boolean;
    /** AWS page the row was taken from. */
    readonly source: string;
    /** Absent: no page limits it to certain Regions. */
    readonly offered?: Offered;
}

/** What a row says that does not follow from its key. */
export interface RowFacts {
    /** Host names before `.R.amazonaws.com`. Default: the key itself. */
    readonly hosts?: readonly string[];
    /** Private names that do not end in the partition's suffix, instead of `hosts`. */
    readonly names?: (region: string) => readonly string[];
    /** Default true. */
    readonly supportsPolicy?: boolean;
    /** Default: the PrivateLink guide's list of services. */
    readonly source?: string;
    readonly offered?: Offered;
}

const PRIVATELINK_SERVICES = "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html";

/** AWS's page of hosts and Regions of one service. */
export function endpointsPage(service: string): string {
    return `https://docs.aws.amazon.com/general/latest/gr/${service}.html`;
}

/** Interface endpoint services with the ordinary name `com.amazonaws.R.key`. */
export function interfaces<Key extends string>(rows: Readonly<Record<Key, RowFacts>>): Record<Key, EndpointRow> {
    return mapRows(rows, (key, facts) => interfaceRow(facts, [key], (region) => endpointServiceName(key, region)));
}

/** SageMaker's web applications: not `com.amazonaws`, and the key stands after the Region. */
export function sagemakerApps<Key extends string>(rows: Readonly<Record<Key, RowFacts>>): Record<Key, EndpointRow> {
    return mapRows(rows, (key, facts) => interfaceRow(facts, [], (region) => `aws.sagemaker.${region}.${key}`));
}

/** Gateway endpoint services: free, by routes, of the VPC's own Region only. */
export function gateways<Key extends string>(
    rows: Readonly<Record<Key, { source: string }>>,
): Record<Key, EndpointRow> {
    return mapRows(rows, (key, { source }) => ({
        type: "Gateway",
        serviceName: (region) => endpointServiceName(key, region),
        privateDnsNames: () => [],
        supportsPolicy: true,
        source,
    }));
}

function interfaceRow(
    facts: RowFacts,
    ownHosts: readonly string[],
    serviceName: (region: string) => string,
): EndpointRow {
    const hosts = facts.hosts ?? ownHosts;
    return {
        type: "Interface",
        serviceName,
        privateDnsNames: facts.names ?? ((region) => hosts.map((host) => serviceHost(host, region))),
        supportsPolicy: facts.supportsPolicy ?? true,
        source: facts.source ?? PRIVATELINK_SERVICES,
        ...(facts.offered === undefined ? {} : { offered: facts.offered }),
    };
}

function mapRows<Key extends string, From>(
    rows: Readonly<Record<Key, From>>,
    row: (key: Key, from: From) => EndpointRow,
): Record<Key, EndpointRow> {
    const entries = Object.entries<From>(rows).map(([key, from]) => [key, row(key as Key, from)] as const);
    return Object.fromEntries(entries) as Record<Key, EndpointRow>;
}
