/** What AWS charges for standing there, by the name the price list gives it. */
export const PRICE_KEYS = [
    "interfaceEndpoint",
    "natGateway",
    "publicIpv4",
    "firewallEndpoint",
    "transitGatewayAttachment",
    "resolverInterface",
    "dnsFirewallDomain",
    "dnsFirewallAdvanced",
    "hostedZone",
    "kmsKey",
    "secret",
] as const;

export type PriceKey = (typeof PRICE_KEYS)[number];

/** What one rate is for. */
export type PriceUnit = "hour" | "month";

/** Hours of a month, as AWS's own calculator counts them: 365 * 24 / 12. */
export const HOURS_PER_MONTH = 730;

/** Region of a rate that its source states for every Region. */
export const EVERY_REGION = "*";

/** One dated rate. */
export interface Price {
    readonly key: PriceKey;
    /** Region code, or {@link EVERY_REGION}. */
    readonly region: string;
    readonly unit: PriceUnit;
    /** US dollars for one unit, without tax and discounts. */
    readonly usd: number;
    /** Where the rate was read. */
    readonly source: string;
    /** Day of the source, `2026-09-20`. */
    readonly date: string;
}

/** Rates in order of precedence: the first that fits is the one that counts. */
export type PriceList = readonly Price[];

/** The rate of one thing in one Region; `undefined` where nobody gave one. */
export function priceOf(prices: PriceList, key: PriceKey, region: string): Price | undefined {
    return prices.find((price) => price.key === key && (price.region === region || price.region === EVERY_REGION));
}
