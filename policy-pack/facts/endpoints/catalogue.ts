import { AI } from "./ai";
import { BASE } from "./base";
import { DATA } from "./data";
import { DELIVERY } from "./delivery";
import { EMR } from "./emr";
import { FIPS } from "./fips";
import { OPERATIONS } from "./operations";
import type { EndpointRow, Offered } from "./row";
import { SAGEMAKER } from "./sagemaker";

const ORDINARY = { ...BASE, ...SAGEMAKER, ...DATA, ...EMR, ...AI, ...DELIVERY, ...OPERATIONS };

/** Short name of an endpoint service: the part of its service name after the Region. */
export type ServiceKey = keyof typeof ORDINARY | keyof typeof FIPS;

/** One VPC endpoint service of AWS. */
export interface EndpointService extends EndpointRow {
    readonly key: ServiceKey;
    /** The service whose hosts use FIPS 140 validated cryptography; it has a row of its own. */
    readonly fips?: ServiceKey;
}

/**
 * The endpoint catalogue: one row per service, in the order in which endpoints are listed everywhere, each followed by
 * its FIPS row.
 *
 * At deployment `DescribeVpcEndpointServices` is the authority; this table is what can be known before it.
 */
export const ENDPOINT_SERVICES: Readonly<Record<ServiceKey, EndpointService>> = catalogue();

/** Every key, in the catalogue's order. */
export const CATALOGUE_ORDER = Object.keys(ENDPOINT_SERVICES) as readonly ServiceKey[];

function catalogue(): Record<ServiceKey, EndpointService> {
    const services: Partial<Record<ServiceKey, EndpointService>> = {};
    for (const key of Object.keys(ORDINARY) as (keyof typeof ORDINARY)[]) {
        const fips = `${key}-fips`;
        if (isFips(fips)) {
            services[key] = { ...ORDINARY[key], key, fips };
            services[fips] = { ...FIPS[fips], key: fips };
        } else {
            services[key] = { ...ORDINARY[key], key };
        }
    }
    return services as Record<ServiceKey, EndpointService>;
}

function isFips(key: string): key is keyof typeof FIPS {
    return Object.hasOwn(FIPS, key);
}

/** The catalogue row of an endpoint service name in its Region, if the catalogue has it. */
export function serviceNamed(serviceName: string): { key: ServiceKey; region: string } | undefined {
    const region = regionIn(serviceName);
    if (region === undefined) {
        return undefined;
    }
    const key = CATALOGUE_ORDER.find((each) => ENDPOINT_SERVICES[each].serviceName(region) === serviceName);
    return key === undefined ? undefined : { key, region };
}

function regionIn(serviceName: string): string | undefined {
    return /\.([a-z]{2,4}(?:-[a-z]+)+-\d+)\./.exec(serviceName)?.[1];
}

/** Whether AWS offers the service in the Region, as far as AWS's pages limit it; what they do not limit is offered. */
export function isOffered(key: ServiceKey, region: string): boolean {
    return offeredIn(ENDPOINT_SERVICES[key].offered, region);
}

/** See {@link isOffered}, for anything that carries such a limit. */
export function offeredIn(offered: Offered | undefined, region: string): boolean {
    if (offered === undefined) {
        return true;
    }
    return "only" in offered ? offered.only.includes(region) : !offered.except.includes(region);
}
