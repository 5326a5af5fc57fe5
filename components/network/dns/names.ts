import { ENDPOINT_SERVICES, serviceHost, type ServiceKey } from "../../../policy-pack/facts";

export interface ResolvableNameArgs {
    /** Services that have an endpoint in the VPC. */
    readonly services: readonly ServiceKey[];
    readonly region: string;
    /** IPv4 range of the VPC, whose addresses may be looked up in reverse. Default: none may. */
    readonly vpcRange?: string;
    /** Whether apps run in the VPC, which look for file systems and machines by name. Default: true. */
    readonly apps?: boolean;
    /** Further names of the stack file (`dns.allow`): `intranet.example.com`, or `.example.com` for it and what is below. */
    readonly allow: readonly string[];
    /** Domains the network firewall lets through, written like `allow`. */
    readonly domains: readonly string[];
}

/**
 * Every name that may be resolved where nothing else may, in the way DNS Firewall writes them: `name` for itself,
 * `*.name` for everything below it. Sorted, each once, without names another one covers.
 *
 * Never the ending of all AWS names as a whole: it would resolve the buckets, APIs, load balancers and machines of every
 * account, and with any way out of the network they would be reachable. Listed are the names this VPC has endpoints for.
 */
export function resolvableNames(args: ResolvableNameArgs): string[] {
    const { apps = true, region, vpcRange } = args;
    const names = [
        ...args.services.flatMap((key) => [
            ...ENDPOINT_SERVICES[key].privateDnsNames(region),
            ...(GATEWAY_NAMES[key]?.(region) ?? []),
        ]),
        ...(apps ? [fileSystemNames(region), machineNames(region)] : []),
        ...(vpcRange === undefined ? [] : [reverseNames(vpcRange)]),
        ...[...args.allow, ...args.domains].flatMap(written),
    ];
    return withoutCovered(names.map((name) => name.toLowerCase()));
}

/**
 * Names of the services behind gateway endpoints, which work by routes and bring no private names.
 * Sources: AWS General Reference, "Amazon S3 endpoints and quotas" and "Amazon DynamoDB endpoints and quotas".
 */
const GATEWAY_NAMES: Readonly<Record<string, (region: string) => readonly string[]>> = {
    s3: (region) => [
        ...withSubdomains(serviceHost("s3", region)),
        // Clients set to us-east-1 still use the name without a Region, which belongs to that Region.
        ...(region === "us-east-1" ? withSubdomains("s3.amazonaws.com") : []),
    ],
    dynamodb: (region) => [serviceHost("dynamodb", region), `*.${serviceHost("ddb", region)}`],
};

/** Mount targets of file systems, home directories among them. Source: EFS user guide, "Mounting with a DNS name". */
function fileSystemNames(region: string): string {
    return `*.${serviceHost("efs", region)}`;
}

/** Names of the machines of the VPC. Source: EC2 user guide, "Amazon EC2 instance hostname types". */
function machineNames(region: string): string {
    return region === "us-east-1" ? "*.ec2.internal" : `*.${region}.compute.internal`;
}

/**
 * Reverse zone of a range: `*.20.10.in-addr.arpa` for 10.20.0.0/16. Reverse names end at whole octets, so a range between
 * two octets gets the zone around it.
 */
function reverseNames(range: string): string {
    const [address = "", length = ""] = range.split("/");
    const octets = address.split(".").slice(0, Math.floor(Number(length) / 8));
    return ["*", ...octets.reverse(), "in-addr", "arpa"].join(".");
}

function written(name: string): readonly string[] {
    return name.startsWith(".") ? withSubdomains(name.slice(1)) : [name];
}

function withSubdomains(name: string): readonly string[] {
    return [name, `*.${name}`];
}

function withoutCovered(names: readonly string[]): string[] {
    const all = new Set(names);
    return [...all].filter((name) => !coveredBy(name).some((wildcard) => all.has(wildcard))).sort();
}

/** Every wildcard that holds the name; `*.a.b` is held by `*.b`, not by itself. */
function coveredBy(name: string): readonly string[] {
    const labels = name.split(".");
    return ["*", ...labels.slice(1).map((_, index) => ["*", ...labels.slice(index + 1)].join("."))].filter(
        (wildcard) => wildcard !== name,
    );
}
