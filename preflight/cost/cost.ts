import type { Feature } from "../../policy-pack/facts";
import { type ResourceGraph } from "../../policy-pack/graph";
import { paidByUse } from "./byUse";
import { type Counted, countsOf } from "./counts";
import { HOURS_PER_MONTH, type Price, PRICE_KEYS, type PriceKey, type PriceList, priceOf } from "./priceKeys";
import { purposeName, purposeOf } from "./purposes";

/** What the cost of a stack is asked with. */
export interface CostIntent {
    readonly region: string;
    /** Chosen features, in the order of the stack file. */
    readonly features: readonly Feature[];
    readonly prices: PriceList;
}

/** One kind of thing with a known rate. */
export interface CostRow {
    readonly key: PriceKey;
    /** How many; for interface endpoints, the sum of their zones. */
    readonly count: number;
    readonly price: Price;
    /** US dollars a month, to the cent. */
    readonly monthly: number;
}

/** Something nobody could price: it is in no sum. */
export interface UnpricedRow {
    readonly key: PriceKey;
    /** Absent where the number cannot be read before deployment. */
    readonly count?: number;
    readonly why: string;
}

/** Part of the cost by what it is paid for. */
export interface CostShare {
    /** `only jobs`, `shared by features`, `added endpoints`, `egress`, `clients`, `dns`, `encryption`, `other`. */
    readonly purpose: string;
    /** US dollars a month, to the cent. */
    readonly monthly: number;
}

/** What a stack costs by standing there for a month of 730 hours. */
export interface Cost {
    readonly region: string;
    readonly currency: "USD";
    readonly rows: readonly CostRow[];
    readonly unpriced: readonly UnpricedRow[];
    readonly byPurpose: readonly CostShare[];
    /** Sum of the rows; a lower bound while something is unpriced. */
    readonly total: number;
    /** What is paid by use and not counted. */
    readonly byUse: readonly string[];
    /** Day of the oldest rate in use; absent where none is. */
    readonly oldestRate?: string;
}

/** The fixed monthly cost of the resources of a graph. */
export function costOf(graph: ResourceGraph, intent: CostIntent): Cost {
    const counted = countsOf(graph);
    const rows = PRICE_KEYS.flatMap((key) => rowOf(counted, key, intent));
    const dates = rows.map(({ price }) => price.date).sort();
    return {
        region: intent.region,
        currency: "USD",
        rows,
        unpriced: PRICE_KEYS.flatMap((key) => unpricedOf(counted, key, intent)),
        byPurpose: sharesOf(counted, intent),
        total: cents(rows.reduce((sum, { monthly }) => sum + monthly, 0)),
        byUse: paidByUse(graph),
        ...(dates[0] === undefined ? {} : { oldestRate: dates[0] }),
    };
}

function rowOf(counted: readonly Counted[], key: PriceKey, { prices, region }: CostIntent): CostRow[] {
    const price = priceOf(prices, key, region);
    const count = sumOf(counted.filter((each) => each.key === key));
    return price === undefined || count === 0 ? [] : [{ key, count, price, monthly: cents(count * perMonth(price)) }];
}

function unpricedOf(counted: readonly Counted[], key: PriceKey, { prices, region }: CostIntent): UnpricedRow[] {
    const ofKey = counted.filter((each) => each.key === key);
    const unread = ofKey.filter(({ count }) => count === undefined).map(({ resource }) => resource.name);
    const count = sumOf(ofKey);
    return [
        ...(count > 0 && priceOf(prices, key, region) === undefined
            ? [{ key, count, why: `the price list has no rate for ${region}` }]
            : []),
        ...(unread.length > 0
            ? [{ key, why: `how many is not known before deployment: ${unread.sort().join(", ")}` }]
            : []),
    ];
}

/** Features in the order given, then what they share, then the other parts of the stack. */
function sharesOf(counted: readonly Counted[], { features, prices, region }: CostIntent): CostShare[] {
    const sums = new Map<string, number>();
    const order = [
        ...new Set(features.map((feature) => purposeName({ kind: "feature", feature }))),
        ...(["shared", "added"] as const).map((kind) => purposeName({ kind })),
    ];
    for (const each of counted) {
        const price = priceOf(prices, each.key, region);
        if (price !== undefined && each.count !== undefined) {
            const purpose = purposeName(purposeOf(each, features));
            sums.set(purpose, (sums.get(purpose) ?? 0) + each.count * perMonth(price));
        }
    }
    const rest = [...sums.keys()].filter((purpose) => !order.includes(purpose)).sort();
    return [...order, ...rest].flatMap((purpose) => {
        const sum = sums.get(purpose);
        return sum === undefined ? [] : [{ purpose, monthly: cents(sum) }];
    });
}

function sumOf(counted: readonly Counted[]): number {
    return counted.reduce((sum, { count }) => sum + (count ?? 0), 0);
}

function perMonth({ unit, usd }: Price): number {
    return unit === "hour" ? usd * HOURS_PER_MONTH : usd;
}

function cents(usd: number): number {
    return Math.round(usd * 100) / 100;
}
